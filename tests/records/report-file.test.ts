import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/records/sources/report-encoding.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

async function readReport(name: string, content: string | Buffer, options: readonly string[] = []): Promise<CliResult> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), content);
    return runInEnglish(['--file', join(folder, name), '--csv', '-', '--no-bom', ...options]);
  });
}

const rows = (heads: string, sign: string): string =>
  [
    heads,
    'Väinö Öhman|vaino@kirjasto.example|1|tiistai 24. marraskuuta 2026, 10.00|torstai 26. marraskuuta 2026, 09.05|100',
    'Aino Åberg|aino@kirjasto.example|1|maanantai 2. helmikuuta 2026, 23.59|sunnuntai 1. maaliskuuta 2026, 00.01|0',
  ]
    .map((row) =>
      row
        .split('|')
        .map((cell) => (cell.includes(sign) ? `"${cell}"` : cell))
        .join(sign),
    )
    .join('\r\n');
const finnish = 'Nimi|Sähköpostiosoite|Suorituskerta|Aloitettu|Viimeksi käytetty|Pisteet';
const english = 'Full name|Email address|Attempt|Started on|Last accessed on|Score';
const expected = [
  'Name;E-mail;Unit;Status;Begun;A1;A2;B;C;D;E;Licence;At the latest',
  'Aino Åberg;aino@kirjasto.example;;In progress;2026-02-02;;;;;;;;',
  'Väinö Öhman;vaino@kirjasto.example;;Licence;2026-11-24;2026-11-26;2026-11-26;;;;;2026-11-26;A1, A2, Licence',
];

