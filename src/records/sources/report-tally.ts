/** Reads the rows of an opened report, and counts what they were and what was not understood of them. */
import type { CompletionRecord } from '../completion-record.ts';
import type { Doubts } from './doubts.ts';
import type { OpenedReport } from './known-report.ts';
import { fileName } from '../part-names.ts';
import { repeatsHeads } from './report-file.ts';
import { learnerOf, recordsOf, type Finding } from './report-reader.ts';

export class ReportTally {
  rows = 0;
  /** Rows without anybody's name, number or address. */
  nameless = 0;
  /** Rows whose people can be told apart by their names only. */
  byNameOnly = 0;
  /** Names of files whose last row breaks off. */
  readonly brokenOff: string[] = [];
  /** Names of files that have heads and nobody below them. */
  readonly rowless: string[] = [];
  /** Names of spreadsheets of which only the first of several sheets was read. */
  readonly ofSeveralSheets: string[] = [];
  /** Names of files that say of somebody that she has the licence, and not which classes. */
  readonly withoutClasses: string[] = [];

  /** @param doubts where the readers note cells that are not understood */
  constructor(readonly doubts: Doubts) {}

  async *recordsIn({ file, reader }: OpenedReport, progress: (rows: number) => void = () => {}): AsyncIterable<CompletionRecord> {
    const silent = new SilentOnClasses();
    const before = this.rows;
    for await (const row of file.rows) {
      if (repeatsHeads(row, file)) continue;
      if (++this.rows % 1000 === 0) progress(this.rows);
      const learner = learnerOf(row, reader.identity);
      if (learner) {
        if ((learner.employeeNumber ?? learner.email ?? learner.account) === undefined) this.byNameOnly++;
        const findings = reader.findings(row);
        silent.note(learner.key, findings);
        yield* recordsOf(learner, findings);
      }
      if (!learner && row.some((cell) => cell.trim() !== '')) this.nameless++;
    }
    if (silent.ofAnybody) this.withoutClasses.push(fileName(file.path));
    if (this.rows === before) this.rowless.push(fileName(file.path));
    if (file.ending.otherSheets > 0) this.ofSeveralSheets.push(fileName(file.path));
    if (file.ending.breaksOff) this.brokenOff.push(file.path);
  }
}

/** Of whom a file says that she has the licence, and in none of her rows a class. */
class SilentOnClasses {
  /** Keys of learners. */
  readonly #completed = new Set<string>();
  readonly #withClasses = new Set<string>();

  note(key: string, findings: readonly Finding[]): void {
    for (const { what } of findings) {
      if (what.kind === 'completed') this.#completed.add(key);
      if (what.kind === 'class' || what.kind === 'filed') this.#withClasses.add(key);
    }
  }

  get ofAnybody(): boolean {
    return [...this.#completed].some((key) => !this.#withClasses.has(key));
  }
}
