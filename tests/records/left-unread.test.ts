/** What of a given file says nothing of anybody: further sheets of a spreadsheet, people of the list without what tells who they are, no rows. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Desk } from '../../src/records/hr-page/desk.ts';
import type { Outcome } from '../../src/records/hr-page/file-state.ts';
import { xlsxChunks } from '../../src/records/outputs/xlsx-file.ts';
import { course } from './learners.ts';
import { inFolder, runHere, runInEnglish, type CliResult } from './run-cli.ts';

const HEADS = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'];
const AINO = ['Aino', 'aino@k.example', '1', '2026-11-24', '2026-11-24', '100'];
const STAFF = ['nimi', 'sähköposti', 'yksikkö'];
const UNREAD = /^Warning: \S+\.xlsx: Only the first sheet of the file was read, though others hold data too\./m;

type Table = readonly (readonly string[])[];

/** A spreadsheet with these sheets; one without rows is empty. */
function spreadsheet(...tables: readonly Table[]): Uint8Array {
  const sheets = tables.map(([heads = ['']], at) => ({ name: `Taulu${at}`, heads, widths: heads.map(() => 9), frozenColumns: 0 }));
  const whole = Buffer.concat([...xlsxChunks(sheets.map((sheet, at) => ({ ...sheet, rows: tables[at]?.slice(1) ?? [] })))]);
  const parts = unzipSync(whole);
  for (const [at, { length }] of tables.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    const xml = strFromU8(parts[name] ?? new Uint8Array(0));
    if (length === 0)
      parts[name] = strToU8(xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData>'));
  }
  return zipSync(parts);
}

function read(files: Readonly<Record<string, Uint8Array | string>>, ...options: readonly string[]): Promise<CliResult> {
  return inFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    const given = Object.keys(files).filter((name) => name.startsWith('Aspa'));
    const people = Object.keys(files).find((name) => name.startsWith('staff'));
    const list = people === undefined ? [] : ['--people', join(folder, people)];
    return runInEnglish([...given.flatMap((name) => ['--file', join(folder, name)]), ...list, '--json', '-', ...options]);
  });
}

async function onPage(name: string, content: Uint8Array | string): Promise<Outcome> {
  const rules = { identify: [], pseudonymous: false, activityNames: [], maps: [] };
  return (await new Desk(course).take({ id: 1, name, file: new Blob([content as BlobPart]) }, {}, rules, () => {})).outcome;
}

describe('a spreadsheet with people on several sheets', () => {
  const report = spreadsheet([HEADS, AINO], [HEADS, AINO]);
  const staff = spreadsheet([STAFF, ['Aino', 'aino@k.example', 'Muurame']], [STAFF, ['Väinö', 'vaino@k.example', 'Keuruu']]);

  test('as a report: that only the first is read is told', async () => {
    expect((await read({ 'Aspa-ajokortti.xlsx': report })).err).toMatch(UNREAD);
    expect(await onPage('Aspa-ajokortti.xlsx', report)).toMatchObject({ kind: 'report', rows: 1, hasOtherSheets: true });
  });

  test('as the list of people: that only the first is read is told', async () => {
    expect((await read({ 'Aspa-ajokortti.xlsx': spreadsheet([HEADS, AINO]), 'staff.xlsx': staff })).err).toMatch(UNREAD);
    expect(await onPage('staff.xlsx', staff)).toMatchObject({ kind: 'staff', people: 1, hasOtherSheets: true });
  });

  test('and one whose further sheets are empty: nothing is told', async () => {
    const { err } = await read({ 'Aspa-ajokortti.xlsx': spreadsheet([HEADS, AINO], [], []) });
    expect(err).not.toMatch(UNREAD);
    expect(await onPage('a.xlsx', spreadsheet([STAFF, ['Aino', 'aino@k.example', '']], []))).toMatchObject({ hasOtherSheets: false });
  });
});

test('a report as a spreadsheet in which nobody has completed its last activity yet is one of the course all the same', async () => {
  const row = ['Aino', 'aino@k.example', 'Completed', '2026-11-24 22:59:05', 'Not completed', ''];
  const report = spreadsheet([['', 'Email address', 'Forum', '', 'Aspa-ajokortti', ''], row]);
  expect(await onPage('c.xlsx', report)).toMatchObject({ kind: 'report', as: 'activity-completion', rows: 1, doubts: [] });
  const alone = spreadsheet([['', 'Email address', 'Aspa-ajokortti', ''], row.toSpliced(2, 2)]);
  expect(await onPage('c.xlsx', alone)).toMatchObject({ kind: 'report', as: 'activity-completion', rows: 1, doubts: [] });
});

test('a report that has nobody in it is named, though others have', async () => {
  const empty = `${HEADS.join(',')}\n`;
  const { err } = await read({ 'Aspa-ajokortti.csv': empty + AINO.join(','), 'Aspa-ajokortti 2.csv': empty });
  expect(err).toContain(
    'Warning: Aspa-ajokortti 2.csv: The report has nobody in it. If there should be people, choose all users in Moodle',
  );
});

test('people of the list who have a name only are told of: nothing makes what they have earned theirs', async () => {
  const files = {
    'Aspa-ajokortti.xlsx': spreadsheet([HEADS, AINO]),
    'staff.csv': `${STAFF.join(';')}\nAino;;Muurame\nVäinö;v@k.example;Keuruu\n`,
  };
  expect((await read(files)).err).toMatch(
    /^Warning: \S+staff\.csv: People on the list with a name only: 1\. Such a row shows “Not begun” whatever the person has completed\./m,
  );
  expect(await onPage('staff.csv', files['staff.csv'])).toMatchObject({ kind: 'staff', people: 2, byNameOnly: ['Aino'] });
});

test('the page that others are given says that classes may be missing, where a report tells the licence alone', async () => {
  const NOTE = 'Henkilöitä, joilla on ajokortti mutta joiden muista luokista ei ole tietoa: 1.';
  await inFolder(async (folder) => {
    const [report, page] = [join(folder, 'Aspa-ajokortti.csv'), join(folder, 'sivu.html')];
    const written = async (score: string): Promise<string> => {
      await writeFile(report, `${HEADS.join(',')}\n${AINO.with(5, score).join(',')}\n`);
      expect((await runHere(['--file', report, '--html', page])).code).toBe(0);
      return readFile(page, 'utf8');
    };
    expect(await written('100')).toContain(NOTE);
    expect(await written('0')).not.toContain('ei ole tietoa');
  });
});
