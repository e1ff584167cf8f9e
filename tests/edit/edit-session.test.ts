/** What an author's change does to the files: checked before it is written, refused where the file is another, undone after a restart. */
import { readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completedLock, LOCK_FILE } from '../../build/identifiers-lock.ts';
import type { ListChange } from '../../build/edit/list-change.ts';
import { EditSession } from '../../build/edit/edit-session.ts';
import { readContent, readCourse } from '../../build/read-course.ts';
import { TRANSLATIONS_FILE } from '../../build/outdated-translations.ts';
import { bilingualContent, changed, sampleContent, withContent, type ContentFiles } from '../build/sample-content.ts';
import { author } from './author.ts';

const SECOND = 'fi/01-b.md';

describe('a text', () => {
  test('is written where it stands, and the rest of the file stays to the letter', async () => {
    await author(sampleContent, async ({ write, read }) => {
      expect(await write('Miten puhelin sujuu?', 'Miten: puhelin, sujuu?')).toEqual({ done: 'Miten puhelin sujuu?' });
      const was = sampleContent[SECOND] ?? '';
      expect(await read(SECOND)).toBe(was.replace('label: Miten puhelin sujuu?', "label: 'Miten: puhelin, sujuu?'"));
      expect(await write('Ennen harjoitusta.', 'Ennen.\n\nToinen kappale.')).toEqual({ done: 'Ennen harjoitusta.' });
      expect(await read(SECOND)).toContain('\n---\n\nEnnen.\n\nToinen kappale.\n\n::: exercise b.channels\n');
    });
  });

  test('that would break the course is not written, and the mistakes are told', async () => {
    await author(sampleContent, async ({ write, read, folder }) => {
      const outcome = await write('Ennen harjoitusta.', 'Lue [osiosta](#ei-ole).');
      expect(outcome).toMatchObject({ mistakes: [{ file: SECOND, what: 'Linkki #ei-ole vie osioon, jota ei ole.' }] });
      expect(await read(SECOND)).toBe(sampleContent[SECOND]);
      expect((await readdir(join(folder, 'fi'))).sort()).toEqual(['00-alku.md', '01-b.md', 'kuva.svg']);
    });
  });

  test('of a file that was changed since it was shown is refused', async () => {
    await author(sampleContent, async ({ open, session, folder, read }) => {
      const opened = await open('Ennen harjoitusta.');
      const shown = await session.read();
      const asked = { number: opened.number, changes: [{ text: 'Uusi.' }], confirmed: false };
      await expect(session.change(shown?.id ?? '', { ...asked, hash: '0'.repeat(64) })).rejects.toMatchObject({ reason: 'stale' });
      const other = (sampleContent[SECOND] ?? '').replace('Kanavat', 'Toinen');
      await writeFile(join(folder, SECOND), other);
      await expect(session.change(shown?.id ?? '', { ...asked, hash: opened.hash })).rejects.toMatchObject({ reason: 'stale' });
      await expect(session.change('another reading', { ...asked, hash: opened.hash })).rejects.toMatchObject({ reason: 'stale' });
      expect(await read(SECOND)).toBe(other);
    });
  });

  test('behind a link that leads out of the content is refused, and what it leads to stays', async () => {
    await author(sampleContent, async ({ open, session, folder, journal }) => {
      const outside = join(journal, 'outside.md');
      await writeFile(outside, sampleContent[SECOND] ?? '');
      const opened = await open('Ennen harjoitusta.');
      const shown = await session.read();
      await rm(join(folder, SECOND));
      await symlink(outside, join(folder, SECOND));
      const asked = { number: opened.number, hash: opened.hash, changes: [{ text: 'Uusi.' }], confirmed: false };
      await expect(session.change(shown?.id ?? '', asked)).rejects.toMatchObject({ reason: 'outside' });
      expect(await readFile(outside, 'utf8')).toBe(sampleContent[SECOND]);
    });
  });

  test('behind a folder that leads out of the content is refused, and what lies there stays', async () => {
    await author(sampleContent, async ({ open, session, folder, journal }) => {
      const opened = await open('Ennen harjoitusta.');
      const shown = await session.read();
      const outside = join(journal, 'outside');
      await rename(join(folder, 'fi'), outside);
      await symlink(outside, join(folder, 'fi'));
      const asked = { number: opened.number, hash: opened.hash, changes: [{ text: 'Uusi.' }], confirmed: false };
      await expect(session.change(shown?.id ?? '', asked)).rejects.toMatchObject({ reason: 'outside' });
      expect(await readFile(join(outside, '01-b.md'), 'utf8')).toBe(sampleContent[SECOND]);
    });
  });
});

