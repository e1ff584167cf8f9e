/** Asks the project's programs what they take. */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Asked, Ended } from './asked-programs.ts';

const ROOT = join(import.meta.dirname, '../..');

let programs: { readonly child: ChildProcess; readonly gone: Promise<never> } | undefined;
let lastAnswer: Promise<unknown> = Promise.resolve();

/**
 * How a program ends that only reads its options, such as with `--help`. All programs share one process, since most of a start is loading modules
 * that they have in common; each night every one is started by itself.
 * @param program its file, relative to the project
 */
export function askProgram(program: string, words: readonly string[]): Promise<Ended> {
  const asked: Asked = { program: join(ROOT, program), words };
  if (process.env['NIGHTLY']) return start(asked);
  const answer = lastAnswer.then(() => askInSharedProcess(asked));
  lastAnswer = answer.catch(() => undefined);
  return answer;
}

async function askInSharedProcess(asked: Asked): Promise<Ended> {
  programs ??= startSharedProcess();
  const answer = once(programs.child, 'message');
  programs.child.send(asked);
  const [ended] = (await Promise.race([answer, programs.gone])) as [Ended];
  return ended;
}

/** Ends with the process of the tests, which does not wait for it. */
function startSharedProcess(): NonNullable<typeof programs> {
  const child = fork(join(import.meta.dirname, 'asked-programs.ts'), { cwd: ROOT, execArgv: ['--import', 'tsx'] });
  child.unref();
  child.channel?.unref();
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of the programs has ended with ${String(code)}.`);
  });
  gone.catch(() => undefined);
  return { child, gone };
}

async function start({ program, words }: Asked): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...words], { cwd: ROOT });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Ended;
  }
}
