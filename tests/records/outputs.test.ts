import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync, strFromU8 } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeTable } from '../../src/records/people/completion-table.ts';
import { outputsTextIn } from '../../src/records/text/outputs/outputs-text.ts';
import { csvChunks } from '../../src/records/outputs/write-csv.ts';
import { xlsxOf } from '../../src/records/outputs/write-xlsx.ts';
import { course, madeUpLearners, staffCsv, type MadeUpLearner } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { allStatements, type StoredStatement } from './made-up-statements.ts';
import { MoodleDouble } from './moodle-double.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere } from './run-cli.ts';

const learners = madeUpLearners(60);
const rules = ['--valid-for', '18m', '--as-of', '2026-11-24'];

async function withReport<T>(work: (folder: string, source: readonly string[]) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), interactionsReport(learners));
    await writeFile(join(folder, 'staff.csv'), staffCsv(learners));
    return work(folder, ['--file', join(folder, 'r.txt'), '--people', join(folder, 'staff.csv'), ...rules]);
  });
}

test('a spreadsheet has real dates, a frozen head, a filter, and sheets for people, units and months', async () => {
  await withReport(async (folder, source) => {
    const path = join(folder, 'out.xlsx');
    expect((await runHere([...source, '--xlsx', path])).code).toBe(0);
    const bytes = await readFile(path);
    const parts = unzipSync(bytes);
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:O61"/>');
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet: name }) => name)).toEqual(['Henkilöt', 'Yksiköt', 'Kuukaudet']);
    const [heads, ...rows] = sheets[0]?.data ?? [];
    expect(heads).toEqual([
      'Nimi',
      'Henkilönumero',
      'Sähköposti',
      'Yksikkö',
      'Esihenkilö',
      'Tilanne',
      'Aloittanut',
      'A1',
      'A2',
      'B',
      'C',
      'D',
      'E',
      'Ajokortti',
      'Voimassa asti',
    ]);
    const one = learners.find(({ earned }) => earned.has('A1')) as (typeof learners)[number];
    const row = rows.find(([name]) => name === one.name);
    expect(row?.[1]).toBe(one.employeeNumber);
    expect(row?.[7]).toEqual(
      new Date(`${new Date(one.earned.get('A1') ?? 0).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' })}T00:00:00Z`),
    );
    const [unitHeads, ...units] = sheets[1]?.data ?? [];
    expect(unitHeads?.slice(0, 7)).toEqual([
      'Yksikkö',
      'Henkilöitä',
      'Ei aloitettu',
      'Kesken',
      'Ajokortti',
      'Vanhenee pian',
      'Vanhentunut',
    ]);
    expect(units.at(-1)?.slice(0, 2)).toEqual(['Kaikki yhteensä', 60]);
    const inAll = (column: number): number => units.slice(0, -1).reduce((sum, unit) => sum + Number(unit[column]), 0);
    for (let column = 1; column < 13; column++) expect(inAll(column)).toBe(units.at(-1)?.[column]);
    const months = sheets[2]?.data ?? [];
    expect(months.at(-1)?.[0]).toBe('11/2026');
    expect(months.at(-1)?.[1]).toBe(learners.filter(({ completedAt }) => completedAt !== undefined).length);
  });
});

test('on paper a sheet is landscape, one page wide, with its head on every page', async () => {
  await withReport(async (folder, source) => {
    const path = join(folder, 'out.xlsx');
    await runHere([...source, '--xlsx', path]);
    const parts = unzipSync(await readFile(path));
    const xml = (name: string): string => strFromU8(parts[name] as Uint8Array);
    for (const number of [1, 2, 3]) {
      const sheet = xml(`xl/worksheets/sheet${number}.xml`);
      expect(sheet).toContain(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      );
      expect(sheet).toMatch(
        /<pageMargins [^>]*\/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter>/,
      );
    }
    const names = [...xml('xl/workbook.xml').matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]+)</g)];
    expect(names.map(([, sheet, rows]) => [sheet, rows])).toEqual([
      ['0', "'Henkilöt'!$1:$1"],
      ['1', "'Yksiköt'!$1:$1"],
      ['2', "'Kuukaudet'!$1:$1"],
    ]);
    // No column is wider than what stands in it: what is left empty makes every letter smaller.
    const widths = [...xml('xl/worksheets/sheet1.xml').matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    const longest = Math.max(...learners.map(({ name }) => name.length));
    expect(widths.slice(0, 2)).toEqual([longest + 1, 'Henkilönumero'.length + 3]);
    expect(widths.slice(7, 13)).toEqual([11, 11, 11, 11, 11, 11]);
  });
});

