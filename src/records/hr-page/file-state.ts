/** What became of a file that was given to HR's page. Plain data: it goes from the worker to the page. */
import type { StaffList } from '../people/staff-list.ts';
import type { ColumnDoubts } from '../sources/doubts.ts';
import type { ColumnMap } from '../sources/column-map.ts';
import type { ReportProblem } from '../sources/report-problem.ts';
import type { ReportKind, ReportNote } from '../sources/report-reader.ts';

export interface ReadReport {
  readonly kind: 'report';
  readonly as: ReportKind;
  readonly rows: number;
  readonly nameless: number;
  /** The last row does, and is left out. */
  readonly breaksOff: boolean;
  /** It is a spreadsheet of which only the first of several sheets was read. */
  readonly hasOtherSheets: boolean;
  /** Days of it seem to have the month first, and are read as others. */
  readonly monthFirst: boolean;
  readonly byNameOnly: number;
  readonly doubts: readonly ColumnDoubts[];
  /** Activities, or files, that were taken for parts of the course by their names. */
  readonly parts: readonly string[];
  readonly note?: ReportNote;
}

/** The list of staff. */
export interface ReadStaff extends Omit<StaffList, 'people'> {
  readonly kind: 'staff';
  readonly people: number;
}

/** A report whose columns somebody has to name. */
export interface ReportToMap {
  readonly kind: 'to-map';
  readonly columns: readonly MapColumn[];
  readonly guess: Guess;
}

export interface MapColumn {
  readonly head: string;
  /** The first different cells under it. */
  readonly examples: readonly string[];
  /** All different cells, where they are few enough to be names of achievements. */
  readonly values: readonly string[];
}

export type Guess = Omit<ColumnMap, 'dayOrder' | 'done' | 'notDone'>;

export type Outcome =
  | { readonly kind: 'reading'; readonly rows: number }
  | ReadReport
  | ReportToMap
  | ReadStaff
  /** It holds learners' answers: read only when somebody says so. */
  | { readonly kind: 'asks-answers' }
  /** The part of the activity has another name than the course. */
  | { readonly kind: 'asks-course'; readonly part: string }
  | { readonly kind: 'failed'; readonly problem: ReportProblem | { readonly kind: 'gone' } | TooLarge };

/** It is not read at all, since it would take more memory than a browser gives a page. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly bytes: number;
  /** How many are read. */
  readonly most: number;
}

export interface FileState {
  readonly id: number;
  readonly name: string;
  readonly outcome: Outcome;
}

/** What somebody said of a file. */
export interface Decision {
  readonly as?: 'staff' | 'report';
  /** Read it though it holds answers. */
  readonly withAnswers?: boolean;
  /** Read it though its part is called otherwise. */
  readonly otherPart?: boolean;
  readonly map?: ColumnMap;
}
