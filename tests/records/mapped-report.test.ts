/** Another LMS's report, read as a column map says. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { parse } from 'yaml';
import { inFolder, runInEnglish } from './run-cli.ts';

describe('any other report', () => {
  const heads = ['Työntekijä', 'Henkilönumero', 'Osasto', 'A1 valmis', 'A2 valmis', 'Koko kurssi suoritettu'];
  const cells = [
    ['Aino Åberg', '0042', 'Muurame', '24.11.2026', 'Kyllä', ''],
    ['Väinö Öhman', '0043', 'Keuruu', '', '', '3/4/2026'],
  ];
  const map =
    'name: Työntekijä\nemployeeNumber: henkilönumero\nunit: Osasto\ncompleted: Koko kurssi suoritettu\nclasses:\n  A1: A1 valmis\n  A2: A2 valmis\n  B:\n';

  test('gets a starting point for its map from its own heads', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), [heads, ...cells].map((row) => row.join(';')).join('\n'));
      const unknown = await runInEnglish(['--file', join(folder, 'r.csv')]);
      expect(unknown.code).toBe(6);
      expect(unknown.err).toContain('--columns map.yaml (a starting point is written if that file does not exist)');
      const options = ['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--csv', '-', '--no-bom'];
      const first = await runInEnglish(options);
      expect(first.code).toBe(2);
      const written = await readFile(join(folder, 'map.yaml'), 'utf8');
      for (const line of [
        'name: "Työntekijä"',
        'employeeNumber: "Henkilönumero"',
        'unit: "Osasto"',
        '  A1: "A1 valmis"',
        '  A2: "A2 valmis"',
        'completed: "Koko kurssi suoritettu"',
        '  B: #',
      ])
        expect(written).toContain(line);
      expect(written).toContain('# Which column of the report is what.');
      // What is commented out is good once it is not.
      const items = written.replace(/^# (?=item:| {2})/gm, '');
      expect(parse(items)).toMatchObject({ item: { column: 'Course', day: 'Date', completed: ['Aspa-ajokortti'] } });
      // The starting point is good as it is for a report whose heads say it all.
      const second = await runInEnglish(options);
      expect(second.code).toBe(0);
      expect(second.out).toContain('Aino Åberg;0042;Muurame;Licence;;2026-11-24;earned;;;;;earned');
    });
  });

  test('of forma.lms, with "Name" beside "Last name": people have both, and a course that was only opened is not completed', async () => {
    await inFolder(async (folder) => {
      const rows = [
        'Username,Name,Last name,Level,Status,Aspa-ajokortti,Modules',
        'aino,Aino,Åberg,Student,In progress,completed,1 / 1',
        'vaino,Väinö,Öhman,Student,In progress,ab-initio,0 / 1',
      ];
      await writeFile(join(folder, 'r.csv'), rows.join('\r\n'));
      const options = ['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--csv', '-', '--no-bom'];
      await runInEnglish(options);
      const written = await readFile(join(folder, 'map.yaml'), 'utf8');
      await writeFile(join(folder, 'map.yaml'), written.replace('completed:', 'completed: Aspa-ajokortti'));
      const { out, err } = await runInEnglish(options);
      expect(err).not.toMatch(/not understood: line 2 is no YAML\./i);
      expect(out).toMatch(/Aino Åberg;aino;;Licence;/);
      expect(out).toMatch(/Väinö Öhman;vaino;;Not begun;/);
    });
  });

  test('is read by its map from XLSX too, with real dates', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'map.yaml'), `${map}dayOrder: mdy\n`);
      await mkdir(join(folder, 'raportit'));
      const date = { value: new Date(Date.UTC(2026, 10, 24)), type: Date, format: 'dd.mm.yyyy' } as const;
      const sheet = [
        heads.map((value) => ({ value })),
        ['Aino Åberg', '0042', 'Muurame', date, 'Kyllä', null],
        ['Väinö Öhman', '0043', 'Keuruu', null, null, '3/4/2026'],
      ];
      await writeXlsxFile(sheet).toFile(join(folder, 'raportit', 'r.xlsx'));
      const { code, out, err } = await runInEnglish([
        '--file',
        join(folder, 'raportit'),
        '--columns',
        join(folder, 'map.yaml'),
        '--csv',
        '-',
        '--no-bom',
      ]);
      expect(err).not.toContain('Error');
      expect(code).toBe(0);
      expect(out).toContain('Aino Åberg;0042;Muurame;Licence;;2026-11-24;earned;');
      expect(out).toContain('Väinö Öhman;0043;Keuruu;Licence;;2026-03-04;2026-03-04;;;;;2026-03-04;A1, A2');
    });
  });

  test('may have a row for each achievement', async () => {
    await inFolder(async (folder) => {
      await writeFile(
        join(folder, 'r.csv'),
        'Käyttäjä,Sähköposti,Kurssi,Tila,Päivä\nAino,a@k.example,Osio A1,Valmis,24.11.2026\nAino,a@k.example,Osio B,Kesken,\nAino,a@k.example,Muu,Valmis,1.1.2020\nVäinö,v@k.example,Aspa-ajokortti,Valmis,1.11.2026\n',
      );
      await writeFile(
        join(folder, 'map.yaml'),
        'name: Käyttäjä\nemail: Sähköposti\nitem:\n  column: Kurssi\n  status: Tila\n  day: Päivä\n  classes:\n    A1: [Osio A1]\n    B: [Osio B]\n',
      );
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
      expect(out).toContain('Aino;a@k.example;;In progress;;2026-11-24;;;;;;;');
      expect(out).toContain('Väinö;v@k.example;;Licence;;2026-11-01;2026-11-01;;;;;2026-11-01;A1, A2');
    });
  });

  test('may have a title above its heads, and heads of two lines', async () => {
    await inFolder(async (folder) => {
      const sheet = [
        ['Raportti: Aspa-ajokortti', null, null],
        [],
        ['Nimi', 'Sähköposti\n(työ)', 'Suoritettu'].map((value) => ({ value })),
        ['Aino', 'a@k.example', '24.11.2026'],
      ];
      await writeXlsxFile(sheet).toFile(join(folder, 'r.xlsx'));
      const options = ['--file', join(folder, 'r.xlsx'), '--columns', join(folder, 'map.yaml'), '--csv', '-', '--no-bom'];
      const first = await runInEnglish(options);
      expect(first.code).toBe(2);
      const map = await readFile(join(folder, 'map.yaml'), 'utf8');
      expect(map).toContain('# - Sähköposti (työ)\n');
      await writeFile(join(folder, 'map.yaml'), map.replace('email:', 'email: Sähköposti (työ)'));
      const second = await runInEnglish(options);
      expect(second.err).not.toContain('Error');
      expect(second.out).toContain('Aino;a@k.example;;Licence;;2026-11-24;2026-11-24;');
    });
  });

  test('words and numbers that are not known are told of, until the map says what they mean', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), 'Nimi;Tila\nAino;Suor.\nVäinö;46350\nOona;Keskeytti\nÅke;Valmis\nYrjö;Kesken\nEster;85 %\n');
      const map = 'name: Nimi\ncompleted: Tila\n';
      const options = ['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--csv', '-', '--no-bom'];
      await writeFile(join(folder, 'map.yaml'), map);
      const unknown = await runInEnglish(options);
      expect(unknown.code).toBe(8);
      expect(unknown.err).toContain('Cells of “Tila” that are not understood: 3. For example “Suor.”, “46350”, “Keskeytti”');
      await writeFile(join(folder, 'map.yaml'), `${map}done: [Suor., "46350"]\nnotDone: [keskeytti]\n`);
      const known = await runInEnglish(options);
      expect(known.code).toBe(0);
      expect(known.out).toMatch(/Aino;;Licence[^]*Oona;;Not begun[^]*Väinö;;Licence/);
    });
  });

  test('cells that are empty or hold no real day earn nothing; the latter are told of', async () => {
    await inFolder(async (folder) => {
      const cells = ['', '-', ' ', '0', '0000-00-00', '1970-01-01', '2026-02-30', '24.11.2026'];
      await writeFile(join(folder, 'r.csv'), ['Nimi;class.a1.earned', ...cells.map((cell, index) => `Oppija ${index};${cell}`)].join('\n'));
      await writeFile(join(folder, 'map.yaml'), 'name: Nimi\nclasses:\n  A1: class.a1.earned\n');
      const { code, out, err } = await runInEnglish([
        ...['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml')],
        ...['--csv', '-', '--no-bom'],
      ]);
      expect(code).toBe(8);
      expect(err).toContain('Cells of “class.a1.earned” that are not understood: 3. For example “0000-00-00”, “1970-01-01”, “2026-02-30”');
      expect(out.split('\r\n').filter((row) => row.includes(';In progress;'))).toEqual(['Oppija 7;;In progress;;2026-11-24;;;;;;']);
    });
  });

  test('a row for each achievement that has neither a day nor a status is warned of: it may only have been begun', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), 'Nimi;Kurssi\nAino;Aspa-ajokortti\n');
      await writeFile(join(folder, 'map.yaml'), 'name: Nimi\nitem:\n  column: Kurssi\n');
      const { code, err } = await runInEnglish([
        '--file',
        join(folder, 'r.csv'),
        '--columns',
        join(folder, 'map.yaml'),
        '--csv',
        '-',
        '--quiet',
      ]);
      expect(code).toBe(0);
      expect(err).toContain('Warning: The column map names neither a day nor a status for its items: each row counts as earned.');
    });
  });

  test.each([
    ['a key that is not known', 'nmae: x\n', /The column map is not understood: it has unknown keys: nmae\. Mend it/],
    ['a class that the course lacks', 'name: Nimi\nclasses:\n  Z: x\n', /the course has no class Z/],
    ['nobody', 'completed: x\n', /no column says who/],
    ['nothing earned', 'name: x\n', /no column says what was earned/],
    ['no YAML', 'name: [\n', /not understood: line 2 is no YAML\./],
  ])('a map with %s is told what is wrong', async (_what, text, message) => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'map.yaml'), text);
      await writeFile(join(folder, 'r.csv'), 'a;b\n1;2\n');
      const { code, err } = await runInEnglish(['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml')]);
      expect(code).toBe(2);
      expect(err).toMatch(message);
    });
  });

  test('a column that the file lacks is named', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'map.yaml'), 'name: Nimi\ncompleted: Valmis\n');
      await writeFile(join(folder, 'r.csv'), 'Nimi;Suoritettu\nAino;1.1.2026\n');
      const { code, err } = await runInEnglish(['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml')]);
      expect(code).toBe(2);
      expect(err).toContain('has no column “Valmis”. It has Nimi | Suoritettu');
    });
  });
});

describe('a cell', () => {
  /** @returns what is told of A1 where its column has that cell */
  async function told(cell: string, more = ''): Promise<{ code: number | null; err: string; a1: unknown }> {
    return inFolder(async (folder) => {
      await writeFile(join(folder, 'r.csv'), `Email;A1\na@k.example;${cell}\n`);
      await writeFile(join(folder, 'map.yaml'), `email: Email\nclasses:\n  A1: A1\n${more}`);
      const { code, err, out } = await runInEnglish([
        '--file',
        join(folder, 'r.csv'),
        '--columns',
        join(folder, 'map.yaml'),
        '--json',
        '-',
      ]);
      return { code, err, a1: (JSON.parse(out) as { classes: Record<string, unknown> }).classes['A1'] };
    });
  }

  test.each([
    'Ei 24.11.2026',
    'Kesken 24.11.2026',
    'Hylätty 24.11.2026',
    '24.11.2026 hylätty',
    'Failed, 24/11/2026',
    'Started 24.11.2026',
    'Not completed, due 3 May 2027',
    'In progress since 3 May 2026',
    'Underkänd 24.11.2026',
    'Suoritettu (ei hyväksytty)',
    'Suoritettu (ei)',
  ])('“%s” says no: a day behind that is no day of completion', async (cell) => {
    expect(await told(cell)).toMatchObject({ code: 0, a1: undefined });
  });

  test.each([
    'Deadline 3.5.2026',
    'Complete by 3.5.2026',
    'Completed: No',
    'Suoritettu: ei',
    'Completed 0 of 6',
    'Suoritettu 0 %',
    'Completed 24.11.2026, valid until 1.1.2026',
    '24.11.2026 kesken',
  ])('“%s” is neither yes nor no: nothing is earned, and it is told', async (cell) => {
    const { code, err, a1 } = await told(cell);
    expect({ code, a1 }).toEqual({ code: 8, a1: undefined });
    expect(err).toContain('Cells of “A1” that are not understood: 1. For example “');
  });

  test.each([
    'Suoritettu 24.11.2026',
    'Suoritettu: 24.11.2026 klo 12.30',
    'Completed on Tuesday, 24 November 2026, 11:52 PM',
    'Slutförd den 24 november 2026',
    'Yes, 2026-11-24',
    '24.11.2026 hyväksytty',
    'ti 24.11.2026 (Aino)',
    '100 % 24.11.2026',
  ])('“%s” is earned on that day', async (cell) => {
    expect(await told(cell)).toMatchObject({ code: 0, a1: { day: '2026-11-24', exact: true } });
  });

  test('a word of the map’s own may have a day behind it', async () => {
    const words = 'done: [Käyty]\nnotDone: [Odottaa]\n';
    expect(await told('Käyty 24.11.2026', words)).toMatchObject({ code: 0, a1: { day: '2026-11-24', exact: true } });
    expect(await told('Odottaa 24.11.2026', words)).toMatchObject({ code: 0, a1: undefined });
    expect(await told('Käyty 24.11.2026')).toMatchObject({ code: 8, a1: undefined });
  });

  test('a day that is still to come is none of completion, and is told', async () => {
    const { code, err, a1 } = await told('31.12.2099');
    expect({ code, a1 }).toEqual({ code: 8, a1: undefined });
    expect(err).toContain('Cells of “A1” that are not understood: 1. For example “31.12.2099”');
  });
});

