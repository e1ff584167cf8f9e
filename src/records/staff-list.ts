/** The list of people: adds unit and manager, and shows who has not begun. */
import { identityColumns, type IdentityColumn } from './column-heads.ts';
import type { Learner } from './completion-record.ts';
import { listed } from './counted.ts';
import { RecordsError } from './records-error.ts';
import { headsFrom, openReport } from './report-file.ts';
import { learnerOf } from './report-reader.ts';

/** @throws RecordsError where it cannot be read, or its heads name nobody */
export async function readStaffList(path: string): Promise<Learner[]> {
  // A system's export may have a title above its heads.
  const file = await headsFrom(await openReport(path), (rows) => rows.findIndex((row) => saysWho(identityColumns(row))));
  const identity = identityColumns(file.heads);
  if (!saysWho(identity))
    throw new RecordsError(
      'usage',
      `The list of people ${path} has no column with an employee number, an e-mail address or a user name. Its heads are: ${listed(file.heads, ' | ')}.`,
      'Name the columns such as: henkilönumero;nimi;sähköposti;yksikkö;esihenkilö.',
    );
  const people: Learner[] = [];
  for await (const row of file.rows) {
    const learner = learnerOf(row, identity);
    if (learner) people.push(learner);
  }
  return people;
}

function saysWho(identity: ReadonlyMap<IdentityColumn, number>): boolean {
  return identity.has('email') || identity.has('employeeNumber') || identity.has('account');
}
