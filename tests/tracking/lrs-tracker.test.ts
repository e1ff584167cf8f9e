/** What both LRS trackers owe to the session, whatever the network does. */
import { describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { interactionsOf } from '../../src/session/interactions.ts';
import type { Launch, LeavingEvent, SaveOutcome, Snapshot, Tracker } from '../../src/tracking/tracker.ts';
import { course as wholeCourse, pass, settled, trackerOf } from '../launchers/launched-learner.ts';
import { withLauncherClock } from '../launchers/launched-licence.ts';
import type { LaunchedPage } from '../launchers/launched-page.ts';
import { turn } from './turn.ts';
import { LauncherDouble, verbOf, type Fault, type StatementJson } from '../launchers/launcher-double.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';

const NASTY = 'Rivi\nÄÖÅ äöå 😀 { } [,] <script>alert(1)</script> \u2028 "'.padEnd(4000, 'ö');
const FIELD = 'e.feedback.together';
const offline: Fault = () => Promise.reject(new TypeError('Failed to fetch'));
const captivePortal: Fault = () =>
  new Response('<!doctype html><title>Kirjaudu verkkoon</title>', { headers: { 'Content-Type': 'text/html' } });
/** As `AbortSignal.timeout` ends a request, by the clock of the test. */
const hanging: Fault = () =>
  new Promise((_answer, refuse) => setTimeout(() => refuse(new DOMException('timed out', 'TimeoutError')), 20_000));

withLauncherClock();

/** What a session does with its tracker, one call at a time. */
class Learner {
  answers: Answers = new Map();
  revision = 0;
  complete = false;
  course: Course = wholeCourse;
  again: ReturnType<typeof setTimeout> | undefined;
  launch!: Launch;
  readonly tracker: Tracker;

  constructor(
    readonly double: LauncherDouble,
    readonly page: LaunchedPage,
    now?: () => number,
  ) {
    this.tracker = trackerOf(double, page, now ? { now } : {});
  }

  static async in(double: LauncherDouble, mode: 'normal' | 'browse' | 'review' = 'normal'): Promise<Learner> {
    return new Learner(double, await double.launch({ mode })).open();
  }

  async open(): Promise<this> {
    this.launch = await settled(this.tracker.open());
    this.answers = this.launch.state?.answers ?? new Map();
    this.revision = this.launch.state?.revision ?? 0;
    return this;
  }

  write(text: string, field = FIELD, at = Date.now()): this {
    this.answers = new Map([...this.answers, [field, { text, at }]]);
    return this;
  }

  /** And again when the tracker says that more is due, as the save queue does it. */
  save(event?: LeavingEvent): Promise<SaveOutcome> {
    return settled(this.#save(event));
  }

  async #save(event?: LeavingEvent): Promise<SaveOutcome> {
    clearTimeout(this.again);
    const snapshot = this.snapshot();
    const outcome = await (event ? this.tracker.saveNow(snapshot, event) : this.tracker.save(snapshot, turn()));
    if (outcome.result === 'not-saved') return outcome;
    const { dueIn, agreedAt: _agreedAt, ...told } = outcome;
    if (dueIn !== undefined) this.again = setTimeout(() => void this.#save(), dueIn);
    return told;
  }

  close(): Promise<SaveOutcome> {
    clearTimeout(this.again);
    return settled(this.tracker.closeNow(this.snapshot()));
  }

  snapshot(): Snapshot {
    this.revision += 1;
    return {
      // A picture of its own each time, as the session makes it.
      answers: new Map(this.answers),
      revision: this.revision,
      interactions: interactionsOf(this.course, this.answers),
      classes: wholeCourse.classes.map(({ id, title }) => ({ id, title, earned: this.complete })),
      complete: this.complete,
      withheld: new Set<string>(),
      share: this.complete ? 1 : 0.25,
      place: 'b/b.channels',
      duration: 61_230,
    };
  }
}

describe.each<LauncherId>(['xapi', 'cmi5'])('%s', (id) => {
  test('what was saved is there at the next launch, letter by letter, with its times', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    expect(learner.launch.state).toBeUndefined();
    expect(await learner.save()).toEqual({ result: 'saved', revision: 1 });
    expect(await learner.write(NASTY).write('Ä\ud83d', 'c.path.group').save()).toEqual({ result: 'saved', revision: 2 });
    await learner.close();
    const again = await Learner.in(double);
    expect(again.launch.state).toEqual({ answers: learner.answers, revision: 2 });
    expect(again.launch.unreadable).toBeUndefined();
    expect(double.faultsOfStatements()).toEqual([]);
  });

  test.each([
    ['offline', offline, { reason: 'offline', retry: true }],
    ['an LRS that hangs', hanging, { reason: 'offline', retry: true }],
    ['503', () => new Response('', { status: 503 }), { reason: 'offline', retry: true }],
    ['a captive portal’s page in HTTP 200', captivePortal, { reason: 'offline', retry: true }],
    ['401', () => new Response('', { status: 401 }), { reason: 'session-ended', retry: false }],
    ['403', () => new Response('', { status: 403 }), { reason: 'session-ended', retry: false }],
    ['413', () => new Response('', { status: 413 }), { reason: 'full', retry: false }],
    ['400', () => new Response('', { status: 400 }), { reason: 'refused', retry: false }],
  ] as const)('a save that fails says why: %s', async (_name, fault, told) => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    double.fault = fault as Fault;
    expect(await learner.write('Ei mene perille').save()).toMatchObject({ result: 'not-saved', ...told });
    double.fault = () => undefined;
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(JSON.stringify(double.state())).toContain('Ei mene perille');
  });

  test.each([429, 503])('%i with Retry-After: nothing is asked before, but for a page that leaves', async (status) => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    double.fault = () => new Response('', { status, headers: { 'Retry-After': '30', 'Access-Control-Expose-Headers': 'Retry-After' } });
    expect(await learner.write('Odottaa').save()).toMatchObject({ result: 'not-saved', reason: 'offline', retryAfter: 30_000 });
    const before = double.traffic.length;
    await pass(10_000);
    expect(await learner.save()).toMatchObject({ result: 'not-saved', retryAfter: expect.closeTo(20_000, -3) as number });
    expect(double.traffic).toHaveLength(before);
    await learner.save('leaving');
    expect(double.traffic.length).toBeGreaterThan(before);
    double.fault = () => undefined;
    await pass(30_000);
    expect(await learner.save()).toMatchObject({ result: 'saved' });
  });

  test('Retry-After may be a date', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    const date = new Date(Date.now() + 60_000).toUTCString();
    double.fault = () =>
      new Response('', { status: 503, headers: { 'Retry-After': date, 'Access-Control-Expose-Headers': 'Retry-After' } });
    expect(await learner.save()).toMatchObject({ retryAfter: expect.closeTo(60_000, -3) as number });
  });

  test('what was not acknowledged goes first at the next launch, in its order, each once', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    await learner.write('Ensin').save();
    await pass(25_000);
    double.fault = ({ resource }) => (resource === 'statements' ? new Response('', { status: 503 }) : undefined);
    await learner.write('Sitten', 'b.channels.help').save();
    await pass(25_000);
    learner.complete = true;
    expect(await learner.write('Lopuksi', 'c.path.need').save()).toMatchObject({ result: 'not-saved' });
    double.fault = () => undefined;

    const again = await Learner.in(double);
    again.complete = true;
    await pass(30_000);
    const before = double.sent().length;
    expect(await again.save()).toMatchObject({ result: 'saved' });
    const verbs = double.sent().slice(before).map(verbOf);
    expect(verbs).toEqual(['initialized', 'answered', 'answered', ...wholeCourse.classes.map(() => 'earned'), 'completed']);
    const stored = double.statements();
    expect(stored.flatMap(({ result }) => result?.['response'] ?? [])).toEqual(['Ensin', 'Sitten', 'Lopuksi']);
    expect(new Set(stored.map((statement) => statement.id)).size).toBe(stored.length);
  });

  test('duplicate delivery: an LRS that stored everything and whose answers were lost holds everything once', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    double.loses = true;
    learner.complete = true;
    expect(await learner.write('Kahdesti lähetetty').save('hidden')).toMatchObject({ result: 'not-saved', reason: 'offline' });
    expect(await learner.save('hidden')).toMatchObject({ result: 'not-saved', reason: 'offline' });
    double.loses = false;
    await pass(1_000);
    expect(await learner.save('hidden')).toMatchObject({ result: 'saved' });
    const stored = double.statements();
    expect(new Set(stored.map((statement) => statement.id)).size).toBe(stored.length);
    expect(stored.filter((statement) => verbOf(statement) === 'completed')).toHaveLength(1);
    expect(stored.filter(({ result }) => result?.['response'] === 'Kahdesti lähetetty')).toHaveLength(1);
  });

  test('closing sends everything before its first await: new words, what is due, and terminated behind it', async () => {
    for (const written of [true, false]) {
      const double = new LauncherDouble(id);
      const learner = await Learner.in(double);
      await learner.save();
      await pass(30_000);
      if (written) learner.write('Juuri nyt');
      const snapshot = learner.snapshot();
      const before = double.traffic.length;
      const closing = learner.tracker.closeNow(snapshot);
      const atOnce = double.traffic.slice(before);
      expect(atOnce.map(({ method, resource, keepalive }) => [method, resource, keepalive])).toEqual([
        ...(written ? [['POST', 'activities/state', true]] : []),
        ['POST', 'statements', true],
      ]);
      if (written) expect(atOnce[0]?.body).toContain('Juuri nyt');
      const said = [JSON.parse(atOnce.at(-1)?.body ?? '') as StatementJson | StatementJson[]].flat().map(verbOf);
      expect(said).toEqual(written ? ['answered', 'terminated'] : ['terminated']);
      expect(await settled(closing)).toMatchObject({ result: 'saved' });
      expect(double.verbs().at(-1)).toBe('terminated');
    }
  });

  test('only the first closing counts', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    await Promise.all([learner.close(), learner.close()]);
    expect(double.verbs()).toEqual(['initialized', 'progressed', 'terminated']);
  });

  test('requests that outlive the page stay together under 64 KiB, whatever letters they hold', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    for (let index = 0; index < 9; index++) learner.write('€'.repeat(4000), `c.ideas.ideas.k${index}.what`);
    const before = double.traffic.length;
    await learner.save('leaving');
    const sent = double.traffic.slice(before);
    expect(new TextEncoder().encode(sent[0]?.body).byteLength).toBeGreaterThan(65_536);
    for (const { body, keepalive } of sent) if (keepalive) expect(new TextEncoder().encode(body).byteLength).toBeLessThan(61_000);
    expect(sent[0]?.keepalive).toBe(false);
    expect(JSON.stringify(double.state())).toContain('€€€');
  });

  test('answers are reported when they have settled, not letter by letter, and though nothing else is done', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    for (const text of ['Kir', 'Kirjas', 'Kirjasto']) {
      await learner.write(text).save();
      await pass(5_000);
    }
    expect(double.verbs()).not.toContain('answered');
    await pass(25_000);
    expect(double.statements().flatMap(({ result }) => result?.['response'] ?? [])).toEqual(['Kirjasto']);
    expect(double.held().reported).toHaveProperty([FIELD]);
  });

  test('an emptied answer is reported as empty, an untouched question never', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.write('Jotain').save('hidden');
    await pass(1_000);
    await learner.write('').save('hidden');
    const answers = double.statements().filter((statement) => verbOf(statement) === 'answered');
    expect(answers.map(({ result }) => result?.['response'])).toEqual(['Jotain', '']);
  });

  test('a private answer leaves the learner’s own state in no statement, and with report: completion none does', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    learner.course = { ...wholeCourse, report: 'completion' };
    learner.complete = true;
    await learner.write('Vain minulle').save('hidden');
    await learner.close();
    expect(JSON.stringify(double.state())).toContain('Vain minulle');
    expect(JSON.stringify(double.sent())).not.toContain('Vain minulle');
    expect(double.verbs()).toContain('completed');
  });

  test('two windows: neither writes over what the other has written', async () => {
    const double = new LauncherDouble(id);
    const first = await Learner.in(double);
    await first.save();
    const second = await Learner.in(double);
    await second.write('Toisessa', 'b.colleague.meaning').save();
    expect(await first.write('Ensimmäisessä').save()).toMatchObject({ result: 'saved' });
    await second.write('Toisessa edelleen', 'b.colleague.meaning').save();
    const third = await Learner.in(double);
    expect(third.answers.get(FIELD)?.text).toBe('Ensimmäisessä');
    expect(third.answers.get('b.colleague.meaning')?.text).toBe('Toisessa edelleen');
  });

  test('clock skew: no statement is later than this computer’s clock, and a newer text wins though its clock is behind', async () => {
    const double = new LauncherDouble(id);
    const ahead = Date.now() + 3_600_000;
    const learner = new Learner(double, await double.launch());
    await learner.open();
    await learner.write('Edellä', FIELD, ahead).save('hidden');
    expect(double.statements().every(({ timestamp }) => Date.parse(timestamp) <= Date.now())).toBe(true);
    const behind = await Learner.in(double);
    expect(behind.answers.get(FIELD)).toEqual({ text: 'Edellä', at: ahead });
    // What the answer store does with a clock that is behind.
    await behind.write('Jäljessä, mutta uudempi', FIELD, ahead + 1000).save();
    expect((await Learner.in(double)).answers.get(FIELD)?.text).toBe('Jäljessä, mutta uudempi');
  });

  test('an LRS that is not there at launch is asked again, and then told as unreachable', async () => {
    const double = new LauncherDouble(id);
    const page = await double.launch();
    let failures = 2;
    double.fault = ({ method }) => (method === 'GET' && failures-- > 0 ? new Response('', { status: 503 }) : undefined);
    const learner = await new Learner(double, page).open();
    expect(learner.launch.mode).toBe('normal');
    double.fault = ({ method }) => (method === 'GET' ? new Response('', { status: 503 }) : undefined);
    await expect(Learner.in(double)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a captive portal at launch is no empty workbook', async () => {
    const double = new LauncherDouble(id);
    await (await Learner.in(double)).write('Tallessa').save();
    double.fault = ({ method }) => (method === 'GET' ? (captivePortal as () => Response)() : undefined);
    await expect(Learner.in(double)).rejects.toMatchObject({ code: 'unreachable' });
    expect(JSON.stringify(double.state())).toContain('Tallessa');
  });

  test('errors, outcomes and the console hold neither secrets nor answers, though the LRS echoes both', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    const said: string[] = [];
    vi.spyOn(console, 'warn').mockImplementation((...words) => void said.push(words.join(' ')));
    for (const status of [400, 401, 403, 500]) {
      double.fault = ({ headers, body, resource, method }) =>
        method === 'GET' || (status === 400 && resource !== 'statements')
          ? undefined
          : new Response(`Refused ${headers.get('authorization') ?? ''}: ${body}`, { status });
      said.push(JSON.stringify(await learner.write(`Salainen ${status}`).save('hidden')));
    }
    double.fault = ({ headers, query }) => new Response(`${headers.get('authorization') ?? ''} ${query.toString()}`, { status: 401 });
    await Learner.in(double).catch((error: unknown) => said.push(String(error), JSON.stringify(error)));
    expect(said.length).toBeGreaterThan(5);
    const all = said.join('\n');
    expect(all).not.toMatch(/Salainen|Basic|aino/);
    expect(all).not.toContain(double.launched().token);
  });

  test('the key reload goes on with the same session, without a second token, initialized or terminated', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.write('Ennen').save();
    learner.page.press('F5');
    await learner.close();
    const again = await new Learner(double, learner.page.reloaded()).open();
    expect(again.answers.get(FIELD)?.text).toBe('Ennen');
    await again.write('Jälkeen').save();
    await again.close();
    expect(double.traffic.filter(({ resource }) => resource === 'fetch')).toHaveLength(id === 'cmi5' ? 1 : 0);
    const verbs = double.sent().map(verbOf);
    expect(verbs.filter((verb) => verb === 'initialized')).toHaveLength(1);
    expect(verbs.filter((verb) => verb === 'terminated')).toHaveLength(1);
    expect(verbs.at(-1)).toBe('terminated');
    expect(double.traffic.every(({ status }) => status < 300 || status === 404)).toBe(true);
  });

  test('the duration of a session that a reload did not end is that of all its pages', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    learner.page.press('F5');
    await learner.close();
    await pass(10_000);
    const again = await new Learner(double, learner.page.reloaded()).open();
    again.complete = true;
    await again.save();
    await again.close();
    const durations = ['completed', 'terminated'].map(
      (verb) => double.statements().find((one) => verbOf(one) === verb)?.result?.['duration'],
    );
    expect(durations).toEqual(['PT122.46S', 'PT122.46S']);
  });

  test('completed has the duration of all sittings, terminated that of its own (cmi5 9.5.4.1)', async () => {
    const double = new LauncherDouble(id);
    for (const sitting of [1, 2, 3]) {
      const learner = await Learner.in(double);
      learner.complete = sitting === 3;
      await learner.write(`Istunto ${sitting}`).save();
      await learner.close();
    }
    const durations = (verb: string): unknown[] =>
      double
        .statements()
        .filter((one) => verbOf(one) === verb)
        .map(({ result }) => result?.['duration']);
    expect(durations('completed')).toEqual(['PT183.69S']);
    expect(durations('terminated')).toEqual(['PT61.23S', 'PT61.23S', 'PT61.23S']);
  });

  test('a page that crashed before it said anything is loaded again with what is left in the tab', async () => {
    const double = new LauncherDouble(id);
    const page = await double.launch();
    page.stubborn = true;
    await new Learner(double, page).open();
    const again = await new Learner(double, page.reloaded()).open();
    await again.save();
    expect(double.verbs()[0]).toBe('initialized');
  });
});