test('a day of an item that is still to come, or no day at all, is told', async () => {
  await inFolder(async (folder) => {
    await writeFile(
      join(folder, 'r.csv'),
      'Email;Kurssi;Tila;Päivä\na@k.example;Aspa-ajokortti;Valmis;1.1.2099\nb@k.example;Aspa-ajokortti;Kesken;1.1.2099\n',
    );
    await writeFile(join(folder, 'map.yaml'), 'email: Email\nitem: { column: Kurssi, status: Tila, day: Päivä }\n');
    const { code, err, out } = await runInEnglish(['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--json', '-']);
    expect(code).toBe(8);
    expect(err).toContain('Cells of “Päivä” that are not understood: 1. For example “1.1.2099”');
    expect(out).not.toContain('"licence"');
  });
});

test('an item by the course’s title in any language is the licence; one of a new name, or of a part, is told', async () => {
  await inFolder(async (folder) => {
    const items = ['Kundservicekörkort', 'Aspa-ajokortti 2027', 'Aspa-ajokortti: B Tieto', 'Muu kurssi'];
    const lines = items.map((item, index) => `p${index}@k.example;${item};24.11.2026`);
    await writeFile(join(folder, 'r.csv'), ['Email;Utbildning;Datum', ...lines].join('\n'));
    await writeFile(join(folder, 'map.yaml'), 'email: Email\nitem: { column: Utbildning, day: Datum }\n');
    const { code, out, err } = await runInEnglish(['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml'), '--json', '-']);
    expect(code).toBe(8);
    expect(err).toContain('Cells of “Utbildning” that are not understood: 2. For example “Aspa-ajokortti 2027”, “Aspa-ajokortti: B Tieto”');
    expect(out.match(/"licence"/g)).toHaveLength(1);
  });
});
