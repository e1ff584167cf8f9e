import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { delimitedRows } from '../../src/records/sources/delimited-rows.ts';

test.each([
  [
    'a;b\r\nc;d\r\n',
    ';',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\n\n\nc', '\t', [['a', 'b'], ['c']]],
  ['"a;1";"b ""x"" c";\n', ';', [['a;1', 'b "x" c', '']]],
  [
    '"two\r\nlines",2\r\n3,4',
    ',',
    [
      ['two\r\nlines', '2'],
      ['3', '4'],
    ],
  ],
  ['5" screen;x\n', ';', [['5" screen', 'x']]],
  ['"";"" \n', ';', [['', ' ']]],
  ['"a"\r\n"b"', ';', [['a'], ['b']]],
])('%j', (text, delimiter, rows) => {
  expect([...delimitedRows(text, delimiter)]).toEqual(rows);
});

test('whatever is written comes back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ';', ',', '\n', '\r\n', ' ', '\t', '🚗') });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }),
      fc.constantFrom(';', ',', '\t'),
      (rows, delimiter) => {
        const text = stringify(rows, { delimiter, record_delimiter: 'windows', quoted: true, quoted_empty: true });
        expect([...delimitedRows(text, delimiter)]).toEqual(rows);
      },
    ),
  );
});

test('a quote that is never closed is told with its line', () => {
  expect(() => [...delimitedRows('a;b\nc;"d\n', ';')]).toThrow('a quote in line 2 is never closed');
});
