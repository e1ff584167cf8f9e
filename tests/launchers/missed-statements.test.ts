/** What an LRS would never have been told, or told wrong, each as it would have happened: HR reads statements, not the learner's state. */
import { describe, expect, test } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { LauncherDouble, verbOf } from './launcher-double.ts';
import { SeparateBrowser, type PageHere } from './separate-browser.ts';
import { FOUND, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

/** What the LRS has got of a question last. */
function toldOf(double: LauncherDouble, question: string): unknown {
  const answers = double.statements().filter((one) => verbOf(one) === 'answered' && one.object.id.endsWith(`/question/${question}`));
  return answers.at(-1)?.result?.['response'];
}

async function closesUnheard(learner: PageHere, double: LauncherDouble): Promise<void> {
  double.deaf = true;
  await learner.closeTab();
  learner.die();
  double.deaf = false;
}

describe.each<LauncherId>(['xapi', 'cmi5', 'catapult', 'mod-cmi5', 'open-edx'])('%s', (id) => {
  test('what a closing page told, and she deletes as soon as she is back, is taken back', async () => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const learner = await browser.open();
    // So long it is not believed that there is no document yet.
    await pass(12_000);
    await learner.write(words('Poistettava'), 12_000);
    await closesUnheard(learner, double);
    expect(toldOf(double, FOUND)).toBe('Poistettava');
    const next = await browser.open();
    await next.write(words(''), 60_000);
    await next.exit();
    expect(toldOf(double, FOUND)).toBe('');
  });
});

test('what another computer has told, and she deletes here as soon as she sees it, is taken back', async () => {
  const double = new LauncherDouble('xapi');
  const here = await LaunchedLearner.in(double);
  const there = await LaunchedLearner.in(double);
  await there.write(words('Poistettava'), 60_000);
  await there.exit();
  expect(toldOf(double, FOUND)).toBe('Poistettava');
  for (let seconds = 0; seconds < 120 && here.answers.get(FOUND) !== 'Poistettava'; seconds += 1) {
    if (seconds % 20 === 0) here.session.resume();
    await pass(1_000);
  }
  await here.write(words(''), 60_000);
  await here.exit();
  expect(toldOf(double, FOUND)).toBe('');
});