describe('Moodle’s SCORM report', () => {
  const encodings: [what: string, content: Buffer][] = [
    ['UTF-8 with tabs', Buffer.from(rows(finnish, '\t'))],
    ['UTF-8 with a mark, semicolons', Buffer.from(`\uFEFF${rows(finnish, ';')}`)],
    ['UTF-8 with commas, English heads', Buffer.from(rows(english, ','))],
    ['UTF-16 little end first', Buffer.from(`\uFEFF${rows(finnish, '\t')}`, 'utf16le')],
    ['UTF-16 big end first', iconv.encode(rows(english, '\t'), 'utf-16be', { addBOM: true })],
    ['UTF-16 without a mark', Buffer.from(rows(english, '\t'), 'utf16le')],
    ['Latin-1', iconv.encode(rows(finnish, ';'), 'latin1')],
    ['MS-DOS’s code page', iconv.encode(rows(finnish, ';'), 'cp850')],
    ['with Excel’s own line about the separator', Buffer.from(`sep=;\r\n${rows(finnish, ';')}`)],
  ];
  test.each(encodings)('is read in %s', async (_what, content) => {
    const { code, out, err } = await readReport('raportti.txt', content);
    expect(err).not.toContain('Error');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\r\n')).toEqual(expected);
  });

  test.each(['100', '100.00', '100,00', '100 %', '100,00 %'])('is a licence with the score “%s”', async (score) => {
    const row = `Aino\ta@k.example\t1\tMonday, 2 February 2026, 9:00 AM\tTuesday, 3 February 2026, 9:00 AM\t${score}`;
    const { out } = await readReport('raportti.txt', `${english.replaceAll('|', '\t')}\n${row}\n`);
    expect(out).toContain('Aino;a@k.example;;Licence;2026-02-02;');
  });

  test.each([
    ['without a separator', 'Suoritukset 24.11.2026'],
    ['with another separator', 'Suoritukset, Keski-Suomi, 24.11.2026, klo 10'],
    ['over two lines', 'Suoritukset\n\nTulostettu, 24.11.2026'],
  ])('is read with a title above its heads %s', async (_what, title) => {
    await inFolder(async (folder) => {
      await writeFile(
        join(folder, 'r.csv'),
        `${title}\nNimi;Sähköposti;Suoritettu\n"Öhman; Aino";a@k.example;24.11.2026\nVäinö;v@k.example;\n`,
      );
      await writeFile(join(folder, 'map.yaml'), 'name: Nimi\nemail: Sähköposti\ncompleted: Suoritettu\n');
      const { code, out } = await runInEnglish([
        '--file',
        join(folder, 'r.csv'),
        '--columns',
        join(folder, 'map.yaml'),
        '--csv',
        '-',
        '--no-bom',
      ]);
      expect(code).toBe(0);
      expect(out).toContain('"Öhman; Aino";a@k.example;;Licence;');
    });
  });

  /** Heads and days as the language packs of Moodle have them; the columns are always in this order. */
  test.each([
    [
      'Swedish (4.5)',
      'Namn|E-postadress|Försök|Började|Senaste åtkomst den|Poäng',
      'tisdag, 24 november 2026, 10:00',
      'torsdag, 26 november 2026, 09:05',
    ],
    [
      'Finnish (2.2)',
      'Nimi|Sähköpostiosoite|Suorituskerta|Aloitettu|Viimeksi|Tulos',
      'tiistai, 24 marraskuu 2026, 10:00',
      'torstai, 26 marraskuu 2026, 09:05',
    ],
    [
      'English',
      'Name|Email address|Attempt|Started on|Last accessed on|Score',
      'Tuesday, 24 November 2026, 10:00 AM',
      'Thursday, 26 November 2026, 9:05 AM',
    ],
  ])('is read in %s', async (_what, heads, started, last) => {
    const row = ['Väinö Öhman', 'vaino@kirjasto.example', '1', started, last, '100'];
    const { code, out } = await readReport('raportti.txt', [heads.split('|'), row].map((cells) => cells.join('\t')).join('\n'));
    expect(code).toBe(0);
    expect(out.trimEnd().split('\r\n')[1]).toBe(expected[2]);
  });

  test('files that were put together, each with its heads and its byte order mark, name nobody after a head', async () => {
    const part = (row: string): string =>
      `\uFEFFName\tEmail address\tAttempt\tStarted  on\tLast accessed on\tScore\r\n${row}\t1\t2026-11-24\t2026-11-24\t0\r\n`;
    const report = part('Aino\taino@k.example') + part('Väinö\tvaino@k.example');
    const staff = ['Aino;aino@k.example', 'Väinö;vaino@k.example'].map((row) => `\uFEFFnimi;sähköposti\n${row}\n`).join('');
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'ASPA Aspa-ajokortti.txt'), report);
      await writeFile(join(folder, 'staff.csv'), staff);
      const [file, people] = [join(folder, 'ASPA Aspa-ajokortti.txt'), join(folder, 'staff.csv')];
      const { code, out, err } = await runInEnglish(['--file', file, '--people', people, '--csv', '-', '--no-bom']);
      expect([code, err.includes('not understood')]).toEqual([0, false]);
      expect(
        out
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((line) => line.split(';')[0]),
      ).toEqual(['Aino', 'Väinö']);
    });
  });

  test('each byte of MS-DOS’s code page is its sign, and typographic quotes are no sign of it', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_byte, index) => 128 + index);
    const dos = Buffer.concat([iconv.encode('Hämäläinen;', 'cp850'), bytes]);
    expect(decode(dos)).toBe(iconv.decode(dos, 'cp850'));
    const windows = iconv.encode('„Koulutus” †, Šimić; Hämäläinen', 'win1252');
    expect(decode(windows)).toBe('„Koulutus” †, Šimić; Hämäläinen'.replace('ć', '?'));
  });

  test('a day that cannot be read is told of, and the run says that something is missing', async () => {
    const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
    const { code, out, err } = await readReport(
      'r.txt',
      `${heads}\nAino\ta@k.example\t1\tteisipäev, 24. november 2026\tneljapäev, 26. Xovember 2026\t100\n`,
    );
    expect(code).toBe(8);
    expect(out).toContain('Aino;a@k.example;;Licence;2026-11-24;earned;');
    expect(err).toContain('Cells of “Last accessed on” that are not understood: 1. For example “neljapäev, 26. Xovember…”');
  });

  test.each([
    ['Swedish', ['Fråga 0', 'Svar 0', 'Rätt svar 0', 'Resultat 0', 'Fråga 1', 'Svar 1']],
    ['a language that puts the number first', ['0. galdera', '0. erantzuna', '0. zuzena', '0. emaitza', '1. galdera', '1. erantzuna']],
    ['a report of questions and responses only', ['Question 0', 'Response 0', 'Question 1', 'Response 1']],
  ])('the days of classes are found among the interactions in %s', async (_what, heads) => {
    const fixed = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti';
    const answers =
      heads.length === 4
        ? ['a.training', 'x', 'class.a1.earned', '2026-11-23']
        : ['a.training', 'x', '', '', 'class.a1.earned', '2026-11-23'];
    const row = ['Aino', 'a@k.example', '1', 'Tuesday, 24 November 2026, 11:52 PM', '', '0', 'Incomplete', ...answers];
    const { out } = await readReport('interactions.txt', `${fixed}\t${heads.join('\t')}\n${row.join('\t')}\n`);
    expect(out).toContain('Aino;a@k.example;;In progress;2026-11-24;2026-11-23;;;;;;');
  });

  test('classes come from its objectives where they have cells', async () => {
    const heads =
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\tclass.a1 status\tclass.a1 score\tclass.b status\tclass.b score';
    const row =
      'Aino &amp; Co\taino@kirjasto.example\t1\tTuesday, 24 November 2026, 11:52 PM\tWednesday, 25 November 2026, 1:02 AM\t0\tIncomplete\tcompleted\t\tnot attempted\t';
    const { out } = await readReport('objectives.txt', `${heads}\n${row}\n`);
    expect(out).toContain('Aino & Co;aino@kirjasto.example;;In progress;2026-11-24;2026-11-25;;;;;;;A1');
  });

  test('a response that looks like one of our identifiers proves nothing', async () => {
    const heads =
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\tQuestion 0\tResponse 0\tRight answer 0\tResult 0\tQuestion 1\tResponse 1';
    const row =
      'Aino\taino@kirjasto.example\t1\tTuesday, 24 November 2026, 11:52 PM\t\t0\tIncomplete\ta.training\tclass.b.earned\t2026-11-24\t\tclass.a1.earned\t2026-11-23';
    const { out } = await readReport('interactions.txt', `${heads}\n${row}\n`);
    expect(out).toContain('Aino;aino@kirjasto.example;;In progress;2026-11-24;2026-11-23;;;;;;');
  });

  /** What Moodle 4.5.6 gives until "Question text" is ticked (run): no identifiers, one column a question. */
  test('without its questions an interactions report says no classes, whatever a learner writes into two answers', async () => {
    const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\tResponse 0\tResponse 1\tResponse 2';
    const row =
      'Aino\taino@kirjasto.example\t1\tTuesday, 24 November 2026, 11:52 PM\t\t0\tIncomplete\t2026-11-24\tclass.a1.earned\t2026-11-24';
    const { code, out, err } = await readReport('interactions.txt', `${heads}\n${row}\n`);
    expect(code).toBe(0);
    expect(out).toContain('Aino;aino@kirjasto.example;;In progress;2026-11-24;;;;;;;');
    expect(err).toContain('The report has no identifiers of questions. Tick “Question text”');
  });
});

