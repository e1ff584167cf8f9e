/** A translation belongs to the text that it was made from: what is outdated or missing is shown in the main language, and told. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build, UnfitForRelease, type BuildOptions } from '../../build/build.ts';
import { readContent } from '../../build/read-course.ts';
import { TRANSLATIONS_FILE, translationWarnings } from '../../build/outdated-translations.ts';
import type { Chapter, Course } from '../../src/course/course.ts';
import { bilingualContent, changed, withContent, type ContentFiles } from './sample-content.ts';

// Whole builds on a busy machine.

interface Read {
  readonly swedish: Course;
  readonly lock: string;
  /** `sv/01-b.md title outdated` */
  readonly faults: readonly string[];
}

async function read(files: ContentFiles): Promise<Read> {
  const { courses, marks } = await withContent(files, (folder) => readContent(folder));
  const [, swedish] = courses;
  if (!swedish) throw new Error('The sample has no second language.');
  return { swedish, lock: marks.lock ?? '', faults: marks.faults.map(({ file, key, kind }) => `${file} ${key} ${kind}`) };
}

/** The sample after a build, with what that wrote. */
const marked = { ...bilingualContent, [TRANSLATIONS_FILE]: (await read(bilingualContent)).lock };

const edited = (path: string, from: string, to: string, files: ContentFiles = marked): ContentFiles => changed(path, from, to, files);
const second = ({ chapters }: Course): Chapter | undefined => chapters[1];
const htmlOf = (chapter: Chapter | undefined): string =>
  chapter?.parts.map((part) => (part.type === 'html' ? part.html : '')).join('') ?? '';

test('a translation is marked with the text that it was made from, and then has no fault', async () => {
  const { lock, faults } = await read(marked);
  expect(faults).toEqual([]);
  expect(lock).toBe(marked[TRANSLATIONS_FILE]);
  expect(lock).toMatch(/^sv sv\/01-b\.md b\.channels\.questions\.phone\.label [0-9a-f]{8} [0-9a-f]{8}$/m);
  expect(lock).toMatch(/^sv sv\/01-b\.md teksti 1 [0-9a-f]{8} [0-9a-f]{8}$/m);
  expect(lock).toMatch(/^sv course\.yaml title [0-9a-f]{8} [0-9a-f]{8}$/m);
});

describe('where the original has changed', () => {
  test('a text is shown in the main language and told with file and key', async () => {
    const { swedish, faults } = await read(edited('fi/01-b.md', 'title: Tieto verkosta', 'title: Tieto verkosta ja kirjoista'));
    expect(second(swedish)?.title).toBe('Tieto verkosta ja kirjoista');
    expect(faults).toEqual(['sv/01-b.md title outdated']);
  });

  test('so is the running text, with its own language, and the rest of the chapter stays', async () => {
    const { swedish, faults } = await read(edited('fi/01-b.md', 'Ennen harjoitusta.', 'Lue tämä ennen harjoitusta.'));
    expect(htmlOf(second(swedish))).toBe('<div lang="fi"><p>Lue tämä ennen harjoitusta.</p></div>');
    expect(second(swedish)?.title).toBe('Information på webben');
    expect(faults).toEqual(['sv/01-b.md teksti 1 outdated']);
  });

  test('so is a text of course.yaml', async () => {
    const { swedish, faults } = await read(edited('course.yaml', 'fi: Ajokortti', 'fi: Palvelun ajokortti'));
    expect(swedish.title).toBe('Palvelun ajokortti');
    expect(faults).toEqual(['course.yaml title outdated']);
  });

  test('it stays so at each build, until the translation has changed too', async () => {
    const files = edited('fi/01-b.md', 'title: Tieto verkosta', 'title: Tieto verkosta ja kirjoista');
    const later = { ...files, [TRANSLATIONS_FILE]: (await read(files)).lock };
    expect((await read(later)).faults).toEqual(['sv/01-b.md title outdated']);
    const { swedish, faults } = await read(
      edited('sv/01-b.md', 'title: Information på webben', 'title: Information på webben och i böcker', later),
    );
    expect(faults).toEqual([]);
    expect(second(swedish)?.title).toBe('Information på webben och i böcker');
  });

  test('a translation that holds all the same is marked anew once its line is gone', async () => {
    const files = edited('fi/01-b.md', 'title: Tieto verkosta', 'title: Tieto verkosta!');
    const lock = (files[TRANSLATIONS_FILE] ?? '').replace(/^sv sv\/01-b\.md title .*\n/m, '');
    const { swedish, faults } = await read({ ...files, [TRANSLATIONS_FILE]: lock });
    expect(faults).toEqual([]);
    expect(second(swedish)?.title).toBe('Information på webben');
  });

  test('other line breaks are no change', async () => {
    expect((await read(edited('fi/01-b.md', 'Ennen harjoitusta.', 'Ennen\nharjoitusta.'))).faults).toEqual([]);
  });
});

