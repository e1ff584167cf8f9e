/** The states that version 1.0.0 left behind, and what is to come out of them: tests/fixtures/version-1.0.0, whose README says what each part is. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StoredAttempt } from '../../src/simulator/lms-server.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/version-1.0.0/', import.meta.url));

export type Where = 'thisBrowser' | 'otherBrowser';

/** What a system and a browser hold. */
export interface Fixture {
  readonly name: string;
  readonly made: { readonly package: string; readonly in: string; readonly what: string };
  /** When it is opened again. */
  readonly at: string;
  readonly lms?: StoredAttempt & { readonly learner: { readonly id: string; readonly name: string } };
  readonly lrs?: {
    readonly activityId: string;
    readonly agent: { readonly account: { readonly name: string } } & Readonly<Record<string, unknown>>;
    readonly registration: string;
    readonly stateId: string;
    readonly document: unknown;
  };
  readonly localStorage: Readonly<Record<string, string>>;
  /** Names of expectations: where the course is opened in the browser that has `localStorage`, and in one that has nothing. */
  readonly expected: Readonly<Partial<Record<Where, string>>>;
  /** The LMS holds less than the learner wrote: only this browser has all. */
  readonly lmsIsTooSmall?: boolean;
}

/** A text and when it was written, to the second. */
export type Written = readonly [text: string, at: string];

export interface Expected {
  /** All answers by field id; an empty text for what was emptied, and for the place of a removed row. */
  readonly answers: Readonly<Record<string, Written>>;
  /** When each class was earned. */
  readonly earned: Readonly<Record<string, string>>;
  /** Exercises that were shown as done. */
  readonly done: readonly string[];
  readonly completed: string | null;
  readonly place: string;
  readonly conflicts: readonly { readonly field: string; readonly current: Written; readonly other: Written }[];
  /** What could not be read and is offered as files. */
  readonly kept: readonly { readonly name: string; readonly content: string }[];
}

/** An expectation may hold only the answers that differ from another one's. */
interface Base {
  readonly as?: string;
  readonly without?: readonly string[];
}

export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ ...(read(file) as Omit<Fixture, 'name'>), name: file.replace(/\.json$/, '') }));

/** Names of the files that learners have saved; the expectation of each has the same name. */
export const LEARNERS_FILES: readonly string[] = readdirSync(`${FOLDER}learners-files`).map((file) => file.replace(/\.json$/, ''));

export function expectation(name: string | undefined): Expected {
  const { as, without, ...expected } = read(`expected/${name ?? ''}.json`) as Expected & Base;
  if (as === undefined) return expected;
  const others = Object.entries(expectation(as).answers).filter(([id]) => !without?.includes(id));
  return { ...expected, answers: { ...Object.fromEntries(others), ...expected.answers } };
}

export function learnersFile(name: string): string {
  return readFileSync(`${FOLDER}learners-files/${name}.json`, 'utf8');
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(FOLDER + file, 'utf8'));
}
