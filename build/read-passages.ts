/** The texts of the project by language: what learners read, what authors and HR read beside it, and the same text in two languages. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Language } from '../src/course/course.ts';
import type { TranslatedPassage } from './check-terms.ts';
import { interfacePassages } from './interface-passages.ts';
import { chapterPassages, localPassages, markdownPassages, yamlPassages, type Passage } from './language-passages.ts';

type Cut = (file: string, source: string) => Passage[];

/** The guides, and beside the messages for authors the words of the records and of the administrator's page, in which the same things are spoken of. */
const guides: Readonly<Record<Language, readonly (readonly [file: string, cut: Cut])[]>> = {
  fi: [
    ['content/OHJE.md', markdownPassages],
    ['src/records/HR-OHJE.md', markdownPassages],
    ['src/records/text/outputs/fi.ts', interfacePassages],
    ['src/records/text/hr-page/fi.ts', interfacePassages],
  ],
  sv: [
    ['content/ANVISNING.md', markdownPassages],
    ['src/records/HR-ANVISNING.md', markdownPassages],
    ['src/records/text/outputs/sv.ts', interfacePassages],
    ['src/records/text/hr-page/sv.ts', interfacePassages],
    ['src/own-package/text/sv.ts', interfacePassages],
  ],
  en: [
    ['content/GUIDE.md', markdownPassages],
    ['src/records/HR-GUIDE.md', markdownPassages],
    ['src/records/text/outputs/en.ts', interfacePassages],
    ['src/records/text/hr-page/en.ts', interfacePassages],
    ['src/own-package/text/en.ts', interfacePassages],
  ],
};

/** Everything that a learner reads in this language. @param root the project's folder */
export async function readPassages(root: string, language: Language = 'fi'): Promise<Passage[]> {
  const settings: Cut = (file, source) => (language === 'fi' ? yamlPassages(file, source) : localPassages(file, source, language));
  return [
    ...(await readFolder(root, 'content', '.yaml', settings)),
    ...(await readFolder(root, `content/${language}`, '.md', chapterPassages)),
    ...(await readFolder(root, `src/text/${language}`, '.ts', interfacePassages)),
  ];
}

export async function readGuidePassages(root: string, language: Language = 'fi'): Promise<Passage[]> {
  const passages = guides[language].map(async ([file, cut]) => {
    const source = await readFile(join(root, file), 'utf8').catch(orIfMissing(undefined));
    return source === undefined ? [] : cut(file, source);
  });
  return [...(await Promise.all(passages)).flat(), ...(await readMessages(root, language))];
}

/** The content and what is said to authors in Finnish and in another language, text by text. @throws where a file has not as many texts as the Finnish one */
export async function readTranslatedPassages(root: string, language: Language): Promise<TranslatedPassage[]> {
  const originals = await readContent(root, 'fi');
  const translations = await readContent(root, language);
  const nameOf = ({ file }: Passage): string => file.replace(`content/${language}/`, 'content/fi/');
  return [...new Set(translations.map(nameOf))].flatMap((name) => {
    const there = originals.filter(({ file }) => file === name);
    const here = translations.filter((passage) => nameOf(passage) === name);
    if (there.length !== here.length) throw new Error(`${here[0]?.file ?? name}: ${here.length} texts, and in Finnish ${there.length}.`);
    return here.flatMap((translation, index): TranslatedPassage[] => {
      const original = there[index];
      return original ? [[original, translation]] : [];
    });
  });
}

async function readContent(root: string, language: Language): Promise<Passage[]> {
  return [
    ...(await readFolder(root, 'content', '.yaml', (file, source) => localPassages(file, source, language))),
    ...(await readFolder(root, `content/${language}`, '.md', chapterPassages)),
    ...(await readMessages(root, language)),
  ];
}

function readMessages(root: string, language: Language): Promise<Passage[]> {
  return readFolder(root, 'build/translated-messages', '.yaml', (file, source) => localPassages(file, source, language));
}

async function readFolder(root: string, folder: string, ending: string, cut: Cut): Promise<Passage[]> {
  const entries = await readdir(join(root, folder)).catch(orIfMissing([]));
  const passages = entries
    .filter((name) => name.endsWith(ending))
    .sort()
    .map(async (name) => {
      const path = join(root, folder, name);
      return cut(relative(root, path).replaceAll('\\', '/'), await readFile(path, 'utf8'));
    });
  return (await Promise.all(passages)).flat();
}

/** Another project may lack a file or a language. */
function orIfMissing<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead;
    throw error;
  };
}
