/** Runs the command as a job does, and gives back all it said. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { recordsCommand } from '../../src/records/command/records-command.ts';

const command = fileURLToPath(new URL('../../src/records/command/aspa-records.mjs', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function startCli(
  options: readonly string[],
  environment: Record<string, string> = {},
): { child: ChildProcess; result: Promise<CliResult> } {
  const child = spawn(process.execPath, [command, ...options], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const result = new Promise<CliResult>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, result };
}

/** In a process of its own: how the command is really started. */
export function runCli(options: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  return startCli(options, environment).result;
}

/** The same command in this process, many times faster. */
export async function runHere(options: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  const out: Buffer[] = [];
  let err = '';
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (out.push(Buffer.from(chunk)), done()) });
  const code = await recordsCommand(options, { environment, out: stream, err: { write: (text) => (err += text) } });
  return { code, out: Buffer.concat(out).toString('utf8'), err };
}

/** With messages and tables in English. */
export function runInEnglish(options: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  return runHere(['--language', 'en', ...options], environment);
}

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-records-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
