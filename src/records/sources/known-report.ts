/** Chooses how a report is read: Moodle's own kinds by their heads, any other by a column map. */
import { identityColumns } from './column-heads.ts';
import type { ColumnMap } from './column-map.ts';
import { mappedFile, mappedReader } from './mapped-report.ts';
import { moodleReader } from './moodle-reports.ts';
import { openReport, type ReportBytes, type ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { ReportContext, ReportReader } from './report-reader.ts';

export interface OpenedReport {
  readonly file: ReportFile;
  readonly reader: ReportReader;
}

/** @throws ReportError, where its heads are of no known report, or do not fit the map */
export async function openKnownReport(report: ReportBytes, context: ReportContext, map: ColumnMap | undefined): Promise<OpenedReport> {
  const file = await openReport(report);
  if (map) {
    const mapped = await mappedFile(file, map);
    return { file: mapped, reader: mappedReader(mapped, context, map) };
  }
  const reader = moodleReader(file, identityColumns(file.heads), context);
  if (reader) return { file, reader };
  throw new ReportError({ kind: 'unknown-heads', heads: file.heads.filter((head) => head !== '') }, report.name);
}
