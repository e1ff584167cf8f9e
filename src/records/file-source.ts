/** Completions out of downloaded reports: one file, or a folder of them. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { counted } from './counted.ts';
import { Doubts } from './doubts.ts';
import type { ColumnMap } from './column-map.ts';
import type { Achievement, CompletionRecord } from './completion-record.ts';
import { RecordsError } from './records-error.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import { openKnownReport } from './known-report.ts';
import { sameSpelling } from './output-place.ts';
import { REPORT_ENDINGS } from './report-file.ts';
import { learnerOf, recordsOf, type ReportContext } from './report-reader.ts';

export interface FileOptions extends Omit<ReportContext, 'doubts'> {
  readonly path: string;
  /** Files that are no reports although they lie among them: what this run writes and is given besides. */
  readonly except: readonly string[];
  readonly columns?: ColumnMap;
  readonly progress: (rows: number) => void;
}

export class FileSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  private rows = 0;
  private nameless = 0;
  private byNameOnly = 0;
  private silent = 0;
  private readonly told = new Set<Achievement['kind']>();
  private readonly kinds: string[] = [];
  private readonly readerWarnings = new Set<string>();
  private readonly doubts = new Doubts();

  constructor(private readonly options: FileOptions) {
    this.id = `file ${options.path}`;
  }

  async *completions(): AsyncIterable<CompletionRecord> {
    const { path: place, except, columns } = this.options;
    for (const path of await reportPaths(place, except)) {
      const { file, reader } = await openKnownReport(path, { ...this.options, doubts: this.doubts }, columns);
      this.kinds.push(`${path} (${reader.kind})`);
      if (reader.saysWhoBegan === false) this.silent++;
      if (reader.warning !== undefined) this.readerWarnings.add(reader.warning);
      for await (const row of file.rows) {
        if (++this.rows % 1000 === 0) this.options.progress(this.rows);
        const learner = learnerOf(row, reader.identity);
        if (learner) {
          if (learner.key === learner.name) this.byNameOnly++;
          const findings = reader.findings(row);
          for (const { what } of findings) this.told.add(what.kind);
          yield* recordsOf(learner, findings);
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
      read: `${counted(this.rows, 'row', 'rows')} of ${this.kinds.join(', ')}.`,
      leftOut: [],
      warnings: [
        ...this.readerWarnings,
        ...(this.silent > 0 && this.silent === this.kinds.length
          ? [
              'The activity completion report does not say who has begun: those without a licence count as not begun. Give a SCORM report too.',
            ]
          : []),
        ...(this.told.has('completed') && !this.told.has('class')
          ? ['The reports say who has the licence, but not which classes: only those that it takes are shown.']
          : []),
        ...(this.byNameOnly > 0
          ? [`${counted(this.byNameOnly, 'row has', 'rows have')} a name only: people of one name are taken as one.`]
          : []),
      ],
      notUnderstood: [
        ...(this.nameless === 0
          ? []
          : [`${counted(this.nameless, 'row', 'rows')} of ${this.options.path} without anybody’s name, number or address`]),
        ...this.doubts.texts,
      ],
    };
  }
}

/**
 * @param except files of a folder that are no reports
 * @throws RecordsError usage, where there is no such file or nothing in the folder
 */
export async function reportPaths(path: string, except: readonly string[]): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
    const others = new Set(except.map(sameSpelling));
    const reports = names
      .filter((name) => REPORT_ENDINGS.includes(extname(name).toLowerCase()))
      .sort()
      .map((name) => join(path, name))
      .filter((report) => !others.has(sameSpelling(report)));
    if (reports.length > 0) return reports;
  } catch (error) {
    throw new RecordsError('usage', `There is no file or folder ${path}.`, 'Check the path given with --file.', { cause: error });
  }
  throw new RecordsError('usage', `The folder ${path} has no reports (${REPORT_ENDINGS.join(', ')}).`, 'Check the path given with --file.');
}
