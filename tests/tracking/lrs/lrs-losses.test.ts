/** Ways in which work or a completion was lost between the course and an LRS, each as it happened. */
import { describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { eachLauncher } from '../../each-habit.ts';
import { LaunchedLearner, pass, settled } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble, verbOf, type Traffic } from '../../launchers/launcher-double.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const licence: Answers = new Map([...FINNISH_ANSWERS].filter(([id]) => !id.startsWith('@')));
/** Without this one the licence is not complete. */
const last = 'a.training.agreed';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);
const withoutLast: Answers = new Map([...licence].filter(([id]) => id !== last));

withLauncherClock();

function readsState({ resource, method }: Traffic): boolean {
  return resource === 'activities/state' && method === 'GET';
}

function writesState({ resource, method }: Traffic): boolean {
  return resource === 'activities/state' && method !== 'GET';
}

describe.each(eachLauncher())('%s', (id) => {
  test('a tab that is closed in the moment of completion tells of it all the same', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(licence, 100);
    expect(learner.session.progress.complete).toBe(true);
    expect(double.verbs()).not.toContain('completed');
    double.deaf = true;
    await learner.closeTab();
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(double.registration()?.standing.completed).toBe(true);
  });

  test('what counts in the moment of closing is told though every other request comes after the one that ends the session', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(withoutLast, 100);
    await pass(30_000);
    await learner.write(new Map([[last, licence.get(last) ?? fail()]]), 100);
    double.deaf = true;
    double.fault = (traffic) =>
      traffic.resource === 'statements' && !traffic.body.includes('/terminated') ? double.late(traffic, 500) : undefined;
    await learner.closeTab();
    await pass(2_000);
    // Where nothing that is posted arrives, no request can hold both.
    if (double.profile.endpoint.hears !== 'all' || double.profile.endpoint.sentOn) return;
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(double.registration()?.standing.completed).toBe(true);
  });

  test('what counts and was told by a tab that was closed is known to be there at the next launch, and is not told again', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(withoutLast, 100);
    double.deaf = true;
    await learner.closeTab();
    double.deaf = false;
    const earned = double.verbs().filter((verb) => verb === 'earned').length;
    if (double.profile.endpoint.drops === 'none') expect(earned).toBeGreaterThan(0);
    const second = await LaunchedLearner.in(double);
    await pass(60_000);
    await second.exit();
    const before = double.traffic.length;
    const third = await LaunchedLearner.in(double);
    await pass(60_000);
    await third.exit();
    expect(double.verbs().filter((verb) => verb === 'earned')).toHaveLength(earned);
    expect(double.traffic.slice(before).filter(({ body }) => body.includes('/earned'))).toEqual([]);
  });

  test('an LRS that is down behind the launcher while the licence becomes complete hears of it afterwards', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(withoutLast, 100);
    await pass(30_000);
    let down = false;
    double.lrsFault = () => (down ? new Response('', { status: 503 }) : undefined);
    // The state is taken, and then nothing any more.
    double.fault = (traffic) => {
      if (traffic.body.includes('/earned') || traffic.body.includes('/completed')) down = true;
      return undefined;
    };
    await learner.write(words(licence.get(last)?.text ?? '', last));
    await pass(60_000);
    expect(double.verbs()).not.toContain('completed');
    double.fault = () => undefined;
    down = false;
    await pass(120_000);
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(learner.session.status.state).toBe('saved');
  });
});

test.each([400, 413, 500])('a state that the LRS answers with %i keeps it from no completion', async (status) => {
  const double = new LauncherDouble('cmi5');
  const learner = await LaunchedLearner.in(double);
  await learner.write(withoutLast, 100);
  await pass(30_000);
  double.fault = (traffic) => (writesState(traffic) ? new Response('', { status }) : undefined);
  await learner.write(words(licence.get(last)?.text ?? '', last));
  await pass(30_000);
  expect(double.registration()?.standing.completed).toBe(true);
  expect(learner.session.status.state).toBe('not-saved');
});