describe('the activity completion report', () => {
  const report =
    ',"Email address","Muu kurssi","","Työkirja",""\n"Aino","aino@kirjasto.example","Completed","2025-01-01 10:00:00","Completed (did not achieve pass grade)","2026-01-01 10:00:00"\n"Väinö","v@kirjasto.example","Not completed","","Completed","2026-11-24 23:52:19"\n';
  test('names its activities where ours has another name', async () => {
    const { code, err } = await readReport('completion.csv', report);
    expect(code).toBe(6);
    expect(err).toContain(
      'completion.csv: The report has no activity with the name of the licence. It has: Muu kurssi, Työkirja. Say what it is called there: --activity-name',
    );
  });
  test('is read under the name that is given; a fail is no licence', async () => {
    const { code, out } = await readReport('completion.csv', report, ['--activity-name', 'Työkirja']);
    expect(code).toBe(0);
    expect(out).toContain('Väinö;v@kirjasto.example;;Licence;;2026-11-24;2026-11-24;;;;;2026-11-24;A1, A2');
    expect(out).toContain('Aino;aino@kirjasto.example;;Not begun');
  });
});

describe('the activity completion report of activities with a reminder, whose day stands above their days', () => {
  const rows = '"Aino","a@k.example","Completed","2026-11-24 10:00:00","Completed","2026-11-24 10:00:00"\n';
  test.each([
    ['ours', ',"Email address","Aspa-ajokortti","2026-12-15 12:00:00","Muu kurssi",""\n'],
    ['another', ',"Email address","Muu kurssi","2026-12-15 12:00:00","Aspa-ajokortti",""\n'],
    ['both', ',"Email address","Aspa-ajokortti","2026-12-15 12:00:00","Muu kurssi","2026-12-31 00:00:00"\n'],
  ])('%s', async (_whose, heads) => {
    const { code, out } = await readReport('c.csv', heads + rows);
    expect([code, out]).toEqual([0, expect.stringContaining('Aino;a@k.example;;Licence;;2026-11-24')]);
  });
});

