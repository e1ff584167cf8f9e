/** Reads the rows of an opened report, and counts what they were and what was not understood of them. */
import type { Achievement, CompletionRecord } from '../completion-record.ts';
import type { Doubts } from './doubts.ts';
import type { OpenedReport } from './known-report.ts';
import { repeatsHeads } from './report-file.ts';
import { learnerOf, recordsOf } from './report-reader.ts';

export class ReportTally {
  rows = 0;
  /** Rows without anybody's name, number or address. */
  nameless = 0;
  /** Rows whose people can be told apart by their names only. */
  byNameOnly = 0;
  /** Names of files whose last row breaks off. */
  readonly brokenOff: string[] = [];
  /** What was told of anybody. */
  readonly told = new Set<Achievement['kind']>();

  /** @param doubts where the readers note cells that are not understood */
  constructor(readonly doubts: Doubts) {}

  async *recordsIn({ file, reader }: OpenedReport, progress: (rows: number) => void = () => {}): AsyncIterable<CompletionRecord> {
    for await (const row of file.rows) {
      if (repeatsHeads(row, file)) continue;
      if (++this.rows % 1000 === 0) progress(this.rows);
      const learner = learnerOf(row, reader.identity);
      if (learner) {
        if ((learner.employeeNumber ?? learner.email ?? learner.account) === undefined) this.byNameOnly++;
        const findings = reader.findings(row);
        for (const { what } of findings) this.told.add(what.kind);
        yield* recordsOf(learner, findings);
      }
      if (!learner && row.some((cell) => cell.trim() !== '')) this.nameless++;
    }
    if (file.ending.breaksOff) this.brokenOff.push(file.path);
  }
}
