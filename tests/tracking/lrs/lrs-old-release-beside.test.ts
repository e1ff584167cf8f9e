/**
 * A page of release 1.0.0 that was open before an update, beside one of now. It knows nothing of additions, and puts the document as a whole
 * with what it knows itself: what the page of now has told is gone then, and only that page can tell it again.
 */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';

const NOW = 'e.feedback.together';
const THEN = 'b.colleague.meaning';
const words = (text: string, field = NOW): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

/** Words that the LRS has had, and that a page of 1.0.0 has put its own document over since. */
async function putOver(id: LauncherId): Promise<{ readonly double: LauncherDouble; readonly page: LaunchedLearner }> {
  const double = new LauncherDouble(id);
  const page = await LaunchedLearner.in(double);
  await page.write(words('Nyt kirjoitettu'), 30_000);
  expect(page.session.status.state).toBe('saved');
  const document = {
    format: 'aspa-ajokortti',
    version: 1,
    revision: 4,
    answers: { [THEN]: ['Vanhalla sivulla', Date.now()] },
    reported: {},
  };
  double.putState(document);
  await pass(30_000);
  return { double, page };
}

describe.each(['xapi', 'cmi5', 'rustici', 'mod-cmi5', 'ilias-xapi', 'open-edx', 'chamilo'] as LauncherId[])('%s', (id) => {
  test('the page of now tells its words again when it is seen again', async () => {
    const { double, page } = await putOver(id);
    page.session.lifecycle.hide();
    await pass(5_000);
    page.session.lifecycle.resume();
    await pass(5_000);
    expect(double.held().answers.get(NOW)?.text).toBe('Nyt kirjoitettu');
    expect(page.answers.get(THEN)).toBe('Vanhalla sivulla');
  });

  test('the page of now tells its words again before it is left by the button', async () => {
    const { double, page } = await putOver(id);
    await page.exit();
    const next = await LaunchedLearner.in(double);
    expect(next.answers.get(NOW)).toBe('Nyt kirjoitettu');
    expect(next.answers.get(THEN)).toBe('Vanhalla sivulla');
  });
});
