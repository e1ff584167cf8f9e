/** Chooses how a report is read: Moodle's own kinds by their heads, any other by a column map. */
import { identityColumns } from './column-heads.ts';
import { listed } from './counted.ts';
import type { ColumnMap } from './column-map.ts';
import { mappedFile, mappedReader } from './mapped-report.ts';
import { moodleReader } from './moodle-reports.ts';
import { RecordsError } from './records-error.ts';
import { openReport, type ReportFile } from './report-file.ts';
import type { ReportContext, ReportReader } from './report-reader.ts';

/** @throws RecordsError unreadable, where its heads are of no known report; usage, where they do not fit the map */
export async function openKnownReport(
  path: string,
  context: ReportContext,
  map: ColumnMap | undefined,
): Promise<{ file: ReportFile; reader: ReportReader }> {
  const file = await openReport(path);
  if (map) {
    const mapped = await mappedFile(file, map);
    return { file: mapped, reader: mappedReader(mapped, context, map) };
  }
  const reader = moodleReader(file, identityColumns(file.heads), context);
  if (reader) return { file, reader };
  const heads = file.heads.filter((head) => head !== '');
  throw new RecordsError(
    'unreadable',
    `The file ${path} is no report that is known. Its heads are: ${listed(heads, ' | ')}.`,
    'Say which column is what: --columns map.yaml (a starting point is written if that file does not exist). If it is none, move it out of the folder.',
  );
}