test.each([400, 500])('an answer that the LRS answers with %i holds up nothing else', async (status) => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  double.fault = ({ resource, body }) =>
    resource === 'statements' && body.includes('Kompastuskivi') ? new Response('', { status }) : undefined;
  await learner.write(new Map([...licence, ...words('Kompastuskivi')]), 100);
  await pass(60_000);
  expect(double.verbs()).toContain('completed');
  expect(double.verbs().filter((verb) => verb === 'answered').length).toBeGreaterThan(40);
  expect(learner.session.status.state).toBe('saved');
  const before = double.sent().length;
  await pass(600_000);
  expect(double.sent().length).toBeLessThan(before + 10);
});

test('answers that a closed page had sent in vain are reported, though the LRS answers 400 to all for a while', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  await pass(5_000);
  await first.write(new Map([...words('Ei koskaan perillä'), ...words('Ei sekään', 'b.channels.help')]));
  await pass(5_000);
  double.fault = ({ resource }) => (resource === 'statements' ? new Promise(() => undefined) : undefined);
  double.deaf = true;
  await first.closeTab();
  double.deaf = false;
  double.fault = ({ resource, body }) =>
    resource === 'statements' && body.includes('/answered') ? new Response('', { status: 400 }) : undefined;
  const second = await LaunchedLearner.in(double);
  await pass(60_000);
  await second.exit();
  double.fault = () => undefined;
  const third = await LaunchedLearner.in(double);
  await pass(60_000);
  await third.exit();
  const stored = JSON.stringify(double.statements());
  expect(stored).toContain('Ei koskaan perillä');
  expect(stored).toContain('Ei sekään');
});

test('a refusal that is answered with 401 is one of that statement only, as long as the state may be read (CATAPULT before 2022)', async () => {
  const double = new LauncherDouble('catapult');
  const learner = await LaunchedLearner.in(double);
  double.fault = ({ resource, body }) =>
    resource === 'statements' && body.includes('/completed') ? new Response('', { status: 401 }) : undefined;
  await learner.write(licence, 100);
  await pass(30_000);
  expect(learner.session.status.state).toBe('saved');
  expect(double.verbs()).toContain('earned');
});

test('an error of Moodle’s own, which it answers with HTTP 200, is no receipt and no empty workbook (mod_cmi5)', async () => {
  const failing = { error: 'Error reading from database', errorcode: 'dmlreadexception', stacktrace: null };
  const double = new LauncherDouble('mod-cmi5');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Tallessa'));
  await pass(5_000);
  double.fault = (traffic) => (writesState(traffic) ? Response.json(failing) : undefined);
  await learner.write(words('Ei vielä tallessa', OTHER));
  await pass(5_000);
  expect(learner.session.status).toMatchObject({ state: 'not-saved', reason: 'offline' });
  double.fault = () => undefined;
  await pass(30_000);
  expect(learner.session.status.state).toBe('saved');
  await learner.exit();
  const kept = double.state();
  double.fault = (traffic) => (readsState(traffic) && traffic.query.get('stateId') === 'suspendData' ? Response.json(failing) : undefined);
  const elsewhere = await LaunchedLearner.in(double);
  expect(elsewhere.session.problem?.code).toBe('unreachable');
  expect(double.state()).toEqual(kept);
});

/** A launch after a page that closed, in which each answer that it had sent is asked for by itself. */
async function askingForEach(double: LauncherDouble): Promise<LaunchedLearner> {
  const first = await LaunchedLearner.in(double);
  await pass(5_000);
  first.session.store.change(Object.fromEntries([...withoutLast].map(([id, { text }]) => [id, text])));
  await pass(3_000);
  // The first answer arrives, so that each of the others is asked for by itself.
  let arrived = 0;
  double.fault = ({ resource }) => (resource === 'statements' && (arrived += 1) > 1 ? new Promise(() => undefined) : undefined);
  double.deaf = true;
  await first.closeTab();
  double.deaf = false;
  double.fault = (traffic) => (traffic.resource === 'statements' ? double.late(traffic, 700) : undefined);
  await pass(30_000);
  const second = await LaunchedLearner.in(double);
  await pass(3_000);
  return second;
}

test('new words wait for no row of answers that a closed page had sent, though the LRS is slow at each of them (CATAPULT)', async () => {
  const double = new LauncherDouble('catapult');
  const second = await askingForEach(double);
  await second.write(words('Uusi sana'));
  await pass(8_000);
  expect(second.session.status.state).toBe('saved');
  expect(JSON.stringify(double.state())).toContain('Uusi sana');
  await pass(120_000);
  const told = double.statements().filter((statement) => verbOf(statement) === 'answered');
  expect(told.length).toBeGreaterThan(40);
  expect(told.map(({ result }) => result?.['response'])).toContain('Uusi sana');
});

