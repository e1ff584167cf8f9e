/** Why a file gives no records: in a form that each front end puts into its own words, those of the command's told here. */
import { RecordsError } from '../records-error.ts';
import type { MessagesText } from '../text/messages/messages-text.ts';
import type { Told } from '../text/messages/told.ts';
import type { Excess } from './report-limits.ts';

/** A file that is of another kind, or has nothing in it. */
export type KindOfFile = 'empty' | 'pdf' | 'picture' | 'archive' | 'old-excel' | 'open-document' | 'json' | 'web-page' | 'not-xlsx';

export type ReportProblem =
  | { readonly kind: KindOfFile }
  /** It ends within a cell, which begins in that line. */
  | { readonly kind: 'broken-off'; readonly line: number }
  | { readonly kind: 'too-much'; readonly excess: Excess }
  | { readonly kind: 'unknown-heads'; readonly heads: readonly string[] }
  /** A report of activities, none of which is the course. */
  | { readonly kind: 'other-activities'; readonly title: string; readonly activities: readonly string[] }
  /** A report of Moodle's whose column somebody has taken away: without it nobody's licence, visit or attempt could be told. */
  | { readonly kind: 'lacks-attempt' | 'lacks-started' | 'lacks-score' }
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
    const isMendedHere = problem.kind === 'lacks-column' || problem.kind === 'nobody';
    super(isMendedHere ? 'usage' : 'unreadable', (text) => inWords(problem, file, text), options);
  }
}

function inWords(problem: ReportProblem, file: string, { files, report }: MessagesText): Told {
  switch (problem.kind) {
    case 'broken-off':
      return files.openQuote(file, problem.line);
    case 'too-much':
      return files.tooMuch(file, problem.excess);
    case 'unknown-heads':
      return files.unknownHeads(file, problem.heads);
    case 'other-activities':
      return [report.lacksActivity(file, problem.activities), files.nameActivity];
    case 'lacks-attempt':
    case 'lacks-started':
    case 'lacks-score':
      return files.lacksMoodles(file, { 'lacks-attempt': 'Attempt', 'lacks-started': 'Started on', 'lacks-score': 'Score' }[problem.kind]);
    case 'lacks-column':
      return files.lacksColumn(file, problem.head, problem.heads);
    case 'nobody':
      return [report.namesNobody(file), files.itsHeads(problem.heads)];
    default:
      return report.isNoReport(file, problem.kind);
  }
}
