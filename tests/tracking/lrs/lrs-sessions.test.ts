/** What makes one session of an LRS tracker: reloads, crashes, its end, its time, and the modes of a launch. */
import { describe, expect, test } from 'vitest';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { watchReload } from '../../../src/tracking/lrs/reload-watch.ts';
import { pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble, verbOf } from '../../launchers/launcher-double.ts';
import { FIELD, Learner, offline } from './lrs-learner.ts';

withLauncherClock();

describe.each<LauncherId>(['xapi', 'cmi5'])('%s', (id) => {
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

  test('a session goes on with its time after its page, or the browser, has crashed', async () => {
    const double = new LauncherDouble(id);
    const page = await double.launch();
    await (await new Learner(double, page).open()).write('Ennen').save();
    const again = await new Learner(double, page.reloaded()).open();
    await again.write('Jälkeen').save();
    await again.close();
    const durations = double.statements().flatMap((one) => (verbOf(one) === 'terminated' ? one.result?.['duration'] : []));
    expect(durations).toEqual(['PT122.46S']);
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

  test.each([408, 429, 500, 502, 503, 504])('an LMS that answers %i when it is asked for the token is asked again', async (status) => {
    const double = new LauncherDouble('cmi5');
    let refusals = 0;
    double.fault = ({ resource }) => (resource === 'fetch' && refusals++ < 2 ? new Response('', { status }) : undefined);
    const learner = await Learner.in(double);
    expect(await learner.write('Sanottu').save()).toMatchObject({ result: 'saved' });
    expect(double.traffic.filter(({ resource }) => resource === 'fetch')).toHaveLength(3);
  });

  test('a token that is no JSON, or an LMS that fails, becomes a clear problem without the token in it', async () => {
    for (const [body, status, code] of [
      ['{"auth-token":"c2VjcmV0"', 200, 'fetch-refused'],
      ['<html>c2VjcmV0</html>', 200, 'fetch-refused'],
      ['{}', 200, 'fetch-refused'],
      ['c2VjcmV0', 500, 'unreachable'],
      ['{}', 408, 'unreachable'],
      ['Too many requests', 429, 'unreachable'],
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

test('a key event without a key, as of a browser that fills a field in, is no reload and no fault', () => {
  let press: (event: KeyboardEvent) => void = () => undefined;
  const isReloading = watchReload({ addEventListener: ((_name: string, listener: typeof press) => (press = listener)) as never }, () => 0);
  expect(() => press(new Event('keydown') as KeyboardEvent)).not.toThrow();
  expect(isReloading()).toBe(false);
});
