/**
 * What a nightly run remembers: how far each source was read, and the completions known so far, so that the output is complete though
 * only news is fetched. Lines of JSON, closed by a count: a file that was cut is noticed. Holds learners' identifiers and days, no more.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Learner } from './completion-record.ts';
import type { LicenceCourse } from './licence-course.ts';
import { RecordsError } from './records-error.ts';
import type { Cursor } from './record-source.ts';
import { SourceLedger, type Mark } from './source-ledger.ts';

const FORMAT = 'aspa-records-state 1';

export interface SourceState {
  readonly cursor: Cursor;
  readonly ledger: SourceLedger;
}

/** By the source's id. */
export type RunState = ReadonlyMap<string, SourceState>;

type Line =
  | { readonly format: string; readonly basis: string }
  | { readonly source: string; readonly cursor: Cursor }
  | { readonly learner: Learner; readonly marks: Record<string, MarkLine[]> }
  | { readonly lines: number };
type MarkLine = [day: string | null, exact: 0 | 1, attempt: string | null, statement?: string];

/** What the days and classes of a state depend on: when it changes, everything is read again. */
export function basisOf(course: LicenceCourse, zone: string): string {
  return [course.id, ...course.classes.map(({ id }) => id), zone].join(' ');
}

/**
 * @returns 'none' where there is no such file, 'other' where it was written for another course, other classes or another time zone
 * @throws RecordsError usage, where it cannot be read or is no state
 */
export async function readState(path: string, basis: string): Promise<RunState | 'none' | 'other'> {
  const state = new Map<string, SourceState>();
  let ledger = new SourceLedger();
  let count = 0;
  let closed = false;
  try {
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as Line;
      if (count === 0) {
        if (!('format' in line) || line.format !== FORMAT) throw new Error('no state of this program');
        if (line.basis !== basis) return 'other';
      } else if ('source' in line) {
        ledger = new SourceLedger();
        state.set(line.source, { cursor: line.cursor, ledger });
      } else if ('learner' in line) ledger.entries.set(line.learner.key, { learner: line.learner, marks: marksFrom(line.marks) });
      else if ('lines' in line) closed = line.lines === count;
      count++;
    }
    if (!closed) throw new Error('its end is missing');
    return state;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw new RecordsError(
      'usage',
      `The state ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Delete it: the next run then reads everything again.',
      { cause: error },
    );
  }
}

/** The state as lines of text, to be written piece by piece. */
export function* stateLines(basis: string, state: RunState): Generator<string> {
  let count = 1;
  yield `${JSON.stringify({ format: FORMAT, basis })}\n`;
  for (const [source, { cursor, ledger }] of state) {
    yield `${JSON.stringify({ source, cursor })}\n`;
    count++;
    for (const { learner, marks } of ledger.entries.values()) {
      const lines = Object.fromEntries([...marks].map(([proof, list]) => [proof, list.map(markLine)]));
      yield `${JSON.stringify({ learner, marks: lines })}\n`;
      count++;
    }
  }
  yield `${JSON.stringify({ lines: count })}\n`;
}

function markLine({ day, exact, attempt, statement }: Mark): MarkLine {
  const flag = exact ? 1 : 0;
  return statement === undefined ? [day ?? null, flag, attempt ?? null] : [day ?? null, flag, attempt ?? null, statement];
}

function marksFrom(lines: Record<string, MarkLine[]>): Map<string, readonly Mark[]> {
  return new Map(
    Object.entries(lines).map(([proof, list]) => [
      proof,
      list.map(([day, exact, attempt, statement]) => ({
        exact: exact === 1,
        ...(day === null ? {} : { day }),
        ...(attempt === null ? {} : { attempt }),
        ...(statement === undefined ? {} : { statement }),
      })),
    ]),
  );
}
