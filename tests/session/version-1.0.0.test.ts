/** Whatever version 1.0.0 left in an LMS, an LRS or a browser, every later version restores whole. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { inNpmTest } from '../fewest-with-each.ts';
import { course, FAKED, pass, settled } from '../launchers/launched-learner.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf } from './memory.ts';
import { expectation, FIXTURES, LEARNERS_FILES, learnersFile, type Expected, type Where } from './version-1.0.0-fixture.ts';
import { asOfNow, keptState, shownBy, storageOf } from './version-1.0.0-kept-state.ts';

const NEW_FIELD = 'b.colleague.meaning';
const NEW_TEXT = 'Kirjoitettu kurssin uudemmalla versiolla – ääkkösin.';
/** A whole licence is opened three times, on a busy machine. */
const PATIENCE_MS = 60_000;

/** Each state, in each browser in which it is opened again. */
const CASES = FIXTURES.flatMap((fixture) => (Object.keys(fixture.expected) as Where[]).map((where) => ({ fixture, where })));

/** Of `scorm2004-4th.moodle.full`; of `web.full` there is no system. */
function partsOf(name: string): { readonly standard: string; readonly system: string; readonly work: string } {
  const [made = '', ...rest] = name.split('.');
  return { standard: made.replace(/-.*/, ''), system: rest.slice(0, -1).join('.'), work: rest.at(-1) ?? '' };
}

/** Each work of each standard in each browser, each system, and all of Moodle; each night all. */
const CHOSEN = inNpmTest(
  CASES,
  ({ fixture: { name }, where }) => {
    const { standard, system, work } = partsOf(name);
    return [`${standard} ${work} ${where}`, system];
  },
  ({ fixture: { name } }) => partsOf(name).system === 'moodle',
);

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function expectWhole(shown: Expected, expected: Expected): void {
  expect(shown.answers).toEqual(expected.answers);
  expect(shown.earned).toEqual(expected.earned);
  expect(shown.done).toEqual(expect.arrayContaining([...expected.done]));
  expect(shown.completed).toBe(expected.completed);
  expect(shown.place).toBe(expected.place);
  expect(shown.conflicts).toEqual(expected.conflicts);
  expect(shown.kept).toEqual(expected.kept);
}

/** What another browser can know of it: conflicts and unreadable states stay where they were found. */
function atAnotherBrowser({ answers, earned, completed, place }: Expected): object {
  return { answers, earned, completed, place };
}

describe('what version 1.0.0 has left is restored whole, and nothing is lost when the learner goes on', () => {
  for (const { fixture, where } of CHOSEN) {
    const browser = where === 'thisBrowser' ? 'the same browser' : 'another browser';
    test(
      `${fixture.name} in ${browser}: ${fixture.made.what}`,
      async () => {
        vi.useFakeTimers({ now: Date.parse(fixture.at), toFake: [...FAKED] });
        const state = keptState(fixture);
        const storage = storageOf(fixture, where);
        const expected = asOfNow(expectation(fixture.expected[where]));

        const before = state.told()?.earned ?? [];
        const page = await state.open(storage);
        expect(page.session.phase).toBe('open');
        expectWhole(shownBy(page.session), expected);
        await pass(5_000);
        page.session.store.change({ [NEW_FIELD]: NEW_TEXT });
        const written = shownBy(page.session).answers[NEW_FIELD] ?? ['', ''];
        const whole = { ...expected, answers: { ...expected.answers, [NEW_FIELD]: written } };
        expect(written[0]).toBe(NEW_TEXT);
        await pass(20_000);
        await page.close();

        const again = await state.open(storage);
        expectWhole(shownBy(again.session), whole);
        await pass(20_000);
        await again.close();

        if (!fixture.lmsIsTooSmall && fixture.expected.otherBrowser !== undefined) {
          const elsewhere = await state.open(new MemoryStorage());
          expect(atAnotherBrowser(shownBy(elsewhere.session))).toEqual(atAnotherBrowser(whole));
          await elsewhere.close();
        }
        const told = state.told();
        // Beside a state that could not be read the LMS keeps what it was told.
        const kept = expected.kept.some(({ name }) => name === 'lms-state') ? before : [];
        const earned = [...new Set([...kept, ...Object.keys(expected.earned)])].sort();
        if (told) expect({ ...told, earned: [...told.earned].sort() }).toEqual({ completed: expected.completed !== null, earned });
        // An LRS was told before, and once only.
        expect(state.verbs()).not.toContain('completed');
      },
      PATIENCE_MS,
    );
  }
});

describe('a file that a learner saved with version 1.0.0', () => {
  test.each(LEARNERS_FILES)('%s.json is taken in whole by a course in which nothing was written yet', async (name) => {
    vi.useFakeTimers({ now: Date.UTC(2027, 0, 11, 8), toFake: [...FAKED] });
    const session = new CourseSession({
      course,
      tracker: new MemoryTracker(),
      ...placesOf(new MemoryStorage()),
      tabId: 'tab-1',
      createLock: new MemoryLocks().create,
    });
    await settled(session.start());
    const { answers, earned, done, completed } = asOfNow(expectation(name));
    expect(session.file.preview(learnersFile(name)).unknown).toEqual([]);
    session.file.import(learnersFile(name), false);
    const texts = Object.fromEntries(Object.keys(answers).map((id) => [id, textOf(session.store.answers, id)]));
    expect(texts).toEqual(Object.fromEntries(Object.entries(answers).map(([id, [text]]) => [id, text])));
    const shown = shownBy(session);
    expect(shown.done).toEqual(expect.arrayContaining([...done]));
    expect([...session.progress.earnedClasses]).toEqual(Object.keys(earned));
    expect(shown.completed !== null).toBe(completed !== null);
    await pass(5_000);
  });
});
