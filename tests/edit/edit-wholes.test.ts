/** Optional texts, exercises and chapters are added, moved and removed from the page, in every language, and one press undoes each. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completedLock, LOCK_FILE } from '../../build/identifiers-lock.ts';
import { readContent, readCourse } from '../../build/read-course.ts';
import { TRANSLATIONS_FILE } from '../../build/outdated-translations.ts';
import { bilingualContent, changed, sampleContent, withContent, type ContentFiles } from '../build/sample-content.ts';
import { author } from './author.ts';

const SECOND = 'fi/01-b.md';

async function withLock(): Promise<ContentFiles> {
  const { marks } = await withContent(bilingualContent, (folder) => readContent(folder));
  return { ...bilingualContent, [TRANSLATIONS_FILE]: marks.lock };
}

const faultsIn = async (folder: string): Promise<string[]> =>
  (await readContent(folder)).marks.faults.map(({ file, key, kind }) => `${file} ${key} ${kind}`);

test('a hint and a comparison are added beside their question in both languages, and taken away again', async () => {
  const files = await withLock();
  await author(files, async ({ ask, open, read, folder }) => {
    const parts = (await open('Miten puhelin sujuu?')).parts.map(({ key, isThere }) => `${key} ${String(isThere)}`);
    expect(parts).toContain('help false');
    expect(parts).toContain('compare false');
    const compare = parts.indexOf('compare false');
    const texts = ['Sujuu: hyvin.', 'Kuuntelitko?', 'Kysyitkö?'];
    expect(await ask('Miten puhelin sujuu?', { part: compare, change: { kind: 'add', texts } })).toEqual({ done: 'Miten puhelin sujuu?' });
    for (const path of [SECOND, 'sv/01-b.md'])
      expect(await read(path)).toBe(
        (files[path] ?? '').replace(
          'label: Miten puhelin sujuu? }',
          "label: Miten puhelin sujuu?, compare: { answer: 'Sujuu: hyvin.', criteria: [ Kuuntelitko?, Kysyitkö? ] } }",
        ),
      );
    const key = 'sv/01-b.md b.channels.questions.phone.compare';
    expect(await faultsIn(folder)).toEqual([`${key}.answer outdated`, `${key}.criteria.1 outdated`, `${key}.criteria.2 outdated`]);
    await ask('Miten puhelin sujuu?', { part: compare, change: { kind: 'remove' } });
    for (const path of [SECOND, 'sv/01-b.md', TRANSLATIONS_FILE]) expect(await read(path)).toBe(files[path]);
  });
});

test('an exercise is added with its title and an id of it, moved, and goes with a second press', async () => {
  const files = await withLock();
  await author(files, async ({ ask, read, folder, session }) => {
    const added = await ask('Kanavat', { exercise: { kind: 'add', type: 'reflection', title: 'Oma tapa', classes: [] } });
    expect(added).toEqual({ done: 'Oma tapa', shownAt: 'b/b.oma_tapa' });
    for (const path of [SECOND, 'sv/01-b.md']) expect(await read(path)).toContain('::: exercise b.channels\n\n::: exercise b.oma_tapa\n');
    expect((await faultsIn(folder)).every((fault) => fault.startsWith('sv/01-b.md b.oma_tapa.'))).toBe(true);
    await ask('Oma tapa', { exercise: { kind: 'move', by: -1 } });
    expect(await read(SECOND)).toMatch(/exercise b\.oma_tapa\n[^]*exercise b\.channels\n/);
    expect(await ask('Oma tapa', { exercise: { kind: 'remove' } })).toEqual({ asks: [] });
    expect(await ask('Oma tapa', { exercise: { kind: 'remove' } }, true)).toEqual({ done: 'Oma tapa' });
    expect(await faultsIn(folder)).toEqual([]);
    for (const _ of [1, 2, 3]) await session.undo();
    for (const path of Object.keys(files)) expect(await read(path), path).toBe(files[path]);
  });
});

test('a chapter is added after another in both languages, and undone its files are gone', async () => {
  const files = await withLock();
  await author(files, async ({ ask, read, session, folder }) => {
    const added = await ask('Ennen harjoitusta.', { chapter: { kind: 'add', title: 'Hyvä alku' } });
    expect(added).toEqual({ done: 'Hyvä alku', shownAt: 'hyva-alku' });
    expect((await readContent(folder)).courses.map(({ chapters }) => chapters[2]?.title)).toEqual(['Hyvä alku', 'Hyvä alku']);
    expect(await faultsIn(folder)).toEqual(['sv/02-hyva-alku.md title outdated', 'sv/02-hyva-alku.md teksti 1 outdated']);
    await session.undo();
    await expect(read('sv/02-hyva-alku.md')).rejects.toMatchObject({ code: 'ENOENT' });
    for (const path of Object.keys(files)) expect(await read(path), path).toBe(files[path]);
  });
});

test('an exercise that was released does not go unasked, and a chapter that was moved comes back', async () => {
  const lock = completedLock(undefined, await withContent(sampleContent, readCourse));
  const files: ContentFiles = { ...sampleContent, [LOCK_FILE]: lock };
  await author(files, async ({ ask, folder, session, read }) => {
    const asked = await ask('Kanavat', { exercise: { kind: 'remove' } });
    expect(asked).not.toHaveProperty('done');
    for (const path of Object.keys(files)) expect(await readFile(join(folder, path), 'utf8'), path).toBe(files[path]);
    await ask('Ennen harjoitusta.', { chapter: { kind: 'move', by: -1 } });
    expect(await read('course.yaml')).not.toBe(files['course.yaml']);
    await session.undo();
    for (const path of Object.keys(files)) expect(await read(path), path).toBe(files[path]);
  });
});

/** The rule of the class, another exercise and a link of another chapter name the exercise. */
const namedElsewhere = changed(
  'course.yaml',
  'compulsory: false }',
  'compulsory: false, earnedBy: { exercises: [b.channels] } }',
  changed(
    SECOND,
    '---\n\nEnnen',
    `  - kind: orientation-guide
    id: b.guide
    title: Opas
    why: Opas jää muistiksi.
    task: Kirjoita opas.
    classes: [B]
    answersOf: b.channels
    heading: Otsikko
    text: Teksti
    summary: Valmiit kohdat
    notice: { label: Huomaa, options: [{ id: respect, label: Kunnioitus }] }
    act: { label: Toimi, options: [{ id: greet, label: Tervehdi }] }
---

::: exercise b.guide

Ennen`,
  ),
);

