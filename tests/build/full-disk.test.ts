/** The build on a disk that is full: what remembers learners’ ids stays whole. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { changed, withContent } from './sample-content.ts';

const ROOT = join(import.meta.dirname, '../..');

test('identifiers.lock keeps where ids have moved', { timeout: 300_000 }, async () => {
  const moved = 'field b.channels.phone text movedFrom b.channels.telephone';
  const lines = [
    ...Array.from({ length: 40 }, () => `# ${'x'.repeat(60)}`),
    ...[
      'class A1',
      'class B',
      'part a',
      'part b',
      'field a.training.habit text',
      'field b.channels.chat text',
      'field b.channels.telephone text',
      moved,
    ],
  ];
  const files = changed('fi/01-b.md', '      - { id: phone', '      - { id: email, label: Miten sähköposti sujuu? }\n      - { id: phone');
  await withContent({ ...files, 'identifiers.lock': `${lines.join('\n')}\n` }, async (folder) => {
    const program = join(import.meta.dirname, 'build-tiny.ts');
    const words = [
      '--fsize=2048',
      process.execPath,
      '--import',
      import.meta.resolve('tsx'),
      program,
      folder,
      join(folder, '../out'),
      'web',
    ];
    const { stderr } = await promisify(execFile)('prlimit', words, { cwd: ROOT }).catch((error: unknown) => error as { stderr: string });
    expect(await readFile(join(folder, 'identifiers.lock'), 'utf8'), stderr).toContain(moved);
  });
});