test('nor do they where she presses the course’s own button meanwhile; then all is told (CATAPULT)', async () => {
  const double = new LauncherDouble('catapult');
  const second = await askingForEach(double);
  const asked = (): number => double.traffic.filter(({ resource }) => resource === 'statements').length;
  for (const before = asked(); asked() === before;) await pass(100);
  second.session.store.change({ [FIELD]: 'Uusi sana' });
  const exiting = second.exit();
  await pass(4_000);
  expect(JSON.stringify(double.state())).toContain('Uusi sana');
  await pass(120_000);
  await exiting;
  const told = double.statements().filter((statement) => verbOf(statement) === 'answered');
  expect(told.length).toBeGreaterThan(40);
  expect(told.map(({ result }) => result?.['response'])).toContain('Uusi sana');
  expect(double.verbs().at(-1)).toBe('terminated');
});

test('an LRS that is slow to refuse several answers for one of them is told all the others, and that the course is complete', async () => {
  const double = new LauncherDouble('catapult');
  const learner = await LaunchedLearner.in(double);
  await pass(5_000);
  const [bad = ''] = FINNISH_ANSWERS.keys();
  double.fault = ({ resource, body }) => {
    if (resource !== 'statements' || !body.includes(bad)) return undefined;
    return new Promise((answer) => setTimeout(() => answer(new Response('', { status: 400 })), body.startsWith('[') ? 2_500 : 100));
  };
  learner.session.store.change(Object.fromEntries([...licence].map(([id, { text }]) => [id, text])));
  await pass(10 * 60_000);
  expect(double.statements().filter((statement) => verbOf(statement) === 'answered').length).toBeGreaterThan(40);
  expect(double.verbs()).toContain('completed');
});

test('a tab whose work another has taken over writes nothing any more, though it had answers to report', async () => {
  // No etags, so that nothing else guards what the other tab writes.
  const double = new LauncherDouble('rustici');
  const first = await LaunchedLearner.in(double);
  await first.write(words('Ensimmäisessä'));
  await pass(5_000);
  const second = await new LaunchedLearner(await double.launch(), double, first.browser, {}, first.locks).start();
  expect(second.session.phase).toBe('elsewhere');
  await settled(second.session.takeOver());
  expect(first.session.phase).toBe('elsewhere');
  await second.write(words('Toisessa', OTHER));
  await second.exit();
  await pass(60_000);
  const again = await LaunchedLearner.in(double);
  expect(again.answers.get(FIELD)).toBe('Ensimmäisessä');
  expect(again.answers.get(OTHER)).toBe('Toisessa');
});

test('of two writes that overtake each other, the newer one stays', async () => {
  const double = new LauncherDouble('rustici');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Vanhempi'));
  let slow = true;
  double.fault = (traffic) => {
    if (!writesState(traffic) || !slow) return undefined;
    slow = false;
    return double.late(traffic, 8_000);
  };
  await pass(3_000);
  expect(slow).toBe(false);
  learner.session.store.change({ [FIELD]: 'Uudempi' });
  learner.session.lifecycle.hide();
  await pass(20_000);
  learner.session.lifecycle.resume();
  await pass(5_000);
  await learner.exit();
  expect((await LaunchedLearner.in(double)).answers.get(FIELD)).toBe('Uudempi');
});

test.each(['xapi', 'ilias-cmi5'] as const)(
  '%s: a slow save that the completion overtakes says no progressed after completed',
  async (id) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(withoutLast, 100);
    let slow = true;
    double.fault = (traffic) => {
      if (!writesState(traffic) || !slow) return undefined;
      slow = false;
      return double.late(traffic, 8_000);
    };
    await pass(3_000);
    expect(slow).toBe(false);
    learner.session.store.change({ [last]: licence.get(last)?.text ?? '' });
    learner.session.lifecycle.hide();
    await pass(30_000);
    const verbs = double.sent().map(verbOf);
    expect(verbs).toContain('completed');
    expect(verbs.slice(verbs.indexOf('completed'))).not.toContain('progressed');
    expect(double.registration()?.standing).toEqual({ completed: true, grade: 100 });
  },
);

