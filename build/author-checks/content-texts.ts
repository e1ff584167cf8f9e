/** The content as an author wrote it, file by file, for checks that read words rather than build a course. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../src/course/course.ts';
import { readIfThere } from '../content-file.ts';
import { chapterPassages, localPassages, yamlPassages, type Passage } from '../language-passages.ts';

export interface ContentText {
  readonly language: Language;
  /** Path from the content folder, with slashes: `fi/03-tiedonhaku.md`. */
  readonly file: string;
  /** With `\n` line ends. */
  readonly source: string;
  /** What a learner reads in this file in this language. */
  readonly passages: readonly Passage[];
}

/** @param languages the main language first: a text of course.yaml that is one for all languages is taken as written in that one */
export async function readContentTexts(folder: string, languages: readonly Language[]): Promise<ContentText[]> {
  const settings = await textOf(folder, 'course.yaml');
  const perLanguage = languages.map(async (language, index): Promise<ContentText[]> => {
    const own = localPassages('course.yaml', settings, language);
    const passages = index === 0 && (language === 'fi' || own.length === 0) ? yamlPassages('course.yaml', settings) : own;
    return [{ language, file: 'course.yaml', source: settings, passages }, ...(await chaptersIn(folder, language))];
  });
  return (await Promise.all(perLanguage)).flat();
}

async function chaptersIn(folder: string, language: Language): Promise<ContentText[]> {
  const names = (await readdir(join(folder, language)).catch((): string[] => [])).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `${language}/${name}`;
      const source = await textOf(folder, file);
      return { language, file, source, passages: chapterPassages(file, source) };
    }),
  );
}

async function textOf(folder: string, file: string): Promise<string> {
  const bytes = await readIfThere(join(folder, file));
  return bytes
    ? bytes
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n')
    : '';
}
