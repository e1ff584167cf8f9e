/** Why a file gives no records: in a form that each front end puts into its own words, with those of the command line here. */
import { listed } from '../counted.ts';
import { RecordsError, type RecordsErrorCode } from '../records-error.ts';

export type ReportProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'archive' }
  | { readonly kind: 'old-excel' }
  | { readonly kind: 'open-document' }
  | { readonly kind: 'json' }
  | { readonly kind: 'web-page' }
  | { readonly kind: 'not-xlsx' }
  /** It ends within a cell, or has none. `reason` is English. */
  | { readonly kind: 'broken-off'; readonly reason: string }
  /** `reason` is English: what there is too much of. */
  | { readonly kind: 'too-much'; readonly reason: string }
  | { readonly kind: 'unknown-heads'; readonly heads: readonly string[] }
  /** A report of activities, none of which is the course. */
  | { readonly kind: 'other-activities'; readonly title: string; readonly activities: readonly string[] }
  /** A column of the map is not there. */
  | { readonly kind: 'lacks-column'; readonly head: string; readonly heads: readonly string[] }
  /** A list of people without a column that tells them apart. */
  | { readonly kind: 'nobody'; readonly heads: readonly string[] };

export class ReportError extends RecordsError {
  constructor(
    readonly problem: ReportProblem,
    /** The file's path or name. */
    readonly file: string,
    options?: ErrorOptions,
  ) {
    const { code, what, next } = inEnglish(problem, file);
    super(code, what, next, options);
  }
}

/** Of a file whose last row breaks off: what of it is not read, and what to do. */
export function lastRowOf(file: string): string {
  return `the last row of ${file}, which breaks off. Others may be missing: download the file again. If it is whole, end it with a line break`;
}

/** Of spreadsheets with something in more than one sheet. */
export function firstSheetOnly(files: readonly string[]): string {
  return `Only the first sheet is read of ${listed(files.map((name) => `“${name}”`))}, and others have something in them too. If they hold people or completions, save each sheet as a file of its own.`;
}

interface Words {
  readonly code: RecordsErrorCode;
  readonly what: string;
  readonly next: string;
}

/** What is said of a file that is of another kind, and what to do. */
const OTHER_KINDS = {
  empty: ['is empty', 'Download it again.'],
  pdf: ['is a PDF, not a table', 'Download the report as CSV, text or XLSX.'],
  picture: ['is a picture or a program, not a table', 'Download the report as CSV, text or XLSX.'],
  archive: ['is a ZIP archive, not a table', 'Unpack it, and give the reports in it.'],
  'old-excel': ['is of old Excel’s kind', 'Save it as XLSX or CSV.'],
  'open-document': ['is a table of OpenDocument', 'Download the report as CSV, text or XLSX, or save it so.'],
  json: ['is JSON, not a table', 'Download the report as CSV, text or XLSX.'],
  'web-page': ['is a web page, not a CSV or XLSX file', 'Download the report itself as CSV, text or XLSX.'],
  'not-xlsx': ['cannot be read as XLSX', 'Open it in a spreadsheet program and save it again.'],
} as const satisfies Partial<Record<ReportProblem['kind'], readonly [what: string, next: string]>>;

function inEnglish(problem: ReportProblem, file: string): Words {
  const unreadable = (what: string, next: string): Words => ({ code: 'unreadable', what: `The file ${file} ${what}.`, next });
  switch (problem.kind) {
    case 'broken-off':
      return unreadable(`breaks off or is no table: ${problem.reason}`, 'Download it again.');
    case 'too-much':
      return unreadable(problem.reason, 'Download it again with the columns of people and completions only, or save it as CSV in parts.');
    case 'unknown-heads':
      return unreadable(
        `is no report that is known. Its heads are: ${listed(problem.heads, ' | ')}`,
        'Say which column is what: --columns map.yaml (a starting point is written if that file does not exist). If it is none, move it out of the folder.',
      );
    case 'other-activities':
      return unreadable(
        `has no activity “${problem.title}”. Its activities are ${listed(problem.activities.map((name) => `“${name}”`))}`,
        'Say what it is called there: --activity-name "…". If it is not there, leave the file out.',
      );
    case 'lacks-column':
      return {
        code: 'usage',
        what: `The file ${file} has no column “${problem.head}”. It has ${listed(problem.heads, ' | ')}.`,
        next: 'Mend the file given with --columns.',
      };
    case 'nobody':
      return {
        code: 'usage',
        what: `The list of people ${file} has no column with an employee number, an e-mail address or a user name. Its heads are: ${listed(problem.heads, ' | ')}.`,
        next: 'Name the columns such as: henkilönumero;nimi;sähköposti;yksikkö;esihenkilö.',
      };
    default: {
      const [what, next] = OTHER_KINDS[problem.kind];
      return unreadable(what, next);
    }
  }
}
