/** What words depend on: the language's way of writing days and quotations, and a count of one. */
import { describe, expect, test } from 'vitest';
import { saysDone } from '../../src/records/sources/cell-words.ts';
import { identityColumns } from '../../src/records/sources/column-heads.ts';
import { hrPageTextIn } from '../../src/records/text/hr-page/hr-page-text.ts';
import { monthIn, outputsTextIn } from '../../src/records/text/outputs/outputs-text.ts';
import { writtenDay } from '../../src/records/written-day.ts';

describe('a day and a month', () => {
  test.each([
    ['fi', '3.4.2026', '9/2026'],
    ['sv', '3.4.2026', '9/2026'],
    ['en', '3 Apr 2026', 'Sep 2026'],
  ] as const)('in %s', (language, day, month) => {
    expect(writtenDay('2026-04-03', language)).toBe(day);
    expect(monthIn('2026-09', outputsTextIn(language))).toBe(month);
  });
});

describe('a count of one', () => {
  test.each([
    ['fi', 'vuosi', 'yhdessä yksikössä', '1 muu'],
    ['sv', 'år', 'en enhet', '1 till'],
    ['en', 'year', '1 unit', '1 more'],
  ] as const)('in %s', (language, year, unit, more) => {
    const { settings, files } = hrPageTextIn(language);
    expect(settings.units(1).y).toBe(year);
    expect(files.more(1)).toBe(more);
    expect(outputsTextIn(language).page.unitsWords(1)).toMatch(new RegExp(` ${unit}\\.$`));
  });
});

test.each(['fi', 'sv'] as const)(
  'what the table in %s calls a user name and what is done is read as such, as is what it said before',
  (language) => {
    const { columns, earnedNoDay } = outputsTextIn(language);
    for (const head of [columns.account, 'Tunnus']) expect([...identityColumns([head]).keys()]).toEqual(['account']);
    for (const cell of [earnedNoDay, 'klar']) expect(saysDone(cell)).toBe(true);
  },
);

test('examples stand in the quotation marks of the language', () => {
  const said = (language: 'fi' | 'sv' | 'en'): string => hrPageTextIn(language).files.doubts('2', 'Date', ['soon', 'later'], false);
  expect(said('fi')).toContain('Esimerkiksi ”soon”, ”later”.');
  expect(said('sv')).toContain('Till exempel ”soon”, ”later”.');
  expect(said('en')).toContain('For example “soon”, “later”.');
});

describe.each(['fi', 'sv', 'en'] as const)('what is told in %s', (language) => {
  const { files, result } = hrPageTextIn(language);
  test.each([
    ['what several people have', result.conflicts],
    ['people of several names', result.unlikeNames],
    ['names of several rows', result.sameNames],
    ['people of several units', result.ofSeveralUnits],
    ['people who are not on the list', result.strangers],
    ['people of the list with a name only', files.staffByNameOnly],
  ])('%s: by name where somebody may be named', (_what, told) => {
    expect(told('1', 'Aino Öhman')).toContain(': 1 (Aino Öhman).');
    expect(told('1', '')).toContain(': 1.');
  });

  test('a day that is still to come says why it is left out, another cell does not', () => {
    const [other, toCome] = [false, true].map((isDay) => files.doubts('1', 'Aspa-ajokortti', ['2099-01-01'], isDay)) as [string, string];
    expect(toCome).toContain(other);
    expect(toCome).toMatch(/edessä|framtiden|to come/);
  });

  test('days with the month first in a table whose columns were named can be mended on the page', () => {
    expect(files.monthFirstMapped).toContain(hrPageTextIn(language).mapping.more);
  });
});