describe('what is not translated yet', () => {
  test('a question is asked in the main language', async () => {
    const { swedish, faults } = await read(
      edited(
        'fi/01-b.md',
        '      - { id: phone, label: Miten puhelin sujuu? }',
        '      - { id: phone, label: Miten puhelin sujuu? }\n      - { id: mail, label: Miten sähköposti sujuu? }',
      ),
    );
    const questions = second(swedish)?.parts.flatMap((part) =>
      part.type === 'exercise' && part.exercise.kind === 'reflection' ? part.exercise.questions.map(({ id, label }) => [id, label]) : [],
    );
    expect(questions?.map(([id]) => id)).toEqual(['phone', 'mail', 'chat']);
    expect(questions?.[1]).toEqual(['mail', 'Miten sähköposti sujuu?']);
    expect(faults).toEqual(['sv/01-b.md b.channels.questions.mail.label missing']);
  });

  test('a whole chapter is shown in the main language', async () => {
    const { swedish, faults } = await read({ ...marked, 'sv/01-b.md': undefined });
    expect(second(swedish)?.title).toBe('Tieto verkosta');
    expect(faults).toEqual(['sv/01-b.md koko osio missing']);
  });
});

test('the warning names the file and every key in it', async () => {
  const files = edited('fi/01-b.md', 'title: Tieto verkosta', 'title: Tieto', edited('fi/01-b.md', 'Ennen harjoitusta.', 'Ensin.'));
  const { marks } = await withContent(files, (folder) => readContent(folder));
  expect(translationWarnings(marks.faults)).toEqual([
    expect.stringMatching(/^sv\/01-b\.md: Kääntämättä, tai alkuperäinen on muuttunut käännöksen jälkeen: title, teksti 1\. /),
  ]);
});

describe('a build', () => {
  const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
  const outdated = edited('fi/01-b.md', 'title: Tieto verkosta', 'title: Tieto verkosta ja kirjoista');

  test('writes the marks, and makes packages with what is outdated in the main language', async () => {
    await withContent({ ...bilingualContent }, async (content) => {
      const out = await mkdtemp(join(tmpdir(), 'aspa-marks-'));
      await build({ content, out, formats: ['web'], entry });
      expect(await readFile(join(content, TRANSLATIONS_FILE), 'utf8')).toBe(marked[TRANSLATIONS_FILE]);
      await writeFile(join(content, 'fi/01-b.md'), outdated['fi/01-b.md'] ?? '');
      const { translationFaults } = await build({ content, out, formats: ['web'], entry });
      expect(translationFaults).toEqual([{ kind: 'outdated', language: 'sv', file: 'sv/01-b.md', key: 'title' }]);
      await rm(out, { recursive: true });
    });
  });

  test('for a release stops, with file and key, and writes nothing', async () => {
    const out = await mkdtemp(join(tmpdir(), 'aspa-release-'));
    const release = (files: ContentFiles, more: Partial<BuildOptions> = {}): Promise<unknown> =>
      withContent(files, (content) => build({ content, out, formats: ['web'], entry, release: true, ...more }));
    await expect(release(outdated)).rejects.toThrow(UnfitForRelease);
    await expect(release(outdated)).rejects.toThrow('sv/01-b.md: Kääntämättä, tai alkuperäinen on muuttunut käännöksen jälkeen: title.');
    expect(await readdir(out)).toEqual([]);
    await expect(release(marked)).rejects.toThrow('valvontaviranomainen (authority)');
    expect(await readdir(out)).toEqual([]);
    await expect(release(marked, { particularsLater: true })).resolves.toBeDefined();
    const particulars = 'organization: Kunta\nauthority: Valvoja\nassessed: "2026-11-26"\ncontact:';
    await expect(release(changed('course.yaml', 'contact:', particulars, marked))).resolves.toBeDefined();
    await rm(out, { recursive: true });
  });
});
