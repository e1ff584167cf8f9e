/** People and rules, as an HR person gives them and sees them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OWN_COURSE } from '../../src/records/command/course-file.ts';
import { LrsDouble } from './lrs-double.ts';
import { madeUpLearners } from './learners.ts';
import { allStatements } from './made-up-statements.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const heads = 'Nimi;Sähköposti;Henkilönumero;Tunnus;Aloitettu;A1;A2;Suoritettu';
const map =
  'name: Nimi\nemail: Sähköposti\nemployeeNumber: Henkilönumero\naccount: Tunnus\nbegun: Aloitettu\ncompleted: Suoritettu\nclasses:\n  A1: A1\n  A2: A2\n';

async function withRows(rows: readonly string[], options: readonly string[], staff?: string): Promise<CliResult & { lines: string[] }> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'r.csv'), [heads, ...rows].join('\n'));
    await writeFile(join(folder, 'map.yaml'), map);
    if (staff !== undefined) await writeFile(join(folder, 'staff.csv'), staff);
    const people = staff === undefined ? [] : ['--people', join(folder, 'staff.csv')];
    const result = await runInEnglish([
      ...['--file', join(folder, 'r.csv'), '--columns', join(folder, 'map.yaml')],
      ...['--csv', '-', '--no-bom', ...people, ...options],
    ]);
    return { ...result, lines: result.out.trimEnd().split('\r\n').slice(1) };
  });
}

test('letter cases of an e-mail address and zeros that a spreadsheet dropped still make one person', async () => {
  const { lines, err } = await withRows(
    [
      'Aino;Aino.Ohman@Example.fi;;;1.2.2026;2.2.2026;;',
      'Aino;AINO.OHMAN@EXAMPLE.FI;;;;;3.2.2026;',
      'Väinö;;0042;;;4.2.2026;;',
      'Oona;;a7;;;4.2.2026;;',
    ],
    [],
    'henkilönumero;nimi;sähköposti;yksikkö\n7;Aino Öhman;aino.ohman@example.fi;Muurame\n42;Väinö Åberg;;Keuruu\nA7;Oona;;Keuruu\n',
  );
  expect(lines).toEqual([
    'Aino Öhman;7;aino.ohman@example.fi;Muurame;Licence;2026-02-01;2026-02-02;2026-02-03;;;;;2026-02-03',
    'Oona;A7;;Keuruu;In progress;;2026-02-04;;;;;;',
    'Väinö Åberg;42;;Keuruu;In progress;;2026-02-04;;;;;;',
  ]);
  expect(err).not.toContain('Warning');
});

test('a list of people may have a title above its heads', async () => {
  const { lines } = await withRows(
    ['Aino;a@k.example;;;;4.2.2026;;'],
    [],
    'Henkilöstö 24.11.2026;;\n;;\nnimi;sähköposti;yksikkö\nAino;a@k.example;Muurame\nVäinö;v@k.example;Keuruu\n',
  );
  expect(lines).toEqual(['Aino;a@k.example;Muurame;In progress;;2026-02-04;;;;;;', 'Väinö;v@k.example;Keuruu;Not begun;;;;;;;;']);
});

test('a day that is still to come is told of, and makes no months of its own', async () => {
  const row = ['Aino;a@k.example;;;1.2.2026;2.2.2026;3.2.2026;'];
  const { err, lines } = await withRows(row, ['--as-of', '2031-12-31', '--valid-for', '3y']);
  expect(err).toContain('Warning: 31 Dec 2031: The date is still to come');
  expect(lines[0]).toContain(';Expired;');
  expect((await withRows(row, ['--as-of', '2026-02-02'])).err).not.toContain('Warning');
});

test('what has no day is left out of a past state, and counted once', async () => {
  const { err, lines } = await withRows(['Aino;a@k.example;;;Kyllä;Kyllä;3.2.2026;Kyllä'], ['--as-of', '2026-02-03']);
  expect(lines).toEqual(['Aino;a@k.example;;In progress;;;2026-02-03;;;;;']);
  expect(err).toContain(
    'Warning: Completions of which it is not known whether they were there on the chosen date: 2. They are left out of the state as of that date.',
  );
});

test('one person is not “1 people”', async () => {
  const { err } = await withRows(['Aino;a@k.example;;;;2.2.2026;3.2.2026;'], [], 'nimi;sähköposti\nVäinö;v@k.example\n');
  expect(err).toContain('1 row of ');
  expect(err).toContain('Learners who are not on the list of staff: 1.');
  expect(err).toContain('2 people, 1 with the licence, as of');
});

test('licences that have expired are not among those who have one', async () => {
  const { err } = await withRows(
    ['Aino;a@k.example;;;;2.2.2020;3.2.2020;', 'Väinö;v@k.example;;;;2.2.2026;3.2.2026;'],
    ['--valid-for', '3y', '--as-of', '2026-12-31'],
  );
  expect(err).toContain('2 people, 1 with the licence, 1 expired, as of 31 Dec 2026.');
});

test('a licence is valid on its last day, and has expired on the day after', async () => {
  const statusOn = async (day: string): Promise<string> =>
    (await withRows(['Aino;a@k.example;;;;2.2.2020;3.2.2020;'], ['--valid-for', '3y', '--as-of', day])).lines[0] ?? '';
  expect(await statusOn('2023-02-02')).toContain(';2023-02-02');
  expect(await statusOn('2023-02-02')).toContain(';Expires soon;');
  expect(await statusOn('2023-02-03')).toContain(';Expired;');
});

test('how long a licence is valid is the course’s to say, and a run’s to say otherwise', async () => {
  await inFolder(async (folder) => {
    const own = join(folder, 'course.yaml');
    await writeFile(own, (await readFile(OWN_COURSE, 'utf8')).replace(/^licence: .*$/m, '$&\nvalidFor: 3y'));
    const row = ['Aino;a@k.example;;;;2.2.2020;3.2.2020;'];
    const expires = async (...options: readonly string[]): Promise<string> =>
      (await withRows(row, ['--as-of', '2026-12-31', ...options])).lines[0] ?? '';
    expect(await expires()).toContain(';Licence;');
    expect(await expires('--course-file', own)).toContain(';Expired;');
    expect(await expires('--course-file', own)).toContain(';2023-02-02');
    expect(await expires('--course-file', own, '--valid-for', '10y')).toContain(';Licence;');
    const calendar = join(folder, 'out.ics');
    await withRows(row, ['--course-file', own, '--ics', calendar]);
    expect(await readFile(calendar, 'utf8')).toContain('20230202');
  });
});

test('a course that says it in no way that can be read is refused', async () => {
  await inFolder(async (folder) => {
    const own = join(folder, 'course.yaml');
    await writeFile(own, (await readFile(OWN_COURSE, 'utf8')).replace(/^licence: .*$/m, '$&\nvalidFor: 3 years'));
    const { code, err } = await runInEnglish(['--file', own, '--course-file', own]);
    expect(code).toBe(2);
    expect(err).toContain('validFor is years, months or days');
  });
});

test('an earlier --until than what a state knows is read anew, since a state cannot forget', async () => {
  const lrs = new LrsDouble();
  lrs.statements = allStatements(madeUpLearners(20));
  const endpoint = await lrs.start();
  try {
    await inFolder(async (folder) => {
      const state = join(folder, 'state');
      const read = (options: readonly string[]): Promise<CliResult> =>
        runInEnglish(['--lrs', endpoint.href, '--csv', '-', ...options], { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret });
      const whole = await read(['--state', state]);
      const until = ['--until', '2025-12-01T00:00:00Z'];
      const then = await read(until);
      expect(then.out).not.toBe(whole.out);
      expect((await read([...until, '--state', state])).out).toBe(then.out);
      expect((await read(['--state', state])).out).toBe(whole.out);
    });
  } finally {
    await lrs.stop();
  }
});

test('the state of a past day says so where it leaves out what is known “at the latest” on a later day only', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'ASPA Aspa-ajokortti.txt');
    await writeFile(
      file,
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\nAino\taino@k.example\t1\t2026-01-06\t2026-11-24\t100\n',
    );
    const asOf = (day: string): Promise<CliResult> => runInEnglish(['--file', file, '--json', '-', '--as-of', day]);
    expect((await asOf('2026-10-31')).err).toContain(
      'Warning: Completions of which it is not known whether they were there on the chosen date: 1.',
    );
    expect((await asOf('2026-11-24')).err).not.toContain('whether they were there');
  });
});
