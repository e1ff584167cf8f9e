/**
 * An administrator's test of what the course relies on: a text that is no answer is written into the learner's state, and a later launch says
 * what has become of it. Nothing of it is reported, and it counts for nothing.
 */
import { isAnswered, note, textOf, type AnswerChanges, type Answers } from '../course/answers.ts';
import type { CourseSessionView } from './session-view.ts';

export const PROMISES = ['lms', 'limits', 'save', 'whole', 'place', 'elsewhere', 'exit', 'completion'] as const;
export type PromiseName = (typeof PROMISES)[number];
/** open: the test has not come so far, or nothing tells. */
export type Verdict = 'kept' | 'broken' | 'open';

/** Less than either standard promises (SCORM 1.2 RTE 3.4.4: 4,096; 2004 RTE 4.2.20: 4,000). */
const LEAST_STATE = 4_000;
/** Letters, signs and a line break that have been lost on the way somewhere. */
const TRICKY = 'Åäö ”&amp;" <b>\\n%C3%A4</b> 😀\n';

/** Some 400 characters that a state cannot pack by much; the same for the same beginning of a test. */
function testText(began: string): string {
  const numbers = Array.from({ length: 60 }, (_, index) => (((Date.parse(began) % 99_991) * (index + 7)) ** 2 % 99_999_989).toString(36));
  return TRICKY + numbers.join(' ');
}

/** @param place the page that shows the test. @param now milliseconds since 1970 */
export function beginTest(place: string, now: number): AnswerChanges {
  const began = new Date(now).toISOString();
  return { [note.test]: began, [note.testText]: testText(began), [note.testExit]: '', [note.place]: place };
}

export const END_TEST: AnswerChanges = { [note.test]: '', [note.testText]: '', [note.testExit]: '' };

/** What a running test notes when the course is left by its own button. */
export function noteExit(answers: Answers): AnswerChanges {
  return isAnswered(answers, note.test) ? { [note.testExit]: textOf(answers, note.test) } : {};
}

export function isTesting({ store }: Pick<CourseSessionView, 'store'>): boolean {
  return isAnswered(store.answers, note.test);
}

/** @param place as `beginTest` was given it */
export function verdicts(session: CourseSessionView, place: string): Readonly<Record<PromiseName, Verdict>> {
  const { launch, mode, store, progress, support } = session;
  const began = textOf(store.answers, note.test);
  const isRunning = isTesting(session);
  const handedOver = launch?.state?.answers ?? new Map();
  // What this browser remembers is no proof: only what the LMS handed over counts.
  const cameBack = isRunning && textOf(handedOver, note.test) === began;
  // A test of an earlier launch that the LMS has nothing of.
  const isLost = isRunning && !cameBack && Date.parse(began) < support.openedAt;
  const isLater = cameBack || isLost;
  const isWhole = cameBack && textOf(handedOver, note.testText) === testText(began);
  const last = support.saves.filter(({ at }) => isRunning && at >= Date.parse(began)).at(-1);
  const told = (isKept: boolean): Verdict => (isKept ? 'kept' : 'broken');
  return {
    lms: told(launch !== undefined && launch.limits.thisBrowserOnly !== true),
    limits: told((launch?.limits.stateLength ?? LEAST_STATE) >= LEAST_STATE && last?.reason !== 'full'),
    save: mode === 'browse' || !last || last.result === 'sent' ? 'open' : told(last.result === 'saved'),
    whole: isLater ? told(isWhole) : 'open',
    place: isLater ? told(textOf(handedOver, note.place) === place) : 'open',
    elsewhere: isWhole && !support.isKnownHere ? 'kept' : 'open',
    exit: isLater ? told(textOf(handedOver, note.testExit) === began) : 'open',
    completion: isRunning ? told(launch?.finished !== true || progress.complete) : 'open',
  };
}
