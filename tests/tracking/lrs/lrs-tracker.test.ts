/** What both LRS trackers owe to the session, whatever the network does. */
import { describe, expect, test, vi } from 'vitest';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { pass, settled, course as wholeCourse } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { type Fault, LauncherDouble, type StatementJson, verbOf } from '../../launchers/launcher-double.ts';
import { captivePortal, FIELD, hanging, Learner, NASTY, offline } from './lrs-learner.ts';

withLauncherClock();

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
    ['400', () => new Response('', { status: 400 }), { reason: 'refused', retry: true }],
    ['404', () => new Response('', { status: 404 }), { reason: 'refused', retry: true }],
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

  test('one of them that never ends holds its bytes: what is sent after it is not refused by the browser', async () => {
    const double = new LauncherDouble(id);
    const learner = await Learner.in(double);
    await learner.save();
    for (let index = 0; index < 10; index++) learner.write('a'.repeat(3500), `c.ideas.ideas.k${index}.what`);
    double.fault = () => new Promise(() => undefined);
    await learner.save('hidden');
    await vi.advanceTimersByTimeAsync(60_000);
    double.fault = () => undefined;
    await learner.write('Viimeiset sanat').save('leaving');
    expect(JSON.stringify(double.state())).toContain('Viimeiset sanat');
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
});
