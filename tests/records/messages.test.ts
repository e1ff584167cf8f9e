import { expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder, runCli, runInEnglish } from './run-cli.ts';
import { english } from './said.ts';
import { Messages } from '../../src/records/command/progress-line.ts';

function said(work: (messages: Messages) => void, { isTTY = false, quiet = false } = {}): string {
  let text = '';
  work(new Messages({ write: (part) => (text += part), isTTY }, english, quiet, (part) => part.replaceAll('salaisuus', '•••')));
  return text;
}

test('a progress bar moves on a terminal only, and makes room for what is said', () => {
  const work = (messages: Messages): void => {
    messages.progress(({ progress }) => progress.learners(5, 10), 0.5);
    messages.note(() => 'done');
  };
  expect(said(work)).toBe('done\n');
  expect(said(work, { isTTY: true })).toBe(`\r\u001B[K${'█'.repeat(12)}${'░'.repeat(12)} 5 / 10 learners\r\u001B[Kdone\n`);
  expect(said(work, { isTTY: true, quiet: true })).toBe('');
});

test('what a server says cannot move the cursor, and secrets are blotted out', () => {
  expect(said((messages) => messages.error(() => 'It says \u001B[2Jsalaisuus\nand more'))).toBe('Error: It says  [2J••• and more\n');
});

test('--quiet leaves warnings and errors', () => {
  const work = (messages: Messages): void => {
    messages.note(() => 'a note');
    messages.warn(() => 'careful');
    messages.error(() => 'no');
  };
  expect(said(work, { quiet: true })).toBe('Warning: careful\nError: no\n');
});

test('every end but a good one says its number, which the guides explain', async () => {
  await inFolder(async (folder) => {
    const report = join(folder, 'c.csv');
    await writeFile(report, ',"Email address","Aspa-ajokortti",""\n"Aino","a@k.example","Lõpetatud",""\n');
    for (const [options, number] of [
      [['--nonsense'], 2],
      [['--file', join(folder, 'no.csv')], 2],
      [['--file', report, '--csv', join(folder, 'no', 'out.csv')], 7],
      [['--file', report, '--csv', '-', '--quiet'], 8],
    ] as const) {
      const { code, err } = await runInEnglish(options);
      expect(code).toBe(number);
      expect(err.trimEnd().split('\n').at(-1)).toBe(`Exit code ${number}.`);
    }
    await writeFile(report, ',"Email address","Aspa-ajokortti",""\n"Aino","a@k.example","Completed","2026-11-24"\n');
    expect((await runInEnglish(['--file', report, '--csv', '-'])).err).not.toContain('Exit code');
    expect((await runInEnglish(['--help'])).err).toBe('');
  });
});

test('--help shows defaults only where they say something', async () => {
  const { out } = await runInEnglish(['--help']);
  expect(out).not.toMatch(/default: (\[\]|false)/);
  expect(out).toContain('(default: employee,email,account)');
});

test('the installed command starts from anywhere, and says what it is for', async () => {
  const { code, out, err } = await runCli(['--help', '--language', 'en']);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const option of [
    '--lrs',
    '--moodle',
    '--file',
    '--people',
    '--valid-for',
    '--state',
    '--pseudonymous',
    'Exit codes: 0 done, 1 fault, 2 usage',
  ])
    expect(out).toContain(option);
});
