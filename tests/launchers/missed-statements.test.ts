/** What an LRS would never have been told, or told wrong, each as it would have happened: HR reads statements, not the learner's state. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { eachLauncher } from '../each-habit.ts';
import { inNpmTest } from '../fewest-with-each.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { LauncherDouble, verbOf, type Fault } from './launcher-double.ts';
import { never, offline, SeparateBrowser, type PageHere } from './separate-browser.ts';
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

describe.each<LauncherId>(['xapi', 'cmi5', 'catapult', 'mod-cmi5', 'open-edx'])('%s', (id) => {
  test.each([408, 500, 502, 503, 504])(
    'an answer that is stored though it is answered with %i, and that she deletes then, is taken back',
    async (status) => {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await pass(12_000);
      double.fault = (traffic) =>
        traffic.resource === 'statements' && traffic.method !== 'GET' && traffic.body.includes('Poistettava')
          ? double.answer(traffic).then(() => new Response('', { status }))
          : undefined;
      await learner.write(words('Poistettava'), 25_000);
      expect(toldOf(double, FOUND)).toBe('Poistettava');
      await learner.write(words(''), 100);
      double.fault = () => undefined;
      await pass(120_000);
      await learner.exit();
      expect(toldOf(double, FOUND)).toBe('');
    },
  );
});

test('what another computer has told, and she deletes here as soon as she sees it, is taken back', async () => {
  const double = new LauncherDouble('xapi');
  const here = await LaunchedLearner.in(double);
  const there = await LaunchedLearner.in(double);
  await there.write(words('Poistettava'), 60_000);
  await there.exit();
  expect(toldOf(double, FOUND)).toBe('Poistettava');
  here.session.lifecycle.hide();
  await pass(20_000);
  here.session.lifecycle.resume();
  await pass(5_000);
  expect(here.answers.get(FOUND)).toBe('Poistettava');
  await here.write(words(''), 60_000);
  await here.exit();
  expect(toldOf(double, FOUND)).toBe('');
});

test('what another computer has told is not taken back by a page that does not show it yet', async () => {
  const double = new LauncherDouble('xapi');
  const there = await new SeparateBrowser(double).open();
  await there.write(words('Alku'), 60_000);
  const here = await new SeparateBrowser(double).open();
  await pass(5_000);
  await there.write(
    new Map([
      ['b.colleague.meaning', { text: 'Toisella koneella', at: 0 }],
      ['b.channels.help', { text: 'Sielläkin', at: 0 }],
    ]),
    30_000,
  );
  await there.exit();
  await here.write(words('Täällä'), 3_000);
  here.session.lifecycle.hide();
  await pass(60_000);
  await here.closeTab();
  expect(toldOf(double, 'b.channels.help')).toBe('Sielläkin');
  expect(double.sent().filter((one) => one.result?.['response'] === '')).toEqual([]);
});

describe.each<LauncherId>(['xapi', 'cmi5', 'catapult', 'mod-cmi5'])(
  '%s: that she has deleted words is told, though the request with it was lost',
  (id) => {
    test.each(['at the close', 'while she stays'])('%s', async (when) => {
      const double = new LauncherDouble(id);
      const browser = new SeparateBrowser(double);
      const learner = await browser.open();
      await learner.write(words('Poistettava'), 60_000);
      expect(toldOf(double, FOUND)).toBe('Poistettava');
      double.fault = ({ resource, method }) =>
        resource === 'statements' && method !== 'GET' ? new Response('', { status: 503 }) : undefined;
      await learner.write(words(''), when === 'at the close' ? 100 : 60_000);
      if (when === 'at the close') await learner.closeTab();
      double.fault = () => undefined;
      const last = when === 'at the close' ? await browser.open() : learner;
      await pass(120_000);
      expect(toldOf(double, FOUND)).toBe('');
      await last.closeTab();
    });
  },
);

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

const LOG = 'a.training.log';

/** The training log's row of the licence, as another one. */
function rowOf(row: string, mark: string): Answers {
  const ofRow = [...licence].filter(([id]) => `${id}.`.startsWith(`${LOG}.q3xe.`));
  return new Map(ofRow.map(([id, { text }]) => [id.replace('q3xe', row), { text: text.length > 20 ? `${mark}: ${text}` : text, at: 0 }]));
}