test('a write waits for the version that an earlier one left behind, so that another browser’s words stay', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  let slow = false;
  double.fault = (traffic) => {
    if (writesState(traffic) && traffic.body.includes('Tästä')) slow = true;
    return slow && readsState(traffic) ? double.late(traffic, 10_000, 'answer') : undefined;
  };
  await first.write(words('Tästä'));
  await pass(3_000);
  expect(slow).toBe(true);
  const { fault } = double;
  double.fault = () => undefined;
  const second = await LaunchedLearner.in(double);
  await second.write(words('Tuosta', OTHER));
  await second.exit();
  double.fault = fault;
  slow = false;
  first.session.store.change({ [FIELD]: 'Tästä vielä' });
  await pass(60_000);
  double.fault = () => undefined;
  const third = await LaunchedLearner.in(double);
  expect(third.answers.get(OTHER)).toBe('Tuosta');
  expect(third.answers.get(FIELD)).toBe('Tästä vielä');
});

test('an answer whose end never comes does not stop the saving', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Ensin'), 2_000);
  double.fault = (traffic) => (writesState(traffic) ? new Response(new ReadableStream({})) : undefined);
  learner.session.lifecycle.hide();
  await pass(1_000);
  double.fault = () => undefined;
  learner.session.lifecycle.resume();
  await learner.write(words('Sitten'));
  await pass(60_000);
  expect(JSON.stringify(double.state())).toContain('Sitten');
  expect(learner.session.status.state).toBe('saved');
});

test('an LRS whose CORS rules know no conditions takes the work without them (ILIAS’s proxy)', async () => {
  const double = new LauncherDouble('ilias-xapi');
  double.fault = ({ headers }) =>
    headers.has('if-match') || headers.has('if-none-match') ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Ilman ehtoja'));
  await pass(5_000);
  expect(JSON.stringify(double.state())).toContain('Ilman ehtoja');
  expect(learner.session.status.state).toBe('saved');
});

test('a connection that fails at the first write does not cost the conditions', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  double.fault = () => Promise.reject(new TypeError('Failed to fetch'));
  await learner.write(words('Yhteys poikki'));
  await pass(10_000);
  double.fault = () => undefined;
  await pass(30_000);
  await learner.write(words('Yhteys palasi'));
  await pass(5_000);
  const writes = double.traffic.filter((traffic) => writesState(traffic) && traffic.status === 204);
  expect(writes.some(({ headers }) => headers.has('if-match'))).toBe(true);
});

test('an empty object that comes back as an empty list is a state all the same (LRSs in PHP)', async () => {
  const double = new LauncherDouble('chamilo');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Ensimmäiset sanat'));
  await learner.exit();
  const document = double.state();
  const { revision } = double.held();
  double.fault = (traffic) =>
    readsState(traffic) && traffic.query.get('stateId') === 'suspendData'
      ? Response.json({ ...document, answers: [], reported: [] })
      : undefined;
  const again = await LaunchedLearner.in(double);
  expect(again.session.kept).toEqual([]);
  expect(again.session.launch?.state).toEqual({ answers: new Map(), revision });
  double.fault = (traffic) => (traffic.query.get('stateId') === 'suspendData' ? Response.json([]) : undefined);
  expect((await LaunchedLearner.in(double)).session.kept).toEqual([]);
});

test('a clock that is set back does not make Retry-After last a day', async () => {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  const headers = { 'Retry-After': '30', 'Access-Control-Expose-Headers': 'Retry-After' };
  double.fault = () => new Response('', { status: 503, headers });
  await learner.write(words('Odottaa'));
  await pass(5_000);
  double.fault = () => undefined;
  vi.setSystemTime(Date.now() - 86_400_000);
  await pass(120_000);
  expect(JSON.stringify(double.state())).toContain('Odottaa');
});

test('after the learner has left nothing is sent any more, though a save was under way', async () => {
  const double = new LauncherDouble('cmi5');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Viime hetkellä'));
  double.fault = (traffic) => (writesState(traffic) ? double.late(traffic, 4_000) : undefined);
  await pass(3_000);
  await learner.exit();
  await pass(60_000);
  expect(verbOf(double.sent().at(-1) ?? fail())).toBe('terminated');
  expect(double.traffic.at(-1)?.body).toContain('/terminated');
});

function fail(): never {
  throw new Error('Nothing was sent.');
}
