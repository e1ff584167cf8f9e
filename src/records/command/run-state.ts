/**
 * What a nightly run remembers: how far each source was read, and the completions known so far, so that the output is complete though
 * only news is fetched. Lines of JSON, closed by a checksum: a file that is not as it was written is noticed. Holds learners' names,
 * identifiers and days, no more.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Learner } from '../completion-record.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { RecordsError } from '../records-error.ts';
import type { Cursor } from '../sources/record-source.ts';
import { SourceLedger, type Mark } from '../sources/source-ledger.ts';

/** 2 took an unanswered “earned” for a class: what it remembers is read again. */
const FORMAT = 'aspa-records-state 3';
const anyFormat = /^aspa-records-state /;

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
  | { readonly sha256: string };
type MarkLine = [day: string | null, exact: 0 | 1, attempt: string | null, statement?: string];

/** What the days and classes of a state depend on: when it changes, everything is read again. */
export function basisOf(course: LicenceCourse, zone: string): string {
  return [course.id, ...course.classes.map(({ id }) => id), zone].join(' ');
}

/**
 * @returns 'none' where there is no such file, 'other' where it was written for another course, other classes or another time zone, or by
 * another version
 * @throws RecordsError usage, where it is no state, or not as it was written
 */
export async function readState(path: string, basis: string): Promise<RunState | 'none' | 'other'> {
  const state = new Map<string, SourceState>();
  const sum = createHash('sha256');
  let ledger = new SourceLedger();
  let started = false;
  let whole = false;
  try {
    for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as Line;
      if (!started) {
        if (!anyFormat.test((line as { format?: string } | null)?.format ?? '')) break;
        started = true;
        if (!('format' in line) || line.format !== FORMAT || line.basis !== basis) return 'other';
      } else if ('source' in line) {
        ledger = new SourceLedger();
        state.set(line.source, { cursor: line.cursor, ledger });
      } else if ('learner' in line) ledger.entries.set(line.learner.key, { learner: line.learner, marks: marksFrom(line.marks) });
      if ('sha256' in line) whole = line.sha256 === sum.digest('hex');
      else sum.update(`${text}\n`);
    }
    if (whole) return state;
    throw new Error('the checksum does not fit');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none';
    throw new RecordsError(
      'usage',
      `The state ${path} ${started ? 'is damaged' : 'was not written by this program'}.`,
      'Take an earlier copy, or delete it: without it the next run reads everything again.',
      { cause: error },
    );
  }
}

/** The state as lines of text, to be written piece by piece. */
export function* stateLines(basis: string, state: RunState): Generator<string> {
  const sum = createHash('sha256');
  const summed = (line: Line): string => {
    const text = `${JSON.stringify(line)}\n`;
    sum.update(text);
    return text;
  };
  yield summed({ format: FORMAT, basis });
  for (const [source, { cursor, ledger }] of state) {
    yield summed({ source, cursor });
    for (const { learner, marks } of ledger.entries.values())
      yield summed({ learner, marks: Object.fromEntries([...marks].map(([proof, list]) => [proof, list.map(markLine)])) });
  }
  yield `${JSON.stringify({ sha256: sum.digest('hex') } satisfies Line)}\n`;
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
