/** One test by name for each rule that keeps work from being lost in some LMS. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApiCall } from '../../src/preview/scorm-runtime.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm12-tracker.ts';
import { unpackState } from '../../src/tracking/state-codec.ts';
import type { DoubleSession } from '../lms-double/lms-double.ts';
import { seededRandom } from '../lms-double/random.ts';
import { lmsOf, question, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const sets = (calls: readonly ApiCall[]): [string, string][] =>
  calls.flatMap(({ call, element = '', value = '' }) => (call === 'SetValue' ? [[element, value]] : []));
const commits = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ call }) => call === 'Commit');

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
    await learner.save('launch');
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
  ] as const)('%s, %s holds %i characters', async (profile, standard, length) => {
    expect((await ScormLearner.in(lmsOf(profile, standard), standard)).launch.limits.stateLength).toBe(length);
  });

  test('a state that the LMS does not take back after the trial is restored all the same', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const first = await ScormLearner.in(lms, 'scorm2004');
    await first.write({ 'b.one': 'Jo tallessa' }).save('launch');
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
    await first.write({ 'b.one': 'Jo tallessa' }).save('launch');
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
    expect(await settled(learner.tracker.close(learner.snapshot()))).toMatchObject({ result: 'not-saved' });
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
      await learner.write({ 'b.one': 'Jo tallessa' }).save('launch');
      await expect(settled(new ScormLearner(learner.page, standard).tracker.open())).rejects.toMatchObject({ code: 'initialize-failed' });
    },
  );
});

describe('emptiness', () => {
  test('that Chamilo hands over because its request failed is told as doubtful, a first launch is not', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(learner.launch.doubtful).toBeUndefined();
    await learner.write({ 'b.one': 'Talletettu' }).save('launch');
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

describe('interactions', () => {
  test('all of them are set from 0 on, ascending, without a gap, before the first commit of each session', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Yksi', 'b.two': 'Kaksi', 'b.three': 'Kolme' }).save('launch');
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    await again.save('launch');
    const before = again.page.calls.slice(
      0,
      again.page.calls.findIndex(({ call }) => call === 'Commit'),
    );
    const indexes = sets(before).flatMap(([element, value]) =>
      /interactions\.\d+\.id/.test(element) && value !== 'trial' ? [Number(element.split('.')[2])] : [],
    );
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('Yksi');
  });

  test('a question keeps its index when the content puts another before it, and when its own goes', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.two': 'Kaksi', 'b.three': 'Kolme' }).save('launch');
    learner.page.crash();
    const again = await ScormLearner.in(lms, 'scorm12');
    const snapshot = again.snapshot();
    const interactions = [question('b.new', 'Uusi'), question('b.three', 'Kolme')];
    await settled(again.tracker.save({ ...snapshot, interactions }, 'launch'));
    const ids = Object.entries(lms.stored().values).filter(([element]) => /interactions\.\d+\.id/.test(element));
    expect(ids.map(([, id]) => id).slice(6)).toEqual(['b.two', 'b.three', 'b.new']);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('Kaksi');
  });

  test('a long answer is split, never cut: 255 characters a part in strict 1.2', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const text = `${'Pitkä vastaus, jossa on 😀 ja ä. '.repeat(20)}Loppu`;
    await learner.write({ 'p.guide.text': text }).save('launch');
    const { values } = lms.stored();
    const parts = Object.entries(values).filter(([element, id]) => /interactions\.\d+\.id/.test(element) && id.startsWith('p.guide.text'));
    expect(parts.map(([, id]) => id)).toEqual(['p.guide.text', 'p.guide.text~2', 'p.guide.text~3']);
    expect(parts.map(([element]) => values[element.replace('.id', '.student_response')]).join('')).toBe(text);
  });

  test('a newline becomes a visible mark, and nothing that breaks a request gets out', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'rivi\r\ntoinen\u0000\u0007 \ud83d' }).save('launch');
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('rivi ⏎ toinen \ufffd');
  });

  test.each(['0401234567', '1.50', '1,5', '1e3'])('%s is not sent as something that looks like a number', async (text) => {
    const lms = lmsOf('ilias-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': text }).save('launch');
    expect(lms.stored().values['cmi.interactions.0.learner_response']).toBe(`”${text}”`);
  });

  test('in Chamilo what it does not encode is replaced, so that `&status=` overwrites nothing', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': "50 % & enemmän+status=completed 'x' \\ 😀" }).save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    expect(lms.stored().values['cmi.interactions.6.student_response']).toBe('50 ％ ＆ enemmän＋status＝completed ’x’ ＼ □');
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('incomplete');
  });

  test('a question that is private in a later release is told no more, and what was told is emptied', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Ennen kaikkien', 'b.two': 'Kaikkien' }).save('launch');
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    again.withheld = new Set(['b.one']);
    await again.write({ 'b.one': 'Nyt vain oma' }).save('launch');
    expect(lms.stored().values).toMatchObject({
      'cmi.interactions.6.id': 'b.one',
      'cmi.interactions.6.student_response': '',
      'cmi.interactions.7.student_response': 'Kaikkien',
    });
  });

  test('a question that is longer than its place in 2004 is shortened between two characters, and its answer is stored', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const asked = { ...question('b.one', 'Vastaus'), description: `${'Ä'.repeat(247)}😀 ja mitä sitten?` };
    const outcome = await settled(learner.tracker.save({ ...learner.snapshot(), interactions: [asked] }, 'pause'));
    expect(outcome).toMatchObject({ result: 'saved' });
    const [index] = Object.entries(lms.stored().values).find(([, value]) => value === 'b.one') ?? [''];
    const told = lms.stored().values[index.replace(/id$/, 'description')] ?? '';
    expect(told).toBe(`${'Ä'.repeat(247)}…`);
    expect(lms.stored().values[index.replace(/id$/, 'learner_response')]).toBe('Vastaus');
  });

  test('classes come first, as objectives and with the day on which they were earned', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.earned = new Map([['A2', Date.UTC(2026, 10, 24, 9)]]);
    await learner.write({ 'b.one': 'Yksi' }).save('launch');
    expect(lms.stored().values).toMatchObject({
      'cmi.objectives.0.id': 'class.a1',
      'cmi.objectives.0.status': 'incomplete',
      'cmi.objectives.1.id': 'class.a2',
      'cmi.objectives.1.status': 'completed',
      'cmi.interactions.1.id': 'class.a2.earned',
      'cmi.interactions.1.student_response': '2026-11-24',
    });
  });

  test('the whole model of 2004 stays below 60 KB, and the answer that is shortened says so', async () => {
    const lms = lmsOf('moodle', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    const texts = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(200)}`]),
    );
    await learner.write(texts).save('launch');
    const { values } = lms.stored();
    const bytes = Object.entries(values).reduce(
      (sum, [element, value]) => sum + 90 + element.length + new TextEncoder().encode(value).length,
      0,
    );
    expect(bytes).toBeLessThan(60_000);
    const responses = Object.entries(values).flatMap(([element, value]) => (element.endsWith('learner_response') && value ? [value] : []));
    expect(responses).toHaveLength(40);
    expect(responses.every((response) => response.endsWith(' […]'))).toBe(true);
    expect(unpackState(values['cmi.suspend_data'] ?? '')).toMatchObject({ result: 'whole', state: { answers: learner.answers } });
  });
});

describe('forms', () => {
  test('SCORM 1.2 gets a time of day, which others refuse with a date; 2004 gets 19 characters without a zone', async () => {
    const [old, recent] = [lmsOf('strict-1.2', 'scorm12'), lmsOf('ilias-2004', 'scorm2004')];
    await (await ScormLearner.in(old, 'scorm12')).write({ 'b.one': 'x' }).save('launch');
    await (await ScormLearner.in(recent, 'scorm2004')).write({ 'b.one': 'x' }).save('launch');
    const times = (lms: typeof old): string[] =>
      Object.entries(lms.stored().values).flatMap(([element, value]) => (/interactions\.\d+\.time/.test(element) ? [value] : []));
    expect(times(old)).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d$/)]);
    expect(times(recent)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)]);
  });

  test.each(['scorm12', 'scorm2004'] as const)('%s: a score is a number or is not there at all', async (standard) => {
    const lms = lmsOf(standard === 'scorm12' ? 'strict-1.2' : 'strict-2004', standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save('launch');
    expect(sets(learner.page.calls).filter(([element]) => element.includes('score'))).toEqual([]);
    learner.complete = true;
    await learner.save();
    const scores = sets(learner.page.calls).filter(([element]) => element.includes('score'));
    expect(scores.length).toBeGreaterThanOrEqual(3);
    for (const [, value] of scores) expect(value).toMatch(/^\d+$/);
  });

  test('whether anything is stored after completion is said at launch: not in Chamilo, not in a review of ILIAS 2004, yet in Moodle', async () => {
    const stores = async (profile: Parameters<typeof lmsOf>[0], standard: 'scorm12' | 'scorm2004', mode?: 'review'): Promise<boolean> => {
      const lms = lmsOf(profile, standard);
      const learner = await ScormLearner.in(lms, standard);
      learner.complete = true;
      await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save('launch');
      await vi.advanceTimersByTimeAsync(3000);
      await learner.closeTab();
      return (await ScormLearner.in(lms, standard, mode ? { mode } : {})).launch.limits.storesAfterCompletion;
    };
    expect(await stores('chamilo', 'scorm12')).toBe(false);
    expect(await stores('ilias-2004', 'scorm2004', 'review')).toBe(false);
    expect(await stores('moodle', 'scorm12')).toBe(true);
    expect(await stores('moodle', 'scorm2004')).toBe(true);
  });
});

describe('completion', () => {
  test('goes out in the same commit as the last answers, since Chamilo stores nothing after it', async () => {
    const lms = lmsOf('chamilo-locking', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    await learner.write({ 'b.one': 'Viimeinen', '@completed': '2026-11-24T08:00:00.000Z' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    const { values } = lms.stored();
    expect(values['cmi.core.lesson_status']).toBe('completed');
    expect(unpackState(values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    expect(learner.launch.limits.storesAfterCompletion).toBe(false);
  });

  test('is never taken back: the next session says completed again, whatever the LMS answers', async () => {
    const lms = lmsOf('open-edx', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.complete = true;
    await learner.write({ '@completed': '2026-11-24T08:00:00.000Z' }).save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    again.complete = true;
    await again.save('launch');
    expect(sets(again.page.calls).filter(([element]) => element === 'cmi.core.lesson_status')).toEqual([
      ['cmi.core.lesson_status', 'completed'],
    ]);
  });

  test('that an LMS says is believed even where our state is gone', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    lms.server.put('attempt-1', { values: { 'cmi.core.lesson_status': 'completed' }, launches: 1, seconds: 0, completed: true });
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });

  test('whose commit failed is sent again in Moodle, by way of "passed" and never of "incomplete"', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    lms.server.fault = 'unavailable';
    learner.complete = true;
    expect(await learner.write({ 'b.one': 'x', '@completed': '2026-11-24T08:00:00.000Z' }).save()).toMatchObject({ result: 'not-saved' });
    lms.server.fault = undefined;
    const from = learner.page.calls.length;
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'completed' });
    expect(Number(lms.stored().values['cmi.core.score.raw'])).toBe(100);
    const statuses = sets(learner.page.calls.slice(from)).filter(([element]) => element === 'cmi.core.lesson_status');
    expect(statuses.map(([, value]) => value)).toEqual(['passed', 'completed']);
  });
});

describe('completion that went out as the page went out of sight', () => {
  async function completedInHiding(page: DoubleSession): Promise<ScormLearner> {
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    await learner.write({ 'b.one': 'Alku' }).save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    learner.write({ 'b.one': 'Viimeinen' });
    page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    return learner;
  }

  test('by a beacon that was lost goes out again when the tab is closed unseen', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const page = lms.launch();
    page.window.document.addEventListener('visibilitychange', () => (lms.server.fault = 'offline'), { once: true });
    const learner = await completedInHiding(page);
    lms.server.fault = undefined;
    await learner.closeTab();
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });

  test('and was swallowed by an LMS that said "true" goes out again when the page is seen', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const page = lms.launch();
    const { LMSSetValue, LMSCommit } = page.api12;
    const isHidden = (): boolean => page.window.document.visibilityState === 'hidden';
    Object.assign(page.api12, {
      LMSSetValue: (element: string, value: string) => (isHidden() ? 'true' : LMSSetValue.call(page.api12, element, value)),
      LMSCommit: (nothing: string) => (isHidden() ? 'true' : LMSCommit.call(page.api12, nothing)),
    });
    const learner = await completedInHiding(page);
    page.show();
    await learner.save();
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });

  test('is not doubted once a commit with it was answered: no other status is sent after it', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const page = lms.launch();
    const learner = await completedInHiding(page);
    page.show();
    await learner.save();
    const from = page.calls.length;
    page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    page.show();
    await learner.write({ 'b.two': 'Vielä' }).save();
    await learner.closeTab();
    expect(sets(page.calls.slice(from)).filter(([element, value]) => /status$/.test(element) && value === 'passed')).toEqual([]);
    expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
  });
});

describe('failures', () => {
  test('a clock that is set back by an hour delays no commit', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    vi.setSystemTime(Date.now() - 3_600_000);
    void learner.write({ 'b.one': 'x' }).tracker.save(learner.snapshot(), 'pause');
    await vi.advanceTimersByTimeAsync(2000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers.get('b.one')?.text).toBe('x');
  });

  test('an LMS’s window that has gone on to another origin stops no call', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    Object.defineProperty(learner.page.window, 'performance', {
      get: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'saved' });
    void learner.tracker.close(learner.write({ 'b.two': 'y' }).snapshot());
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
  });

  test.each(['moodle', 'ilias-1.2-checked'] as const)('%s: values of a failed commit are sent again, changed', async (profile) => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.one': 'Katkolla kirjoitettu' }).save();
    lms.server.fault = undefined;
    await learner.save();
    expect(lms.stored().values['cmi.interactions.6.student_response']?.trim()).toBe('Katkolla kirjoitettu');
  });

  test('ILIAS 2004: lists that it takes for saved are changed in a field of each', async () => {
    const lms = lmsOf('ilias-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save('launch');
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.one': 'Katkolla kirjoitettu' }).save();
    lms.server.fault = undefined;
    await learner.save();
    expect(lms.stored().values['cmi.interactions.0.learner_response']?.trim()).toBe('Katkolla kirjoitettu');
  });

  test('offline: the probe says so before the commit, which Moodle would answer with "true"', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    lms.server.fault = 'offline';
    const before = commits(learner.page.calls).length;
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'offline', retry: true });
    expect(commits(learner.page.calls)).toHaveLength(before);
  });

  test('a beacon used while the page is in sight is not a save', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    const honest = learner.page.window.fetch;
    let asked = 0;
    // The connection breaks between the probe and the commit.
    Object.assign(learner.page.window, {
      fetch: (url: string) => honest(url).finally(() => (asked++ === 0 ? (lms.server.fault = 'offline') : undefined)),
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'offline' });
  });

  test('a session that has ended is told from a lost connection', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    lms.server.fault = 'session-expired';
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'session-ended' });
  });

  test('where the probe did not succeed at launch it is no signal', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const page = lms.launch();
    Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    expect(await learner.save('launch')).toMatchObject({ result: 'saved' });
  });

  test.each(['http://localhost/_app_file_/mod_scorm/1/index.html', 'moodleappfs://localhost/1/index.html', 'file:///kurssi/index.html'])(
    'at %s, where a file says nothing about the server, nothing is probed',
    async (address) => {
      const page = lmsOf('moodle-app', 'scorm12').launch();
      const fetched = vi.fn(page.window.fetch);
      Object.assign(page.window, { location: new URL(address), fetch: fetched });
      const learner = new ScormLearner(page, 'scorm12');
      await learner.open();
      expect(await learner.write({ 'b.one': 'Sovelluksessa' }).save()).not.toMatchObject({ result: 'not-saved' });
      expect(fetched).not.toHaveBeenCalled();
    },
  );

  test.each(['chamilo', 'open-edx', 'openolat'] as const)(
    '%s gives no receipt: work is "sent", and receipts are said to be none',
    async (profile) => {
      const lms = lmsOf(profile, 'scorm12');
      const learner = await ScormLearner.in(lms, 'scorm12');
      expect(await learner.save('launch')).toMatchObject({ result: 'sent' });
      expect(learner.launch.limits.receipts).toBe(false);
    },
  );

  test('a state that suspend_data refuses as too long is "full", and the old one stays', async () => {
    const lms = lmsOf('strict-2004-3rd', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': 'Mahtuu' }).save('launch');
    const random = seededRandom(3);
    const noise = Array.from({ length: 9000 }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
    const outcome = await learner.write({ 'b.two': noise }).save();
    expect(outcome).toMatchObject({ result: 'not-saved', reason: 'full', room: { limit: 4000 } });
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({
      result: 'whole',
      state: { answers: new Map([['b.one', { text: 'Mahtuu' }]]) },
    });
  });

  test('a damaged state is restored as far as it can be vouched for, and kept whole for the learner', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    lms.server.put('attempt-1', { values: { 'cmi.suspend_data': 'Something else entirely' }, launches: 1, seconds: 0, completed: false });
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(learner.launch).toMatchObject({ state: undefined, unreadable: 'Something else entirely' });
  });
});

describe('a save that does not wait', () => {
  test.each(['hidden', 'leaving'] as const)('%s: the one that waited for the probe does not write older work over it', async (occasion) => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    const { fetch } = learner.page.window;
    Object.assign(learner.page.window, {
      fetch: (url: string) => new Promise((resolve) => setTimeout(() => resolve(fetch(url)), 4000)),
    });
    const waiting = learner.write({ 'b.one': 'Vanha' }).tracker.save(learner.snapshot(), 'pause');
    await vi.advanceTimersByTimeAsync(2000);
    await learner.write({ 'b.one': 'Uusi' }).save(occasion);
    await settled(waiting);
    await vi.advanceTimersByTimeAsync(3000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('a tab that another has taken over from sends nothing that still waits, and may begin anew', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    const waiting = learner.write({ 'b.one': 'Vanha välilehti' }).tracker.save(learner.snapshot(), 'pause');
    learner.tracker.abandon?.();
    expect(await settled(waiting)).toMatchObject({ result: 'not-saved' });
    expect(commits(learner.page.calls)).toHaveLength(before);
    expect(await learner.save('launch')).toMatchObject({ result: 'saved' });
  });

  test('hidden in the middle of a move into pages, the course goes on with pages afterwards', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    const random = seededRandom(5);
    const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
    const before = commits(learner.page.calls).length;
    const moving = learner.write({ 'b.one': noise(3000), 'b.two': noise(3000) }).tracker.save(learner.snapshot(), 'pause');
    while (commits(learner.page.calls).length === before) await vi.advanceTimersByTimeAsync(50);
    await learner.write({ 'b.three': 'Piiloon mennessä' }).save('hidden');
    await settled(moving);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await learner.write({ 'b.four': 'Takaisin tultua' }).save()).not.toMatchObject({ result: 'not-saved' });
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('what only a beacon carried while the page was hidden is sent again when it is seen again', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Alku' }).save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    learner.write({ 'b.one': 'Piilossa kirjoitettu' });
    lms.server.fault = 'offline';
    learner.page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    learner.page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = undefined;
    learner.page.show();
    await learner.save();
    expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.interactions.6.id': 'b.one' });
    expect(lms.stored().values['cmi.interactions.6.student_response']?.trim()).toBe('Piilossa kirjoitettu');
  });
});

describe('leaving', () => {
  test('the time of the session is set once, right before Finish', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const times = learner.page.calls
      .map(({ call, element }) => (element === 'cmi.core.session_time' ? 'time' : call))
      .filter((call) => call === 'time' || call === 'Commit' || call === 'Finish');
    expect(times.slice(-3)).toEqual(['Commit', 'time', 'Finish']);
    expect(times.filter((call) => call === 'time')).toHaveLength(1);
    expect(lms.stored().seconds).toBe(61);
  });

  test('close does all that matters before its first await, and only once', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    void learner.write({ 'b.one': 'Viime hetkellä' }).tracker.close(learner.snapshot());
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    void learner.tracker.close(learner.snapshot());
    expect(learner.page.calls.filter(({ call }) => call === 'Finish')).toHaveLength(1);
  });

  test('ILIAS hears what is committed in beforeunload, since it hears nothing in pagehide', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    learner.write({ 'b.one': 'Kesken' });
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('after an outage a closing sends what is new, not the whole model again, which a beacon would not take', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const texts = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(40)}`]),
    );
    await learner.write(texts).save('launch');
    lms.server.fault = 'unavailable';
    await learner.write({ 'x.f0': 'Muuttui katkolla' }).save();
    lms.server.fault = undefined;
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('inside a click nothing is committed', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    let during = -1;
    let saving: Promise<unknown> = Promise.resolve();
    learner.page.click(() => {
      saving = learner.write({ 'b.one': 'x' }).tracker.save(learner.snapshot(), 'pause');
      during = commits(learner.page.calls).length;
    });
    await settled(saving);
    expect(during).toBe(before);
    expect(commits(learner.page.calls)).toHaveLength(before + 1);
  });

  test('nor where there is nothing to probe, and so nothing that leads out of the click', async () => {
    const page = lmsOf('ilias-1.2-checked', 'scorm12').launch();
    Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(page.calls).length;
    page.window.event = { type: 'click' };
    const saving = learner.write({ 'b.one': 'x' }).tracker.save(learner.snapshot(), 'pause');
    for (let microtask = 0; microtask < 50; microtask++) await Promise.resolve();
    expect(commits(page.calls)).toHaveLength(before);
    page.window.event = undefined;
    expect(await settled(saving)).toMatchObject({ result: 'saved' });
  });

  test('a place of any length is a location that fits', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = `b/b.${'x'.repeat(400)}`;
    await learner.save('launch');
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^b\.b\.x{200,250}$/);
  });

  test('the location has only characters that no LMS stumbles over', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = "b/b.channels'ä";
    await learner.save('launch');
    await vi.advanceTimersByTimeAsync(3000);
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^[A-Za-z0-9_.-]+$/);
  });
});
