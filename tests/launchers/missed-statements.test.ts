/** What an LRS would never have been told, or told wrong, each as it would have happened: HR reads statements, not the learner's state. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { LauncherDouble, verbOf, type Fault } from './launcher-double.ts';
import { never, SeparateBrowser, type PageHere } from './separate-browser.ts';
import { FOUND, licence, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

/** What the LRS has got of a question last. */
function toldOf(double: LauncherDouble, question: string): unknown {
  const answers = double.statements().filter((one) => verbOf(one) === 'answered' && one.object.id.endsWith(`/question/${question}`));
  return answers.at(-1)?.result?.['response'];
}

/** Without this one the licence is not complete. */
const LAST = 'a.training.agreed';
const last: Answers = new Map([...licence].filter(([id]) => id === LAST));
const withoutLast: Answers = new Map([...licence].filter(([id]) => id !== LAST));

/** A page that goes cancels what may not outlive it; a proxy before the LRS hands it on no more (nginx), or it is still asked whether it may. */
function cancelled(verb: string, onCancelled: () => void): Fault {
  return ({ body, keepalive }) => {
    if (keepalive || !body.includes(`/${verb}"`)) return undefined;
    onCancelled();
    return never();
  };
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

describe('a page that is closed while a request is under way, which is lost with it', () => {
  async function closedDuring(id: LauncherId, verb: string): Promise<LauncherDouble> {
    const double = new LauncherDouble(id);
    let underWay = 0;
    const cancels = cancelled(verb, () => (underWay += 1));
    if (verb === 'initialized') double.fault = cancels;
    const learner = await new SeparateBrowser(double).page();
    void learner.start();
    await pass(20_000);
    await learner.write(withoutLast, 50);
    if (verb === 'completed') await pass(60_000);
    double.fault = cancels;
    await learner.write(last, 50);
    for (let waited = 0; waited < 20_000 && underWay === 0; waited += 100) await pass(100);
    expect(underWay).toBe(1);
    double.deaf = true;
    // What leaves at the same moment arrives in any order.
    double.fault = (traffic) => (traffic.body.includes('/terminated"') ? double.late(traffic, 200) : cancels(traffic));
    await learner.closeTab();
    learner.die();
    await pass(1_000);
    return double;
  }

  test.each<LauncherId>(['xapi', 'cmi5', 'catapult', 'mod-cmi5', 'ilias-xapi', 'ilias-cmi5', 'chamilo'])(
    '%s: tells all the same that the course is complete',
    async (id) => {
      const double = await closedDuring(id, 'completed');
      expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
      expect(double.verbs().at(-1)).toBe('terminated');
      expect(double.registration()?.standing.completed).toBe(true);
    },
  );

  // An LMS that judges would have to take this one before those that leave at the same moment.
  test.each<LauncherId>(['xapi', 'ilias-xapi'])('%s: tells all the same that the session has begun', async (id) => {
    const double = await closedDuring(id, 'initialized');
    expect(double.verbs().filter((verb) => verb === 'initialized')).toHaveLength(1);
    expect(double.verbs().at(-1)).toBe('terminated');
  });
});