test('an exercise that is named elsewhere does not go: each place is told, and nothing is written', async () => {
  await author(namedElsewhere, async ({ ask, read, session, folder }) => {
    const remove = { exercise: { kind: 'remove' } } as const;
    for (const confirmed of [false, true]) {
      const asked = await ask('Kanavat', remove, confirmed);
      expect('mistakes' in asked && asked.mistakes.map(({ file, what, instead }) => `${file} ${what} ${instead}`)).toEqual([
        'course.yaml Tehtävää ”b.channels” ei ole. Luokan ”B” tehtävät: b.guide. Jos tehtävä on poistettu, poista se myös säännöstä.',
        'fi/00-alku.md Linkki #b/b.channels vie tehtävään, jota ei ole osiossa ”b”. Osion tehtävät: #b/b.guide.',
        'fi/01-b.md Tehtävää ”b.channels” ei ole. Kurssin tehtävät: a.training, b.guide.',
      ]);
      for (const path of Object.keys(namedElsewhere)) expect(await read(path), path).toBe(namedElsewhere[path]);
      expect(await session.undoable()).toBeUndefined();
    }
    const mended: readonly (readonly [file: string, from: string, to: string])[] = [
      ['course.yaml', '[b.channels]', '[b.guide]'],
      ['fi/00-alku.md', '#b/b.channels', '#b'],
      [SECOND, '    answersOf: b.channels\n', ''],
    ];
    for (const [file, from, to] of mended) await writeFile(join(folder, file), (await read(file)).replace(from, to));
    expect(await ask('Kanavat', remove, true)).toEqual({ done: 'Kanavat' });
    expect(await read(SECOND)).not.toContain('b.channels');
  });
});
