import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { writeOutputs, writeWhole } from '../../src/records/command/output-files.ts';
import { madeUpLearners, staffCsv } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runInEnglish, startCli } from './run-cli.ts';
import { english } from './said.ts';
import type { RecordsError } from '../../src/records/records-error.ts';

const learners = madeUpLearners(20);

async function withReport(work: (folder: string, report: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const report = join(folder, 'r.txt');
    await writeFile(report, interactionsReport(learners));
    await work(folder, report);
  });
}

test('a place that cannot be written is told before anything is read', async () => {
  const lrs = new LrsDouble();
  const endpoint = await lrs.start();
  try {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'kansio'));
      for (const [options, message] of [
        [['--csv', join(folder, 'no', 'out.csv')], /The folder .*no is not there\. Make it, or give another path\./],
        [['--csv', '-', '--state', join(folder, 'no', 'state')], /The folder .*no is not there/],
        [['--json', join(folder, 'kansio')], /kansio is a folder/],
      ] as const) {
        const { code, err } = await runInEnglish(['--lrs', endpoint.href, ...options], {
          ASPA_LRS_KEY: lrs.key,
          ASPA_LRS_SECRET: lrs.secret,
        });
        expect(code).toBe(7);
        expect(err).toMatch(message);
      }
      expect((await runInEnglish(['--lrs', endpoint.href, '--csv', ''])).code).toBe(2);
    });
    expect(lrs.requests).toEqual([]);
  } finally {
    await lrs.stop();
  }
});

test('an output never goes over what is read', async () => {
  await withReport(async (folder, report) => {
    const staff = join(folder, 'staff.csv');
    await writeFile(staff, staffCsv(learners));
    const before = await readFile(report, 'utf8');
    for (const options of [
      ['--file', report, '--csv', report],
      ['--file', report, '--csv', join(folder, '.', 'x', '..', 'r.txt')],
      ['--file', report, '--people', staff, '--json', staff],
      ['--file', report, '--state', report],
    ]) {
      const { code, err } = await runInEnglish(options);
      expect(code).toBe(2);
      expect(err).toContain('would be written over');
    }
    expect(await readFile(report, 'utf8')).toBe(before);
    expect(await readFile(staff, 'utf8')).toBe(staffCsv(learners));
  });
});

test('one place under two spellings is one place', async () => {
  await withReport(async (folder, report) => {
    const { code, err } = await runInEnglish(['--file', report, '--csv', join(folder, 'out'), '--json', `${folder}/./out`]);
    expect(code).toBe(2);
    expect(err).toContain('Two outputs go to the same place');
    expect(await readdir(folder)).toEqual(['r.txt']);
  });
});

test.skipIf(process.platform === 'win32')('an output that is written again keeps its rights, and a link stays a link', async () => {
  await withReport(async (folder, report) => {
    const path = join(folder, 'out.csv');
    await writeFile(path, 'before');
    await chmod(path, 0o640);
    await symlink(path, join(folder, 'link.csv'));
    expect((await runInEnglish(['--file', report, '--csv', join(folder, 'link.csv')])).code).toBe(0);
    expect((await lstat(join(folder, 'link.csv'))).isSymbolicLink()).toBe(true);
    expect(await readFile(path, 'utf8')).toContain('Name;');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });
});

test.skipIf(process.platform === 'win32')('new outputs can be read by their owner only, whatever the umask is', async () => {
  const mask = process.umask(0);
  try {
    await withReport(async (folder, report) => {
      const kinds = ['csv', 'xlsx', 'json', 'html', 'state'];
      expect((await runInEnglish(['--file', report, ...kinds.flatMap((kind) => [`--${kind}`, join(folder, `out.${kind}`)])])).code).toBe(0);
      expect((await runInEnglish(['--file', report, '--columns', join(folder, 'map.yaml')])).code).toBe(2);
      // The state stays so, and the others as somebody has set them.
      for (const name of ['out.csv', 'out.state']) await chmod(join(folder, name), 0o644);
      await runInEnglish(['--file', report, '--csv', join(folder, 'out.csv'), '--state', join(folder, 'out.state')]);
      expect((await stat(join(folder, 'out.csv'))).mode & 0o777).toBe(0o644);
      await chmod(join(folder, 'out.csv'), 0o600);
      for (const name of [...kinds.map((kind) => `out.${kind}`), 'map.yaml'])
        expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
    });
  } finally {
    process.umask(mask);
  }
});

