/** The languages and chapters that course.yaml lists, held against the files of the content folder. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../src/course/course.ts';
import { isLanguage } from '../src/course/languages.ts';
import type { ContentFile } from './content-file.ts';
import type { CourseFile } from './course-schema.ts';
import { say } from './say.ts';
import type { YamlBlock } from './yaml-block.ts';

/** Names of chapters' files, without `.md`. */
const FILE_NAME = /^[a-zA-Z0-9-]+$/;

export interface Listed {
  readonly languages: readonly Language[];
  /** Without `.md`; one that is named twice, or that names no file, too. */
  readonly chapters: readonly string[];
}

/** What course.yaml names, read so leniently that a mistake elsewhere in it hides none in the chapters. */
export function listedChapters(raw: unknown): Listed {
  const { languages, chapters } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<string, unknown>>;
  const known = (Array.isArray(languages) ? languages : []).filter(isLanguage);
  return {
    languages: known.length > 0 ? [...new Set(known)] : ['fi'],
    chapters: namesOf(chapters).map((name) => name.replace(/\.md$/, '')),
  };
}

function namesOf(chapters: unknown): string[] {
  return (Array.isArray(chapters) ? chapters : []).filter((chapter): chapter is string => typeof chapter === 'string');
}

/** Whether a chapter can be read by its place in the list: its name is one, and stands there for the first time. */
export function isReadable({ chapters }: Listed, index: number): boolean {
  const name = chapters[index] ?? '';
  return FILE_NAME.test(name) && chapters.indexOf(name) === index;
}

/** Chapters named twice, or with their ending, and files that nobody named. */
export async function checkListed(
  folder: string,
  file: ContentFile,
  block: YamlBlock<CourseFile>,
  { languages, chapters }: Listed,
): Promise<void> {
  const written = namesOf((block.raw as { readonly chapters?: unknown } | null)?.chapters);
  chapters.forEach((name, index) => {
    const place = block.place(['chapters', index]);
    const withEnding = written[index] !== name;
    if (chapters.indexOf(name) !== index) file.mistake(place, say`Osio ”${name}” on luettelossa kahdesti.`, say`Poista toinen rivi.`);
    if (FILE_NAME.test(name) && !withEnding) return;
    file.mistake(
      place,
      say`Osion tiedostonimi ”${name}${withEnding ? '.md' : ''}” ei kelpaa.`,
      withEnding ? say`Kirjoita nimi ilman päätettä: ${name}` : say`Käytä nimessä kirjaimia a–z, numeroita ja yhdysmerkkiä.`,
    );
  });
  if (chapters.length === 0) return;
  for (const language of languages) {
    const names = await readdir(join(folder, language)).catch(() => []);
    // A hidden file is an editor's own, or a Mac's: `.#01-b.md`, `._01-b.md`.
    const chapterNames = names.filter((entry) => entry.endsWith('.md') && !entry.startsWith('.'));
    for (const name of chapterNames.filter((entry) => !chapters.includes(entry.slice(0, -3))).sort()) {
      file.mistake(
        block.place(['chapters']),
        say`Tiedosto ${language}/${name} ei ole osioiden luettelossa.`,
        FILE_NAME.test(name.slice(0, -3))
          ? say`Lisää luetteloon rivi ”- ${name.slice(0, -3)}” tai poista tiedosto.`
          : say`Poista tiedosto. Jos se on osio, anna sille nimi, jossa on vain kirjaimia a–z, numeroita ja yhdysmerkkejä, ja lisää nimi luetteloon.`,
      );
    }
  }
}
