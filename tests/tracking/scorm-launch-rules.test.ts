/** One test by name for each rule on what an LMS is told first, and what an empty one means. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scorm12Tracker } from '../../src/tracking/scorm12-tracker.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';
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
    const stored = lms.stored().values['cmi.suspend_data'];
    const again = await ScormLearner.in(lms, 'scorm12');
    expect(again.page.api12.LMSGetValue('cmi.suspend_data')).toBe(stored);
    expect(again.launch.limits.stateLength).toBe(50_000);
  });

  test.each([
    ['strict-1.2', 'scorm12', 4096 + 60 * 245],
    ['moodle', 'scorm12', 50_000],
    ['strict-2004', 'scorm2004', 50_000],
    ['strict-2004-3rd', 'scorm2004', 4000],
    // Its GetValue shows what is being tried out only later: that is no sign of a small place.
    ['open-edx', 'scorm12', 50_000],
    ['open-edx', 'scorm2004', 50_000],
  ] as const)('%s, %s holds %i characters', async (profile, standard, length) => {
    expect((await ScormLearner.in(lmsOf(profile, standard), standard)).launch.limits.stateLength).toBe(length);
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
    expect(await settled(learner.close())).toMatchObject({ result: 'not-saved' });
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(first.answers);
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
  }, 30_000);

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
  test('that Chamilo hands over because its request failed is told as doubtful, a first launch is not', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(learner.launch.doubtful).toBeUndefined();
    await learner.write({ 'b.one': 'Talletettu' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.page.crash();
    lms.server.fault = 'unavailable';
    const again = await ScormLearner.in(lms, 'scorm12');
    expect(again.launch).toMatchObject({ state: undefined, doubtful: true });
    again.page.crash();
    lms.server.fault = undefined;
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });
});
