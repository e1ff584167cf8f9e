/** Completions out of downloaded reports: one file, or a folder of them. */
import type { CompletionRecord } from '../completion-record.ts';
import { fileName, isOfCourse } from '../part-names.ts';
import type { ColumnMap } from './column-map.ts';
import { Doubts } from './doubts.ts';
import { openKnownReport } from './known-report.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import type { ReportBytes } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { ReportContext, ReportKind, ReportNote, ReportReader } from './report-reader.ts';
import { ReportTally } from './report-tally.ts';
import type { MessagesText, Said } from '../text/messages/messages-text.ts';

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

/** What is said of a reader's note. @param files of which it is said */
const NOTES: Readonly<Record<ReportNote, (files: readonly string[]) => Said>> = {
  'without-questions': (files) => (text) => text.report.withoutQuestions(files),
  'unsure-items': () => (text) => text.files.unsureItems,
  'unsure-activity': (files) => (text) => `${text.report.unsureActivity(files)} ${text.files.orNameActivity}`,
};

/** Spreadsheets of kinds that are not read: in a folder of reports they are most likely one. */
const UNREAD_SHEET = /\.(xls|xlsm|xlsb|ods|numbers)$/i;

export class ReportSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  readonly #options: ReportOptions;
  readonly #doubts = new Doubts();
  readonly #tally = new ReportTally(this.#doubts);
  readonly #read: { readonly name: string; readonly kind: ReportKind }[] = [];
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
      this.#read.push({ name: report.name, kind: reader.kind });
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
      read: ({ files, report }) =>
        files.read(
          rows,
          this.#read.map(({ name, kind }) => `${name} (${report.kind(kind)})`),
        ),
      leftOut: [
        ...(others.length === 0 ? [] : [({ report }: MessagesText) => report.skipped(place, others)]),
        ...(this.#parts.size === 0 ? [] : [({ report }: MessagesText) => report.takenForParts([...this.#parts])]),
      ],
      warnings: [
        ...(sheets.length === 0 ? [] : [({ files }: MessagesText) => files.unreadSheets(sheets, place)]),
        ...(rowless.length === 0 ? [] : [({ report }: MessagesText) => report.nobodyIn(rowless)]),
        ...(ofSeveralSheets.length === 0 ? [] : [({ report }: MessagesText) => report.firstSheetOnly(ofSeveralSheets)]),
        ...(this.#doubts.monthFirst ? [({ files }: MessagesText) => files.monthFirst] : []),
        ...[...this.#notes].map(([note, files]) => NOTES[note](files)),
        ...(this.#silent > 0 && this.#silent === this.#read.length ? [({ table }: MessagesText) => table.silent] : []),
        ...(byNameOnly > 0 ? [({ report }: MessagesText) => report.byNameOnly(byNameOnly)] : []),
      ],
      notUnderstood: [
        ...(nameless === 0 ? [] : [({ report }: MessagesText) => report.nameless(place, nameless)]),
        ...brokenOff.map(
          (file): Said =>
            ({ report }) =>
              report.breaksOff(file),
        ),
        ...this.#doubts.list.map(
          (doubt): Said =>
            ({ report }) =>
              report.notUnderstood(doubt),
        ),
      ],
      withoutClasses,
    };
  }
}
