/** Completions out of downloaded reports: one file, or a folder of them. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ColumnMap } from './column-map.ts';
import type { CompletionRecord } from './completion-record.ts';
import { RecordsError } from './records-error.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import { openReport, REPORT_ENDINGS } from './report-file.ts';
import { learnerOf, readerFor, recordsOf, type ReportContext } from './report-reader.ts';

export interface FileOptions extends ReportContext {
  readonly path: string;
  readonly columns?: ColumnMap;
  readonly progress: (rows: number) => void;
}

export class FileSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  private rows = 0;
  private nameless = 0;
  private byNameOnly = 0;
  private silent = false;
  private readonly kinds: string[] = [];

  constructor(private readonly options: FileOptions) {
    this.id = `file ${options.path}`;
  }

  async *completions(): AsyncIterable<CompletionRecord> {
    for (const path of await reportPaths(this.options.path)) {
      const file = await openReport(path);
      const reader = readerFor(file, this.options, this.options.columns);
      this.kinds.push(`${path} (${reader.kind})`);
      if (reader.saysWhoBegan === false) this.silent = true;
      for await (const row of file.rows) {
        if (++this.rows % 1000 === 0) this.options.progress(this.rows);
        const learner = learnerOf(row, reader.identity);
        if (learner) {
          if (learner.key === learner.name) this.byNameOnly++;
          yield* recordsOf(learner, reader.findings(row));
        }
        if (!learner && row.some((cell) => cell.trim() !== '')) this.nameless++;
      }
    }
  }

  /** Files are read whole each time. */
  cursor(): Cursor | undefined {
    return undefined;
  }

  summary(): ReadSummary {
    return {
      read: `${this.rows} rows of ${this.kinds.join(', ')}.`,
      leftOut: [
        ...(this.silent ? ['The activity completion report does not say who has begun: give a SCORM report too.'] : []),
        ...(this.byNameOnly > 0 ? [`${this.byNameOnly} rows have a name only: people of one name are taken as one.`] : []),
      ],
      notUnderstood: this.nameless === 0 ? [] : [`${this.nameless} rows of ${this.options.path} do not say who`],
    };
  }
}

/** @throws RecordsError usage, where there is no such file or nothing in the folder */
export async function reportPaths(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
    const reports = names.filter((name) => REPORT_ENDINGS.includes(extname(name).toLowerCase())).sort();
    if (reports.length > 0) return reports.map((name) => join(path, name));
  } catch (error) {
    throw new RecordsError('usage', `There is no file or folder ${path}.`, 'Check the path given with --file.', { cause: error });
  }
  throw new RecordsError('usage', `The folder ${path} has no reports (${REPORT_ENDINGS.join(', ')}).`, 'Check the path given with --file.');
}