test('the same input gives the same bytes', async () => {
  await withReport(async (folder, source) => {
    const paths = ['xlsx', 'html', 'csv', 'json'].flatMap((kind) => [`--${kind}`, join(folder, `out.${kind}`)]);
    const read = (): Promise<Buffer[]> => Promise.all(['xlsx', 'html', 'csv', 'json'].map((kind) => readFile(join(folder, `out.${kind}`))));
    await runHere([...source, ...paths]);
    const first = await read();
    // Longer than the two seconds that a ZIP tells apart.
    await sleep(2100);
    await runHere([...source, ...paths]);
    expect((await read()).map((bytes, index) => bytes.equals(first[index] as Buffer))).toEqual([true, true, true, true]);
  });
});

test('cells that a spreadsheet would run as a formula are defused, and all signs come through', async () => {
  await inFolder(async (folder) => {
    const names = [
      '=HYPERLINK("http://x";"y")',
      '+358 40',
      '-1+1',
      '@SUM(A1)',
      'Ällä; "Ö"',
      'rivi\nvaihto',
      '漢字 🚗',
      '<script>alert(1)</script>',
      '﹦1',
    ];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await writeFile(
      join(folder, 'staff.csv'),
      ['nimi;sähköposti', ...names.map((name, index) => `${quoted(name)};n${index}@k.example`)].join('\n'),
    );
    await writeFile(join(folder, 'r.csv'), 'Nimi;Sähköpostiosoite;Suorituskerta;Aloitettu;Pisteet\n');
    const source = ['--file', join(folder, 'r.csv'), '--people', join(folder, 'staff.csv')];
    const { out, code } = await runHere([...source, '--csv', '-', '--delimiter', 'comma']);
    expect(code).toBe(0);
    expect(out.startsWith('\uFEFFNimi,Sähköposti,')).toBe(true);
    for (const cell of [
      `"'=HYPERLINK(""http://x"";""y"")",n0@`,
      `'+358 40,n1@`,
      `'-1+1,n2@`,
      `'@SUM(A1),n3@`,
      `"Ällä; ""Ö""",n4@`,
      '漢字 🚗,n6@',
    ])
      expect(out).toContain(cell);
    await runHere([...source, '--xlsx', join(folder, 'out.xlsx'), '--html', join(folder, 'out.html')]);
    const sheets = await readXlsxFile(await readFile(join(folder, 'out.xlsx')));
    expect(
      sheets[0]?.data
        .slice(1)
        .map(([name]) => name)
        .sort(),
    ).toEqual(names.map((name) => name.replace('\n', ' ')).sort());
    expect(await readFile(join(folder, 'out.html'), 'utf8')).not.toContain('<script>alert');
  });
});