describe.each<LauncherId>(['xapi', 'cmi5', 'mod-cmi5', 'open-edx'])('%s', (id) => {
  test('a row that was written without a connection is told, though the list was changed and told elsewhere since', async () => {
    const double = new LauncherDouble(id);
    const [late, home] = [new SeparateBrowser(double), new SeparateBrowser(double)];
    const cutOff = await late.open();
    await cutOff.write(words('Alku'), 10_000);
    late.before = offline;
    await cutOff.write(rowOf('kau1', 'Ilman yhteyttä'), 500);
    await pass(5_000);
    await cutOff.closeTab();
    cutOff.die();
    const there = await home.open();
    await there.write(rowOf('kau2', 'Kotona'), 500);
    await pass(200_000);
    await there.exit();
    expect(toldOf(double, LOG)).toContain('Kotona');
    late.before = () => undefined;
    const again = await late.open();
    await pass(30_000);
    await again.exit();
    const all = interactionsOf(course, again.session.store.answers)
      .find((answer) => answer.id === LOG)
      ?.response.join();
    expect(all).toContain('Ilman yhteyttä');
    expect(toldOf(double, LOG)).toBe(all);
  });
});

test('an answer of which an earlier release has noted that it is told is not told again', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Kerrottu'), 60_000);
  await learner.exit();
  const noted = JSON.parse(JSON.stringify(double.state()), (key, value: unknown) =>
    typeof value === 'number' && key.includes(FOUND.replaceAll('.', '%2E')) ? Math.floor(value) : value,
  ) as unknown;
  expect(noted).not.toEqual(double.state());
  double.putState(noted);
  const before = double.sent().length;
  const next = await LaunchedLearner.in(double);
  await pass(60_000);
  await next.exit();
  expect(double.sent().slice(before).map(verbOf)).toEqual(['initialized', 'terminated']);
});

const troubled = eachLauncher({ from: ['xapi', 'cmi5', 'catapult', 'mod-cmi5', 'tincanlaunch'] });
/** To what 409 is the answer: each in each standard, and one with each launcher; each night both with all. */
const conflicts = inNpmTest(
  troubled.flatMap((id) => ['told', 'told or asked'].map((what) => ({ id, what }))),
  ({ id, what }) => [id, `${launcherProfile(id).standard} ${what}`],
);

describe.each(troubled)('%s', (id) => {
  test('an LRS that is in trouble when she presses the course’s own button hears all the same that the session is over', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Viimeiseksi'), 30_000);
    let refused = 0;
    double.fault = ({ body }) => (body.includes('/terminated"') && refused++ === 0 ? new Response('', { status: 503 }) : undefined);
    const exiting = learner.exit();
    await pass(20_000);
    await exiting;
    expect(refused).toBeGreaterThan(0);
    expect(double.verbs().filter((verb) => verb === 'terminated')).toHaveLength(1);
    expect(double.verbs().at(-1)).toBe('terminated');
    expect(toldOf(double, FOUND)).toBe('Viimeiseksi');
  });

  const refused = conflicts.filter((one) => one.id === id).map(({ what }) => what);
  test.each(refused)('a minute of 409 to whatever is %s is no proof that the LRS has it', async (what) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(withoutLast, 50);
    await pass(60_000);
    double.fault = ({ resource, method }) =>
      resource === 'statements' && (what !== 'told' || method !== 'GET') ? new Response('', { status: 409 }) : undefined;
    await learner.write(new Map([...last, ...words('Myöhemmin')]), 30_000);
    double.fault = () => undefined;
    await pass(400_000);
    await learner.exit();
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(double.verbs().filter((verb) => verb === 'earned')).toHaveLength(course.classes.length);
    const next = await LaunchedLearner.in(double, learner.browser);
    await pass(60_000);
    await next.exit();
    expect(toldOf(double, FOUND)).toBe('Myöhemmin');
  });
});