describe('undoing', () => {
  test('brings every letter back, one change after another, also after a restart', async () => {
    await author(sampleContent, async (self) => {
      await self.write('Ennen harjoitusta.', 'Yksi.');
      await self.write('Miten chat sujuu?', 'Kaksi?');
      self.session = new EditSession(self.folder, self.journal);
      expect(await self.session.undoable()).toBe('Miten chat sujuu?');
      expect(await self.session.undo()).toEqual({ done: 'Miten chat sujuu?' });
      expect(await self.read(SECOND)).toBe((sampleContent[SECOND] ?? '').replace('Ennen harjoitusta.', 'Yksi.'));
      await self.session.undo();
      expect(await self.read(SECOND)).toBe(sampleContent[SECOND]);
      await expect(self.session.undo()).rejects.toMatchObject({ reason: 'nothing-to-undo' });
    });
  });

  test('is refused where the file was changed elsewhere', async () => {
    await author(sampleContent, async ({ write, session, folder, read }) => {
      await write('Ennen harjoitusta.', 'Yksi.');
      const edited = `${await read(SECOND)}\nToinen kirjoitti.\n`;
      await writeFile(join(folder, SECOND), edited);
      await expect(session.undo()).rejects.toMatchObject({ reason: 'changed-since' });
      expect(await read(SECOND)).toBe(edited);
    });
  });
});

describe('a question of a list', () => {
  const locked = async (): Promise<ContentFiles> => {
    const lock = completedLock(undefined, await withContent(sampleContent, readCourse));
    return { ...sampleContent, [LOCK_FILE]: lock };
  };

  test('is added with an id made of its words, moved, and keeps its id when its words change', async () => {
    await author(sampleContent, async ({ list, write, read, open }) => {
      expect((await open('Miten chat sujuu?')).lists).toMatchObject([{ name: 'questions', index: 1, count: 2, slots: ['label'] }]);
      await list('Miten puhelin sujuu?', { kind: 'add', index: 1, texts: ['Entä sähköposti?'] });
      await list('Entä sähköposti?', { kind: 'move', from: 1, to: 0 });
      await write('Entä sähköposti?', 'Entä kirje?');
      expect(await read(SECOND)).toContain(
        'questions:\n      - { id: enta_sahkoposti, label: Entä kirje? }\n      - { id: phone, label: Miten puhelin sujuu? }\n',
      );
    });
  });

  test('that was released asks before it goes, and then its id is marked as removed and never given again', async () => {
    await author(await locked(), async ({ list, read, folder, session }) => {
      const remove: ListChange = { kind: 'remove', index: 0 };
      expect(await list('Miten puhelin sujuu?', remove)).toEqual({ asks: ['b.channels.phone'] });
      expect(await read(SECOND)).toBe(sampleContent[SECOND]);
      expect(await list('Miten puhelin sujuu?', remove, true)).toEqual({ done: 'Miten puhelin sujuu?' });
      expect(await read(LOCK_FILE)).toContain('\nfield b.channels.phone text removed\n');
      await readContent(folder);
      await list('Miten chat sujuu?', { kind: 'add', index: 1, texts: ['Phone'] });
      expect(await read(SECOND)).toContain('id: phone_2');
      await session.undo();
      await session.undo();
      expect(await read(SECOND)).toBe(sampleContent[SECOND]);
      expect(await read(LOCK_FILE)).toBe((await locked())[LOCK_FILE]);
    });
  });

  test('stays where it is the last one', async () => {
    await author(sampleContent, async ({ list, read }) => {
      await expect(list('Mitä treenaat?', { kind: 'remove', index: 0 })).rejects.toMatchObject({ reason: 'fewest' });
      expect(await read('fi/00-alku.md')).toBe(sampleContent['fi/00-alku.md']);
    });
  });
});