test.skipIf(process.platform === 'win32')(
  'a link or a file that waits at the temporary place is neither followed nor written into',
  async () => {
    await inFolder(async (folder) => {
      const [path, victim] = [join(folder, 'out.csv'), join(folder, 'victim')];
      await writeFile(victim, 'untouched');
      const nobody = new Writable({ write: (_chunk, _encoding, done) => done() });
      let waiting: string[] = [];
      const outputs = [
        { path, chunks: () => ['after'] },
        {
          // While the first is written beside its place, somebody who can write there has seen its name and puts a link at the next one.
          path: join(folder, 'other.csv'),
          chunks: () => (waiting = readdirSync(folder).filter((name) => name.endsWith('.aspa-records'))).map(() => 'after'),
        },
      ];
      await writeOutputs(outputs, nobody);
      // The name cannot be told beforehand: the process's number alone could be.
      const guess = (name: string): string => join(folder, `.${name}.${process.pid}.aspa-records`);
      expect(waiting.map((name) => join(folder, name))).not.toContain(guess('out.csv'));
      for (const name of ['out.csv', 'other.csv']) await symlink(victim, guess(name));
      await writeOutputs(outputs, nobody);
      expect(await readFile(victim, 'utf8')).toBe('untouched');
      expect((await lstat(path)).isSymbolicLink()).toBe(false);
      expect(await readFile(path, 'utf8')).toBe('after');
    });
  },
);

test.skipIf(process.platform === 'win32')('a temporary place is opened only where there is nothing yet', async () => {
  await inFolder(async (folder) => {
    const [place, victim] = [join(folder, 'temporary'), join(folder, 'victim')];
    await writeFile(victim, 'untouched');
    await symlink(victim, place);
    await expect(writeWhole(place, ['after'], 0o600)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(victim, 'utf8')).toBe('untouched');
  });
});

test.skipIf(process.platform === 'win32')('what is no file, such as a pipe, is written into and never replaced', async () => {
  await withReport(async (folder, report) => {
    const pipe = join(folder, 'pipe');
    // Node makes no pipes with a name.
    const tool = 'mkfifo';
    execFileSync(tool, [pipe]);
    const read = readFile(pipe, 'utf8');
    expect((await runInEnglish(['--file', report, '--csv', pipe])).code).toBe(0);
    expect(await read).toContain('Name;');
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });
});

test('where one of several cannot be put in its place, the message names those that are new', async () => {
  await inFolder(async (folder) => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    await writeFile(one, 'before');
    const nobody = new Writable({ write: (_chunk, _encoding, done) => done() });
    const outputs = [
      { path: one, chunks: () => ['after'] },
      // Somebody takes the place while the outputs are being made.
      { path: two, chunks: () => (mkdirSync(two), ['after']) },
    ];
    const error = await writeOutputs(outputs, nobody).catch((failure: unknown) => failure as RecordsError);
    expect([error?.code, error?.said(english)]).toEqual([
      'output',
      [`${two} is a folder.`, `Give the path of a file. New already: ${one}; the rest is as it was.`],
    ]);
    expect((await readdir(folder)).sort()).toEqual(['one', 'two']);
  });
});

test('a reader who leaves in the middle is told of in words, and the other outputs stay as they were', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), interactionsReport(madeUpLearners(5000)));
    await writeFile(join(folder, 'out.json'), 'before');
    const { child, result } = startCli([
      '--language',
      'en',
      '--file',
      join(folder, 'r.txt'),
      '--csv',
      '-',
      '--json',
      join(folder, 'out.json'),
    ]);
    child.stdout?.destroy();
    const { code, err } = await result;
    expect(code).toBe(7);
    expect(err).toContain('Whoever reads standard output went away before its end.');
    expect(await readFile(join(folder, 'out.json'), 'utf8')).toBe('before');
  });
});

test('nobody who listens to its messages is no reason to write nothing', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), interactionsReport(learners));
    const { child, result } = startCli(['--language', 'en', '--file', join(folder, 'r.txt'), '--csv', join(folder, 'out.csv')]);
    child.stderr?.destroy();
    expect((await result).code).toBe(0);
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('Name;');
  });
});
