/**
 * Runs in a page: search, filters, order and pages of the table of people. Only the rows in sight are in the document, and long work is
 * done in slices, so a hundred thousand people never freeze the page; before printing all that match are drawn.
 */
import type { PageData, PageDay, PageRow } from './page-data.ts';
import { inSlices, sortedInSlices } from './slices.ts';

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
  const rows = [...data.rows];
  const windowEvents = new AbortController();
  const { signal } = windowEvents;
  const body = byId('people') as HTMLTableSectionElement;
  const status = byId('shown');
  const search = byId('search') as HTMLInputElement;
  const unit = document.getElementById('unit') as HTMLSelectElement | null;
  const state = byId('status') as HTMLSelectElement;
  const lacks = byId('lacks') as HTMLSelectElement;
  const [previous, next, clear] = [byId('previous'), byId('next'), byId('clear')] as HTMLButtonElement[];
  const haystackOf = ({ n, i, e, u, m }: PageRow): string => plain([n, i, e, u, m].join(' '));
  const haystacks = rows.map(haystackOf);
  const order = new Intl.Collator(data.language, { numeric: true });
  let found = rows.map((_row, index) => index);
  let awaited = rowsToCome;
  let finding = 0;
  let page = 0;
  let sortedBy: { column: string; down: boolean } | undefined;

  const rowAt = (index: number): PageRow => rows[index] as PageRow;

  /** The later call wins: what an earlier one has not finished is dropped. */
  async function find(): Promise<void> {
    const turn = ++finding;
    const isOver = (): boolean => turn !== finding;
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const wanted = { unit: unit?.value ?? '', state: state.value, lacks: lacks.value };
    const matching: number[] = [];
    const looked = inSlices(rows.length, isOver, (index) => {
      const row = rowAt(index);
      if (wanted.unit !== '' && row.u !== wanted.unit.slice(1)) return;
      if (wanted.state !== '' && row.s !== wanted.state) return;
      if (wanted.lacks !== '' && row.c[Number(wanted.lacks)] !== null) return;
      const haystack = haystacks[index] ?? '';
      if (words.every((word) => haystack.includes(word))) matching.push(index);
    });
    if (looked) await looked;
    if (isOver()) return;
    const ordered = sortedBy ? await inOrder(matching, sortedBy, isOver) : matching;
    if (isOver()) return;
    found = ordered;
    page = 0;
    draw();
  }

  function inOrder(
    indexes: readonly number[],
    { column, down }: { column: string; down: boolean },
    isOver: () => boolean,
  ): Promise<number[]> {
    const keys: string[] = [];
    for (const index of indexes) keys[index] = keyOf(rowAt(index), column);
    // Days and numbers of statuses are in the order of their letters already.
    const compare = /^(name|unit)$/.test(column) ? order.compare : (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
    return sortedInSlices(indexes, isOver, (a, b) => {
      const [one = '', other = ''] = [keys[a], keys[b]];
      // What is empty goes last in either direction.
      if (one === '' || other === '') return one === other ? a - b : one === '' ? 1 : -1;
      return (down ? -1 : 1) * compare(one, other) || a - b;
    });
  }

  function draw(): void {
    const from = page * PAGE_SIZE;
    const shown = found.slice(from, from + PAGE_SIZE);
    body.replaceChildren(...shown.map((index) => drawRow(rowAt(index))));
    (previous as HTMLButtonElement).disabled = page === 0;
    (next as HTMLButtonElement).disabled = from + PAGE_SIZE >= found.length;
    layOut();
    byId('pages').hidden = found.length <= PAGE_SIZE;
    // Those that are still to come match as well, as long as nothing is asked for.
    const all = found.length === rows.length ? found.length + awaited : found.length;
    const numbers = [from + 1, from + shown.length, all].map((number) => number.toLocaleString(data.language));
    status.textContent =
      rows.length === 0
        ? data.words.empty
        : found.length === 0
          ? data.words.none
          : data.words.shown.replace(/\{(\d)\}/g, (_all, at) => numbers[Number(at)] ?? '');
  }

  function drawRow(row: PageRow): HTMLTableRowElement {
    const line = make('tr', { role: 'row' });
    const name = make('th', { scope: 'row', role: 'rowheader' }, row.n);
    for (const text of [row.i, row.e]) if (text !== '') name.append(breakable(text));
    const about = make('td', { role: 'cell', 'data-head': data.heads.unit, class: 'unit' }, row.u || data.words.unknownUnit);
    if (row.m !== '') about.append(make('small', {}, `${data.heads.manager}: ${row.m}`));
    const mark = make('td', { role: 'cell', 'data-head': data.heads.status, class: 'mark' });
    mark.append(make('span', { class: `status ${row.s}` }, data.statuses[row.s] ?? row.s));
    if (row.b !== null) mark.append(make('small', {}, `${data.heads.begun} ${written(row.b)}`));
    line.append(name, ...(data.showUnit ? [about] : []), mark);
    row.c.forEach((day, index) => line.append(classCell(data.classes[index] ?? '', day)));
    const licence = dayCell(data.heads.licence, row.l);
    licence.classList.add('licence');
    if (row.r !== null) licence.append(make('small', {}, `${data.heads.renewed} ${written(row.r)}`));
    line.append(licence);
    if (data.showExpiry) line.append(dayCell(data.heads.expires, row.x));
    return line;
  }

  function classCell(id: string, day: PageDay): HTMLTableCellElement {
    const cell = dayCell(id, day);
    cell.classList.add('class');
    if (day !== null) {
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      picture.setAttribute('class', `sign sign-${id.charAt(0).toLowerCase()}`);
      picture.setAttribute('viewBox', '0 0 40 40');
      picture.setAttribute('aria-hidden', 'true');
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      use.setAttribute('href', `#sign-${id}`);
      picture.append(use);
      cell.prepend(picture);
    }
    return cell;
  }

  function dayCell(head: string, day: PageDay): HTMLTableCellElement {
    const cell = make('td', { role: 'cell', 'data-head': head, class: 'day' });
    if (day === null) {
      cell.classList.add('missing');
      cell.append(make('span', { 'aria-hidden': 'true' }, '–'), make('span', { class: 'heard' }, data.words.notEarned));
    } else if (day === '') cell.append(data.words.yes);
    else if (day.startsWith('~')) cell.append(make('small', {}, data.words.atTheLatest), written(day.slice(1)));
    else cell.append(written(day));
    return cell;
  }

  function written(day: string): string {
    const [year = '', month = '', date = ''] = day.split('-');
    return `${Number(date)}.${Number(month)}.${year}`;
  }

  function keyOf(row: PageRow, column: string): string {
    const bare = (day: PageDay): string => (day ?? '').replace('~', '');
    if (column === 'name') return row.n;
    if (column === 'unit') return row.u;
    if (column === 'status') return String(Object.keys(data.statuses).indexOf(row.s));
    if (column === 'licence') return bare(row.l);
    if (column === 'expires') return bare(row.x);
    return bare(row.c[Number(column.slice(1))] ?? null);
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sort]')) {
    button.addEventListener('click', () => {
      const column = button.dataset['sort'] ?? '';
      sortedBy = { column, down: sortedBy?.column === column && !sortedBy.down };
      for (const head of document.querySelectorAll('th[aria-sort]')) head.removeAttribute('aria-sort');
      button.closest('th')?.setAttribute('aria-sort', sortedBy.down ? 'descending' : 'ascending');
      void find();
    });
  }
  const turn = (by: number, button: HTMLButtonElement | undefined): void => {
    page += by;
    draw();
    byId('table').scrollIntoView({ block: 'start' });
    // A button that has just been switched off would lose the focus.
    if (button?.disabled) (button === next ? previous : next)?.focus();
  };
  /** A row for each person, or a card where the rows do not fit: how wide they are is known only here. Cards stay until the window changes. */
  function layOut(): void {
    const { classList, scrollWidth, clientWidth } = document.documentElement;
    if (window.innerWidth <= WIDEST_CARDS || scrollWidth > clientWidth) classList.add('cards');
  }
  search.addEventListener('input', () => void find());
  for (const control of [unit, state, lacks]) control?.addEventListener('change', () => void find());
  previous?.addEventListener('click', () => turn(-1, previous));
  next?.addEventListener('click', () => turn(1, next));
  clear?.addEventListener('click', () => {
    for (const control of [search, unit, state, lacks]) if (control) control.value = '';
    void find();
    search.focus();
  });
  byId('print').addEventListener('click', () => window.print());
  window.addEventListener('beforeprint', () => body.replaceChildren(...found.map((index) => drawRow(rowAt(index)))), { signal });
  window.addEventListener('afterprint', draw, { signal });
  window.addEventListener(
    'resize',
    () => {
      document.documentElement.classList.remove('cards');
      layOut();
    },
    { signal },
  );
  void find();
  return {
    append(more) {
      for (const row of more) {
        rows.push(row);
        haystacks.push(haystackOf(row));
      }
      awaited -= more.length;
      // Only once: each time would begin anew with all that are there.
      if (awaited <= 0) refreshed();
    },
    stop: () => windowEvents.abort(),
  };

  /** With the rows that have come; whoever has turned a page stays there. */
  function refreshed(): void {
    const isPlain = !sortedBy && [search, unit, state, lacks].every((control) => !control || control.value === '');
    if (!isPlain) {
      void find();
      return;
    }
    finding++;
    found = rows.map((_row, index) => index);
    draw();
  }
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element ${id}.`);
  return element;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  text?: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** An e-mail address may be broken after its @, and nowhere else as long as it can. */
function breakable(text: string): HTMLElement {
  const small = make('small', {});
  const [name = '', ...rest] = text.split('@');
  small.append(name);
  for (const part of rest) small.append('@', document.createElement('wbr'), part);
  return small;
}

/** For searching: å is not a here, so only the case is evened out. */
function plain(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
