/** A tab that has lost the course to another of the same browser while one of its requests was under way. */
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass, settled } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { isOfState, SeparateBrowser } from '../../launchers/separate-browser.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

test.each(['open-edx', 'chamilo'] as LauncherId[])('%s: writes nothing over the words of the tab that has it', async (id) => {
  const double = new LauncherDouble(id);
  const browser = new SeparateBrowser(double);
  const first = await browser.open();
  await first.write(words('Yksi'), 30_000);
  const second = await browser.open();
  expect(second.session.phase).toBe('elsewhere');
  let isSlow = true;
  browser.after = async (method, url) => {
    if (!isSlow || method !== 'GET' || !isOfState(url)) return undefined;
    isSlow = false;
    await new Promise((over) => setTimeout(over, 12_000));
    return undefined;
  };
  await first.write(words('Yksi ja kaksi'), 3_000);
  expect(isSlow).toBe(false);
  await settled(second.session.takeOver());
  expect(second.answers.get(FIELD)).toBe('Yksi ja kaksi');
  await second.write(words('Kolmas', OTHER), 4_000);
  expect(second.session.status.state).toBe('saved');
  await second.exit();
  await pass(30_000);
  const again = await LaunchedLearner.in(double);
  expect(again.answers.get(OTHER)).toBe('Kolmas');
});
