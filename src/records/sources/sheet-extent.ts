/**
 * How far the cells of a sheet reach, found out before a table is built of them: one cell at `XFD1048576` makes a table of 17 thousand
 * million cells out of a file of 2 kB.
 */
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, TooMuch } from './report-limits.ts';

/** Each place where a row or a cell may begin, with any prefix. What stands in a comment counts as well: rather too much than too little. */
const TAG = /<(?:[^\s<>/="']*:)?(row|c)(?=[\s/>])/g;
const ATTRIBUTE = /\s*([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const TAG_END = /\s*(\/?)>/y;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;
const ROW_NUMBER = /^\d{1,7}$/;

/** @throws TooMuch where it is larger than what is read; Error where it is no sheet */
export function checkSheetExtent(xml: string): void {
  let [rows, row, lastRow, lastColumn] = [0, 0, 0, 0];
  for (const { 1: name, index, 0: start } of xml.matchAll(TAG)) {
    const { references, empty } = restOfTag(xml, index + start.length);
    if (name === 'row') {
      if (++rows > MOST_ROWS) throw tooFar(rows, 1);
      for (const reference of references) row = rowNumber(reference);
      continue;
    }
    for (const reference of references) {
      const [, letters = '', number = ''] = ADDRESS.exec(reference) ?? [];
      const [cellRow, column] = [rowNumber(number), columnNumber(letters)];
      if (empty) continue;
      lastRow = Math.max(lastRow, cellRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
    if (lastRow * lastColumn > MOST_CELLS) throw tooFar(lastRow, lastColumn);
  }
}

/** Every `r` of a tag, whatever its prefix, and whether there is nothing in it. */
function restOfTag(xml: string, from: number): { references: string[]; empty: boolean } {
  const references: string[] = [];
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(xml);
    if (!attribute) break;
    const [, name = '', double, single] = attribute;
    if (name.slice(name.indexOf(':') + 1) === 'r') references.push(double ?? single ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = at;
  const end = TAG_END.exec(xml);
  if (!end) throw new Error('a tag that is none');
  return { references, empty: end[1] === '/' };
}

function rowNumber(text: string): number {
  if (!ROW_NUMBER.test(text)) throw new Error('a row without a number');
  const number = Number(text);
  if (number > MOST_ROWS) throw tooFar(number, 1);
  return number;
}

function columnNumber(letters: string): number {
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (number > MOST_COLUMNS) throw tooFar(1, number);
  return number;
}

function tooFar(row: number, column: number): TooMuch {
  return new TooMuch({ kind: 'reach', row, column, cells: MOST_CELLS, columns: MOST_COLUMNS });
}
