/** The licence earned again: what makes it valid from then on, and what does not. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { course } from './learners.ts';
import { voiding } from './made-up-statements.ts';
import { reportByRules } from './licence-rules.ts';
import { LrsDouble, test } from './lrs-double.ts';
import { inFolder, runHere } from './run-cli.ts';
import { attempt, linesOf, readLrs, tell } from './told-lrs.ts';

describe('a renewal', () => {
  const aino = { mbox: 'mailto:aino@kunta.example' };
  const inPart = (registration: number): object =>
    attempt(registration, { parent: [{ id: `${course.id}/osa/a` }], other: [{ id: course.id }] });

  test('that rests on her own old file alone is none, or is marked so', async ({ lrs }) => {
    tell(lrs, aino, 'earned', 'A1', '2022-02-01');
    tell(lrs, aino, 'earned', 'A2', '2022-02-02');
    tell(lrs, aino, 'completed', undefined, '2022-02-02');
    // A new attempt: she takes in her file, both classes are filed, and the course is complete at once (`progress-notes.ts`).
    const filed = attempt(2, { grouping: [{ id: course.id }], category: [{ id: `${course.id}/from-file` }] });
    for (const id of ['A1', 'A2']) tell(lrs, aino, 'earned', id, '2022-02-02', { ...filed, stored: '2026-11-20T09:00:00.000Z' });
    tell(lrs, aino, 'completed', undefined, '2026-11-20', attempt(2));
    const [line] = linesOf(await readLrs(lrs, ['--valid-for', '3y']));
    expect(line).toMatchObject({ status: 'expired' });
  });

  test('of a licence that is taken in parts: all its classes earned again under new registrations', async ({ lrs }) => {
    for (const [year, number] of [
      ['2022', 1],
      ['2026', 2],
    ] as const)
      for (const id of ['A1', 'A2']) tell(lrs, aino, 'earned', id, `${year}-02-02`, inPart(number));
    expect(linesOf(await readLrs(lrs, ['--valid-for', '3y']))).toMatchObject([
      { status: 'earned', renewed: { day: '2026-02-02', exact: true } },
    ]);
  });

  test('under another form of her name in the same LRS', async ({ lrs }) => {
    const account = { account: { homePage: 'https://lms.example', name: 'aino@kunta.example' } };
    for (const id of ['A1', 'A2']) tell(lrs, aino, 'earned', id, '2022-02-02');
    tell(lrs, aino, 'completed', undefined, '2022-02-02');
    for (const id of ['A1', 'A2']) tell(lrs, account, 'earned', id, '2026-02-02', attempt(2));
    tell(lrs, account, 'completed', undefined, '2026-02-02', attempt(2));
    expect(linesOf(await readLrs(lrs, ['--valid-for', '3y']))).toMatchObject([
      { status: 'earned', renewed: { day: '2026-02-02', exact: true } },
    ]);
  });

  test('that rests on her own old file alone is none in Moodle’s interactions report either', async () => {
    const heads =
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\tQuestion 0\tResponse 0\tQuestion 1\tResponse 1';
    const row = (attempt: number, day: string, said1: string): string =>
      ['Aino', 'aino@k.example', attempt, day, day, '100', '100', 'class.a1.earned', said1, 'class.a2.earned', said1].join('\t');
    await inFolder(async (folder) => {
      await writeFile(
        join(folder, 'r.txt'),
        [heads, row(1, '2022-02-02', '2022-02-02'), row(2, '2026-11-20', '2022-02-02 (file)')].join('\n'),
      );
      const [line] = linesOf(await runHere(['--file', join(folder, 'r.txt'), '--valid-for', '3y', '--json', '-']));
      expect(line).toMatchObject({ status: 'expired' });
    });
  });

  test.each([
    ['in another LMS that says the days of its classes', '2026-02-02', '2026-02-02', '2026-02-02'],
    ['in another LMS in which she has taken in her old file', '2026-02-02', '2022-02-02 (file)', undefined],
    ['in another LMS, but for a class that she has taken in', '2026-02-02', '2026-02-02 (file)', undefined],
    ['that is the same work, a day later by another clock', '2022-02-03', '2022-02-03', undefined],
  ])('%s', async (_what, visit, said, renewed) => {
    await inFolder(async (folder) => {
      const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti';
      const questions = 'Question 0\tResponse 0\tQuestion 1\tResponse 1';
      const row = ['Aino', 'aino@kunta.example', 1, visit, visit, 100, 100, 'class.a1.earned', visit, 'class.a2.earned', said].join('\t');
      await writeFile(join(folder, 'r.txt'), `${heads}\t${questions}\n${row}\n`);
      const lrs = new LrsDouble();
      await lrs.start();
      for (const id of ['A1', 'A2']) tell(lrs, aino, 'earned', id, '2022-02-02', attempt(1));
      tell(lrs, aino, 'completed', undefined, '2022-02-02', attempt(1));
      const lines = linesOf(await readLrs(lrs, ['--file', join(folder, 'r.txt'), '--valid-for', '3y']));
      await lrs.stop();
      expect(lines).toMatchObject([{ status: renewed ? 'earned' : 'expired', licence: { day: '2022-02-02', exact: true } }]);
      expect(lines[0]?.renewed).toEqual(renewed && { day: renewed, exact: true });
    });
  });

  test('of which a class was voided is none, from a state too', async ({ lrs }) => {
    const told = ['2022', '2026'].flatMap((year, at) => [
      tell(lrs, aino, 'earned', 'A1', `${year}-02-01`, attempt(at + 1)),
      tell(lrs, aino, 'earned', 'A2', `${year}-02-02`, attempt(at + 1)),
      tell(lrs, aino, 'completed', undefined, `${year}-02-02`, attempt(at + 1)),
    ]);
    const { id = '' } = told[3] ?? {};
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state')];
      const read = async (...more: string[]) => linesOf(await readLrs(lrs, ['--valid-for', '3y', ...more]))[0];
      expect(await read(...state)).toMatchObject({ status: 'earned', renewed: { day: '2026-02-02' } });
      lrs.voided.add(id);
      lrs.statements.push(voiding(id, '2026-03-01T00:00:00.000Z'));
      for (const more of [[], state, state]) {
        const line = await read(...more);
        expect(line).toMatchObject({ status: 'expired', licence: { day: '2022-02-02', exact: true } });
        expect(line?.renewed).toBeUndefined();
      }
      // Earned again in that attempt: from then on.
      tell(lrs, aino, 'earned', 'A1', '2026-04-01', attempt(2));
      for (const more of [[], state]) expect(await read(...more)).toMatchObject({ renewed: { day: '2026-04-01', exact: true } });
    });
  });

  test('in parts that are each an attempt of their own: the day on which the rule is met again, and no later one', async ({ lrs }) => {
    tell(lrs, aino, 'earned', 'A1', '2022-02-01', inPart(1));
    tell(lrs, aino, 'earned', 'A2', '2022-02-02', inPart(2));
    tell(lrs, aino, 'earned', 'A1', '2024-05-01', inPart(3));
    const read = async () => linesOf(await readLrs(lrs, ['--valid-for', '3y']))[0];
    expect(await read()).toMatchObject({ status: 'expired' });
    tell(lrs, aino, 'earned', 'A2', '2025-06-01', inPart(4));
    // A third time she has begun only.
    tell(lrs, aino, 'earned', 'A1', '2026-07-01', inPart(5));
    expect(await read()).toMatchObject({ renewed: { day: '2025-06-01', exact: true }, expires: '2028-05-31' });
  });

  test('is “at the latest” where the report knows no day of it, in every output', async () => {
    const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
    const row = (number: number, started: string, last: string): string =>
      ['Aino', 'aino@k.example', number, started, last, 100].join('\t');
    await inFolder(async (folder) => {
      const file = join(folder, 'ASPA Aspa-ajokortti.txt');
      await writeFile(file, [heads, row(1, '2024-01-02', '2024-01-02'), row(2, '2026-03-02', '2026-11-24')].join('\n'));
      const read = (...output: string[]) => runHere(['--file', file, '--valid-for', '3y', '--language', 'en', ...output]);
      expect(linesOf(await read('--json', '-'))).toMatchObject([{ renewed: { day: '2026-11-24', exact: false }, expires: '2029-11-23' }]);
      const [heading, line] = (await read('--csv', '-', '--no-bom')).out.split('\r\n').map((text) => text.split(';'));
      expect(line?.[heading?.indexOf('At the latest') ?? -1]).toBe('A1, A2, Licence, Renewed');
      expect((await read('--html', '-')).out).toContain('"r":"~2026-11-24"');
    });
  });

  test('in the activity of another Moodle course, where the attempt is the first as well', async () => {
    const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
    const report = (started: string, last: string): string => `${heads}\nAino\taino@k.example\t1\t${started}\t${last}\t100\n`;
    await inFolder(async (folder) => {
      const read = async () => linesOf(await runHere(['--file', folder, '--valid-for', '3y', '--json', '-']))[0];
      await writeFile(join(folder, '2022 Aspa-ajokortti.txt'), report('2022-02-01', '2022-02-02'));
      // Downloaded a second time, after she has been there again.
      await writeFile(join(folder, '2022 Aspa-ajokortti (1).txt'), report('2022-02-01', '2022-05-05'));
      const first = await read();
      expect(first).toMatchObject({ status: 'expired', licence: { day: '2022-02-02' } });
      expect(first?.renewed).toBeUndefined();
      await writeFile(join(folder, '2026 Aspa-ajokortti.txt'), report('2026-02-01', '2026-02-02'));
      const renewed = { status: 'earned', renewed: { day: '2026-02-02', exact: false } };
      expect(await read()).toMatchObject(renewed);
      const files = ['2022', '2026'].flatMap((year) => ['--file', join(folder, `${year} Aspa-ajokortti.txt`)]);
      expect(linesOf(await runHere([...files, '--valid-for', '3y', '--json', '-']))).toMatchObject([renewed]);
      // She has looked at her answers until November, and Moodle's other report says when it counted the activity as complete.
      await writeFile(join(folder, '2026 Aspa-ajokortti.txt'), report('2026-02-01', '2026-11-24'));
      expect(await read()).toMatchObject({ renewed: { day: '2026-11-24', exact: false } });
      for (const year of ['2022', '2026'])
        await writeFile(
          join(folder, `${year}.csv`),
          `,"Email address","Aspa-ajokortti",""\n"Aino","aino@k.example","Completed","${year}-02-02"\n`,
        );
      expect(await read()).toMatchObject({
        licence: { day: '2022-02-02', exact: true },
        renewed: { day: '2026-02-02', exact: true },
        expires: '2029-02-01',
      });
    });
  });

  test.each([
    ['the whole', ['Aspa-ajokortti'], ['2022-02-02'], ['2026-02-02'], '2026-02-02'],
    [
      'parts',
      ['Aspa-ajokortti: A Palvelu', 'Aspa-ajokortti: B Tieto'],
      ['2022-02-01', '2022-02-02'],
      ['2026-02-01', '2026-02-03'],
      '2026-02-01',
    ],
    ['one work, counted a month later', ['Aspa-ajokortti: A Palvelu'], ['2022-02-01'], ['2022-03-01'], undefined],
  ])('in Moodle’s activity completion reports of two courses alone: %s', async (_what, activities, first, then, renewed) => {
    await inFolder(async (folder) => {
      const heads = activities.map((activity) => `"${activity}",""`).join();
      for (const [index, days] of [first, then].entries()) {
        const cells = days.map((day) => `"Completed","${day}"`).join();
        await writeFile(join(folder, `${index}.csv`), `,"Email address",${heads}\n"Aino","aino@k.example",${cells}\n`);
      }
      const lines = linesOf(await runHere(['--file', folder, '--valid-for', '3y', '--json', '-']));
      expect(lines).toMatchObject([{ status: renewed ? 'earned' : 'expired', licence: { day: first[0] } }]);
      expect(lines[0]?.renewed?.day).toBe(renewed);
    });
  });

  test('in a report with a row for each completion: the latest of several days, and of one day none', async () => {
    const map = 'email: Email\nitem: { column: Kurssi, day: Pvm }\n';
    const read = (...days: string[]) =>
      reportByRules(['Email;Kurssi;Pvm', ...days.map((day) => `aino@k.example;Aspa-ajokortti;${day}`), ''].join('\n'), 'A1 and A2', {
        map,
        options: ['--valid-for', '3y'],
      });
    const [once] = linesOf(await read('2.2.2022', '2.2.2022'));
    expect(once).toMatchObject({ status: 'expired', licence: { day: '2022-02-02', exact: true } });
    expect(once?.renewed).toBeUndefined();
    expect(linesOf(await read('2.2.2026', '2.2.2022', '3.3.2024'))).toMatchObject([
      { status: 'earned', licence: { day: '2022-02-02', exact: true }, renewed: { day: '2026-02-02', exact: true } },
    ]);
  });
});