describe('an identity that a spreadsheet would take for more than text', () => {
  const hostile = "Anna\n=cmd|' /C calc'!A0";
  const folded = "Anna =cmd|' /C calc'!A0";

  /** As spreadsheets in other countries split it: whatever the file's own separator is. */
  function firstLetters(csv: string): string[] {
    return csv
      .replace(/^\uFEFF/, '')
      .split(/[,;\t\r\n]/)
      .map((cell) => cell.replace(/^[\s"]+/, '').charAt(0));
  }

  test.each(['\n', '\r', '\r\n', '\u2028', '\u0085', '\v', '\0', '\u202E', ' \t \n'])(
    'with %j in every column of a staff list is one line, and runs nothing',
    async (breaks) => {
      await inFolder(async (folder) => {
        const cell = (word: string): string => `"${word}${breaks}=cmd|' /C calc'!A0"`;
        const words = ['Anna', 'a@k.example', 'n1', 'tunnus', 'Muurame', 'Esihenkilö'];
        await writeFile(
          join(folder, 'staff.csv'),
          `nimi;sähköposti;henkilönumero;käyttäjätunnus;yksikkö;esihenkilö\n${words.map(cell).join(';')}\n`,
        );
        await writeFile(join(folder, 'r.csv'), 'Nimi;Sähköpostiosoite;Suorituskerta;Aloitettu;Pisteet\n');
        const source = ['--file', join(folder, 'r.csv'), '--people', join(folder, 'staff.csv')];
        for (const options of [[], ['--delimiter', 'comma']]) {
          const { code, out } = await runHere([...source, '--csv', '-', ...options]);
          expect(code).toBe(0);
          expect(out.trimEnd().split(/\r\n|[\r\n\u2028\u0085]/)).toHaveLength(2);
          expect(firstLetters(out).filter((letter) => '=+-@'.includes(letter) && letter !== '')).toEqual([]);
        }
        const [line] = (await runHere([...source, '--json', '-'])).out.split('\n');
        for (const value of Object.values(JSON.parse(line ?? '') as object))
          if (typeof value === 'string') expect(value).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
      });
    },
  );

  test('comes out of an LRS and out of Moodle as one line, too', async () => {
    const lrs = new LrsDouble();
    const endpoint = await lrs.start();
    const moodle = new MoodleDouble();
    const site = await moodle.start();
    try {
      const [one, other] = madeUpLearners(9).filter(({ completedAt }) => completedAt !== undefined) as [MadeUpLearner, MadeUpLearner];
      lrs.statements = allStatements([{ ...one, name: hostile }]).map(
        (statement) =>
          ({
            ...statement,
            actor: { name: hostile, account: { homePage: 'https://lms.example', name: `tunnus\r\n=1+1` } },
          }) as StoredStatement,
      );
      moodle.learners = [{ ...other, name: hostile, username: 'käyttäjä\n=1+1' }];
      const { code, out } = await runHere(
        ['--lrs', endpoint.href, '--moodle', site.href, '--course', '2', '--csv', '-', '--no-bom', '--delimiter', 'comma'],
        { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret, ASPA_MOODLE_TOKEN: moodle.token },
      );
      expect(code).toBe(0);
      const rows = out.trimEnd().split(/\r\n|[\r\n]/);
      expect(rows).toHaveLength(3);
      for (const row of rows.slice(1)) expect(row.startsWith(`${folded},`)).toBe(true);
      expect(out).toContain(',tunnus =1+1,');
    } finally {
      await lrs.stop();
      await moodle.stop();
    }
  });

  test.each([
    ['Anna, =1+1', "Anna, '=1+1"],
    ['Anna;=1+1', '"Anna;\'=1+1"'],
    ['Anna;"=1+1"', '"Anna;""\'=1+1"""'],
    ['Anna,@SUM(A1);-1', '"Anna,\'@SUM(A1);\'-1"'],
    ['Anna,＝1', "Anna,'＝1"],
    ['Keuruu; keskusta, pohjoinen', '"Keuruu; keskusta, pohjoinen"'],
    ['Ylä-Outinen', 'Ylä-Outinen'],
  ])('%s is written as %s, whatever separator the spreadsheet goes by', async (name, written) => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'staff.csv'), `nimi\tsähköposti\n"${name.replaceAll('"', '""')}"\ta@k.example\n`);
      await writeFile(join(folder, 'r.csv'), 'Nimi;Sähköpostiosoite;Suorituskerta;Aloitettu;Pisteet\n');
      const { out } = await runHere(['--file', join(folder, 'r.csv'), '--people', join(folder, 'staff.csv'), '--csv', '-']);
      expect(out.split('\r\n')[1]).toBe(`${written};a@k.example;;Ei aloitettu;;;;;;;;`);
    });
  });

  test('a line break that reaches the writer all the same is quoted', () => {
    const person = { key: 'a', name: 'Anna\n=1+1', onStaffList: true, marks: [] };
    const table = makeTable([person], { course, today: '2026-11-24' });
    const [, row] = [...csvChunks(table, { text: outputsTextIn('fi'), delimiter: ';', bom: false, pseudonymous: false })]
      .join('')
      .split('\r\n');
    expect(row).toBe(`"Anna\n'=1+1";;Ei aloitettu;;;;;;;;`);
  });
});

