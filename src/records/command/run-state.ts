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

/** 3 did not remember in which attempt a class was earned: what it remembers is read again. */
const FORMAT = 'aspa-records-state 4';
const ANY_FORMAT = /^aspa-records-state /;

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
  return [course.id, ...course.classes.map(({ id, formerly = [] }) => [id, ...formerly].join('<')), zone].join(' ');
}

/**
 * @returns 'none' where there is no such file, 'other' where it was written for another course, other classes or another time zone, or by
 * another version
 * @throws RecordsError usage, where it is no state, or not as it was written
 */
export async function readState(path: string, basis: string): Promise<RunState | 'none' | 'other'> {
  const reading = new StateReading(basis);
  try {
    const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const text of lines) {
      const begins = reading.add(text);
      if (begins === 'other') return 'other';
      if (begins === 'no-state') break;
    }
    if (reading.isWhole) return reading.state;
    throw new Error('the checksum does not fit');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'none';
    if (code !== undefined) throw new RecordsError('usage', (text) => text.state.unreadable(path, code), { cause: error });
    throw new RecordsError('usage', ({ state }) => (reading.isStarted ? state.damaged(path) : state.foreign(path)), { cause: error });
  }
}

/** A state file, taken in line by line. */
class StateReading {
  readonly state = new Map<string, SourceState>();
  /** Its first line is that of a state of this program. */
  isStarted = false;
  /** The checksum that closes it fits what was read before. */
  isWhole = false;
  readonly #basis: string;
  readonly #sum = createHash('sha256');
  #ledger = new SourceLedger();

  constructor(basis: string) {
    this.#basis = basis;
  }

  /** @returns why reading ends with the first line, if it does. @throws SyntaxError where the line is no JSON */
  add(text: string): 'no-state' | 'other' | undefined {
    const line = JSON.parse(text) as Line;
    const ends = this.isStarted ? undefined : this.#begin(line);
    if (ends) return ends;
    if ('sha256' in line) {
      this.isWhole = line.sha256 === this.#sum.digest('hex');
      return undefined;
    }
    if ('source' in line) {
      this.#ledger = new SourceLedger();
      this.state.set(line.source, { cursor: line.cursor, ledger: this.#ledger });
    } else if ('learner' in line) this.#ledger.entries.set(line.learner.key, { learner: line.learner, marks: marksFrom(line.marks) });
    this.#sum.update(`${text}\n`);
    return undefined;
  }

  #begin(line: Line): 'no-state' | 'other' | undefined {
    if (!ANY_FORMAT.test((line as { format?: string } | null)?.format ?? '')) return 'no-state';
    this.isStarted = true;
    return 'format' in line && line.format === FORMAT && line.basis === this.#basis ? undefined : 'other';
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
