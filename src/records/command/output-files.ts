/** Outputs that are whole or not there: written beside their place, then put there by a rename. */
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { outputError, placeOf } from './output-place.ts';
import { RecordsError } from '../records-error.ts';

/** What is written, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface Output {
  /** `-` is standard output. */
  readonly path: string;
  readonly chunks: () => Chunks;
  /** True: only its owner may read it, even if others could read the one that was there. */
  readonly ownerOnly?: boolean;
}

/** Of new files: names and days of people are for their owner alone. Files that are there keep their rights. */
const OWNER_ONLY = 0o600;

/**
 * Writes all of them before putting any in place, in the order given: the last one is the last to change.
 * @throws RecordsError output; then what was there before still is, or the message names what is new
 */
export async function writeOutputs(outputs: readonly Output[], standardOutput: NodeJS.WritableStream): Promise<void> {
  const written: { from: string; to: string; path: string }[] = [];
  const streams: Output[] = [];
  const replaced: string[] = [];
  let current = '';
  try {
    for (const output of outputs) {
      current = output.path;
      const place = current === '-' ? undefined : await placeOf(current);
      if (!place || place.stream) {
        streams.push(output);
        continue;
      }
      await removeLeftovers(place.path);
      const from = temporaryName(place.path, process.pid);
      written.push({ from, to: place.path, path: current });
      await writeWhole(from, output.chunks(), output.ownerOnly ? OWNER_ONLY : (place.mode ?? OWNER_ONLY));
    }
    for (const { path, chunks } of streams) {
      current = path;
      if (path === '-') await toStandardOutput(chunks(), standardOutput);
      else await writeFile(path, asynchronous(chunks()));
    }
    for (const { from, to, path } of written) {
      current = path;
      await rename(from, to);
      replaced.push(path);
    }
  } catch (error) {
    await Promise.all(written.map(({ from }) => rm(from, { force: true })));
    throw error instanceof RecordsError ? error : outputError(current, error, replaced);
  }
}

/** Opened exclusively: nobody else's file or link at that place is written into. */
export async function writeWhole(path: string, chunks: Chunks, mode: number): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  try {
    // The process's mask may have taken rights that the earlier file gave.
    await file.chmod(mode);
    await writeFile(file, asynchronous(chunks));
    // A rename may reach the disk before the content does; after a power cut the file would be empty.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Lets the event loop run between pieces, so that writing keeps pace with making them. */
async function* asynchronous(chunks: Chunks): AsyncIterable<string | Uint8Array> {
  yield* chunks;
}

/** Waits until all is taken; a reader that has gone away (EPIPE) is an error like a full disk. */
async function toStandardOutput(chunks: Chunks, out: NodeJS.WritableStream): Promise<void> {
  let failure: unknown;
  const failed = (error: unknown): void => void (failure ??= error);
  out.on('error', failed);
  try {
    for await (const chunk of chunks) {
      if (failure) throw failure;
      await new Promise<void>((resolve, reject) => out.write(chunk, (error) => (error ? reject(error) : resolve())));
    }
  } finally {
    out.off('error', failed);
  }
}

/** Its owner's number tells what a killed run has left; the rest keeps others from being there first. */
function temporaryName(path: string, pid: number): string {
  return join(dirname(path), `.${basename(path)}.${pid}-${randomBytes(8).toString('hex')}.aspa-records`);
}

/** What a run that was killed has left behind. Files of a run that is still under way stay. */
async function removeLeftovers(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(prefix) ? /^(\d+)(?:-[0-9a-f]{16})?\.aspa-records$/.exec(name.slice(prefix.length))?.[1] : undefined;
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
