/** Sources that name nobody, or everybody alike: that is told, and no good output is written over with an empty one. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { test } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { MoodleDouble } from './moodle-double.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';
import { linesOf, readLrs, tell } from './told-lrs.ts';

const learners = madeUpLearners(20);
const NOBODY = 'Warning: Nobody is named there';
const GONE = /^Error: Nobody is named any more by .*: the run before knew \d+ learners there\./m;

describe('an LRS that has nothing of the course', () => {
  test('says so, where everybody on the list of people shows as not begun', async ({ lrs }) => {
    await inFolder(async (folder) => {
      const staff = join(folder, 'staff.csv');
      await writeFile(staff, 'sähköposti;yksikkö\naino@k.example;Muurame\n');
      const { out, err } = await readLrs(lrs, ['--people', staff]);
      expect(linesOf({ out })).toMatchObject([{ status: 'not-begun' }]);
      expect(err).toContain(NOBODY);
    });
  });

  test('leaves the outputs of the run before as they are, and says nothing where only news is missing', async ({ lrs }) => {
    lrs.statements = allStatements(learners);
    await inFolder(async (folder) => {
      const csv = join(folder, 'o.csv');
      const options = ['--state', join(folder, 'state'), '--csv', csv];
      expect((await readLrs(lrs, options)).code).toBe(0);
      const good = await readFile(csv, 'utf8');
      lrs.statements = [];
      const next = await readLrs(lrs, options);
      expect([next.code, next.err.includes(NOBODY), await readFile(csv, 'utf8')]).toEqual([0, false, good]);
      const { code, err } = await readLrs(lrs, [...options, '--full']);
      expect(code).toBe(6);
      expect(err).toMatch(GONE);
      expect(await readFile(csv, 'utf8')).toBe(good);
    });
  });
});

test('a Moodle course that is suddenly empty leaves the outputs of the run before as they are', async () => {
  const moodle = new MoodleDouble();
  moodle.learners = learners;
  await moodle.start();
  try {
    await inFolder(async (folder) => {
      const csv = join(folder, 'o.csv');
      const read = (): Promise<CliResult> =>
        runInEnglish(['--moodle', moodle.site.href, '--course', '2', '--state', join(folder, 'state'), '--csv', csv], {
          ASPA_MOODLE_TOKEN: moodle.token,
        });
      expect((await read()).code).toBe(0);
      const good = await readFile(csv, 'utf8');
      moodle.learners = [];
      const { code, err } = await read();
      expect(code).toBe(6);
      expect(err).toMatch(GONE);
      expect(await readFile(csv, 'utf8')).toBe(good);
    });
  } finally {
    await moodle.stop();
  }
});

describe('a report', () => {
  const read = (text: string, options: readonly string[] = []): Promise<CliResult> =>
    inFolder(async (folder) => {
      const file = join(folder, 'ASPA Aspa-ajokortti.txt');
      await writeFile(file, text);
      return runInEnglish(['--file', file, '--json', '-', ...options]);
    });
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n';
  const rows = (count: number, nameOf: (number: number) => string): string =>
    heads + Array.from({ length: count }, (_row, at) => `${nameOf(at)}\tu${at}@k.example\t1\t2026-11-24\t2026-11-24\t100\n`).join('');

  test('without a row says so', async () => {
    expect((await read(heads)).err).toContain(NOBODY);
  });

  test('in which all have one name says so', async () => {
    expect((await read(rows(5, () => 'Oppija'))).err).toContain('Warning: All 5 learners have the same name.');
    expect((await read(rows(5, (at) => (at === 4 ? 'Aino' : 'Oppija')))).err).not.toContain('the same name');
  });
});

test('learners of an LRS whom nothing names are counted, unless the list of people says who they are', async ({ lrs }) => {
  // SHA-1 of mailto:aino@k.example
  const hash = '4a5d1ddf5d9c1e2a5c1d9a1c7f5a50a8b1d6c0aa';
  tell(lrs, { mbox_sha1sum: hash }, 'earned', 'A1', '2026-02-01');
  const { err } = await readLrs(lrs);
  expect(err).toContain('Warning: 1 learner has neither a name nor an address, number or user name');
});
