/** Completions out of downloaded reports: one file, or a folder of them. */
import type { CompletionRecord } from '../completion-record.ts';
import { counted, listed } from '../counted.ts';
import { fileName, isOfCourse } from '../part-names.ts';
import type { ColumnMap } from './column-map.ts';
import { Doubts } from './doubts.ts';
import { openKnownReport } from './known-report.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import { REPORT_ENDINGS, type ReportBytes } from './report-file.ts';
import { firstSheetOnly, lastRowOf, ReportError } from './report-problem.ts';
import type { ReportContext, ReportKind, ReportNote, ReportReader } from './report-reader.ts';
import { ReportTally } from './report-tally.ts';

export interface ReportOptions extends Omit<ReportContext, 'doubts'> {
  /** The file or folder, for messages. */
  readonly place: string;
  /** Called once; the reports are read one after the other. */
  readonly reports: () => Promise<FoundReports>;
  readonly columns?: ColumnMap;
  readonly progress: (rows: number) => void;
}

export interface FoundReports {
  readonly reports: readonly (() => Promise<ReportBytes>)[];
  /** Names of what else is in the folder. */
  readonly skipped: readonly string[];
}

const KINDS: Readonly<Record<ReportKind, string>> = {
  'activity-completion': 'Moodle’s activity completion report',
  basic: 'Moodle’s SCORM report',
  interactions: 'Moodle’s SCORM report',
  objectives: 'Moodle’s SCORM report',
  mapped: 'a report read by its column map',
};

/** @param files of which it is said */
const NOTES: Readonly<Record<ReportNote, (files: string) => string>> = {
  'without-questions': () =>
    'The interactions report has no questions: tick “Question text” before it is downloaded, and it says classes and their days (SCORM 1.2).',
  'unsure-items': () =>
    'The column map names neither a day nor a status for its items: each row counts as earned. Name item.day or item.status where the report has them.',
  'unsure-activity': (files) =>
    `A basic report does not say which activity it is of, and the file’s name does not say it either: ${files}. Check that it is the licence’s own report. Keep the name that Moodle gives it, or say what the activity is called: --activity-name "…".`,
};

/** Spreadsheets of kinds that are not read: in a folder of reports they are most likely one. */
const UNREAD_SHEET = /\.(xls|xlsm|xlsb|ods|numbers)$/i;

export class ReportSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  readonly #options: ReportOptions;
  readonly #doubts = new Doubts();
  readonly #tally = new ReportTally(this.#doubts);
  readonly #kinds: string[] = [];
  /** Names of files. */
  readonly #notes = new Map<ReportNote, string[]>();
  readonly #parts = new Set<string>();
  #silent = 0;
  #skipped: readonly string[] = [];

  constructor(options: ReportOptions) {
    this.#options = options;
    this.id = `file ${options.place}`;
  }

  async *completions(): AsyncIterable<CompletionRecord> {
    const { columns, progress } = this.#options;
    const { reports, skipped } = await this.#options.reports();
    this.#skipped = skipped;
    for (const read of reports) {
      const report = await read();
      const opened = await openKnownReport(report, { ...this.#options, doubts: this.#doubts }, columns);
      const { reader } = opened;
      this.#refuseOthers(report.name, reader);
      this.#kinds.push(`${report.name} (${KINDS[reader.kind]})`);
      if (reader.saysWhoBegan === false) this.#silent++;
      for (const part of reader.takenForParts ?? []) this.#parts.add(part);
      if (reader.note !== undefined) this.#notes.set(reader.note, [...(this.#notes.get(reader.note) ?? []), fileName(report.name)]);
      yield* this.#tally.recordsIn(opened, progress);
    }
  }

  /** Full points of another activity are no licence. */
  #refuseOthers(file: string, { part }: ReportReader): void {
    const { course, activityNames } = this.#options;
    if (part !== undefined && !isOfCourse(part, course, activityNames))
      throw new ReportError({ kind: 'other-activities', title: course.title, activities: [part] }, file);
  }

  /** Files are read whole each time; what was known before keeps “at the latest” from getting later. */
  cursor(): Cursor {
    return {};
  }

  summary(): ReadSummary {
    const { place } = this.#options;
    const { rows, nameless, byNameOnly, brokenOff, withoutClasses, rowless, ofSeveralSheets } = this.#tally;
    const sheets = this.#skipped.filter((name) => UNREAD_SHEET.test(name));
    const others = this.#skipped.filter((name) => !UNREAD_SHEET.test(name));
    return {
      read: `${counted(rows, 'row', 'rows')} of ${this.#kinds.join(', ')}.`,
      leftOut: [
        ...(others.length === 0 ? [] : [`Left out of ${place}: ${listed(others)}. Reports end with ${REPORT_ENDINGS.join(', ')}.`]),
        ...(this.#parts.size === 0
          ? []
          : [`Taken for parts of the course by their names: ${listed([...this.#parts].map((name) => `“${name}”`))}.`]),
      ],
      warnings: [
        ...(sheets.length === 0 ? [] : [`Not read: ${listed(sheets)} in ${place}. Save such spreadsheets as XLSX or CSV.`]),
        ...(rowless.length === 0
          ? []
          : [`Nobody is in ${listed(rowless.map((name) => `“${name}”`))}: choose all users before the download.`]),
        ...(ofSeveralSheets.length === 0 ? [] : [firstSheetOnly(ofSeveralSheets)]),
        ...(this.#doubts.monthFirst
          ? [
              'Some days have the month first: 3/4/2026 is read as 3 April, so other days may be wrong. Download the report in another format, or read it by a column map (dayOrder: mdy).',
            ]
          : []),
        ...[...this.#notes].map(([note, files]) => NOTES[note](listed(files.map((name) => `“${name}”`)))),
        ...(this.#silent > 0 && this.#silent === this.#kinds.length
          ? [
              'The activity completion report does not say who has begun: those without a licence count as not begun. Give a SCORM report too.',
            ]
          : []),
        ...(byNameOnly > 0 ? [`${counted(byNameOnly, 'row has', 'rows have')} a name only: people of one name are taken as one.`] : []),
      ],
      notUnderstood: [
        ...(nameless === 0 ? [] : [`${counted(nameless, 'row', 'rows')} of ${place} without anybody’s name, number or address`]),
        ...brokenOff.map(lastRowOf),
        ...this.#doubts.texts,
      ],
      withoutClasses,
    };
  }
}
