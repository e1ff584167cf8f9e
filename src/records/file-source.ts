/** Completions out of downloaded reports: one file, or a folder of them. */
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { counted, listed } from './counted.ts';
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
  private skipped: readonly string[] = [];
  private readonly told = new Set<Achievement['kind']>();
  private readonly kinds: string[] = [];
  private readonly readerWarnings = new Set<string>();
  private readonly doubts = new Doubts();

  constructor(private readonly options: FileOptions) {
    this.id = `file ${options.path}`;
  }

  async *completions(): AsyncIterable<CompletionRecord> {
    const { path: place, except, columns } = this.options;
    const { paths, skipped } = await reportPaths(place, except);
    this.skipped = skipped;
    for (const path of paths) {
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
      leftOut:
        this.skipped.length === 0
          ? []
          : [`Left out of ${this.options.path}: ${listed(this.skipped)}. Reports end with ${REPORT_ENDINGS.join(', ')}.`],
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

export interface ReportPaths {
  readonly paths: readonly string[];
  /** Names of what else is in the folder. */
  readonly skipped: readonly string[];
}

/**
 * @param except files of a folder that are no reports
 * @throws RecordsError usage, where there is no such file or nothing in the folder
 */
export async function reportPaths(path: string, except: readonly string[]): Promise<ReportPaths> {
  let found: ReportPaths;
  try {
    if (!(await stat(path)).isDirectory()) return { paths: [path], skipped: [] };
    found = await inFolder(path, except);
  } catch (error) {
    throw new RecordsError('usage', `There is no file or folder ${path}.`, 'Check the path given with --file.', { cause: error });
  }
  if (found.paths.length > 0) return found;
  throw new RecordsError('usage', `The folder ${path} has no reports (${REPORT_ENDINGS.join(', ')}).`, 'Check the path given with --file.');
}

async function inFolder(folder: string, except: readonly string[]): Promise<ReportPaths> {
  const others = new Set(except.map(sameSpelling));
  const paths: string[] = [];
  const skipped: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    // Hidden ones, and what a spreadsheet program keeps beside a file that is open in it.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || others.has(sameSpelling(path))) continue;
    if (entry.isDirectory()) skipped.push(`${entry.name} (a folder)`);
    else if (REPORT_ENDINGS.includes(extname(entry.name).toLowerCase())) paths.push(path);
    else skipped.push(entry.name);
  }
  return { paths, skipped };
}
