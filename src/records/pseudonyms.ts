/** The table without anybody in it, for statistics. */
import { createHmac, randomBytes } from 'node:crypto';
import type { CompletionTable, PersonRow } from './completion-table.ts';
import type { Person } from './join-people.ts';

/** Units with fewer people are put together: a day and a small unit would tell who it is. */
const SMALLEST_UNIT = 5;

/**
 * @param key makes the pseudonyms; the same key gives a person the same one in every run. Without it they hold for one run only.
 * @param otherUnits what small units are called
 */
export function pseudonymised(table: CompletionTable, key: string | undefined, otherUnits: string): CompletionTable {
  const secret = key ?? randomBytes(32);
  const sizes = new Map<string | undefined, number>();
  for (const { person } of table.rows) sizes.set(person.unit, (sizes.get(person.unit) ?? 0) + 1);
  const rows = table.rows.map((row): PersonRow => {
    const { unit } = row.person;
    const person: Person = {
      key: createHmac('sha256', secret).update(row.person.key.toLowerCase()).digest('hex').slice(0, 16),
      onStaffList: row.person.onStaffList,
      marks: [],
      ...(unit === undefined ? {} : { unit: (sizes.get(unit) ?? 0) < SMALLEST_UNIT ? otherUnits : unit }),
    };
    return { ...row, person };
  });
  // The order of names would give them away.
  rows.sort((a, b) => (a.person.key < b.person.key ? -1 : 1));
  return { ...table, rows };
}
