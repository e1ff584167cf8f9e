/** Writes changes into the content: all files of one or none, and back again, also those of an earlier run. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import type { ChangedFiles } from './change.ts';
import { hashOf, type ContentFiles, type StoredFile } from './content-files.ts';
import { EditRefused } from './source-place.ts';
import { withLinesBack } from './translation-lines.ts';
import type { Journal, JournalEntry } from './undo-journal.ts';

/** Files that a build completes line by line. */
const LOCKS = [LOCK_FILE, TRANSLATIONS_FILE];

export class WrittenChanges {
  readonly #files: ContentFiles;
  readonly #journal: Journal;

  constructor(files: ContentFiles, journal: Journal) {
    this.#files = files;
    this.#journal = journal;
  }

  /**
   * @param label for the button that undoes it
   * @param before the files as they are
   * @throws EditRefused where the disk does not take one of them: then all are as before
   */
  async write(label: string, files: ChangedFiles, before: ReadonlyMap<string, string>): Promise<void> {
    // Undone again, the files are as they were: so the journal knows of the change before it is made.
    const entries = [...files].map(([path, text]) => ({
      path,
      before: before.get(path) ?? null,
      hash: hashOf(text),
      ...(LOCKS.includes(path) ? { after: text } : {}),
    }));
    await this.#journal.add({ label, files: entries });
    const written: string[] = [];
    try {
      for (const [path, text] of files) {
        await this.#put(path, text);
        written.push(path);
      }
    } catch (cause) {
      for (const path of written) await this.#put(path, before.get(path));
      await this.#journal.dropLast();
      throw cause instanceof EditRefused ? cause : new EditRefused('unwritten', { cause });
    }
  }

  /** The last change. @returns its label. @throws EditRefused where there is none, or somebody else has changed a file of it since */
  async undo(): Promise<string> {
    const entry = await this.#journal.last();
    if (!entry) throw new EditRefused('nothing-to-undo');
    const now = await Promise.all(entry.files.map(async (file) => ({ ...file, present: await this.#files.read(file.path) })));
    // A file that an interrupted change did not reach is as it was.
    const due = now.filter(({ before, present }) => (present?.raw ?? null) !== before);
    for (const { path, raw } of due.map(asBefore)) await this.#put(path, raw);
    await this.#journal.dropLast();
    return entry.label;
  }

  /** What the next undo would undo. */
  async undoable(): Promise<string | undefined> {
    return (await this.#journal.last())?.label;
  }

  /** @param raw undefined: no file */
  #put(path: string, raw: string | undefined): Promise<void> {
    return raw === undefined ? this.#files.remove(path) : this.#files.write(path, raw);
  }
}

type Undone = JournalEntry['files'][number] & { readonly present: StoredFile | undefined };

/**
 * A file as it was before the change. Of what a build has completed since, only the change's own lines are put back.
 * @throws EditRefused where somebody else has changed it since
 */
function asBefore({ path, before, hash, after, present }: Undone): { readonly path: string; readonly raw: string | undefined } {
  if ((present?.hash ?? null) === hash) return { path, raw: before ?? undefined };
  if (after === undefined || !present) throw new EditRefused('changed-since');
  return { path, raw: withLinesBack(present.raw, before ?? '', after) };
}
