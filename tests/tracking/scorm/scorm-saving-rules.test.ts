/** One test by name for each rule that keeps work from being lost when a save hurries, or does not come to its end. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { denseText } from '../dense-text.ts';
import { commits, sets } from './scorm-calls.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a save that does not wait', () => {
  test.each(['hidden', 'leaving'] as const)('%s: the one that waited for the probe does not write older work over it', async (occasion) => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const { fetch } = learner.page.window;
    Object.assign(learner.page.window, {
      fetch: (url: string, options?: RequestInit) => new Promise((resolve) => setTimeout(() => resolve(fetch(url, options)), 4000)),
    });
    const waiting = learner.write({ 'b.one': 'Vanha' }).begin();
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
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    const waiting = learner.write({ 'b.one': 'Vanha välilehti' }).begin();
    learner.abandon();
    expect(await settled(waiting)).toMatchObject({ result: 'not-saved' });
    expect(commits(learner.page.calls)).toHaveLength(before);
    expect(await learner.save()).toMatchObject({ result: 'saved' });
  });

  test('hidden in the middle of a move into pages, the course goes on with pages afterwards', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    const moving = learner.write({ 'b.one': denseText(3000, 5), 'b.two': denseText(3000, 6) }).begin();
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
    await learner.write({ 'b.one': 'Alku' }).save();
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

describe('the state between two saves', () => {
  test('goes out by the player’s own timer, though the browser ends before the next commit', async () => {
    const lms = lmsOf('rustici', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Ennen taukoa' }).save();
    await learner.write({ 'b.one': 'Ennen taukoa, ja sen jälkeen' }).set();
    expect(commits(learner.page.calls)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_500);
    learner.page.crash();
    const again = await ScormLearner.in(lms, 'scorm12');
    expect(again.launch.state?.answers.get('b.one')?.text).toBe('Ennen taukoa, ja sen jälkeen');
  });

  test('is set again by the save, since nobody knows what has become of it', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await learner.write({ 'b.one': 'x' }).set();
    const before = sets(learner.page.calls).length;
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(
      sets(learner.page.calls)
        .slice(before)
        .map(([element]) => element),
    ).toContain('cmi.suspend_data');
  });

  test('is not set before the first save, nor in a turn that is over', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const before = sets(learner.page.calls).length;
    await learner.write({ 'b.one': 'x' }).set();
    expect(sets(learner.page.calls)).toHaveLength(before);
    await learner.save();
    const saved = sets(learner.page.calls).length;
    const setting = learner.write({ 'b.one': 'y' }).tracker.set?.(learner.snapshot(), { isOver: true, rest: () => Promise.resolve(false) });
    await settled(setting ?? Promise.reject(new Error('SCORM trackers set')));
    expect(sets(learner.page.calls)).toHaveLength(saved);
  });
});

describe('an LMS in which every call holds the page up (Sakai: 20 ms)', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`b.field${index}`, `Vastaus ${index}`]));

  /** @returns milliseconds of the calls of one save */
  async function heldUp(learner: ScormLearner, save: () => Promise<unknown>): Promise<number> {
    const before = learner.page.calls.length;
    await save();
    return (learner.page.calls.length - before) * 20;
  }

  test('the state and some of the answers go first, and the rest with the next saves, though nothing more is written', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    learner.write(many);
    const held = await heldUp(learner, async () => expect(await learner.save()).toMatchObject({ dueIn: 3_000 }));
    expect(held).toBeLessThan(700);
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    let saves = 1;
    for (; saves < 40; saves += 1) {
      const outcome = await learner.save();
      if (outcome.result === 'not-saved' || outcome.dueIn === undefined) break;
    }
    expect(saves).toBeGreaterThan(3);
    const told = Object.entries(lms.stored().values).filter(([element]) => element.endsWith('learner_response'));
    expect(told.map(([, response]) => response.trim())).toEqual(expect.arrayContaining(Object.values(many)));
  });

  test('the learner’s own goodbye tells all of it', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    await settled(learner.write(many).close());
    await vi.advanceTimersByTimeAsync(10_000);
    const told = Object.entries(lms.stored().values).filter(([element]) => element.endsWith('learner_response'));
    expect(told.map(([, response]) => response.trim())).toEqual(expect.arrayContaining(Object.values(many)));
  });

  test('an LMS whose calls cost nothing is told all at once', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    expect(await learner.write(many).save()).not.toHaveProperty('dueIn');
  });
});
