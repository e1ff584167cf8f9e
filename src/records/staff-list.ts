/** The list of people: adds unit and manager, and shows who has not begun. */
import { identityColumns } from './column-heads.ts';
import type { Learner } from './completion-record.ts';
import { RecordsError } from './records-error.ts';
import { openReport } from './report-file.ts';
import { learnerOf } from './report-reader.ts';

/** @throws RecordsError where it cannot be read, or its heads name nobody */
export async function readStaffList(path: string): Promise<Learner[]> {
  const file = await openReport(path);
  const identity = identityColumns(file.heads);
  if (!identity.has('email') && !identity.has('employeeNumber') && !identity.has('account'))
    throw new RecordsError(
      'usage',
      `The list of people ${path} has no column with an employee number, an e-mail address or a user name. Its heads are: ${file.heads.join(' | ')}.`,
      'Name the columns such as: henkilönumero;nimi;sähköposti;yksikkö;esihenkilö.',
    );
  const people: Learner[] = [];
  for await (const row of file.rows) {
    const learner = learnerOf(row, identity);
    if (learner) people.push(learner);
  }
  return people;
}
