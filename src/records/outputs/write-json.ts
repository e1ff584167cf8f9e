/** One line of JSON a person. The schema is `records.schema.json` beside this file. */
import type { CompletionTable, PersonRow } from '../people/completion-table.ts';
import type { Earned } from '../people/earned.ts';

interface RecordLine {
  readonly name?: string;
  readonly employeeNumber?: string;
  readonly email?: string;
  readonly account?: string;
  readonly pseudonym?: string;
  readonly unit?: string;
  readonly manager?: string;
  readonly asOf: string;
  readonly status: string;
  readonly begun?: string;
  readonly classes: Readonly<Record<string, Earned>>;
  readonly licence?: Earned;
  readonly renewed?: Earned;
  readonly expires?: string;
}

export function* jsonChunks(table: CompletionTable, pseudonymous: boolean): Generator<string> {
  for (let start = 0; start < table.rows.length; start += 1000)
    yield table.rows
      .slice(start, start + 1000)
      .map((row) => `${JSON.stringify(lineOf(row, table.asOf, pseudonymous))}\n`)
      .join('');
}

function lineOf({ person, status, begun, classes, licence, renewed, expires }: PersonRow, asOf: string, pseudonymous: boolean): RecordLine {
  const { name, employeeNumber, email, account, unit, manager } = person;
  return {
    ...(pseudonymous ? { pseudonym: person.key } : {}),
    ...(name === undefined ? {} : { name }),
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(email === undefined ? {} : { email }),
    ...(account === undefined ? {} : { account: account.name }),
    ...(unit === undefined ? {} : { unit }),
    ...(manager === undefined ? {} : { manager }),
    asOf,
    status,
    ...(begun === undefined ? {} : { begun }),
    classes: Object.fromEntries(classes),
    ...(licence ? { licence } : {}),
    ...(renewed === undefined ? {} : { renewed }),
    ...(expires === undefined ? {} : { expires }),
  };
}
