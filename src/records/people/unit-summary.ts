/** The table's figures: by unit, and month by month. */
import type { CompletionTable, PersonRow } from './completion-table.ts';
import type { LicenceStatus } from './licence-status.ts';

export interface UnitFigures {
  /** Undefined for people whose unit nobody says. */
  readonly unit: string | undefined;
  readonly people: number;
  readonly byStatus: Readonly<Record<LicenceStatus, number>>;
  /** How many have a licence that has not expired. */
  readonly valid: number;
  readonly byClass: ReadonlyMap<string, number>;
}

export interface MonthFigures {
  /** `2026-11`. */
  readonly month: string;
  /** Earned by the end of it. */
  readonly licences: number;
  readonly byClass: ReadonlyMap<string, number>;
}

export function figuresByUnit(table: CompletionTable): UnitFigures[] {
  return rowsByUnit(table).map(([unit, rows]) => figuresOf(table, unit, rows));
}

/** Units in the order of the alphabet, the unknown one last. */
export function rowsByUnit(table: CompletionTable): (readonly [unit: string | undefined, rows: readonly PersonRow[]])[] {
  const units = new Map<string | undefined, PersonRow[]>();
  for (const row of table.rows) {
    const rows = units.get(row.person.unit);
    if (rows) rows.push(row);
    else units.set(row.person.unit, [row]);
  }
  const order = new Intl.Collator('fi', { numeric: true });
  return [...units].sort(([a], [b]) => (a === undefined ? 1 : b === undefined ? -1 : order.compare(a, b)));
}

export function figuresOf(table: CompletionTable, unit: string | undefined, rows: readonly PersonRow[]): UnitFigures {
  const byStatus = { 'not-begun': 0, begun: 0, earned: 0, expiring: 0, expired: 0 };
  for (const { status } of rows) byStatus[status]++;
  return {
    unit,
    people: rows.length,
    byStatus,
    valid: byStatus.earned + byStatus.expiring,
    byClass: new Map(table.course.classes.map(({ id }) => [id, rows.filter(({ classes }) => classes.has(id)).length])),
  };
}

/** Every month from the first that something was earned in to the table's own, but none that is still to come. What has no day is in none of them. */
export function figuresByMonth(table: CompletionTable): MonthFigures[] {
  const licences = new Map<string, number>();
  const classes = new Map<string, Map<string, number>>(table.course.classes.map(({ id }) => [id, new Map<string, number>()]));
  const count = (months: Map<string, number> | undefined, day: string | undefined): void => {
    if (months && day !== undefined) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  };
  for (const row of table.rows) {
    count(licences, row.licence?.day);
    for (const [id, { day }] of row.classes) count(classes.get(id), day);
  }
  const first = [licences, ...classes.values()].flatMap((months) => [...months.keys()]).sort()[0];
  if (first === undefined) return [];
  const figures: MonthFigures[] = [];
  const sums = new Map<string, number>();
  let earned = 0;
  const last = (table.asOf < table.today ? table.asOf : table.today).slice(0, 7);
  for (let month = first; month <= last; month = nextMonth(month)) {
    earned += licences.get(month) ?? 0;
    for (const [id, months] of classes) sums.set(id, (sums.get(id) ?? 0) + (months.get(month) ?? 0));
    figures.push({ month, licences: earned, byClass: new Map(sums) });
  }
  return figures;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
