/** Where outputs go: looked at before anything is read, and told in words where something is in the way. */
import { constants, realpathSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RecordsError } from '../records-error.ts';
import type { MessagesText } from '../text/messages/messages-text.ts';
import type { Told } from '../text/messages/told.ts';

export interface Place {
  /** Behind symbolic links, so that a link stays one. */
  readonly path: string;
  /** No file but a pipe or a device: written into as it is, never replaced. */
  readonly stream: boolean;
  /** The rights of the file that is there. */
  readonly mode?: number;
}

/** @throws RecordsError output, where nothing can be written there */
export async function placeOf(path: string): Promise<Place> {
  try {
    const found = await stat(path).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : Promise.reject(error)));
    if (!found) {
      await access(dirname(path), constants.W_OK);
      return { path, stream: false };
    }
    if (found.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    if (!found.isFile()) {
      await access(path, constants.W_OK);
      return { path, stream: true };
    }
    const real = await realpath(path);
    await access(dirname(real), constants.W_OK);
    return { path: real, stream: false, mode: found.mode & 0o777 };
  } catch (error) {
    throw outputError(path, error);
  }
}

/** The same text for all spellings of one place. */
export function sameSpelling(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/**
 * @param path `-` is standard output
 * @param replaced outputs that are new already
 */
export function outputError(path: string, error: unknown, replaced: readonly string[] = []): RecordsError {
  return new RecordsError(
    'output',
    ({ outputs }) => {
      const [what, next] = inWords(path, error, outputs);
      return [what, `${next} ${replaced.length === 0 ? outputs.unchanged : outputs.newAlready(replaced)}`];
    },
    { cause: error },
  );
}

function inWords(path: string, error: unknown, words: MessagesText['outputs']): Told {
  const code = codeOf(error) ?? '';
  switch (code) {
    case 'ENOENT':
      return words.noFolder(dirname(resolve(path)));
    case 'EISDIR':
      return words.isFolder(path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return words.refused(path, code);
    case 'ENOSPC':
    case 'EDQUOT':
      return words.noRoom(path, code);
    case 'EPIPE':
      return words.noReader;
    default:
      return words.failed(path === '-' ? undefined : path, error instanceof Error ? error.message : String(error));
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
