/** What the run before knew and a source tells no more: a course that was reset, deleted attempts, people who are not enrolled any more. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { MoodleDouble } from './moodle-double.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const HEADS = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n';
const TOLD = /^Warning: Of 1 learner the run before knew classes or the licence, and file \S+ \S+ tells her no more:/m;

function row(name: string, at: number, score: number): string {
  return `${name}\tu${at}@k.example\t1\t2026-11-24\t2026-11-24\t${score}\n`;
}

function rows(count: number, score: number): string {
  return Array.from({ length: count }, (_row, at) => row(`Oppija ${'abcdefgh'[at]}`, at, score)).join('');
}

/** Two runs, one after the other, with another report each. */
function twice(first: string, second: string): Promise<CliResult & { csv: string }> {
  return inFolder(async (folder) => {
    const [report, csv, state] = [join(folder, 'ASPA Aspa-ajokortti.txt'), join(folder, 'out.csv'), join(folder, 'state.jsonl')];
    const read = async (text: string): Promise<CliResult> => {
      await writeFile(report, HEADS + text);
      return runInEnglish(['--file', report, '--csv', csv, '--state', state]);
    };
    expect((await read(first)).code).toBe(0);
    return { ...(await read(second)), csv: await readFile(csv, 'utf8') };
  });
}

describe('a report', () => {
  test('in which one who had the licence is missing: that is told', async () => {
    const { code, err } = await twice(rows(6, 100), rows(5, 100));
    expect(code).toBe(0);
    expect(err).toMatch(TOLD);
  });

  test('in which her attempt was deleted: that is told', async () => {
    expect((await twice(rows(6, 100), rows(5, 100) + row('Oppija f', 5, 0))).err).toMatch(TOLD);
  });

  test('in which all that was earned is gone leaves the outputs as they are', async () => {
    const { code, err, csv } = await twice(rows(5, 100), rows(5, 0));
    expect(code).toBe(6);
    expect(err).toContain('Error: Nothing that was earned is told any more by file');
    expect(csv).toContain('Licence;2026-11-24');
  });

  test('of another place that has nothing of what the first one had leaves the outputs as they are', async () => {
    await inFolder(async (folder) => {
      const read = async (name: string, text: string): Promise<CliResult> => {
        await writeFile(join(folder, name), HEADS + text);
        return runInEnglish(['--file', join(folder, name), '--csv', join(folder, 'o.csv'), '--state', join(folder, 's.jsonl')]);
      };
      expect((await read('2026 Aspa-ajokortti.txt', rows(5, 100))).code).toBe(0);
      expect((await read('2027 Aspa-ajokortti.txt', row('Väinö Åberg', 9, 0))).code).toBe(6);
      expect(await readFile(join(folder, 'o.csv'), 'utf8')).toContain('Oppija a');
    });
  });

  test('in which somebody has another name says nothing of it, nor does one with more people', async () => {
    const { err } = await twice(rows(5, 100), rows(4, 100) + row('Aino Öhman', 4, 100) + row('Väinö Åberg', 5, 100));
    expect(err).not.toContain('the run before');
  });
});

test('a Moodle course that was reset leaves the outputs of the run before as they are', async () => {
  const moodle = new MoodleDouble();
  moodle.learners = madeUpLearners(20);
  await moodle.start();
  try {
    await inFolder(async (folder) => {
      const options = ['--moodle', moodle.site.href, '--course', '2', '--state', join(folder, 's.jsonl'), '--csv', join(folder, 'o.csv')];
      const read = (...more: string[]): Promise<CliResult> => runInEnglish([...options, ...more], { ASPA_MOODLE_TOKEN: moodle.token });
      expect((await read()).code).toBe(0);
      moodle.isReset = true;
      // Most have not been there of late: a run that goes on from the state asks for one in seven of them.
      for (const more of [['--full'], []]) {
        const { code, err } = await read(...more);
        expect(err).toContain('So does a course look that was reset.');
        expect(code).toBe(6);
      }
    });
  } finally {
    await moodle.stop();
  }
});
