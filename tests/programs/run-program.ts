/** Runs programs of the project that end by themselves. */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Ended, Started } from './programs.ts';

const ROOT = join(import.meta.dirname, '../..');

let programs: { readonly child: ChildProcess; readonly gone: Promise<never> } | undefined;
let lastEnd: Promise<unknown> = Promise.resolve();

/**
 * How a program ends, and what it says. All share one process, in which one runs after another, since most of a start is loading modules that they
 * have in common; each night every one is started by itself.
 * @param program its file, relative to the project
 * @param folder where it is started
 */
export function runProgram(program: string, words: readonly string[], folder = ROOT): Promise<Ended> {
  const started: Started = { program: join(ROOT, program), words, folder };
  if (process.env['NIGHTLY']) return runAlone(started);
  const end = lastEnd.then(() => runInSharedProcess(started));
  lastEnd = end.catch(() => undefined);
  return end;
}

async function runInSharedProcess(started: Started): Promise<Ended> {
  programs ??= startSharedProcess();
  const end = once(programs.child, 'message');
  programs.child.send(started);
  const [ended] = (await Promise.race([end, programs.gone])) as [Ended];
  return ended;
}

/** Ends with the process of the tests, which does not wait for it. */
function startSharedProcess(): NonNullable<typeof programs> {
  const child = fork(join(import.meta.dirname, 'programs.ts'), {
    cwd: ROOT,
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of the programs has ended with ${String(code)}.`);
  });
  gone.catch(() => undefined);
  return { child, gone };
}

async function runAlone({ program, words, folder }: Started): Promise<Ended> {
  try {
    const all = ['--import', import.meta.resolve('tsx'), program, ...words];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, all, { cwd: folder });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Ended;
  }
}
