/** The form of a learner's state in the LRS, and its reading, which takes whatever LRSs make of it. */
import type { Answers } from '../course/answers.ts';
import type { SavedState } from './tracker.ts';

const FORMAT = 'aspa-ajokortti';
const VERSION = 1;

/** What was reported, and as of when: interaction ids, `class:<id>`, `completed`, `progress`. */
export type Reported = Readonly<Record<string, number>>;

export interface Stored {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly revision: number;
  readonly answers: Readonly<Record<string, readonly [text: string, at: number]>>;
  readonly reported: Reported;
}

export interface ReadState {
  readonly state: SavedState | undefined;
  readonly reported: Reported;
  /** There is a document, but not one of ours. */
  readonly unreadable?: string;
}

export function storedFrom({ answers, revision }: SavedState, reported: Reported): Stored {
  return {
    format: FORMAT,
    version: VERSION,
    revision,
    answers: Object.fromEntries([...answers].map(([id, { text, at }]) => [id, [text, at]])),
    reported,
  };
}

/** @param content the parsed document; undefined where there is none */
export function readStored(content: unknown): ReadState {
  if (isEmptyAnswer(content)) return { state: undefined, reported: {} };
  const { format, version, revision, answers, reported } = (isObject(content) ? content : {}) as Partial<Stored>;
  // An empty object comes back as an empty list where the LRS is written in PHP (Chamilo).
  const kept = isEmptyList(answers) ? {} : answers;
  if (format !== FORMAT || version !== VERSION || typeof revision !== 'number' || !isObject(kept)) {
    return { state: undefined, reported: {}, unreadable: typeof content === 'string' ? content : JSON.stringify(content) };
  }
  return { state: { answers: answersFrom(kept), revision }, reported: isObject(reported) ? reported : {} };
}

function answersFrom(answers: object): Answers {
  return new Map(
    Object.entries(answers).flatMap(([id, answer]) => {
      const [text, at] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
      return typeof text === 'string' && typeof at === 'number' ? [[id, { text, at }] as const] : [];
    }),
  );
}

/** Nothing, or the `{"success":true}` with which one LMS answers for a document it does not know. */
function isEmptyAnswer(content: unknown): boolean {
  if (content === undefined || content === null || content === '' || isEmptyList(content)) return true;
  return isObject(content) && Object.keys(content).every((key) => key === 'success');
}

function isEmptyList(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}

function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
