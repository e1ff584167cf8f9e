/**
 * What was changed, so that one press undoes it (`write-and-undo.ts`): a file a change, in a folder that git does not take, and so also
 * after a restart.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const MOST_ENTRIES = 200;

const entrySchema = z.object({
  /** The text that was changed, for the author to know it by. */
  label: z.string(),
  files: z.array(
    z.object({
      /** Path from the content folder. */
      path: z.string(),
      /** The file's text as it was; null where there was none. */
      before: z.string().nullable(),
      /** SHA-256 of the file as the change left it; null where it took the file away. */
      hash: z.string().nullable(),
      /** The text as the change left it, of a file that a build completes. */
      after: z.string().optional(),
    }),
  ),
});

export type JournalEntry = z.output<typeof entrySchema>;

export class Journal {
  readonly #folder: string;

  /** @param folder made at the first change */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The last change that is not undone. */
  async last(): Promise<JournalEntry | undefined> {
    const name = (await this.#names()).at(-1);
    return name === undefined ? undefined : entrySchema.parse(JSON.parse(await readFile(join(this.#folder, name), 'utf8')));
  }

  async add(entry: JournalEntry): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const names = await this.#names();
    const number = Number.parseInt(names.at(-1) ?? '0', 10) + 1;
    const place = join(this.#folder, `${String(number).padStart(8, '0')}.json`);
    await writeFile(`${place}.new`, JSON.stringify(entry));
    await rename(`${place}.new`, place);
    for (const name of names.slice(0, Math.max(0, names.length + 1 - MOST_ENTRIES))) await rm(join(this.#folder, name));
  }

  async dropLast(): Promise<void> {
    const name = (await this.#names()).at(-1);
    if (name !== undefined) await rm(join(this.#folder, name));
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => /^\d{8}\.json$/.test(name)).sort();
  }
}
