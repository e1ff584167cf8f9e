/** An author in the edit mode, who finds texts by their words. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskedWhat } from '../../build/edit/asked-change.ts';
import { EditSession } from '../../build/edit/edit-session.ts';
import type { ListChange } from '../../build/edit/list-change.ts';
import type { OpenedText, Outcome } from '../../build/edit/page-messages.ts';
import { marksIn } from '../../build/edit/source-marks.ts';
import { withContent, type ContentFiles } from '../build/sample-content.ts';

export interface Author {
  readonly folder: string;
  readonly journal: string;
  session: EditSession;
  read(path: string): Promise<string>;
  /** The text that begins with these words, as the page opens it. */
  open(words: string): Promise<OpenedText>;
  write(words: string, text: string): Promise<Outcome>;
  ask(words: string, change: AskedWhat | readonly AskedWhat[], confirmed?: boolean): Promise<Outcome>;
  list(words: string, change: ListChange, confirmed?: boolean): Promise<Outcome>;
}

export async function author(files: ContentFiles, work: (author: Author) => Promise<void>): Promise<void> {
  const journal = await mkdtemp(join(tmpdir(), 'aspa-journal-'));
  try {
    await withContent(files, async (folder) => {
      let reading = '';
      const self: Author = {
        folder,
        journal,
        session: new EditSession(folder, journal),
        read: (path) => readFile(join(folder, path), 'utf8'),
        open: async (words) => {
          const shown = await self.session.read();
          reading = shown?.id ?? '';
          const json = JSON.stringify(shown?.courses);
          const mark = marksIn(json).find(
            ({ index, number }) =>
              number !== undefined &&
              json
                .slice(index)
                .replace(/^\u2060[^\u2060]*\u2060/, '')
                .startsWith(words),
          );
          if (mark?.number === undefined) throw new Error(`No text begins with “${words}”.`);
          return self.session.open(reading, mark.number);
        },
        write: async (words, text) => {
          const { number, hash } = await self.open(words);
          return self.session.change(reading, { number, hash, changes: [{ text }], confirmed: false });
        },
        ask: async (words, change, confirmed = false) => {
          const { number, hash } = await self.open(words);
          return self.session.change(reading, { number, hash, changes: [change].flat(), confirmed });
        },
        list: async (words, change, confirmed = false) => {
          const { number, hash } = await self.open(words);
          return self.session.change(reading, { number, hash, changes: [{ list: 0, change }], confirmed });
        },
      };
      await work(self);
    });
  } finally {
    await rm(journal, { recursive: true, force: true });
  }
}