test('JSON lines keep to the documented schema, in every state there is', async () => {
  const schema = z.fromJSONSchema(
    JSON.parse(await readFile(new URL('../../src/records/outputs/records.schema.json', import.meta.url), 'utf8')) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  );
  await withReport(async (_folder, source) => {
    for (const options of [[], ['--pseudonymous']]) {
      const lines = (await runHere([...source, '--json', '-', ...options])).out
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line));
      expect(lines).toHaveLength(60);
      for (const line of lines) expect(schema.safeParse(line).error).toBeUndefined();
      expect(new Set(lines.map((line) => (line as { status: string }).status))).toEqual(
        new Set(['not-begun', 'begun', 'earned', 'expiring', 'expired']),
      );
    }
    expect(schema.safeParse({ asOf: '2026-11-24', status: 'earned', classes: {}, answer: 'x' }).success).toBe(false);
  });
});

test('--as-of shows a past day, and only what was earned by then', async () => {
  await withReport(async (folder) => {
    const source = ['--file', join(folder, 'r.txt'), '--json', '-', '--as-of', '2025-06-30'];
    const lines = (await runHere(source)).out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { licence?: { day: string }; classes: Record<string, { day: string }> });
    const days = lines.flatMap(({ licence, classes }) => [licence?.day ?? '', ...Object.values(classes).map(({ day }) => day)]);
    expect(days.filter((day) => day > '2025-06-30')).toEqual([]);
    expect(lines.filter(({ licence }) => licence)).toHaveLength(
      learners.filter(({ completedAt }) => completedAt !== undefined && completedAt < Date.UTC(2025, 5, 30, 21)).length,
    );
  });
});

test('pseudonymous outputs name nobody, and small units are put together', async () => {
  await withReport(async (folder, source) => {
    await writeFile(
      join(folder, 'staff.csv'),
      staffCsv(learners.map((learner) => (learner.number < 3 ? { ...learner, unit: 'Pieni' } : learner))),
    );
    const kinds = ['csv', 'json', 'html', 'xlsx'];
    const options = [...source, '--pseudonymous', ...kinds.flatMap((kind) => [`--${kind}`, join(folder, `out.${kind}`)])];
    const key = { ASPA_PSEUDONYM_KEY: 'tilastoavain' };
    expect((await runHere(options, key)).code).toBe(0);
    const all = await Promise.all(kinds.map((kind) => readFile(join(folder, `out.${kind}`))));
    const sheets = Object.values(unzipSync(all[3] as Buffer)).map((part) => strFromU8(part));
    const texts = [...all.slice(0, 3).map((bytes) => bytes.toString('utf8')), ...sheets];
    for (const { name, email, employeeNumber, manager } of learners)
      for (const secret of [name, email, employeeNumber, manager])
        expect(
          texts.filter((text) => text.includes(secret)),
          secret,
        ).toEqual([]);
    expect(texts.filter((text) => text.includes('Pieni'))).toEqual([]);
    expect(texts[0]).toContain('Muut yksiköt');
    await runHere(options, key);
    expect((await readFile(join(folder, 'out.csv'))).equals(all[0] as Buffer)).toBe(true);
    await runHere(options);
    expect((await readFile(join(folder, 'out.csv'))).equals(all[0] as Buffer)).toBe(false);
  });
});

test('heads come in Finnish, Swedish and English', async () => {
  await withReport(async (_folder, source) => {
    expect((await runHere([...source, '--csv', '-', '--language', 'sv'])).out).toContain(
      'Namn;Anställningsnummer;E-post;Enhet;Chef;Läge;Påbörjat;',
    );
    expect((await runHere([...source, '--csv', '-', '--language', 'en'])).out).toContain(
      'Name;Employee number;E-mail;Unit;Manager;Status;Begun;',
    );
  });
});

test('no name makes a spreadsheet that cannot be read', () => {
  const person = { key: 'a', name: '&'.repeat(8000), onStaffList: false, marks: [new Map([['known', [{ exact: true }]]])] };
  const table = makeTable([person], { course, today: '2026-11-27' });
  const pieces = [...xlsxOf(table, outputsTextIn('en'), false)];
  const sheet = strFromU8(unzipSync(Buffer.concat(pieces))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  // Every ampersand of XML begins a reference.
  expect(sheet).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
});
