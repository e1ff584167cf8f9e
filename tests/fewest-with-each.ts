import { howMany } from './how-many.ts';

/** Of the rows of a table those that `npm test` takes: the fewest; the nightly run takes all. */
export function inNpmTest<Row>(...[rows, traitsOf, isIn]: Parameters<typeof fewestWithEach<Row>>): readonly Row[] {
  return howMany({ gate: 0, nightly: 1 }) ? rows : fewestWithEach(rows, traitsOf, isIn);
}

/**
 * The fewest rows of a table in which each trait occurs that any of them has, as near as it gets by taking next whatever brings most that is new, and
 * leaving out in the end whatever the others have too. In the table's order.
 * @param isIn rows that are among them whatever they bring
 */
export function fewestWithEach<Row>(
  rows: readonly Row[],
  traitsOf: (row: Row) => readonly string[],
  isIn: (row: Row) => boolean = () => false,
): readonly Row[] {
  const traits = new Map(rows.map((row) => [row, [...new Set(traitsOf(row))]]));
  const taken = new Set<Row>();
  const times = new Map<string, number>();
  const count = (row: Row, by: 1 | -1): void => {
    for (const trait of traits.get(row) ?? []) times.set(trait, (times.get(trait) ?? 0) + by);
  };
  const brings = (row: Row): number => (traits.get(row) ?? []).filter((trait) => !times.get(trait)).length;
  const take = (row: Row): void => {
    taken.add(row);
    count(row, 1);
  };
  for (const row of rows) if (isIn(row)) take(row);
  for (let left = rows.filter(brings); left.length > 0; left = left.filter(brings))
    take(left.reduce((best, row) => (brings(row) > brings(best) ? row : best)));
  for (const row of taken) {
    count(row, -1);
    if (isIn(row) || brings(row) > 0) count(row, 1);
    else taken.delete(row);
  }
  return rows.filter((row) => taken.has(row));
}

/** Each entry of an object as a trait. */
export function traitsIn(of: object, place: string): readonly string[] {
  return Object.entries(of).map(([name, value]) => `${place}.${name}: ${inWords(value)}`);
}

function inWords(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
