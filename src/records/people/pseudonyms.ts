/** The table without anybody in it, for statistics. */
import type { CompletionTable, PersonRow } from './completion-table.ts';
import { keyedDigest } from './digests.ts';
import type { Person } from './join-people.ts';

/** Units with fewer people are put together: a day and a small unit would tell who it is. */
const SMALLEST_UNIT = 5;

/**
 * @param key makes the pseudonyms; the same key gives a person the same one in every run. Without it they hold for one run only.
 * @param otherUnits what small units are called
 */
export async function pseudonymised(table: CompletionTable, key: string | undefined, otherUnits: string): Promise<CompletionTable> {
  const digest = await keyedDigest(key);
  const small = smallUnits(table);
  const pseudonymOf = async (row: PersonRow): Promise<PersonRow> => {
    const { unit } = row.person;
    const person: Person = {
      key: (await digest(row.person.key)).slice(0, 16),
      onStaffList: row.person.onStaffList,
      marks: [],
      ...(small.has(unit) ? { unit: otherUnits } : unit === undefined ? {} : { unit }),
    };
    return { ...row, person };
  };
  const rows = await Promise.all(table.rows.map(pseudonymOf));
  // The order of names would give them away.
  rows.sort((a, b) => (a.person.key < b.person.key ? -1 : 1));
  return { ...table, rows };
}

/** Units that are put together: all small ones, and as many of the next as it takes for the others to be no small unit. No unit is one too. */
function smallUnits({ rows }: CompletionTable): ReadonlySet<string | undefined> {
  const sizes = new Map<string | undefined, number>();
  for (const { person } of rows) sizes.set(person.unit, (sizes.get(person.unit) ?? 0) + 1);
  const small = new Set<string | undefined>();
  let people = 0;
  // Where nobody has a unit there is nothing to put together.
  if (sizes.size === 1 && sizes.has(undefined)) return small;
  for (const [unit, size] of [...sizes].sort(([, one], [, other]) => one - other)) {
    if (size >= SMALLEST_UNIT && (people === 0 || people >= SMALLEST_UNIT)) break;
    small.add(unit);
    people += size;
  }
  return small;
}
