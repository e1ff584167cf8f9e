/**
 * A course on another origin than the LMS behind scorm-again's own bridge: each question is answered '' until the other window's answer has come.
 * The bridge is the real one; what it has of a window here is a pair of timers.
 */
import { CrossFrameAPI } from 'scorm-again/cross-frame-api';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DoubleLaunch, DoubleSession, LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import { elementNames } from '../../../src/simulator/scorm/scorm-elements.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

/** One way, in milliseconds. */
const WAY = 20;

interface Asked {
  readonly messageId: string;
  readonly method: string;
  readonly params: readonly unknown[];
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A launch whose course finds the bridge in the place of the LMS's object. */
function bridged(lms: LmsDouble, standard: ScormStandard, asked: DoubleLaunch = {}, most = Infinity): DoubleSession {
  return withBridge(lms.launch(asked), standard, most);
}

function withBridge(page: DoubleSession, standard: ScormStandard, most = Infinity): DoubleSession {
  const [name, api, get] =
    standard === 'scorm12' ? ['API', page.api12, page.api12.LMSGetValue] : ['API_1484_11', page.api2004, page.api2004.GetValue];
  let hear: (event: unknown) => void = () => undefined;
  vi.stubGlobal('window', { addEventListener: (_: string, listener: typeof hear) => (hear = listener) });
  /** `getFlattenedCMI` of scorm-again. */
  const all = (): Record<string, string> =>
    Object.fromEntries(
      Object.values(elementNames[standard])
        .filter((element) => element.startsWith('cmi.'))
        .map((element) => [element, get(element)]),
    );
  const call = (method: string, params: readonly unknown[]): unknown =>
    (api as unknown as Record<string, (...parameters: readonly unknown[]) => unknown>)[method]?.(...params);
  const lastError = standard === 'scorm12' ? 'LMSGetLastError' : 'GetLastError';
  /** `getFlattenedCMI` leaves it as it is (run). */
  let error: unknown = '0';
  const heard: number[] = [];
  const other = {
    postMessage: ({ messageId, method, params }: Asked) =>
      setTimeout(() => {
        if (heard.filter((at) => Date.now() - at < 1_000).length >= most) {
          const error = { message: 'Rate limit exceeded', code: '101' };
          setTimeout(() => hear({ data: { messageId, error }, source: other }), WAY);
          return;
        }
        heard.push(Date.now());
        const isAll = method === 'getFlattenedCMI';
        const result = isAll ? all() : method === lastError ? error : call(method, params);
        if (!isAll) error = call(lastError, []);
        setTimeout(() => hear({ data: { messageId, result }, source: other }), WAY);
      }, WAY),
  };
  Object.assign(page.window, { [name]: new CrossFrameAPI('*', other as unknown as Window) });
  return page;
}

/** As its end at the LMS does (3.4.3, run): of the messages of one second a hundred are passed on. */
test.each(['scorm12', 'scorm2004'] as const)('%s: sixty answers arrive, a few at a time', async (standard) => {
  const lms = lmsOf(standard === 'scorm12' ? 'moodle' : 'strict-2004', standard);
  const learner = new ScormLearner(bridged(lms, standard, {}, 100), standard);
  await learner.open();
  for (let number = 0; number < 60; number += 1) learner.write({ [`b.ideas.${number}`]: 'Sanoja' });
  for (let saves = 0; saves < 40; saves += 1) {
    await learner.save();
    await vi.advanceTimersByTimeAsync(3_000);
  }
  const { values } = lms.stored();
  expect(Object.values(values).filter((value) => value === 'Sanoja')).toHaveLength(60);
});

test.each([
  ['scorm12', 'moodle'],
  ['scorm2004', 'strict-2004'],
] as const)('%s: every launch shows what the ones before have saved', async (standard, profile) => {
  const lms = lmsOf(profile, standard);
  for (const before of [[], ['b.one'], ['b.one', 'b.two']]) {
    const learner = new ScormLearner(bridged(lms, standard), standard);
    const { learner: who } = await learner.open();
    expect([...learner.answers.keys()]).toEqual(before);
    expect(who).toEqual({ id: 'aino.k', name: 'Kirjastonen, Aino' });
    await learner.write({ [['b.one', 'b.two', 'b.three'][before.length] as string]: 'Sanoja' }).save();
    await vi.advanceTimersByTimeAsync(2_000);
    learner.page.crash();
  }
});

describe.each([
  ['scorm12', 'strict-1.2'],
  ['scorm2004', 'strict-2004'],
] as const)('%s: a frame that is loaded again while its player runs on is not open, since Initialize was refused', (standard, profile) => {
  test('where the bridge is older than the frame', async () => {
    const learner = new ScormLearner(bridged(lmsOf(profile, standard), standard), standard);
    await learner.open();
    await expect(new ScormLearner(learner.page, standard).open()).rejects.toMatchObject({ code: 'session-over' });
  });

  test('where the frame brings its own bridge', async () => {
    const learner = new ScormLearner(bridged(lmsOf(profile, standard), standard), standard);
    await learner.open();
    await expect(new ScormLearner(withBridge(learner.page, standard), standard).open()).rejects.toMatchObject({ code: 'session-over' });
  });

  test('where the frame before has ended the session', async () => {
    const learner = new ScormLearner(bridged(lmsOf(profile, standard), standard), standard);
    await learner.open();
    await settled(learner.close());
    await expect(new ScormLearner(withBridge(learner.page, standard), standard).open()).rejects.toMatchObject({ code: 'session-over' });
  });
});

test('one that answers nothing is not taken for a first launch', async () => {
  const page = lmsOf('moodle', 'scorm12').launch();
  vi.stubGlobal('window', { addEventListener: () => undefined });
  Object.assign(page.window, { API: new CrossFrameAPI('*', { postMessage: () => undefined } as unknown as Window) });
  expect(await new ScormLearner(page, 'scorm12').open()).toMatchObject({ doubtful: true });
});

test.each(['scorm12', 'scorm2004'] as const)('%s: who only looks in stores nothing', async (standard) => {
  const lms = lmsOf(standard === 'scorm12' ? 'moodle' : 'strict-2004', standard);
  const learner = new ScormLearner(bridged(lms, standard, { mode: 'browse' }), standard);
  expect((await learner.open()).mode).toBe('browse');
  expect(await learner.write({ 'b.one': 'Sanoja' }).save()).toMatchObject({ result: 'not-saved', reason: 'read-only' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(lms.stored().values).toEqual({});
});

/** What a course asks in a launch, and hears at once and later. */
async function heard(page: DoubleSession, perLook: number): Promise<string[]> {
  const api = page.window.API as Record<string, (...parameters: string[]) => string>;
  const told: string[] = [];
  const ask = (name: string, ...parameters: string[]): void => void told.push(`${name} ${parameters[0]}: ${api[name]?.(...parameters)}`);
  const look = (): void => {
    for (const name of [
      'cmi.suspend_data',
      'cmi.core.student_id',
      'cmi.core.lesson_mode',
      'cmi.objectives._count',
      'cmi.core.lesson_location',
    ])
      ask('LMSGetValue', name);
    ask('LMSGetLastError');
  };
  ask('LMSInitialize', '');
  for (let looks = 0; looks < 4; looks += 1) {
    look();
    await vi.advanceTimersByTimeAsync(30);
  }
  ask('LMSSetValue', 'cmi.core.lesson_location', 'Luku 2');
  look();
  ask('LMSSetValue', 'cmi.core.lesson_mode', 'browse');
  await vi.advanceTimersByTimeAsync(10_000);
  look();
  for (let number = 0; number < perLook; number += 1) ask('LMSSetValue', 'cmi.core.lesson_location', `Luku ${number}`);
  await vi.advanceTimersByTimeAsync(100);
  look();
  await vi.advanceTimersByTimeAsync(10_000);
  ask('LMSCommit', '');
  look();
  await vi.advanceTimersByTimeAsync(100);
  look();
  return told;
}

test.each([3, 49, 80])('the simulator’s own bridge tells the same as the real one, where %i values are set at once', async (atOnce) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const attempts = [lmsOf('scorm-again-bridge', 'scorm12'), lmsOf('strict-1.2', 'scorm12')] as const;
  for (const lms of attempts) {
    const before = lms.launch();
    before.api12.LMSInitialize('');
    before.api12.LMSSetValue('cmi.suspend_data', 'Sanoja');
    before.api12.LMSSetValue('cmi.objectives.0.id', 'A');
    before.api12.LMSFinish('');
    before.crash();
  }
  const simulated = await heard(attempts[0].launch(), atOnce);
  expect(simulated).toEqual(await heard(bridged(attempts[1], 'scorm12', {}, 100), atOnce));
  expect(attempts[0].stored().values).toEqual(attempts[1].stored().values);
});
