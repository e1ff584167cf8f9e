/** One test by name for each rule on what an LMS is told first, and what an empty one means. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scorm12Tracker } from '../../../src/tracking/scorm/scorm12-tracker.ts';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { lmsLike, lmsOf, ScormLearner, settled } from './scorm-learner.ts';
import { commits, sets } from './scorm-calls.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('right after Initialize', () => {
  test.each(['scorm12', 'scorm2004'] as const)('%s: the first thing set is that the learner will come back', async (standard) => {
    const learner = await ScormLearner.in(lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004', standard), standard);
    expect(sets(learner.page.calls)[0]).toEqual([standard === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit', 'suspend']);
  });

  test('the status is incomplete before anything can be left behind', async () => {
    const learner = await ScormLearner.in(lmsOf('chamilo', 'scorm12'), 'scorm12');
    expect(sets(learner.page.calls)).toContainEqual(['cmi.core.lesson_status', 'incomplete']);
  });

  test('incomplete and suspend are committed within two seconds of the launch', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const start = Date.now();
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    expect(commits(learner.page.calls)[0]?.at).toBeLessThan(start + 2000);
    expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
  });

  test('the trial of how much suspend_data holds leaves what was there', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.channels.help': 'Talletettu' }).save();
    const again = await ScormLearner.in(lms, 'scorm12');
    const from = again.page.calls.length;
    await again.save();
    const states = again.page.calls.slice(from).filter(({ call, element }) => call === 'SetValue' && element === 'cmi.suspend_data');
    expect(states.map(({ value = '' }) => unpackState(value))).toEqual(
      states.map(() =>
        expect.objectContaining({ result: 'whole', state: expect.objectContaining({ answers: learner.answers }) as unknown }),
      ),
    );
    expect(again.launch.limits.stateLength).toBe(50_000);
  });

  test.each([
    ['strict-1.2', 'scorm12', 4096 + 0.9 * 60 * 245],
    ['moodle', 'scorm12', 50_000],
    ['strict-2004', 'scorm2004', 50_000],
    ['strict-2004-3rd', 'scorm2004', 4000],
    // Its GetValue shows what is being tried out only later: that is no sign of a small place.
    ['open-edx', 'scorm12', 50_000],
    ['open-edx', 'scorm2004', 50_000],
  ] as const)('%s, %s holds %i characters', async (profile, standard, length) => {
    const learner = await ScormLearner.in(lmsOf(profile, standard), standard);
    await learner.save();
    expect(learner.launch.limits.stateLength).toBe(length);
  });

  test('a state that the LMS does not take back after the trial is restored all the same', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const first = await ScormLearner.in(lms, 'scorm2004');
    await first.write({ 'b.one': 'Jo tallessa' }).save();
    await first.closeTab();
    const page = lms.launch();
    const { SetValue } = page.api2004;
    let asked = 0;
    Object.assign(page.api2004, {
      SetValue: (element: string, value: string) =>
        element === 'cmi.suspend_data' && ++asked === 2 ? 'false' : SetValue.call(page.api2004, element, value),
    });
    const learner = new ScormLearner(page, 'scorm2004');
    expect((await learner.open()).state?.answers).toEqual(first.answers);
    await learner.save();
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(first.answers);
  });

  test.each([
    ['sakai', 'scorm2004'],
    ['open-edx', 'scorm12'],
    ['open-edx', 'scorm2004'],
  ] as const)('%s, %s: a page out of a cache does not put its old state over a newer one by being opened', async (profile, standard) => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.write({ 'b.one': 'Myöhemmin kirjoitettu' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    const back = new ScormLearner(learner.page.back(), standard);
    expect((await back.open()).state).toBeUndefined();
    await vi.advanceTimersByTimeAsync(3000);
    back.page.crash();
    expect((await ScormLearner.in(lms, standard)).launch.state?.answers).toEqual(learner.answers);
  });

  test('a tab that dies during the trial leaves the state whole where each value is stored at once', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': 'Jo tallessa' }).save();
    learner.page.crash();
    const again = await ScormLearner.in(lms, 'scorm2004');
    const { SetValue } = again.page.api2004;
    Object.assign(again.page.api2004, {
      SetValue: (element: string, value: string) => {
        const answer = SetValue.call(again.page.api2004, element, value);
        if (element === 'cmi.suspend_data') again.page.crash();
        return answer;
      },
    });
    await again.save();
    expect(lms.stored().values['cmi.suspend_data']).toHaveLength(64_000);
    const { launch } = await ScormLearner.in(lms, 'scorm2004');
    expect(launch.state).toEqual({ answers: learner.answers, revision: learner.revision });
    expect(launch.unreadable).toBeUndefined();
  });

  test('what the trial left behind is not finished into the place of a state that the LMS does not take back', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const first = await ScormLearner.in(lms, 'scorm2004');
    await first.write({ 'b.one': 'Jo tallessa' }).save();
    await first.closeTab();
    const page = lms.launch();
    const { SetValue } = page.api2004;
    let asked = 0;
    Object.assign(page.api2004, {
      SetValue: (element: string, value: string) =>
        element === 'cmi.suspend_data' && ++asked > 1 ? 'false' : SetValue.call(page.api2004, element, value),
    });
    const learner = new ScormLearner(page, 'scorm2004');
    await learner.open();
    await learner.save();
    expect(await settled(learner.close())).toMatchObject({ result: 'not-saved' });
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(first.answers);
  });

  test('"true" with an error code is a refusal, and the room is as small as the LMS is', async () => {
    const polite = lmsLike('strict-1.2', 'scorm12', (habits) => ({ ...habits, answers: { ...habits.answers, refusalsSayTrue: true } }));
    const lms = lmsOf(polite, 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'x'.repeat(300) }).save();
    expect(learner.launch.limits.stateLength).toBeLessThan(20_000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('"false" without an error code is none, where the value is there', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const { SetValue } = learner.page.api2004;
    Object.assign(learner.page.api2004, {
      SetValue: (element: string, value: string) => {
        const answer = SetValue.call(learner.page.api2004, element, value);
        return element === 'cmi.suspend_data' ? 'false' : answer;
      },
    });
    expect(await learner.write({ 'b.one': 'Tallessa' }).save()).toMatchObject({ result: 'saved' });
  });

  test('what is refused because nobody answers says nothing of the room', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    lms.server.fault = 'unavailable';
    await learner.save();
    lms.server.fault = undefined;
    await vi.advanceTimersByTimeAsync(3000);
    await learner.save();
    expect(learner.launch.limits.stateLength).toBe(50_000);
  });

  test('where each value is stored at once, that the learner will come back is never taken back, not for a moment', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': 'Ensin' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.write({ 'b.one': 'Sitten' }).save();
    await learner.closeTab();
    const exits = sets(learner.page.calls).filter(([element]) => element === 'cmi.exit');
    expect(new Set(exits.map(([, value]) => value))).toEqual(new Set(['suspend']));
  });

  test('whatever an LMS hands over, opening ends in a launch', async () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '',
        '0',
        'Alku',
        'A'.repeat(5000),
        'P'.repeat(400),
        'free',
        'null',
        'browse',
        'completed',
        undefined,
        null,
        7,
        new Error('no'),
      ),
    );
    const answers = fc.array(values, { minLength: 1, maxLength: 40 });
    const check = fc.asyncProperty(answers, fc.constantFrom('scorm12' as const, 'scorm2004' as const), async (handedOver, standard) => {
      const page = lmsOf('moodle', standard).launch();
      let asked = 0;
      const anything = (): unknown => {
        const value = handedOver[asked++ % handedOver.length];
        if (value instanceof Error) throw value;
        return value;
      };
      const api = { LMSGetValue: anything, LMSSetValue: anything, GetValue: anything, SetValue: anything };
      Object.assign(standard === 'scorm12' ? page.api12 : page.api2004, api);
      const launch = await settled(new ScormLearner(page, standard).tracker.open());
      expect(launch.mode).toMatch(/^(normal|browse|review)$/);
      expect(typeof launch.learner.id).toBe('string');
    });
    await fc.assert(check, { numRuns: 60 });
  });

  test('learner, name and language are handed over', async () => {
    const { launch } = await ScormLearner.in(lmsOf('strict-2004', 'scorm2004'), 'scorm2004');
    expect(launch).toMatchObject({ learner: { id: 'aino.k', name: 'Kirjastonen, Aino' }, language: 'fi', mode: 'normal' });
  });

  test('without an LMS it says so', async () => {
    const page = { parent: undefined, opener: null } as unknown as Window;
    await expect(new Scorm12Tracker({ page }).open()).rejects.toMatchObject({ code: 'no-lms' });
  });

  test.each(['scorm12', 'scorm2004'] as const)(
    '%s: in a page that was reloaded Initialize is refused, and no emptiness is taken for the state',
    async (standard) => {
      const learner = await ScormLearner.in(lmsOf('moodle', standard), standard);
      await learner.write({ 'b.one': 'Jo tallessa' }).save();
      await expect(settled(new ScormLearner(learner.page, standard).tracker.open())).rejects.toMatchObject({ code: 'initialize-failed' });
    },
  );
});

describe('emptiness', () => {
  // 503; 200 with nothing, as where another of its courses took the session over; 200 with the page of somebody else.
  test.each(['unavailable', 'empty', 'html'] as const)(
    'that Chamilo hands over because its request failed (%s) is told as doubtful, a first launch is not',
    async (fault) => {
      const lms = lmsOf('chamilo', 'scorm12');
      const learner = await ScormLearner.in(lms, 'scorm12');
      expect(learner.launch.doubtful).toBeUndefined();
      await learner.write({ 'b.one': 'Talletettu' }).save();
      await vi.advanceTimersByTimeAsync(3000);
      learner.page.crash();
      lms.server.fault = fault;
      const again = await ScormLearner.in(lms, 'scorm12');
      expect(again.launch).toMatchObject({ state: undefined, doubtful: true });
      again.page.crash();
      lms.server.fault = undefined;
      expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
    },
  );
});
