/** Looks for people among the rows of the page, and puts them in order; long work is done in slices. */
import type { PageData, PageDay, PageRow } from './page-data.ts';
import { inSlices, sortedInSlices } from './slices.ts';

/** What people are looked for by; '' where that does not matter. */
export interface Wanted {
  /** Words that all have to be in a name, number, address, unit or manager. */
  readonly words: string;
  /** A unit's name after one letter, so that people without a unit can be asked for. */
  readonly unit: string;
  readonly status: string;
  /** The place of a class that is not earned. */
  readonly lacks: string;
}

export interface RowOrder {
  /** What a head of the table sorts by: `name`, `unit`, `status`, `licence`, `expires`, or `c` and the place of a class. */
  readonly column: string;
  readonly down: boolean;
}

type Compare = (one: string, other: string) => number;

const byLetters: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

export class PeopleSearch {
  readonly #rows: PageRow[] = [];
  readonly #haystacks: string[] = [];
  readonly #statuses: readonly string[];
  readonly #alphabet: Intl.Collator;
  #turn = 0;

  constructor({ language, rows, statuses }: Pick<PageData, 'language' | 'rows' | 'statuses'>) {
    this.#statuses = Object.keys(statuses);
    this.#alphabet = new Intl.Collator(language, { numeric: true });
    this.append(rows);
  }

  get size(): number {
    return this.#rows.length;
  }

  append(rows: readonly PageRow[]): void {
    for (const row of rows) {
      this.#rows.push(row);
      this.#haystacks.push(haystackOf(row));
    }
  }

  rowAt(index: number): PageRow {
    return this.#rows[index] as PageRow;
  }

  /** All rows, as they came. What is being looked for is dropped. */
  all(): number[] {
    this.#turn += 1;
    return this.#rows.map((_row, index) => index);
  }

  /**
   * @param order as they came where it is undefined
   * @returns the places of the rows that match; undefined where a later call has made this one void
   */
  async find(wanted: Wanted, order: RowOrder | undefined): Promise<number[] | undefined> {
    const turn = ++this.#turn;
    const isOver = (): boolean => turn !== this.#turn;
    const words = plain(wanted.words).split(/\s+/).filter(Boolean);
    const matching: number[] = [];
    const looked = inSlices(this.#rows.length, isOver, (index) => {
      if (this.#matches(index, wanted, words)) matching.push(index);
    });
    if (looked) await looked;
    if (isOver()) return undefined;
    const ordered = order ? await this.#inOrder(matching, order, isOver) : matching;
    return isOver() ? undefined : ordered;
  }

  #matches(index: number, { unit, status, lacks }: Wanted, words: readonly string[]): boolean {
    const row = this.rowAt(index);
    if (unit !== '' && row.u !== unit.slice(1)) return false;
    if (status !== '' && row.s !== status) return false;
    if (lacks !== '' && row.c[Number(lacks)] !== null) return false;
    const haystack = this.#haystacks[index] ?? '';
    return words.every((word) => haystack.includes(word));
  }

  #inOrder(indexes: readonly number[], { column, down }: RowOrder, isOver: () => boolean): Promise<number[]> {
    const keys: string[] = [];
    for (const index of indexes) keys[index] = this.#keyOf(this.rowAt(index), column);
    // Days and numbers of statuses are in the order of their letters already.
    const compare: Compare = /^(name|unit)$/.test(column) ? this.#alphabet.compare : byLetters;
    return sortedInSlices(indexes, isOver, (a, b) => {
      const [one = '', other = ''] = [keys[a], keys[b]];
      // What is empty goes last in either direction.
      if (one === '' || other === '') return one === other ? a - b : one === '' ? 1 : -1;
      return (down ? -1 : 1) * compare(one, other) || a - b;
    });
  }

  #keyOf(row: PageRow, column: string): string {
    if (column === 'name') return row.n;
    if (column === 'unit') return row.u;
    if (column === 'status') return String(this.#statuses.indexOf(row.s));
    if (column === 'licence') return bare(row.l);
    if (column === 'expires') return bare(row.x);
    return bare(row.c[Number(column.slice(1))] ?? null);
  }
}

/** A day without "at the latest". */
function bare(day: PageDay): string {
  return (day ?? '').replace(/[~^]/g, '');
}

function haystackOf({ n, i, e, u, m }: PageRow): string {
  return plain([n, i, e, u, m].join(' '));
}

/** For searching: å is not a here, so only the case is evened out. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
