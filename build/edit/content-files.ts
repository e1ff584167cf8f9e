/** The files of a content folder as an edit reads and writes them: only inside of the folder, each whole at any moment. */
import { createHash, randomUUID } from 'node:crypto';
import { chmod, lstat, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { EditRefused } from './source-place.ts';

export interface StoredFile {
  /** The file's text, with its own line ends. */
  readonly raw: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** Bytes that are no UTF-8 would not come back as they were. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class ContentFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns undefined where there is no such file @throws EditRefused where it is outside, or no text */
  async read(path: string): Promise<StoredFile | undefined> {
    const place = await this.#placeOf(path);
    if (place === undefined) return undefined;
    const bytes = await readFile(place);
    try {
      return { raw: UTF8.decode(bytes), hash: hashOf(bytes) };
    } catch (cause) {
      throw new EditRefused('unsafe', { cause });
    }
  }

  /** @returns the texts of those that there are, by path. @throws as `read` */
  async readAll(paths: readonly string[]): Promise<Map<string, string>> {
    const read = await Promise.all(paths.map(async (path) => [path, await this.read(path)] as const));
    return new Map(read.flatMap(([path, file]) => (file ? [[path, file.raw] as const] : [])));
  }

  /** Beside its place first, then by its name. @throws EditRefused where the path leads out of the folder, or through a link */
  async write(path: string, raw: string): Promise<void> {
    const present = await this.#placeOf(path);
    const place = present ?? join(await realpath(this.folder), path);
    const beside = join(dirname(place), `.${randomUUID()}.new`);
    try {
      await writeFile(beside, raw, { flag: 'wx' });
      // The mode that a file is made with is less the umask.
      if (present !== undefined) await chmod(beside, (await stat(present)).mode);
      await rename(beside, place);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  /** Names of the files in a folder of the content, without hidden ones. */
  async names(path: string): Promise<string[]> {
    const names = await readdir(join(this.folder, path)).catch((): string[] => []);
    return names.filter((name) => !name.startsWith('.'));
  }

  async remove(path: string): Promise<void> {
    const place = await this.#placeOf(path);
    if (place !== undefined) await rm(place);
  }

  /** @returns undefined where there is nothing @throws EditRefused where the path leads out of the folder, or through a link */
  async #placeOf(path: string): Promise<string | undefined> {
    const folder = await realpath(this.folder);
    const wanted = resolve(folder, path);
    if (!wanted.startsWith(folder + sep)) throw new EditRefused('outside');
    const parent = await realpath(dirname(wanted)).catch(() => undefined);
    if (parent === undefined) return undefined;
    if (parent !== dirname(wanted)) throw new EditRefused('outside');
    const found = await lstat(wanted).catch(() => undefined);
    if (found && !found.isFile()) throw new EditRefused('outside');
    return found && wanted;
  }
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