test('what was written in one window is one change: all of it or nothing, and one press undoes it', async () => {
  await author(sampleContent, async ({ ask, read, session }) => {
    const text = { text: 'Miten soitto sujuu?' };
    const add = { list: 0, change: { kind: 'add', index: 1, texts: ['Entä kirje?'] } } as const;
    await expect(ask('Miten puhelin sujuu?', [text, add, { list: 0, change: { kind: 'move', from: 7, to: 0 } }])).rejects.toMatchObject({
      reason: 'gone',
    });
    expect(await read(SECOND)).toBe(sampleContent[SECOND]);
    const move = { list: 0, change: { kind: 'move', from: 2, to: 0 } } as const;
    expect(await ask('Miten puhelin sujuu?', [text, add, move])).toEqual({ done: 'Miten puhelin sujuu?' });
    expect(await read(SECOND)).toMatch(/id: chat,[^\n]*\n[^\n]*id: phone, label: Miten soitto sujuu\? \}\n[^\n]*id: enta_kirje,/);
    await session.undo();
    expect(await read(SECOND)).toBe(sampleContent[SECOND]);
    expect(await session.undoable()).toBeUndefined();
  });
});

describe('in a course of two languages', () => {
  const withLocks = async (): Promise<ContentFiles> => {
    const { marks } = await withContent(bilingualContent, (folder) => readContent(folder));
    return { ...bilingualContent, [TRANSLATIONS_FILE]: marks.lock };
  };
  const faultsIn = async (folder: string): Promise<string[]> =>
    (await readContent(folder)).marks.faults.map(({ file, key, kind }) => `${file} ${key} ${kind}`);

  test('a changed text leaves the translation marked as outdated', async () => {
    await author(await withLocks(), async ({ write, folder }) => {
      expect(await faultsIn(folder)).toEqual([]);
      await write('Miten puhelin sujuu?', 'Miten puhelin toimii?');
      expect(await faultsIn(folder)).toEqual(['sv/01-b.md b.channels.questions.phone.label outdated']);
    });
  });

  test('an added question is in the other language too, marked as not translated, until its words are others', async () => {
    await author(await withLocks(), async ({ list, folder, read }) => {
      await list('Miten puhelin sujuu?', { kind: 'add', index: 1, texts: ['Entä kirje?'] });
      expect(await read('sv/01-b.md')).toContain('- { id: enta_kirje, label: Entä kirje? }');
      expect(await faultsIn(folder)).toEqual(['sv/01-b.md b.channels.questions.enta_kirje.label outdated']);
      const swedish = (await read('sv/01-b.md')).replace('label: Entä kirje?', 'label: Och brev?');
      await writeFile(join(folder, 'sv/01-b.md'), swedish);
      expect(await faultsIn(folder)).toEqual([]);
    });
  });

  test('what is moved or removed is so in both', async () => {
    await author(await withLocks(), async ({ list, folder, read }) => {
      await list('Miten chat sujuu?', { kind: 'move', from: 1, to: 0 });
      for (const path of ['fi/01-b.md', 'sv/01-b.md']) expect(await read(path)).toMatch(/id: chat[^]*id: phone/);
      await list('Miten puhelin sujuu?', { kind: 'remove', index: 1 });
      for (const path of ['fi/01-b.md', 'sv/01-b.md']) expect(await read(path)).not.toContain('id: phone');
      expect(await faultsIn(folder)).toEqual([]);
    });
  });

  test('a text of the other language is written into its own file', async () => {
    await author(await withLocks(), async ({ write, read }) => {
      await write('Information på webben', 'Webben');
      expect(await read('sv/01-b.md')).toContain('title: Webben\n');
      expect(await read('fi/01-b.md')).toBe(bilingualContent['fi/01-b.md']);
    });
  });
});

test('numbered texts keep their marks when one comes between them', async () => {
  const withCompare = changed(
    SECOND,
    'label: Miten puhelin sujuu? }',
    'label: Miten puhelin sujuu?, compare: { answer: Hyvin., criteria: [Yksi?, Kaksi?] } }',
    changed(
      'sv/01-b.md',
      'label: Miten puhelin sujuu? }',
      'label: Miten puhelin sujuu?, compare: { answer: Väl., criteria: [Ett?, Två?] } }',
      bilingualContent,
    ),
  );
  const { marks } = await withContent(withCompare, (folder) => readContent(folder));
  // The second one is known to be outdated.
  const lock = (marks.lock ?? '').replace(/(phone\.compare\.criteria\.2) [0-9a-f]{8}/, '$1 11111111');
  await author({ ...withCompare, [TRANSLATIONS_FILE]: lock }, async ({ list, folder }) => {
    await list('Yksi?', { kind: 'add', index: 1, texts: ['Väliin?'] });
    const { marks: now } = await readContent(folder);
    expect(now.faults.map(({ key }) => key)).toEqual([
      'b.channels.questions.phone.compare.criteria.2',
      'b.channels.questions.phone.compare.criteria.3',
    ]);
  });
});
