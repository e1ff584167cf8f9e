/**
 * An administrator's test of what the course relies on: a text that is no answer is written into the learner's state, and a later launch says
 * what has become of it. Nothing of it is reported, and it counts for nothing.
 */
import { isAnswered, note, textOf, type AnswerChanges, type Answers } from '../course/answers.ts';
import type { CourseSessionView } from './session-view.ts';
import type { SessionFacts } from './session-facts.ts';

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

/** What a test has to judge by. */
interface TestRun {
  readonly session: CourseSessionView;
  /** As `beginTest` was given it. */
  readonly place: string;
  /** When the test began, as it was noted; '' while none is running. */
  readonly began: string;
  /** What the LMS handed over at this launch. What this browser remembers is no proof. */
  readonly handedOver: Answers;
  readonly cameBack: boolean;
  /** This is a later launch than the one that the test began in: it came back, or the LMS has nothing of it. */
  readonly isLater: boolean;
  /** The latest save since the test began. */
  readonly lastSave: SessionFacts['saves'][number] | undefined;
}

const VERDICTS: Readonly<Record<PromiseName, (run: TestRun) => Verdict>> = {
  lms: ({ session: { launch } }) => told(launch !== undefined && launch.limits.thisBrowserOnly !== true),
  limits: ({ session: { launch }, lastSave }) =>
    told((launch?.limits.stateLength ?? LEAST_STATE) >= LEAST_STATE && lastSave?.reason !== 'full'),
  save: ({ session: { mode }, lastSave }) =>
    mode === 'browse' || !lastSave || lastSave.result === 'sent' ? 'open' : told(lastSave.result === 'saved'),
  whole: (run) => (run.isLater ? told(isWhole(run)) : 'open'),
  place: ({ isLater, handedOver, place }) => (isLater ? told(textOf(handedOver, note.place) === place) : 'open'),
  elsewhere: (run) => (isWhole(run) && !run.session.support.isKnownHere ? 'kept' : 'open'),
  exit: ({ isLater, handedOver, began }) => (isLater ? told(textOf(handedOver, note.testExit) === began) : 'open'),
  completion: ({ session: { launch, progress }, began }) => (began === '' ? 'open' : told(launch?.finished !== true || progress.complete)),
};

/** @param place as `beginTest` was given it */
export function verdicts(session: CourseSessionView, place: string): Readonly<Record<PromiseName, Verdict>> {
  const run = testRun(session, place);
  return Object.fromEntries(PROMISES.map((name) => [name, VERDICTS[name](run)])) as Record<PromiseName, Verdict>;
}

function testRun(session: CourseSessionView, place: string): TestRun {
  const { launch, store, support } = session;
  const began = textOf(store.answers, note.test);
  const isRunning = isTesting(session);
  const handedOver = launch?.state?.answers ?? new Map();
  const cameBack = isRunning && textOf(handedOver, note.test) === began;
  const isLost = isRunning && !cameBack && Date.parse(began) < support.openedAt;
  const lastSave = support.saves.filter(({ at }) => isRunning && at >= Date.parse(began)).at(-1);
  return { session, place, began: isRunning ? began : '', handedOver, cameBack, isLater: cameBack || isLost, lastSave };
}

function isWhole({ cameBack, handedOver, began }: TestRun): boolean {
  return cameBack && textOf(handedOver, note.testText) === testText(began);
}

function told(isKept: boolean): Verdict {
  return isKept ? 'kept' : 'broken';
}
