import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inFolder } from '../records/run-cli.ts';

/** How the command ends in a project with these scripts. */
function sideBySide(scripts: Readonly<Record<string, string>>): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts }));
    const command = join(import.meta.dirname, 'side-by-side.cli.ts');
    const words = ['--import', import.meta.resolve('tsx'), command, ...Object.keys(scripts)];
    return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  });
}

/** Waits until the other has begun: one after another they would never end. */
const meets = (mine: string, other: string): string => `touch ${mine}; until [ -e ${other} ]; do sleep 0.05; done`;

test('scripts run at the same time, and their output stands in the order in which they are named', async () => {
  const { status, stdout, stderr } = await sideBySide({
    first: `${meets('a', 'b')}; until [ -e c ]; do sleep 0.05; done; echo first, after the second`,
    second: `${meets('b', 'a')}; echo second; touch c`,
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'first, after the second\nsecond\n', stderr: '' });
});

test('where one fails the others run to their end, and it is named', async () => {
  const { status, stdout, stderr } = await sideBySide({ bad: 'echo odd >&2; exit 3', good: 'echo good', killed: 'kill -KILL $$' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: 'good\n' });
  expect(stderr).toMatch(/^odd\n/);
  expect(stderr).toContain('The end of npm run bad:\nodd\n');
  expect(stderr).toMatch(/^Failed: npm run bad, npm run killed$/m);
});
