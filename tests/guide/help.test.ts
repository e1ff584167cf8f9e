/** Each program of the project says what it takes, and names an option that it does not know. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const { stdout } = await run('git', ['ls-files', '*.cli.ts']);
const programs = stdout.trim().split('\n');
/** Each start of a program takes a second and more. */
const PATIENCE = 60_000;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function ended(program: string, option: string): Promise<Ended> {
  try {
    return { code: 0, ...(await run(process.execPath, ['--import', 'tsx', program, option])) };
  } catch (error) {
    return error as Ended;
  }
}

test('there are many', () => {
  expect(programs.length).toBeGreaterThan(10);
});

test.for(programs)('%s tells what it takes, and refuses what it does not know', { timeout: PATIENCE }, async (program) => {
  const [help, unknown] = await Promise.all([ended(program, '--help'), ended(program, '--no-such-option')]);
  expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Usage: \S/) as string });
  expect(help.stdout).toMatch(/^ +-h, --help/m);
  expect(unknown.code).toBeGreaterThan(0);
  expect(unknown.stderr).toContain('--no-such-option');
  expect(unknown.stderr).not.toMatch(/^ +at /m);
});
