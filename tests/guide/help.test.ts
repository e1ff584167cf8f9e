/** Each program of the project says what it takes, and names an option that it does not know. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runProgram } from '../programs/run-program.ts';

const { stdout } = await promisify(execFile)('git', ['ls-files', '*.cli.ts']);
const programs = stdout.trim().split('\n');

test('there are many', () => {
  expect(programs.length).toBeGreaterThan(10);
});

test.for(programs)('%s tells what it takes, and refuses what it does not know', async (program) => {
  const help = await runProgram(program, ['--help']);
  expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^(Usage|Käyttö): \S/) as string });
  expect(help.stdout).toMatch(/^ +-h, --help/m);
  const unknown = await runProgram(program, ['--no-such-option']);
  expect(unknown.code).toBeGreaterThan(0);
  expect(unknown.stderr).toContain('--no-such-option');
  expect(unknown.stderr).not.toMatch(/^ +at /m);
});
