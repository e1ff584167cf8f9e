/** Outputs that are whole or not there: written beside their place, then put there by a rename. */
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RecordsError } from './records-error.ts';

export interface Output {
  /** `-` is standard output. */
  readonly path: string;
  readonly chunks: () => Iterable<string | Uint8Array>;
  /** For files that only their owner should read. */
  readonly mode?: number;
}

/**
 * Writes all of them before putting any in place, in the order given: the last one is the last to change.
 * @throws RecordsError output; then what was there before still is
 */
export async function writeOutputs(outputs: readonly Output[], standardOutput: NodeJS.WritableStream): Promise<void> {
  const files = outputs.filter(({ path }) => path !== '-');
  const written: { from: string; to: string }[] = [];
  try {
    for (const output of files) {
      await removeLeftovers(output.path);
      const from = temporaryName(output.path, process.pid);
      written.push({ from, to: output.path });
      await writeWhole(from, output);
    }
    for (const output of outputs) if (output.path === '-') await toStandardOutput(output.chunks(), standardOutput);
    for (const { from, to } of written) await rename(from, to);
  } catch (error) {
    await Promise.all(written.map(({ from }) => rm(from, { force: true })));
    if (error instanceof RecordsError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new RecordsError(
      'output',
      `The output could not be written (${reason}): ${(error as Error).message}`,
      'Check the folder, its rights and the room on the disk. What was there before is unchanged.',
      { cause: error },
    );
  }
}

async function writeWhole(path: string, { chunks, mode }: Output): Promise<void> {
  const file = await open(path, 'w', mode ?? 0o666);
  try {
    await writeFile(file, asynchronous(chunks()));
    // A rename may reach the disk before the content does; after a power cut the file would be empty.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Lets the event loop run between pieces, so that writing keeps pace with making them. */
async function* asynchronous(chunks: Iterable<string | Uint8Array>): AsyncIterable<string | Uint8Array> {
  yield* chunks;
}

/** Waits until all is taken; a reader that has gone away (EPIPE) is an error like a full disk. */
async function toStandardOutput(chunks: Iterable<string | Uint8Array>, out: NodeJS.WritableStream): Promise<void> {
  let failure: unknown;
  const failed = (error: unknown): void => void (failure ??= error);
  out.on('error', failed);
  try {
    for (const chunk of chunks) {
      if (failure) throw failure;
      await new Promise<void>((resolve, reject) => out.write(chunk, (error) => (error ? reject(error) : resolve())));
    }
  } finally {
    out.off('error', failed);
  }
}

function temporaryName(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}.aspa-records`);
}

/** What a run that was killed has left behind. Files of a run that is still under way stay. */
async function removeLeftovers(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.aspa-records$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
