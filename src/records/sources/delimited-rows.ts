/** Rows of a text with separated values (RFC 4180, and what programs make of it): quotes, doubled quotes, line breaks within quotes. */
import { MOST_COLUMNS, TooMuch } from './report-limits.ts';

/** A quote is never closed. */
export class OpenQuote extends Error {
  override readonly name = 'OpenQuote';

  constructor(readonly line: number) {
    super(`a quote in line ${line} is never closed`);
  }
}

/**
 * Rows may differ in length; empty lines are left out. A quote within an unquoted cell stands for itself.
 * @throws OpenQuote where the text ends within quotes; TooMuch where a row has more cells than a spreadsheet can have
 */
export function* delimitedRows(text: string, delimiter: string): Generator<string[]> {
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    if (!line.includes('"')) {
      at = end + 1;
      if (line !== '') yield withinLimit(line.split(delimiter, MOST_COLUMNS + 1));
      continue;
    }
    const { row, next } = quotedRow(text, at, delimiter);
    at = next;
    yield row;
  }
}

function withinLimit(row: string[]): string[] {
  if (row.length > MOST_COLUMNS) throw new TooMuch({ kind: 'row', most: MOST_COLUMNS });
  return row;
}

function quotedRow(text: string, start: number, delimiter: string): { row: string[]; next: number } {
  const row: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const from = at + 1;
      let close = text.indexOf('"', from);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) throw new OpenQuote(text.slice(0, start).split('\n').length);
      cell = text.slice(from, close).replaceAll('""', '"');
      at = close + 1;
    }
    let end = at;
    while (end < text.length && text[end] !== '\n' && text[end] !== delimiter) end++;
    const last = text[end] !== delimiter;
    // After the closing quote there should be nothing; what there is belongs to the cell all the same.
    row.push(cell + text.slice(at, last && text[end - 1] === '\r' && end > at ? end - 1 : end));
    at = end + 1;
    withinLimit(row);
    if (last) return { row, next: at };
  }
}
