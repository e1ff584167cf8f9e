/**
 * Runs in a page: search, filters, order and pages of the table of people. Only the rows in sight are in the document, and long work is
 * done in slices, so a hundred thousand people never freeze the page; before printing all that match are drawn.
 */
import type { PageData, PageRow } from './page-data.ts';
import { byId } from './page-elements.ts';
import { drawRow } from './people-row.ts';
import { PeopleSearch, type RowOrder, type Wanted } from './people-search.ts';

const PAGE_SIZE = 50;
/** Up to this width the rows are cards in every font. */
const WIDEST_CARDS = 1240;

/** The table of the page's data, which may go on growing. */
export interface PeopleList {
  /** More rows, in the order of the first ones. */
  append(rows: readonly PageRow[]): void;
  /** Lets go of the window. */
  stop(): void;
}

/** @param rowsToCome how many rows `append` will bring yet */
export function startPeopleList(data: PageData, rowsToCome = 0): PeopleList {
  const list = new PeopleTable(data, rowsToCome);
  list.start();
  return list;
}

class PeopleTable implements PeopleList {
  readonly #data: PageData;
  readonly #people: PeopleSearch;
  readonly #windowEvents = new AbortController();
  readonly #body = byId('people');
  readonly #search = byId('search') as HTMLInputElement;
  readonly #unit = document.getElementById('unit') as HTMLSelectElement | null;
  readonly #status = byId('status') as HTMLSelectElement;
  readonly #lacks = byId('lacks') as HTMLSelectElement;
  readonly #previous = byId('previous') as HTMLButtonElement;
  readonly #next = byId('next') as HTMLButtonElement;
  #awaited: number;
  #found: readonly number[];
  #page = 0;
  #order: RowOrder | undefined;

  constructor(data: PageData, rowsToCome: number) {
    this.#data = data;
    this.#people = new PeopleSearch(data);
    this.#found = this.#people.all();
    this.#awaited = rowsToCome;
  }

  start(): void {
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sort]')) {
      button.addEventListener('click', () => this.#sort(button));
    }
    this.#search.addEventListener('input', () => void this.#find());
    for (const control of [this.#unit, this.#status, this.#lacks]) control?.addEventListener('change', () => void this.#find());
    this.#previous.addEventListener('click', () => this.#turn(-1, this.#previous));
    this.#next.addEventListener('click', () => this.#turn(1, this.#next));
    byId('clear').addEventListener('click', () => this.#clear());
    byId('print').addEventListener('click', () => window.print());
    const { signal } = this.#windowEvents;
    window.addEventListener('beforeprint', () => this.#drawRows(this.#found), { signal });
    window.addEventListener('afterprint', () => this.#draw(), { signal });
    window.addEventListener('resize', () => this.#resized(), { signal });
    this.#refresh();
  }

  append(rows: readonly PageRow[]): void {
    this.#people.append(rows);
    this.#awaited -= rows.length;
    // Only once: each time would begin anew with all that are there.
    if (this.#awaited <= 0) this.#refresh();
  }

  stop(): void {
    this.#windowEvents.abort();
  }

  async #find(): Promise<void> {
    const found = await this.#people.find(this.#wanted, this.#order);
    if (!found) return;
    this.#found = found;
    this.#page = 0;
    this.#draw();
  }

  /** With the rows that are there by now; whoever has turned a page stays there. Where nothing is asked for they are drawn at once. */
  #refresh(): void {
    const isPlain = !this.#order && Object.values(this.#wanted).every((value) => value === '');
    if (!isPlain) {
      void this.#find();
      return;
    }
    this.#found = this.#people.all();
    this.#draw();
  }

  get #wanted(): Wanted {
    return { words: this.#search.value, unit: this.#unit?.value ?? '', status: this.#status.value, lacks: this.#lacks.value };
  }

  #clear(): void {
    for (const control of [this.#search, this.#unit, this.#status, this.#lacks]) if (control) control.value = '';
    void this.#find();
    this.#search.focus();
  }

  #sort(button: HTMLButtonElement): void {
    const column = button.dataset['sort'] ?? '';
    const down = this.#order?.column === column && !this.#order.down;
    this.#order = { column, down };
    for (const head of document.querySelectorAll('th[aria-sort]')) head.removeAttribute('aria-sort');
    button.closest('th')?.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    void this.#find();
  }

  #turn(by: number, button: HTMLButtonElement): void {
    this.#page += by;
    this.#draw();
    byId('table').scrollIntoView({ block: 'start' });
    // A button that has just been switched off would lose the focus.
    if (button.disabled) (button === this.#next ? this.#previous : this.#next).focus();
  }

  #draw(): void {
    const from = this.#page * PAGE_SIZE;
    const shown = this.#found.slice(from, from + PAGE_SIZE);
    this.#drawRows(shown);
    this.#previous.disabled = this.#page === 0;
    this.#next.disabled = from + PAGE_SIZE >= this.#found.length;
    this.#layOut();
    byId('pages').hidden = this.#found.length <= PAGE_SIZE;
    byId('shown').textContent = this.#wordsFor(from, shown.length);
  }

  #drawRows(indexes: readonly number[]): void {
    this.#body.replaceChildren(...indexes.map((index) => drawRow(this.#people.rowAt(index), this.#data)));
  }

  #wordsFor(from: number, shown: number): string {
    const { language, words } = this.#data;
    if (this.#people.size === 0) return words.empty;
    if (this.#found.length === 0) return words.none;
    // Those that are still to come match as well, as long as nothing is asked for.
    const all = this.#found.length + (this.#found.length === this.#people.size ? this.#awaited : 0);
    const numbers = [from + 1, from + shown, all].map((number) => number.toLocaleString(language));
    return words.shown.replace(/\{(\d)\}/g, (_all, at) => numbers[Number(at)] ?? '');
  }

  /** A row for each person, or a card where the rows do not fit: how wide they are is known only here. Cards stay until the window changes. */
  #layOut(): void {
    const { classList, scrollWidth, clientWidth } = document.documentElement;
    if (window.innerWidth <= WIDEST_CARDS || scrollWidth > clientWidth) classList.add('cards');
  }

  #resized(): void {
    document.documentElement.classList.remove('cards');
    this.#layOut();
  }
}
