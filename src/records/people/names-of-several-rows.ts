/** Rows that may be of one person though nothing makes them one: she has two accounts, or one of them tells nothing but her name. */
import type { Person } from './join-people.ts';
import { numberKey } from './person-keys.ts';
import { nameKey } from './two-people.ts';

/** The names that stand in several such rows, each once. */
export function namesOfSeveralRows(people: readonly Person[]): string[] {
  const rows = new Map<string, Person[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    if (key === undefined) continue;
    const known = rows.get(key);
    if (known) known.push(person);
    else rows.set(key, [person]);
  }
  return [...rows.values()].flatMap((same) =>
    same.some((one, at) => same.slice(at + 1).some((other) => mayBeOne(one, other))) ? [same[0]?.name ?? ''] : [],
  );
}

/** Each row of the list of people is somebody, and so is each employee number. */
function mayBeOne(one: Person, other: Person): boolean {
  const [number, another] = [numberKey(one.employeeNumber), numberKey(other.employeeNumber)];
  return !(one.onStaffList && other.onStaffList) && (number === undefined || another === undefined || number === another);
}
