/** Where outputs go: looked at before anything is read, and told in words where something is in the way. */
import { constants, realpathSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RecordsError } from '../records-error.ts';

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
  const [what, next] = inWords(path, error);
  const rest =
    replaced.length === 0 ? 'What was there before is unchanged.' : `New already: ${replaced.join(', ')}; the rest is as it was.`;
  return new RecordsError('output', what, `${next} ${rest}`, { cause: error });
}

function inWords(path: string, error: unknown): [what: string, next: string] {
  const code = codeOf(error) ?? '';
  switch (code) {
    case 'ENOENT':
      return [`The folder ${dirname(resolve(path))} is not there.`, 'Make it, or give another path.'];
    case 'EISDIR':
      return [`${path} is a folder.`, 'Give the path of a file.'];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
      return [
        `${path} cannot be written (${code}).`,
        'Check the rights to it and to its folder, and close it where it is open, for one in a spreadsheet program.',
      ];
    case 'ENOSPC':
    case 'EDQUOT':
      return [`There is no room on the disk for ${path} (${code}).`, 'Make room.'];
    case 'EPIPE':
      return ['Whoever reads standard output went away before its end.', 'Read it to the end, or give the path of a file.'];
    default:
      return [
        `${path === '-' ? 'Standard output' : path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
        'Check the path, its rights and the disk.',
      ];
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
