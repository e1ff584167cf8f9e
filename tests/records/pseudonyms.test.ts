/** The table without anybody in it: whom it could tell all the same. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonymised } from '../../src/records/people/pseudonyms.ts';
import { makeTable } from '../../src/records/people/completion-table.ts';
import { course } from './learners.ts';
import { inFolder, runHere } from './run-cli.ts';

/** @param units each with how many people it has; '' for no unit */
async function unitsOf(units: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  const people = Object.entries(units).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_person, index) => ({
      key: `${unit}${index}`,
      onStaffList: true,
      marks: [],
      ...(unit ? { unit } : {}),
    })),
  );
  const { rows } = await pseudonymised(makeTable(people, { course, today: '2026-11-27' }), 'key', 'Others');
  const sizes: Record<string, number> = {};
  for (const { person } of rows) sizes[person.unit ?? ''] = (sizes[person.unit ?? ''] ?? 0) + 1;
  return sizes;
}

test('units of fewer than five people that are put together are five people at least', async () => {
  expect(await unitsOf({ Muurame: 1, Keuruu: 6, Jyväskylä: 9 })).toEqual({ Others: 7, Jyväskylä: 9 });
  expect(await unitsOf({ Muurame: 2, Keuruu: 3, Jyväskylä: 9 })).toEqual({ Others: 5, Jyväskylä: 9 });
  expect(await unitsOf({ Keuruu: 6, Jyväskylä: 9 })).toEqual({ Keuruu: 6, Jyväskylä: 9 });
});

test('a few people without a unit are put together with others, unless nobody has one', async () => {
  expect(await unitsOf({ '': 2, Muurame: 5, Keuruu: 6 })).toEqual({ Others: 7, Keuruu: 6 });
  expect(await unitsOf({ '': 3 })).toEqual({ '': 3 });
});

test('one person has one pseudonym, whether a spreadsheet has dropped the zeros of her number or not', async () => {
  const pseudonym = async (number: string): Promise<string> =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), `Numero;A1\n${number};1.2.2026\n`);
      await writeFile(join(folder, 'map.yaml'), 'employeeNumber: Numero\nclasses:\n  A1: A1\n');
      const { out } = await runHere(
        ['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--json', '-', '--pseudonymous'],
        { ASPA_PSEUDONYM_KEY: 'avain' },
      );
      return (JSON.parse(out) as { pseudonym: string }).pseudonym;
    });
  expect(await pseudonym('0042')).toBe(await pseudonym('42'));
});
