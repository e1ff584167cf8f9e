/** What holds under every launcher: the licence is taken, closed half-way, resumed elsewhere and completed, and the LRS has it all. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { eachLauncher } from '../each-habit.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import { licence, some, withLauncherClock } from './launched-licence.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { categoriesOf, LauncherDouble, verbOf } from './launcher-double.ts';

const all = [...licence];
const half = Math.ceil(all.length / 2);
const firstHalf: Answers = new Map(all.slice(0, half));
const secondHalf: Answers = new Map(all.slice(half));
const NASTY = 'Rivi\nÄÖÅ äöå 😀 {[,]} <script>alert("1")</script> & % + = \\ \u2028 ] , '.padEnd(4000, 'ä');

withLauncherClock();

describe.each(eachLauncher({ of: ['standard', 'endpoint', 'grading'], also: [] }))('%s', (id) => {
  test('a licence closed half-way and finished in another browser is in the LRS as it was typed', async () => {
    const double = new LauncherDouble(id);
    const first = await LaunchedLearner.in(double);
    expect(first.session.problem).toBeUndefined();
    await first.write(firstHalf);
    await pass(30_000);
    await first.exit();

    const second = await LaunchedLearner.in(double);
    expect(second.session.conflicts).toEqual([]);
    expect(second.answers).toEqual(texts(firstHalf));
    await second.write(secondHalf);
    await second.write(new Map([['b.channels.help', { text: NASTY, at: 0 }]]));
    await pass(30_000);
    expect(second.session.progress.complete).toBe(true);
    await second.exit();

    expect(double.faultsOfStatements()).toEqual([]);
    const third = await LaunchedLearner.in(double);
    expect(third.answers).toEqual(new Map([...texts(licence), ['b.channels.help', NASTY]]));

    const statements = double.statements();
    const drops = double.profile.endpoint.drops !== 'none';
    const reported = new Map(
      statements.filter((one) => verbOf(one) === 'answered').map((one) => [one.object.id.split('/question/')[1], one.result?.['response']]),
    );
    const expected = interactionsOf(course, second.session.store.answers)
      .filter(({ response }) => response.length > 0)
      .map(({ id: question, response }) => [question, response.join('[,]')] as const);
    expect(expected.length).toBeGreaterThan(40);
    expect(reported).toEqual(drops ? new Map() : new Map(expected));

    expect(statements.filter((one) => verbOf(one) === 'completed')).toHaveLength(1);
    expect(statements.filter((one) => verbOf(one) === 'earned')).toHaveLength(drops ? 0 : course.classes.length);
    expect(new Set(statements.map((one) => one.id)).size).toBe(statements.length);
    expect(double.registration()?.standing).toEqual({ completed: true, grade: 100 });
  });

  test('a session is initialized first and terminated last, each once', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(licence, 300);
    await learner.exit();
    const sent = double.sent().map(verbOf);
    expect(sent[0]).toBe('initialized');
    expect(sent.at(-1)).toBe('terminated');
    expect(sent.filter((verb) => verb === 'initialized' || verb === 'terminated' || verb === 'completed')).toHaveLength(3);
    expect(sent.slice(sent.indexOf('completed'))).not.toContain('progressed');
    const times = double.sent().map(({ timestamp }) => timestamp);
    expect(times[0]).toBe([...times].sort()[0]);
    expect(times.at(-1)).toBe([...times].sort().at(-1));
    // The state was acknowledged before the last statement left.
    const last = double.traffic.at(-1);
    expect(last?.resource).toBe('statements');
    const written = double.traffic.findLast(({ method, resource }) => method !== 'GET' && resource === 'activities/state');
    expect(written).toMatchObject({ status: 204 });
  });

  test('a tab closed after a rest says in one request that it leaves', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(some, 300);
    await pass(30_000);
    const before = double.traffic.length;
    await learner.closeTab();
    expect(double.traffic.slice(before).map(({ resource, keepalive }) => [resource, keepalive])).toEqual([['statements', true]]);
    expect(double.sent().slice(-1).map(verbOf)).toEqual(['terminated']);
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('a tab closed before its answers have rested says them once, together with the goodbye', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(some, 100);
    await pass(5_000);
    const before = double.sent().length;
    double.deaf = true;
    await learner.closeTab();
    const last = double.sent().slice(before);
    expect(new Set(last.map((one) => one.id)).size).toBe(last.length);
    expect(last.map(verbOf)).toContain('answered');
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('answers under way when the tab is closed are not said again', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(some, 100);
    await pass(5_000);
    const said = (): string[] => double.sent().flatMap((one) => (verbOf(one) === 'answered' ? [one.id] : []));
    double.fault = ({ resource, body }) =>
      resource === 'statements' && body.includes('/answered') ? new Promise(() => undefined) : undefined;
    for (let second = 0; second < 40 && said().length === 0; second++) await pass(1_000);
    expect(said().length).toBeGreaterThan(0);
    double.fault = ({ resource, body }) =>
      resource === 'statements' && body.includes('/answered') && !body.includes('/terminated') ? new Promise(() => undefined) : undefined;
    await learner.closeTab();
    expect(new Set(said()).size).toBe(said().length);
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('a tab closed at once takes the last answers along, though it hears no answer any more', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(some, 300);
    await pass(4_000);
    double.deaf = true;
    await learner.closeTab();
    expect(double.verbs().at(-1)).toBe('terminated');
    const again = await LaunchedLearner.in(Object.assign(double, { deaf: false }));
    expect(again.answers).toEqual(texts(some));
    const answers = double.statements().filter((one) => verbOf(one) === 'answered');
    expect(new Set(answers.map((one) => one.id)).size).toBe(answers.length);
  });

  test.each([300, 3_000, 25_000])(
    'where a page that goes can ask for nothing new (Firefox), a tab closed %i ms after the last key tells everything all the same',
    async (after) => {
      const double = new LauncherDouble(id);
      double.dropsPreflights = true;
      const learner = await LaunchedLearner.in(double);
      await learner.write(some, 1_500);
      await pass(after);
      double.deaf = true;
      await learner.closeTab();
      // One that hears no statement but in an address of its own cannot be told more there.
      const { hears, sentOn } = double.profile.endpoint;
      if (hears === 'all' && !sentOn) expect(double.verbs().at(-1)).toBe('terminated');
      const again = await LaunchedLearner.in(Object.assign(double, { deaf: false }));
      expect(again.answers).toEqual(texts(some));
    },
  );

  test('what a closed page has told without hearing of it is asked for again, answer by answer, and is told once', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(firstHalf, 100);
    await pass(3_000);
    double.deaf = true;
    await learner.closeTab();
    double.deaf = false;
    const said = double.sent().filter((one) => verbOf(one) === 'answered').length;
    expect(said).toBeGreaterThan(20);
    const before = double.traffic.length;
    const again = await LaunchedLearner.in(double);
    await pass(60_000);
    const requests = double.traffic.slice(before).filter(({ resource, body }) => resource === 'statements' && body.includes('/answered'));
    expect(requests.length).toBeLessThanOrEqual(said + 1);
    const asked = double.traffic.slice(before).filter(({ resource, method }) => resource === 'statements' && method === 'GET');
    expect(requests.length + asked.length).toBeLessThanOrEqual(said + 2);
    expect(again.session.status.state).toBe('saved');
    await again.exit();
    const third = double.traffic.length;
    await LaunchedLearner.in(double);
    await pass(60_000);
    expect(double.traffic.slice(third).some(({ body }) => body.includes('/answered'))).toBe(false);
    const ids = double.statements().map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('answers that were still on their way when the session was terminated are all in the LRS after the next launch', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(firstHalf, 100);
    // She has paused before, so that the session is known to the LRS, and writes her last word just now.
    await pass(5_000);
    await learner.write(new Map([['b.channels.help', { text: 'Viime hetken sana', at: 0 }]]));
    await pass(300);
    double.deaf = true;
    learner.session.lifecycle.hide();
    await learner.closeTab();
    double.deaf = false;
    await LaunchedLearner.in(double);
    await pass(60_000);
    const answered = double.statements().filter((one) => verbOf(one) === 'answered');
    const expected = interactionsOf(course, learner.session.store.answers).filter(({ response }) => response.length > 0);
    if (double.profile.endpoint.drops === 'none')
      expect(new Set(answered.map((one) => one.object.id.split('/question/')[1]))).toEqual(new Set(expected.map((one) => one.id)));
  });

  test('no request carries a cookie, a name that the launcher did not give, or a secret in its address', async () => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(new Map(all.slice(0, 20)));
    await learner.exit();
    const session = double.launched();
    for (const { init, query, body } of double.traffic) {
      expect(init.credentials).toBe('omit');
      expect(init.referrerPolicy).toBe('no-referrer');
      expect(`${query.toString()} ${body}`).not.toContain(session.token);
    }
    const given = JSON.stringify(session.actor);
    for (const statement of double.sent()) {
      const { actor, ...rest } = statement;
      expect(JSON.stringify(rest)).not.toMatch(/Kirjastonen|Aino/);
      expect(given.includes('Kirjastonen') || !JSON.stringify(actor).includes('Kirjastonen')).toBe(true);
    }
    expect(learner.page.address.href).toBe('https://content.example.com/aspa/index.html');
  });
});

test('in cmi5 every statement that the specification defines has its category, and no other has', async () => {
  const double = new LauncherDouble('cmi5');
  const learner = await LaunchedLearner.in(double);
  await learner.write(licence, 100);
  await learner.exit();
  for (const statement of double.sent()) {
    const defined = ['initialized', 'completed', 'terminated'].includes(verbOf(statement));
    const categories = categoriesOf(statement).map((category) => category.split('/').at(-1));
    expect(categories).toEqual(defined ? (verbOf(statement) === 'completed' ? ['cmi5', 'moveon'] : ['cmi5']) : []);
  }
});

function texts(answers: Answers): Map<string, string> {
  return new Map([...answers].map(([field, { text }]) => [field, text]));
}