describe('the activity completion report by itself', () => {
  const report = (status: string): string =>
    `,"Email address","Aspa-ajokortti",""\n"Aino","a@k.example","${status}","2026-11-24 10:00:00"\n`;

  test.each([
    'Slutförd (inte uppnått godkänt betyg)',
    'Suoritettu (ei saavutettu hyväksyttyä arvosanaa)',
    'Ej slutförd',
    'Keskeneräinen',
    '',
  ])('“%s” is no licence', async (status) => {
    const { code, out } = await readReport('c.csv', report(status));
    expect(code).toBe(0);
    expect(out).toContain('Aino;a@k.example;;Not begun');
  });
  test.each(['Suoritettu (asettaja Ei-Koskaan Inter)', 'Slutförd (uppnått godkänt betyg)', 'Completed (achieved pass grade)'])(
    '“%s” is one',
    async (status) => {
      expect((await readReport('c.csv', report(status))).out).toContain('Aino;a@k.example;;Licence');
    },
  );
  test('a word that is not known is told of', async () => {
    const { code, err } = await readReport('c.csv', report('Lõpetatud'));
    expect(code).toBe(8);
    expect(err).toContain('Cells of “Aspa-ajokortti” that are not understood: 1. For example “Lõpetatud”');
  });

  test('does not say who has begun, which even a quiet run warns of; with a SCORM report it is known', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'c.csv'), report('Completed'));
      const alone = await runInEnglish(['--file', folder, '--csv', '-', '--quiet']);
      expect(alone.err).toContain('Warning: The activity completion report does not say who has begun');
      expect(alone.code).toBe(0);
      await writeFile(join(folder, 'r.txt'), rows(finnish, '\t'));
      expect((await runInEnglish(['--file', folder, '--csv', '-'])).err).not.toContain('who has begun');
    });
  });
});

test.each([
  ['empty', 'r.csv', '', /r\.csv: The file is empty\./],
  [
    'a web page with a comment first',
    'r.csv',
    '\n<!-- login --><html><p>Kirjaudu',
    /This is a web page, not a CSV or Excel file\. Sign in/,
  ],
  [
    'a web page without its first line',
    'r.csv',
    '<head><meta name="a" content="b, c">',
    /This is a web page, not a CSV or Excel file\. Sign in/,
  ],
  ['a web page', 'r.csv', '<!DOCTYPE html><html><p>Kirjaudu', /This is a web page, not a CSV or Excel file\. Sign in/],
  ['JSON', 'r.json', '[[{"nimi":"Aino"}]]', /This is a JSON file, not a table/],
  ['old Excel', 'r.xls', 'x', /This is an old Excel file/],
  ['no real XLSX', 'r.xlsx', 'PK\u0003\u0004 broken', /cannot be read as an Excel file/],
])('a file that is %s is told so', async (_what, name, content, message) => {
  const { code, err } = await readReport(name, content);
  expect(code).toBe(6);
  expect(err).toMatch(message);
});

