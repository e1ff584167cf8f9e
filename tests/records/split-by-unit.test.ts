/** A file for each unit: nobody's people in another's file, and no file over another. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { makeTable } from '../../src/records/people/completion-table.ts';
import type { Person } from '../../src/records/people/join-people.ts';
import { unitArchive } from '../../src/records/outputs/unit-archive.ts';
import { unitTables } from '../../src/records/outputs/unit-files.ts';
import { outputsTextIn } from '../../src/records/text/outputs/outputs-text.ts';
import { course, madeUpLearners, staffCsv } from './learners.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere, runInEnglish } from './run-cli.ts';

const text = outputsTextIn('fi');

function tableOf(...units: (string | undefined)[]): ReturnType<typeof makeTable> {
  const people = units.map((unit, index): Person => {
    const marks = new Map([['completed', [{ exact: true, day: '2026-03-11' }]]]);
    return { key: `n${index}`, name: `Oppija ${index}`, onStaffList: true, marks: [marks], ...(unit === undefined ? {} : { unit }) };
  });
  return makeTable(people, { course, today: '2026-11-24', validFor: { count: 3, unit: 'y' } });
}

function fileNames(...units: (string | undefined)[]): string[] {
  return unitTables(tableOf(...units), text).map(({ fileName }) => fileName);
}

describe('what a unit’s file is called', () => {
  test.each([
    ['Jyväskylä, pääkirjasto', 'Jyväskylä, pääkirjasto'],
    ['Lapset/nuoret', 'Lapset-nuoret'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a<b>c:d"e|f?g*h\\i', 'a-b-c-d-e-f-g-h-i'],
    ['.piilo. ', 'piilo'],
    ['...', '-'],
    ['A\u030Aker', 'Åker'],
    ['漢'.repeat(80), '漢'.repeat(33)],
  ])('%s: %s', (unit, expected) => {
    expect(fileNames(unit)).toEqual([expected]);
  });

  test('is another for every unit, also where a disk takes two names for one', () => {
    expect(
      fileNames('Muurame', 'MUURAME', 'Muurame/', 'muurame-', undefined, 'ei yksikköä')
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(['ei yksikköä', 'ei yksikköä (2)', 'muurame', 'muurame (2)', 'muurame-', 'muurame- (2)']);
    expect(fileNames('a', 'A (2)', 'A')).toHaveLength(new Set(fileNames('a', 'A (2)', 'A').map((name) => name.toLowerCase())).size);
  });

  test('stands beside exactly the people of that unit', () => {
    const tables = unitTables(tableOf('Muurame', undefined, 'Keuruu', 'Muurame'), text);
    expect(tables.map(({ unit, table }) => [unit, table.rows.map(({ person }) => person.name)])).toEqual([
      ['Keuruu', ['Oppija 2']],
      ['Muurame', ['Oppija 0', 'Oppija 3']],
      ['ei yksikköä', ['Oppija 1']],
    ]);
  });
});

test('the archive of HR’s page has a spreadsheet and a calendar for each unit, the same bytes each time', async () => {
  const archive = async (table = tableOf('Muurame', undefined)): Promise<Buffer> =>
    Buffer.concat(await unitArchive(table, { text, pseudonymous: false, name: 'ajokortit' }));
  const bytes = await archive();
  expect((await archive()).equals(bytes)).toBe(true);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual([
    'ajokortit-Muurame.xlsx',
    'ajokortit-Muurame.ics',
    'ajokortit-ei yksikköä.xlsx',
    'ajokortit-ei yksikköä.ics',
  ]);
  const [sheet] = await readXlsxFile(Buffer.from(files['ajokortit-Muurame.xlsx'] as Uint8Array));
  expect(sheet?.data.slice(1).map(([name]) => name)).toEqual(['Oppija 0']);
  const calendar = strFromU8(files['ajokortit-ei yksikköä.ics'] as Uint8Array);
  expect(calendar.match(/^SUMMARY.*$/gm)).toEqual(['SUMMARY;LANGUAGE=fi:Ajokortti vanhenee: Oppija 1']);
  expect(calendar).toContain('NAME:Aspa-ajokortti: vanhenevat – ei yksikköä');
  const { validFor: _validFor, ...forever } = tableOf('Muurame');
  expect(Object.keys(unzipSync(await archive(forever)))).toEqual(['ajokortit-Muurame.xlsx']);
});

describe('--split-by unit', () => {
  const learners = madeUpLearners(60);
  const units = [...new Set(learners.map(({ unit }) => unit))];

  async function withReport(work: (folder: string, source: readonly string[]) => Promise<void>): Promise<void> {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'out'));
      await writeFile(join(folder, 'r.txt'), interactionsReport(learners));
      // The last one is on no list.
      await writeFile(join(folder, 'staff.csv'), staffCsv(learners.filter(({ begunAt }) => begunAt !== undefined).slice(0, -1)));
      const source = ['--file', join(folder, 'r.txt'), '--people', join(folder, 'staff.csv')];
      await work(folder, [...source, '--valid-for', '18m', '--as-of', '2026-11-24', '--split-by', 'unit']);
    });
  }

  test('writes a file of each output for each unit, and no other', async () => {
    await withReport(async (folder, source) => {
      const kinds = ['csv', 'xlsx', 'json', 'html', 'ics'];
      const outputs = kinds.flatMap((kind) => [`--${kind}`, join(folder, 'out', `ajokortit.${kind}`)]);
      const { code, err } = await runHere([...source, ...outputs]);
      expect(code).toBe(0);
      expect(err).toContain(`${5 * (units.length + 1)} tiedostoa ${units.length + 1} yksikölle.`);
      const names = (await readdir(join(folder, 'out'))).sort();
      expect(names).toEqual([...units, 'ei yksikköä'].flatMap((unit) => kinds.map((kind) => `ajokortit-${unit}.${kind}`)).sort());
      const rows = (await readFile(join(folder, 'out', 'ajokortit-Muurame.csv'), 'utf8')).trimEnd().split('\r\n').slice(1);
      const others = learners.filter(({ unit }) => unit !== 'Muurame');
      expect(rows.length).toBeGreaterThan(5);
      for (const name of names.filter((one) => one.includes('Muurame'))) {
        const bytes = await readFile(join(folder, 'out', name));
        const content = name.endsWith('xlsx')
          ? Object.values(unzipSync(bytes))
              .map((part) => strFromU8(part))
              .join('')
          : bytes.toString();
        // Mails and numbers of one are no part of another's.
        for (const { email, employeeNumber } of others)
          for (const secret of [email, `${employeeNumber}<`]) expect(content.replaceAll('\r\n ', ''), name).not.toContain(secret);
      }
    });
  });

  test('reads none of its files as a report, and writes over nothing that it reads', async () => {
    await withReport(async (folder, source) => {
      const folderOf = ['--file', join(folder, 'out'), ...source.slice(2), '--csv', join(folder, 'out', 'ajokortit.csv')];
      await writeFile(join(folder, 'out', 'r.txt'), interactionsReport(learners));
      expect((await runHere(folderOf)).code).toBe(0);
      const before = await readFile(join(folder, 'out', 'ajokortit-Muurame.csv'), 'utf8');
      const { code, err } = await runHere(folderOf);
      expect(code).toBe(0);
      expect(err).toContain('ajokortit-Muurame.csv');
      expect(await readFile(join(folder, 'out', 'ajokortit-Muurame.csv'), 'utf8')).toBe(before);
      for (const options of [
        ['--state', join(folder, 'a-tila.csv'), '--csv', join(folder, 'a.csv')],
        ['--csv', join(folder, 'a.csv'), '--columns', join(folder, 'A-sarakkeet.csv')],
      ]) {
        const refused = await runInEnglish([...source, ...options]);
        expect(refused.code).toBe(2);
        expect(refused.err).toContain('A unit’s file could be written over');
      }
    });
  });

  test('puts small units together first where nobody is named', async () => {
    await withReport(async (folder, source) => {
      const staff = staffCsv(learners.map((learner) => (learner.number < 3 ? { ...learner, unit: 'Pieni' } : learner)));
      await writeFile(join(folder, 'staff.csv'), staff);
      expect((await runHere([...source, '--pseudonymous', '--ics', join(folder, 'out', 'a.ics')])).code).toBe(0);
      const names = await readdir(join(folder, 'out'));
      expect(names).toContain('a-Muut yksiköt.ics');
      expect(names.filter((name) => name.includes('Pieni'))).toEqual([]);
    });
  });

  test.each([[[]], [['--csv', '-']]])('needs a path for each output: %j', async (outputs) => {
    const { code, err } = await runInEnglish(['--file', 'r.txt', '--split-by', 'unit', ...outputs]);
    expect(code).toBe(2);
    expect(err).toContain('--split-by makes several files');
  });
});