describe('cmi5', () => {
  test('after terminated, the browser’s own reload says that the session is over, and asks for nothing', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await Learner.in(double);
    await learner.save();
    await learner.close();
    const before = double.traffic.length;
    await expect(new Learner(double, learner.page.reloaded()).open()).rejects.toMatchObject({ code: 'session-over' });
    expect(double.traffic).toHaveLength(before);
  });

  test('terminated that did not arrive does not end the session: the page may be loaded again', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await Learner.in(double);
    await learner.save();
    double.fault = offline;
    await learner.close();
    double.fault = () => undefined;
    const again = await new Learner(double, learner.page.reloaded()).open();
    await again.save();
    await again.close();
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('Browse: initialized and terminated are said, and nothing at all is written', async () => {
    const double = new LauncherDouble('cmi5');
    await (await Learner.in(double)).write('Oma').save();
    const learner = await Learner.in(double, 'browse');
    const before = double.traffic.length;
    learner.complete = true;
    expect(learner.launch.mode).toBe('browse');
    expect(learner.answers.get(FIELD)?.text).toBe('Oma');
    expect(await learner.write('Selaillessa').save()).toMatchObject({ result: 'not-saved', reason: 'read-only', retry: false });
    await learner.close();
    const requests = double.traffic.slice(before);
    expect(requests.every(({ resource }) => resource === 'statements')).toBe(true);
    expect(double.sent().slice(-2).map(verbOf)).toEqual(['initialized', 'terminated']);
    expect(JSON.stringify(double.state())).not.toContain('Selaillessa');
  });

  test('Review: work is stored and answers are told, and nothing that counts for moveOn', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await Learner.in(double, 'review');
    learner.complete = true;
    expect(await learner.write('Kertauksessa').save('hidden')).toMatchObject({ result: 'saved' });
    await learner.close();
    expect(double.verbs()).not.toContain('completed');
    expect(double.verbs()).not.toContain('progressed');
    expect(double.verbs()).toContain('answered');
    expect(JSON.stringify(double.state())).toContain('Kertauksessa');
  });

  test('by their timestamps initialized is first and terminated last, though an answer was written before the launch', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await Learner.in(double);
    await learner.write('Eilen, ilman verkkoa', FIELD, Date.now() - 86_400_000).save();
    await learner.close();
    const times = double.statements().map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
    expect(double.verbs()).toEqual(['initialized', 'answered', 'progressed', 'terminated']);
  });

  test('a token that is no JSON, or an LMS that fails, becomes a clear problem without the token in it', async () => {
    for (const [body, status, code] of [
      ['{"auth-token":"c2VjcmV0"', 200, 'fetch-refused'],
      ['<html>c2VjcmV0</html>', 200, 'fetch-refused'],
      ['{}', 200, 'fetch-refused'],
      ['c2VjcmV0', 500, 'unreachable'],
    ] as const) {
      const double = new LauncherDouble('cmi5');
      double.fault = ({ resource }) => (resource === 'fetch' ? new Response(body, { status }) : undefined);
      const problem: unknown = await Learner.in(double).catch((error: unknown) => error);
      expect(problem).toMatchObject({ code });
      expect(`${String(problem)} ${String((problem as Error).cause)}`).not.toContain('c2VjcmV0');
    }
  });
});

describe('xAPI', () => {
  test('after terminated, a reload begins another session', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await Learner.in(double);
    await learner.save();
    await learner.close();
    await pass(1_000);
    const again = await new Learner(double, learner.page.reloaded()).open();
    await again.save();
    await again.close();
    expect(double.verbs().filter((verb) => verb === 'initialized' || verb === 'terminated')).toEqual([
      'initialized',
      'terminated',
      'initialized',
      'terminated',
    ]);
  });

  test('an answer keeps the time at which it was written', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await Learner.in(double);
    const yesterday = Date.now() - 86_400_000;
    await learner.write('Eilen', FIELD, yesterday).save();
    expect(double.statements().find((statement) => verbOf(statement) === 'answered')?.timestamp).toBe(new Date(yesterday).toISOString());
  });
});
