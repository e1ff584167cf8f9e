/**
 * `npm run faults`: makes each fault in a copy of the project, runs the tests of the promise that it breaks, and tells which of them
 * notice. `--only id…` takes some of them. Ends with 1 where a fault is noticed by no test, or cannot be made.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readPromises, type Holder } from '../promises/promises.ts';
import { courseAndText } from './course.ts';
import type { Fault, FaultsByPromise } from './fault.ts';
import { nothingLost } from './nothing-lost.ts';
import { buildAndPackages } from './packages.ts';
import { pageAndExercises } from './page.ts';
import { completionRecords } from './records.ts';
import { pagesAndPreview } from './tools.ts';

const ROOMS: readonly FaultsByPromise[] = [
  nothingLost,
  pageAndExercises,
  completionRecords,
  buildAndPackages,
  pagesAndPreview,
  courseAndText,
];

/** What is no part of the project, or is made anew. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'test-results', '.cache']);

/** So many of the tests that notice are named. */
const SHOWN = 3;

interface Result {
  readonly id: string;
  readonly broken: string;
  /** The tests that noticed; a text where the fault could not be tried. */
  readonly by: readonly string[] | string;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'faults-'));
  cpSync('.', copy, { recursive: true, filter: (path) => !LEFT_OUT.has(path) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** The tests of these files that fail in the copy; where there is much to run, only the first. At night those too that `npm test` leaves out. */
async function failing(copy: string, files: readonly string[], atNight: boolean): Promise<string[]> {
  const out = join(copy, 'faults.json');
  const paths = files.map((file) => join('tests', file));
  const options = ['run', ...(files.length > 1 ? ['--bail', '1'] : []), '--reporter', 'json', '--outputFile', out];
  rmSync(out, { force: true });
  await new Promise<void>((done) => {
    const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...options, ...paths], {
      cwd: copy,
      stdio: 'ignore',
      env: { ...process.env, NIGHTLY: atNight ? 'yes' : '' },
    });
    run.on('close', () => done());
  });
  const { testResults } = JSON.parse(readFileSync(out, 'utf8')) as Report;
  return testResults.flatMap(({ name, status: ofFile, assertionResults }) => {
    const file = name.slice(name.indexOf('/tests/') + '/tests/'.length);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that cannot even begin tells nobody which promise is broken.
    if (ofFile === 'failed' && failed.length === 0) console.error(`${file} has failed outside of its tests.`);
    return failed.map(({ fullName }) => `${file} › ${fullName}`);
  });
}

/** The files of a promise's tests that Vitest runs, the near one first. */
function filesOf(holders: readonly Holder[], near: string): string[] {
  const files = holders.map(({ file }) => file).filter((file) => file.endsWith('.test.ts'));
  return [...new Set([near, ...files])];
}

async function tried(copy: string, fault: Fault, holders: readonly Holder[]): Promise<Result> {
  const { id, broken, file, find, replace, near } = fault;
  const path = join(copy, file);
  const files = filesOf(holders, near);
  if (!holders.some((holder) => holder.file === near)) return { id, broken, by: `${near} holds another promise` };
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) return { id, broken, by: `cannot be made: ${file} has another text` };
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  try {
    for (const atNight of [false, true]) {
      for (const some of [files.slice(0, 1), files.slice(1)]) {
        const by = some.length > 0 ? await failing(copy, some, atNight) : [];
        if (by.length > 0) return { id, broken, by: atNight ? by.map((title) => `${title} (at night)`) : by };
      }
    }
    return { id, broken, by: [] };
  } finally {
    writeFileSync(path, source);
  }
}

function row({ id, broken, by }: Result): string {
  const shown = by.slice(0, SHOWN);
  const noticed = typeof by === 'string' ? by.toUpperCase() : [...shown, ...(by.length > SHOWN ? [`${by.length - SHOWN} more`] : [])];
  return `| ${id} | ${broken} | ${noticed.length === 0 ? 'NOT NOTICED' : [noticed].flat().join('; ')} |`;
}

const { only } = new Command()
  .description('Makes a hundred small mistakes, one by one, and tells which tests notice.')
  .option('--only <id...>', 'these faults alone')
  .parse()
  .opts<{ only?: string[] }>();

const { promises } = readPromises();
const results: Result[] = [];
const copy = copyOfProject();
try {
  for (const [words, faults] of ROOMS.flatMap((room) => Object.entries(room))) {
    const holders = promises.find((promise) => promise.words === words)?.holders;
    for (const fault of faults.filter(({ id }) => only?.includes(id) ?? true)) {
      const result = holders ? await tried(copy, fault, holders) : { ...fault, by: `nobody promises: ${words}` };
      results.push(result);
      console.log(row(result));
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const missed = results.filter(({ by }) => typeof by === 'string' || by.length === 0);
console.log(`\n${results.length} faults, ${results.length - missed.length} noticed.`);
for (const one of missed) console.log(row(one));
process.exitCode = missed.length > 0 || results.length === 0 ? 1 : 0;
