/** The list of people: adds unit and manager, and shows who has not begun. Its heads are known by `sources/column-heads.ts`. */
import { identityColumns, type IdentityColumn } from '../sources/column-heads.ts';
import type { Learner } from '../completion-record.ts';
import { headsFrom, openReport, repeatsHeads, type ReportBytes } from '../sources/report-file.ts';
import { ReportError } from '../sources/report-problem.ts';
import { learnerOf } from '../sources/report-reader.ts';

export interface StaffList {
  readonly people: readonly Learner[];
  /** Its last row breaks off, and is left out. */
  readonly breaksOff: boolean;
  /** It is a spreadsheet of which only the first of several sheets is read. */
  readonly hasOtherSheets: boolean;
  /** Those of its people who have a name only: nothing that is known of them elsewhere can be theirs. */
  readonly byNameOnly: readonly string[];
}

/** @throws ReportError, where it cannot be read, or its heads name nobody */
export async function readStaffList(list: ReportBytes): Promise<StaffList> {
  // A system's export may have a title above its heads.
  const file = await headsFrom(await openReport(list), (rows) => rows.findIndex((row) => saysWho(identityColumns(row))));
  const identity = identityColumns(file.heads);
  if (!saysWho(identity)) throw new ReportError({ kind: 'nobody', heads: file.heads }, list.name);
  const people: Learner[] = [];
  for await (const row of file.rows) {
    const learner = repeatsHeads(row, file) ? undefined : learnerOf(row, identity);
    if (learner) people.push(learner);
  }
  const { breaksOff, otherSheets } = file.ending;
  const byNameOnly = people.flatMap(({ name, email, employeeNumber, account }) =>
    (email ?? employeeNumber ?? account) === undefined ? (name ?? []) : [],
  );
  return { people, breaksOff, hasOtherSheets: otherSheets > 0, byNameOnly };
}

/** Whether people can be told apart by these columns. */
export function saysWho(identity: ReadonlyMap<IdentityColumn, number>): boolean {
  return identity.has('email') || identity.has('employeeNumber') || identity.has('account');
}
