/** Draws one person: a row of the table, whose cells know their heads where it is a card. */
import { writtenDay } from '../written-day.ts';
import type { PageData, PageDay, PageRow } from './page-data.ts';
import { make } from './page-elements.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function drawRow(row: PageRow, data: PageData): HTMLTableRowElement {
  const line = make('tr', { role: 'row' });
  line.append(nameCell(row), ...(data.showUnit ? [unitCell(row, data)] : []), statusCell(row, data));
  row.c.forEach((day, index) => line.append(classCell(data.classes[index] ?? '', day, data)));
  line.append(licenceCell(row, data));
  if (data.showExpiry) line.append(dayCell(data.heads.expires, row.x, data));
  return line;
}

function nameCell({ n, i, e }: PageRow): HTMLTableCellElement {
  const name = make('th', { scope: 'row', role: 'rowheader' }, n);
  for (const text of [i, e]) if (text !== '') name.append(breakable(text));
  return name;
}

function unitCell({ u, m }: PageRow, { heads, words }: PageData): HTMLTableCellElement {
  const unit = make('td', { role: 'cell', 'data-head': heads.unit, class: 'unit' }, u || words.unknownUnit);
  if (m !== '') unit.append(make('small', {}, `${heads.manager}: ${m}`));
  return unit;
}

function statusCell({ s, b }: PageRow, { heads, statuses, language }: PageData): HTMLTableCellElement {
  const mark = make('td', { role: 'cell', 'data-head': heads.status, class: 'mark' });
  mark.append(make('span', { class: `status ${s}` }, statuses[s] ?? s));
  if (b !== null) mark.append(withDay(heads.begun, b, language));
  return mark;
}

function licenceCell({ l, r }: PageRow, data: PageData): HTMLTableCellElement {
  const licence = dayCell(data.heads.licence, l, data);
  licence.classList.add('licence');
  if (r !== null) {
    const bound = r.startsWith('~') ? `${data.words.atTheLatest} ` : '';
    licence.append(withDay(`${data.heads.renewed} ${bound}`.trim(), r.replace('~', ''), data.language));
  }
  return licence;
}

/** Words and the day that belongs to them, which no line's end cuts in two. */
function withDay(words: string, day: string, language: PageData['language']): HTMLElement {
  const line = make('small', {}, `${words} `);
  line.append(make('span', { class: 'whole' }, writtenDay(day, language)));
  return line;
}

function classCell(id: string, day: PageDay, data: PageData): HTMLTableCellElement {
  const cell = dayCell(id, day, data);
  cell.classList.add('class');
  if (day !== null) cell.prepend(signOf(id));
  return cell;
}

function signOf(id: string): SVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('class', `sign sign-${id.charAt(0).toLowerCase()}`);
  picture.setAttribute('viewBox', '0 0 40 40');
  picture.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#sign-${id}`);
  picture.append(use);
  return picture;
}

function dayCell(head: string, day: PageDay, { words, language }: PageData): HTMLTableCellElement {
  const cell = make('td', { role: 'cell', 'data-head': head, class: 'day' });
  if (day === null) {
    cell.classList.add('missing');
    cell.append(make('span', { 'aria-hidden': 'true' }, '–'), make('span', { class: 'heard' }, words.notEarned));
    return cell;
  }
  if (day.startsWith('^')) cell.append(make('small', {}, words.fromFile));
  const said = day.replace('^', '');
  if (said === '') cell.append(words.yes);
  else if (said.startsWith('~')) cell.append(make('small', {}, words.atTheLatest), writtenDay(said.slice(1), language));
  else cell.append(writtenDay(said, language));
  return cell;
}

/** An e-mail address may be broken after its @, and nowhere else as long as it can. */
function breakable(text: string): HTMLElement {
  const small = make('small', {});
  const [name = '', ...rest] = text.split('@');
  small.append(name);
  for (const part of rest) small.append('@', document.createElement('wbr'), part);
  return small;
}
