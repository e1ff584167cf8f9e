/** What the command says in the words of HR's page, with the names of files before them: one place for each sentence. */
import type { Language } from '../../../course/course.ts';
import type { ColumnMapProblem } from '../../sources/column-map-problem.ts';
import { listed } from '../../counted.ts';
import { writtenDay } from '../../written-day.ts';
import type { ColumnDoubts } from '../../sources/doubts.ts';
import type { KindOfFile } from '../../sources/report-problem.ts';
import type { ReportKind } from '../../sources/report-reader.ts';
import type { HrPageText } from '../hr-page/hr-page-text.ts';
import { mapReason } from '../hr-page/map-reason.ts';
import type { Told } from './told.ts';

export interface FromHrPage {
  readonly report: ReportWords;
  readonly table: TableWords;
}

export function fromHrPage(page: HrPageText, language: Language): FromHrPage {
  const written = (count: number): string => count.toLocaleString(language);
  return { report: reportWords(page, written), table: tableWords(page, written, language) };
}

type ReportWords = ReturnType<typeof reportWords>;

/** Of the files that were given. */
function reportWords({ files }: HrPageText, written: (count: number) => string) {
  const names = (given: readonly string[]): string => listed(given, ', ', files.more);
  return {
    isNoReport: (file: string, kind: KindOfFile): Told => [`${file}:`, files.failed[kind]],
    lacksActivity: (file: string, activities: readonly string[]) => `${file}: ${files.otherActivities(names(activities))}`,
    namesNobody: (file: string) => `${file}: ${files.failed.nobody}`,
    breaksOff: (file: string) => `${file}: ${files.breaksOff}`,
    firstSheetOnly: (given: readonly string[]) => `${names(given)}: ${files.otherSheets}`,
    staffByNameOnly: (file: string, count: number) => `${file}: ${files.staffByNameOnly(written(count), '')}`,
    kind: (kind: ReportKind) => files.kinds[kind],
    skipped: (place: string, given: readonly string[]) => `${place}: ${files.skipped(names(given))}`,
    takenForParts: (given: readonly string[]) => files.parts(given),
    nobodyIn: (given: readonly string[]) => `${names(given)}: ${files.noRows}`,
    withoutQuestions: (given: readonly string[]) => `${names(given)}: ${files.notes['without-questions']}`,
    unsureActivity: (given: readonly string[]) => `${names(given)}: ${files.notes['unsure-activity']}`,
    byNameOnly: (count: number) => files.byNameOnly(written(count)),
    nameless: (place: string, count: number) => `${place}: ${files.nameless(written(count))}`,
    notUnderstood: ({ column, count, examples, hasDayToCome }: ColumnDoubts) =>
      files.doubts(written(count), column, examples, hasDayToCome),
    wrongMap: (path: string, problem: ColumnMapProblem) => `${path}: ${files.wrongMap(mapReason(problem, files.mapReasons))}`,
  };
}

type TableWords = ReturnType<typeof tableWords>;

/** Of the joined people and the table. Nobody is named: the lines of a job are mailed and kept. */
function tableWords({ files, result }: HrPageText, written: (count: number) => string, language: Language) {
  return {
    conflicts: (count: number) => result.conflicts(written(count), ''),
    unlikeNames: (count: number) => result.unlikeNames(written(count), ''),
    sameNames: (count: number) => result.sameNames(written(count), ''),
    ofSeveralUnits: (count: number) => result.ofSeveralUnits(written(count), ''),
    alike: (count: number) => result.alike(written(count)),
    mayHold: (count: number) => result.mayHold(written(count)),
    withoutClasses: (count: number, given: readonly string[]) => result.withoutClasses(written(count), listed(given, ', ', files.more)),
    undated: (count: number) => result.undated(written(count)),
    future: (day: string) => `${writtenDay(day, language)}: ${result.future}`,
    silent: result.silent,
    strangers: (count: number) => result.strangers(written(count), ''),
  };
}