test('a report whose lines end with a carriage return alone is read as any other', async () => {
  const expected = await readReport('r Aspa-ajokortti.txt', rows(finnish, '\t'));
  const { code, out } = await readReport('r Aspa-ajokortti.txt', rows(finnish, '\t').replaceAll(/\r?\n/g, '\r'));
  expect({ code, out }).toEqual({ code: expected.code, out: expected.out });
});

test('where a day has the month first, it is said that others may be read as another day', async () => {
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n';
  const days = (day: string): string => `${heads}Aino\ta@k.example\t1\t2/3/2026 9:05 AM\t${day}\t100\n`;
  const TOLD = 'Warning: Some days have the month first: 3/4/2026 is read as 3 April';
  const { code, err } = await readReport('r Aspa-ajokortti.txt', days('2/13/2026 11:52 PM'));
  expect(code).toBe(8);
  expect(err).toContain(TOLD);
  for (const day of ['13/2/2026', '2.13.2026', '40/2/2026'])
    expect((await readReport('r Aspa-ajokortti.txt', days(day))).err).not.toContain(TOLD);
});

test('a day that is still to come is of another clock, or read the wrong way round: it is told, and is no day', async () => {
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n';
  const { code, out, err } = await readReport('r Aspa-ajokortti.txt', `${heads}Aino\ta@k.example\t1\t3.2.2199\t3.2.2199\t100\n`);
  expect(code).toBe(8);
  expect(err).toContain('Cells of “Started on” that are not understood: 1. For example “3.2.2199”');
  expect(out).toContain('Aino;a@k.example;;Licence;;earned;');
  expect(out).not.toContain('2199');
});

test('in a folder of reports, what this run writes or is given besides is no report; anything else has to go', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), rows(finnish, '\t'));
    await writeFile(join(folder, 'staff.csv'), 'nimi;sähköposti\nVäinö Öhman;vaino@kirjasto.example\n');
    const options = ['--file', folder, '--people', join(folder, 'staff.csv'), '--csv', join(folder, 'out.csv')];
    expect((await runInEnglish(options)).code).toBe(0);
    const again = await runInEnglish(options);
    expect(again.code).toBe(0);
    expect(again.err).toContain('2 rows of');
    await writeFile(join(folder, 'muistio.txt'), 'Soita Moodlen ylläpitoon.\n');
    const { code, err } = await runInEnglish(options);
    expect(code).toBe(6);
    expect(err).toMatch(/muistio\.txt is no report that is known.* If it is none, move it out of the folder\./);
  });
});

test('of a folder it is said what was not read: other files, and folders in it', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), rows(finnish, '\t'));
    await mkdir(join(folder, 'vanhat'));
    for (const name of ['ohje.pdf', 'taulukko.ods', '.piilossa', '~$auki.xlsx']) await writeFile(join(folder, name), 'x');
    const { code, err } = await runInEnglish(['--file', folder, '--csv', join(folder, 'out.csv')]);
    expect(code).toBe(0);
    expect(err).toContain(`${folder}: Left out of the folder: ohje.pdf, vanhat/. Names of reports end with .csv, .tsv, .txt or .xlsx.\n`);
    const quiet = await runInEnglish(['--file', folder, '--csv', join(folder, 'out.csv'), '--quiet']);
    expect(quiet.err).not.toContain('Left out');
    // A spreadsheet is most likely a report.
    expect(quiet.err).toContain(`Warning: Not read: taulukko.ods in ${folder}.`);
  });
});

test('a folder without reports and a path without anything are told apart', async () => {
  await inFolder(async (folder) => {
    expect((await runInEnglish(['--file', folder])).err).toContain('has no reports (.csv, .tsv, .txt, .xlsx)');
    const missing = await runInEnglish(['--file', join(folder, 'no.csv')]);
    expect(missing.err).toContain('There is no file or folder');
    expect(missing.code).toBe(2);
  });
});

