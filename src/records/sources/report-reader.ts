/** How a report's rows are read: what they say of whom. Shared by the readers of Moodle's reports and of mapped ones. */
import type { IdentityColumn } from './column-heads.ts';
import type { Achievement, CompletionRecord, Learner } from '../completion-record.ts';
import type { Doubts } from './doubts.ts';
import { addressText, identityText } from '../people/identity-text.ts';
import type { LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';

export interface ReportContext {
  readonly course: LicenceCourse;
  readonly calendar: ZoneCalendar;
  /** What the activity is called in the LMS, where not like the course. */
  readonly activityNames: readonly string[];
  /** Where cells are noted that are not understood. */
  readonly doubts: Doubts;
}

/** In which column of a report what is said of the person stands. */
export type Identity = ReadonlyMap<IdentityColumn, number>;

/** What of a row's achievements can be said. */
export interface Finding {
  readonly what: Achievement;
  readonly day?: string;
  readonly exact: boolean;
  readonly attempt?: string;
}

/** Reads one row; an empty list where it says nothing but who. */
type RowReader = (row: readonly string[]) => Finding[];

/** What a report was taken for. */
export type ReportKind = 'activity-completion' | 'basic' | 'interactions' | 'objectives' | 'mapped';

/**
 * What of the way it is read makes it less than sure: no identifiers of questions, items without a day or a status, or nothing that says of
 * which activity it is.
 */
export type ReportNote = 'without-questions' | 'unsure-items' | 'unsure-activity';

export interface ReportReader {
  readonly kind: ReportKind;
  /** True where learners' answers stand in it, though none is read. */
  readonly holdsAnswers?: boolean;
  /** What the reported part of the activity is called, where the report says it. */
  readonly part?: string;
  /** Activities that were taken for parts of the course by their names. */
  readonly takenForParts?: readonly string[];
  /** False where a person without a completion may have begun all the same. */
  readonly saysWhoBegan?: boolean;
  readonly note?: ReportNote;
  readonly identity: Identity;
  readonly findings: RowReader;
}

export function learnerOf(row: readonly string[], identity: Identity): Learner | undefined {
  const cell = (column: IdentityColumn): string | undefined => {
    const index = identity.get(column);
    const text = index === undefined ? undefined : identityText(row[index]);
    return text === '-' ? undefined : text;
  };
  const said = cell('name') ?? ([cell('firstName'), cell('lastName')].filter((part) => part !== undefined).join(' ') || undefined);
  // A system may name people by their addresses.
  const typed = addressText(cell('email')) ?? addressText(said);
  const name = addressText(said) === undefined ? said : undefined;
  const employeeNumber = cell('employeeNumber');
  const account = cell('account');
  const unit = cell('unit');
  const manager = cell('manager');
  if ((employeeNumber ?? typed ?? account ?? name) === undefined) return undefined;
  return {
    // By all of it: what makes two rows one person's is for `people/join-people.ts` to say.
    key: [employeeNumber, typed?.toLowerCase(), account, name].join('\t'),
    ...(name === undefined ? {} : { name }),
    ...addressIn(typed),
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(account === undefined ? {} : { account: { name: account } }),
    ...(unit === undefined ? {} : { unit }),
    ...(manager === undefined ? {} : { manager }),
  };
}

function addressIn(typed: string | undefined): Pick<Learner, 'email' | 'emailTyped'> {
  if (typed === undefined) return {};
  const email = typed.toLowerCase();
  return email === typed ? { email } : { email, emailTyped: typed };
}

export function recordsOf(learner: Learner, findings: readonly Finding[]): CompletionRecord[] {
  return [{ learner, what: { kind: 'known' }, exact: true }, ...findings.map((finding) => ({ learner, ...finding }))];
}
