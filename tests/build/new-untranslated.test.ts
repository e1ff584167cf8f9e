/** What `npm run new` writes into a translation counts as not translated, as what the edit mode writes does. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapterDraft, exerciseDraft } from '../../build/new/new-content.ts';
import { writeDraft } from '../../build/new/write-draft.ts';
import { readContent } from '../../build/read-course.ts';
import { bilingualContent, withContent } from './sample-content.ts';

const faultsIn = async (folder: string): Promise<string[]> =>
  (await readContent(folder)).marks.faults.map(({ file, key, kind }) => `${file} ${key} ${kind}`);

/** Writes in place of the template's words. */
async function rewrite(path: string, from: string, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  expect(before).toContain(from);
  await writeFile(path, before.replaceAll(from, to));
}

test('an exercise: though its Finnish is written by then, its Swedish is known to be the template’s', async () => {
  await withContent(bilingualContent, async (folder) => {
    await writeDraft(folder, await exerciseDraft(folder, { chapter: '01-b', id: 'b.uusi', kind: 'reflection', classes: ['B'] }));
    await rewrite(join(folder, 'fi/01-b.md'), 'Kerro, mitä oppijan on tarkoitus tehdä.', 'Kirjoita, mitä teet ensi viikolla.');
    const faults = await faultsIn(folder);
    expect(faults).toContain('sv/01-b.md b.uusi.task outdated');
    expect(faults.every((fault) => fault.startsWith('sv/01-b.md b.uusi.'))).toBe(true);
    await rewrite(join(folder, 'sv/01-b.md'), 'Berätta', 'Skriv och berätta');
    expect(await faultsIn(folder)).not.toContain('sv/01-b.md b.uusi.task outdated');
  });
});

test('a chapter: though its Finnish is written by then, its Swedish is known to be the template’s', async () => {
  await withContent(bilingualContent, async (folder) => {
    await writeDraft(folder, await chapterDraft(folder, { id: 'palaute', title: 'Palaute' }));
    await rewrite(join(folder, 'fi/02-palaute.md'), 'Kirjoita osion teksti tähän.', 'Palaute on lahja.');
    expect(await faultsIn(folder)).toEqual(['sv/02-palaute.md title outdated', 'sv/02-palaute.md teksti 1 outdated']);
  });
});

test('an exercise can be added to a chapter that a begun translation lacks', async () => {
  await withContent(bilingualContent, async (folder) => {
    await rm(join(folder, 'sv/01-b.md'));
    await writeDraft(folder, await exerciseDraft(folder, { chapter: '01-b', id: 'b.uusi', kind: 'reflection', classes: ['B'] }));
    expect(await readFile(join(folder, 'fi/01-b.md'), 'utf8')).toContain('b.uusi');
    await expect(readFile(join(folder, 'sv/01-b.md'))).rejects.toThrow('ENOENT');
  });
});
