/** What a soak may ask for: never less than was promised, and nothing that no course could have kept. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { AnswerStore } from '../../src/course/answer-store.ts';
import { TypedText } from './typed-text.ts';

const FIELD = 'a.thoughts.first';
const NOTHING: Answers = new Map();

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  return () => vi.useRealTimers();
});

/** She types into the field. @returns what the course shows then */
function typed(text: TypedText): Answers {
  const store = new AnswerStore();
  text.writeInto(FIELD, { store } as CourseSession, () => 0.5);
  return store.answers;
}

test('what the course showed when it said “saved” must be there', () => {
  const text = new TypedText();
  text.proved({ at: 2_000, shown: typed(text) });
  expect(text.unproved(NOTHING)).toHaveLength(1);
});

test('it must be there too where the course loses it while it is open', () => {
  const text = new TypedText();
  typed(text);
  text.proved({ at: 2_000, shown: NOTHING });
  expect(text.unproved(NOTHING)).toHaveLength(1);
});

test('“saved” says nothing of a text that was lost with local storage while the database was silent', () => {
  const text = new TypedText();
  typed(text);
  text.unheard(1_500);
  text.proved({ at: 2_000, shown: NOTHING });
  expect(text.unproved(NOTHING)).toEqual([]);
});

test('a text that a late database has brought back is saved as any other', () => {
  const text = new TypedText();
  const shown = typed(text);
  text.unheard(1_500);
  text.proved({ at: 2_000, shown: NOTHING });
  text.proved({ at: 3_000, shown });
  expect(text.unproved(NOTHING)).toHaveLength(1);
});

test('the next launch at which the browser says all that it keeps ends the doubt', () => {
  const text = new TypedText();
  text.unheard(1_500);
  text.restored(NOTHING);
  text.proved({ at: 2_000, shown: typed(text) });
  expect(text.unproved(NOTHING)).toHaveLength(1);
});

test('a text that stands there already is not written anew: another may be later than it', () => {
  const text = new TypedText();
  const store = new AnswerStore();
  const session = { store } as CourseSession;
  text.writeInto(FIELD, session, () => 0.5);
  vi.advanceTimersByTime(1_000);
  const other = new AnswerStore();
  text.writeInto(FIELD, { store: other } as CourseSession, () => 0.9);
  vi.advanceTimersByTime(1_000);
  text.writeInto(FIELD, session, () => 0.5);
  expect(text.missing(other.answers, Date.now())).toEqual([]);
});