test('one line that is no UTF-8 does not spell the names of all others wrongly', async () => {
  const heads = Buffer.from(`${english.replaceAll('|', ';')}\n`);
  const row = 'Väinö Öhman;vaino@kirjasto.example;1;2026-11-24;2026-11-26;100\n';
  const { code, out } = await readReport(
    'Aspa-ajokortti.csv',
    Buffer.concat([heads, Buffer.from(row), iconv.encode(row.replaceAll(/V|v/g, 'K'), 'latin1')]),
  );
  expect(code).toBe(0);
  expect(out).toContain('Väinö Öhman;vaino@kirjasto.example');
  expect(out).toContain('Käinö Öhman;kaino@kirjasto.example');
});

test('a spreadsheet of a folder that cannot be read is told of in a quiet run too', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'Aspa-ajokortti.txt'), rows(finnish, '\t'));
    await writeFile(join(folder, 'b.xls'), 'x');
    await writeFile(join(folder, 'muistio.docx'), 'x');
    const { code, err } = await runInEnglish(['--file', folder, '--json', '-', '--quiet']);
    expect(code).toBe(0);
    expect(err).toContain(`Warning: Not read: b.xls in ${folder}. Save such spreadsheets as XLSX or CSV.`);
    expect(err).not.toContain('muistio');
  });
});

test('with --state “at the latest” gets no later from report to report', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'Aspa-ajokortti.txt');
    const licence = async (last: string): Promise<unknown> => {
      await writeFile(file, `${english.replaceAll('|', '\t')}\nAino\ta@k.example\t1\t2026-01-06\t${last}\t100\n`);
      const { out } = await runInEnglish(['--file', file, '--json', '-', '--state', join(folder, 'state')]);
      return (JSON.parse(out) as { licence: unknown }).licence;
    };
    expect(await licence('2026-02-02')).toEqual({ day: '2026-02-02', exact: false });
    expect(await licence('2026-11-24')).toEqual({ day: '2026-02-02', exact: false });
  });
});

test('nor does it where two reports tell of it, or where they lie in another folder the next time', async () => {
  await inFolder(async (folder) => {
    const licence = async (place: string, ...lasts: readonly [string, string]): Promise<unknown> => {
      await mkdir(join(folder, place), { recursive: true });
      for (const [index, last] of lasts.entries())
        await writeFile(
          join(folder, place, `${index} Aspa-ajokortti.txt`),
          `${english.replaceAll('|', '\t')}\nAino\ta@k.example\t1\t2026-01-06\t${last}\t100\n`,
        );
      const { out } = await runInEnglish(['--file', join(folder, place), '--json', '-', '--state', join(folder, 'state')]);
      return (JSON.parse(out) as { licence: unknown }).licence;
    };
    const first = { day: '2026-02-02', exact: false };
    expect(await licence('reports', '2026-06-06', '2026-02-02')).toEqual(first);
    expect(await licence('reports', '2026-07-07', '2026-08-08')).toEqual(first);
    expect(await licence('renamed', '2026-07-07', '2026-08-08')).toEqual(first);
  });
});

test.each(['1', 'true'])('days of a spreadsheet that counts them from 1904 on are its own: date1904="%s"', async (said) => {
  await inFolder(async (folder) => {
    const [file, map] = [join(folder, 'r.xlsx'), join(folder, 'map.yaml')];
    await writeFile(file, zipSync(workbookFrom1904(said)));
    await writeFile(map, 'email: Email\ncompleted: Valmis\n');
    const { out } = await runInEnglish(['--file', file, '--columns', map, '--json', '-']);
    expect(JSON.parse(out)).toMatchObject({ licence: { day: '2026-02-04', exact: true } });
  });
});

function workbookFrom1904(said: string): Record<string, Uint8Array> {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const text = (cell: string, content: string): string => `<c r="${cell}" t="inlineStr"><is><t>${content}</t></is></c>`;
  const rows = `<row r="1">${text('A1', 'Email')}${text('B1', 'Valmis')}</row><row r="2">${text('A2', 'a@k.example')}<c r="B2" s="1"><v>44595</v></c></row>`;
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><workbookPr date1904="${said}"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}
