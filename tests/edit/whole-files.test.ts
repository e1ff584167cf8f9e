/** An edit in place leaves an author's files whole: rights, links, and all files of a change or none. */
import { chmod, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ContentFiles } from '../../build/edit/content-files.ts';
import { EditSession } from '../../build/edit/edit-session.ts';
import { EditRefused } from '../../build/edit/source-place.ts';
import { readContent } from '../../build/read-course.ts';
import { author } from './author.ts';
import { bilingualContent, changed, sampleContent } from '../build/sample-content.ts';

const SECOND = 'fi/01-b.md';

test('the rights of a file stay: a colleague of the group can still write it', async () => {
  await author(sampleContent, async ({ write, folder }) => {
    await chmod(join(folder, SECOND), 0o664);
    const before = process.umask(0o022);
    try {
      await write('Ennen harjoitusta.', 'Uusi.');
    } finally {
      process.umask(before);
    }
    expect(((await stat(join(folder, SECOND))).mode & 0o777).toString(8)).toBe('664');
  });
});

test('a content folder that is a link can be edited', async () => {
  await author(sampleContent, async (self) => {
    const holder = await mkdtemp(join(tmpdir(), 'aspa-link-'));
    try {
      await symlink(self.folder, join(holder, 'kurssi'));
      self.session = new EditSession(join(holder, 'kurssi'), self.journal);
      expect(await self.write('Ennen harjoitusta.', 'Uusi.')).toEqual({ done: 'Ennen harjoitusta.' });
    } finally {
      await rm(holder, { recursive: true });
    }
  });
});

test('a mistake made meanwhile in course.yaml is told, and is no fault of the server', async () => {
  await author(sampleContent, async ({ open, session, folder }) => {
    const opened = await open('Ennen harjoitusta.');
    const shown = await session.read();
    const broken = (sampleContent['course.yaml'] ?? '').replace('title: Asiakaspalvelun', 'title: "Asiakaspalvelun');
    await writeFile(join(folder, 'course.yaml'), broken);
    const asked = { number: opened.number, hash: opened.hash, changes: [{ text: 'Uusi.' }], confirmed: false };
    const outcome = await session.change(shown?.id ?? '', asked).catch((error: unknown) => error);
    expect(
      outcome instanceof EditRefused || (typeof outcome === 'object' && outcome !== null && 'mistakes' in outcome),
      String(outcome),
    ).toBe(true);
  });
});

test('a full disk leaves no half of a change', async () => {
  const files = { ...bilingualContent };
  await author(files, async ({ list, read }) => {
    const real = ContentFiles.prototype.write;
    let writes = 0;
    ContentFiles.prototype.write = function (this: ContentFiles, ...given) {
      writes += 1;
      // The second file has no room.
      return writes === 2
        ? Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))
        : real.apply(this, given);
    };
    try {
      await list('Miten puhelin sujuu?', { kind: 'add', index: 1, texts: ['Miten sähköposti sujuu?'] }).catch(() => undefined);
    } finally {
      ContentFiles.prototype.write = real;
    }
    const [fi, sv] = [await read(SECOND), await read('sv/01-b.md')];
    expect([fi.includes('sähköposti'), sv.includes('sähköposti')]).toEqual([false, false]);
  });
});

test('a file with a zero-width no-break space in its text can be edited', async () => {
  const files = changed(SECOND, 'Ennen harjoitusta.', 'Ennen\uFEFF harjoitusta. Sitten.');
  await author(files, async ({ write, read }) => {
    expect(await write('Miten puhelin sujuu?', 'Miten sujuu?')).toEqual({ done: 'Miten puhelin sujuu?' });
    expect(await read(SECOND)).toContain('Ennen\uFEFF harjoitusta.');
  });
});

test('a text is saved whose file nobody has changed, though another page was loaded after a change elsewhere', async () => {
  await author(sampleContent, async ({ open, session, folder, read }) => {
    const opened = await open('Ennen harjoitusta.');
    const shown = await session.read();
    await writeFile(join(folder, 'fi/00-alku.md'), (sampleContent['fi/00-alku.md'] ?? '').replace('Juttele.', 'Puhele.'));
    await session.read();
    const asked = { number: opened.number, hash: opened.hash, changes: [{ text: 'Uusi.' }], confirmed: false };
    await session.change(shown?.id ?? '', asked).catch(() => undefined);
    expect(await read(SECOND)).toContain('Uusi.');
  });
});

test('a change can be undone after a build, which writes translations.lock anew', async () => {
  await author(bilingualContent, async ({ list, session, folder, read }) => {
    const build = async (): Promise<void> => writeFile(join(folder, 'translations.lock'), (await readContent(folder)).marks.lock ?? '');
    await build();
    await list('Miten puhelin sujuu?', { kind: 'add', index: 1, texts: ['Miten sähköposti sujuu?'] });
    await build();
    await session.undo().catch(() => undefined);
    expect(await read(SECOND)).toBe(bilingualContent[SECOND]);
  });
});
