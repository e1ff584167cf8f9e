/** From the content folder to the course: reads every file, has everything checked, and only then makes the course of it. */
import { join } from 'node:path';
import { wholeOf } from '../src/course/course-parts.ts';
import type { Course, Courses, Language } from '../src/course/course.ts';
import { NOTHING_MOVED, type MovedIds } from '../src/course/moved-ids.ts';
import { toAuthorOf } from './author-language.ts';
import type { ReadChapter } from './chapter-source.ts';
import { ContentError, type ContentMistake } from './content-error.ts';
import { ContentFile, readContentFile, readIfThere } from './content-file.ts';
import { checkChoices, checkClasses } from './course-checks.ts';
import { courseSchema, type CourseFile } from './course-schema.ts';
import { checkIdentifiers, LOCK_FILE } from './identifiers-lock.ts';
import { checkListed, listedChapters } from './listed-chapters.ts';
import { makeCourse } from './make-course.ts';
import { readLanguage, type LanguageChapters, type Marking } from './read-language.ts';
import { readLogo } from './read-logo.ts';
import type { Particulars } from './render-chapter.ts';
import { checkRules } from './rule-checks.ts';
import { say } from './say.ts';
import { translatedSettings } from './translated-texts.ts';
import { checkTranslation } from './translation-check.ts';
import { TranslationMarks, TRANSLATIONS_FILE } from './outdated-translations.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';

/** The course in its main language. @throws ContentError with every mistake. */
export async function readCourse(folder: string): Promise<Course> {
  return (await readCourses(folder))[0];
}

/**
 * @param only the one language of `languages:` that is wanted
 * @throws ContentError with every mistake in every file of `folder`
 */
export async function readCourses(folder: string, only?: Language): Promise<Courses> {
  return (await readContent(folder, only)).courses;
}

/** Marks texts with where they come from. Learners' packages have no marks. */
export interface ContentMarking extends Marking {
  chapter(chapter: ReadChapter, language: Language): ReadChapter;
  settings(file: ContentFile, value: CourseFile): CourseFile;
}

export interface ReadContent {
  readonly courses: Courses;
  /** The course with what is said in the whole and what is said in a part: what the parts are cut from. */
  readonly material: Courses;
  /** How the translations stand to the main language. */
  readonly marks: TranslationMarks;
  /** Texts that the course may not copy, as paths in the content folder. */
  readonly sources: readonly string[];
}

/** The same, and how the translations stand to the main language. Mistakes are told in the main language. */
export function readContent(folder: string, only?: Language, marking?: ContentMarking): Promise<ReadContent> {
  return toAuthorOf(folder, () => read(folder, only, marking));
}

async function read(folder: string, only?: Language, marking?: ContentMarking): Promise<ReadContent> {
  const file = await readContentFile(folder, 'course.yaml');
  if (!file) {
    const missing = new ContentFile('course.yaml', '');
    missing.mistake({ line: 1 }, say`Tiedosto course.yaml puuttuu.`, say`Tallenna sisältökansioon course.yaml, jossa ovat kurssin tiedot.`);
    throw new ContentError(missing.mistakes);
  }
  const block = readYaml(file, courseSchema);
  const all = listedChapters(block.raw);
  if (only !== undefined && !all.languages.includes(only)) {
    file.mistake(
      block.place(['languages']),
      say`Kurssia ei ole kielellä ”${only}”.`,
      say`Valitse jokin näistä: ${all.languages.join(', ')}.`,
    );
    throw new ContentError(file.mistakes);
  }
  // A translation alone is still held to its original, and shows it where it lacks something.
  const listed = only === undefined ? all : { ...all, languages: [...new Set([...all.languages.slice(0, 1), only])] };
  await checkListed(folder, file, block, listed);

  const chapterFiles = listed.languages.flatMap((language) => listed.chapters.map((name) => `${language}/${name}.md`));
  const marks = new TranslationMarks(await readContentFile(folder, TRANSLATIONS_FILE), ['course.yaml', ...chapterFiles]);
  const translations: LanguageChapters[] = [];
  for (const language of listed.languages) {
    const original = translations[0];
    const particulars = particularsIn(block.raw, [language, ...listed.languages]);
    translations.push(await readLanguage({ folder, language, courseFile: file, block, listed, particulars, marks, original, marking }));
  }
  const [main, ...others] = translations;
  const sources = main?.chapters.map(({ source }) => source) ?? [];
  checkClasses(file, block, { sources, whole: sources.length > 0 && sources.length === listed.chapters.length });
  if (block.value) checkChoices({ sources, whole: true }, block.value);
  checkRules(file, block, sources);
  for (const other of others) checkTranslation(main?.chapters ?? [], other.chapters);

  const logo = await readLogo(folder, file, block);
  checkDefaultLanguage(file, block);
  await checkSources(folder, file, block);
  // A chapter that is not translated is the original's in each language.
  const files = new Set([file, ...translations.flatMap(({ chapters }) => chapters.map(({ source }) => source.file))]);
  const mistakes: ContentMistake[] = [...files].flatMap((checked) => checked.mistakes);
  if (mistakes.length > 0 || !block.value || !main) throw new ContentError(mistakes);
  const { defaultLanguage: _other, ...ofOne } = block.value;
  const languages = others.map(({ language }) => language);
  const settings = translatedSettings(only === undefined ? block.value : ofOne, main.language, languages, marks);
  const value = marking?.settings(file, settings) ?? settings;
  const made = ({ language, chapters }: typeof main): Course =>
    makeCourse(value, { language, chapters: marking ? chapters.map((chapter) => marking.chapter(chapter, language)) : chapters }, logo);
  const course = made(main);
  const moved = await readMovedIds(folder, course);
  const inAll = [course, ...others.map(made)].map((one) => ({ ...one, moved }));
  const material = inAll.filter((one) => only === undefined || one.language === only) as unknown as Courses;
  const [first, ...further] = material;
  return { courses: [wholeOf(first), ...further.map(wholeOf)], material, marks, sources: value.sources ?? [] };
}

/** Texts that the course is held against lie in the content folder. */
async function checkSources(folder: string, file: ContentFile, block: YamlBlock<CourseFile>): Promise<void> {
  for (const [index, name] of (block.value?.sources ?? []).entries()) {
    const isInside = !/(^|[\\/])\.\.([\\/]|$)|^([\\/]|[a-z]:)/i.test(name);
    if (isInside && (await readIfThere(join(folder, name)))) continue;
    file.mistake(
      block.place(['sources', index]),
      say`Lähdettä ”${name}” ei löydy sisältökansiosta.`,
      say`Tallenna lähteen teksti tiedostoon sisältökansiossa ja kirjoita sen nimi tähän, esimerkiksi lahteet/tyokirja.txt.`,
    );
  }
}

function checkDefaultLanguage(file: ContentFile, block: YamlBlock<CourseFile>): void {
  const { defaultLanguage, languages = [] } = block.value ?? {};
  if (defaultLanguage === undefined || languages.includes(defaultLanguage)) return;
  file.mistake(
    block.place(['defaultLanguage']),
    say`Kurssia ei ole kielellä ”${defaultLanguage}”.`,
    say`Valitse jokin kielistä, jotka ovat avaimessa ”languages”: ${languages.join(', ')}.`,
  );
}

/** @throws ContentError where ids of an earlier release are lost */
async function readMovedIds(folder: string, course: Course): Promise<MovedIds> {
  const lock = await readContentFile(folder, LOCK_FILE);
  if (!lock) return NOTHING_MOVED;
  const moved = checkIdentifiers(lock, course);
  if (lock.mistakes.length > 0) throw new ContentError(lock.mistakes);
  return moved;
}

/** Read as leniently as the lists. @param languages the one that is asked for, then the main one */
function particularsIn(raw: unknown, languages: readonly Language[]): Particulars {
  const { version, publisher } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<string, unknown>>;
  const named = languages.map((language) => asText((publisher as Partial<Record<Language, unknown>> | undefined)?.[language]));
  return { version: asText(version), publisher: asText(publisher) || (named.find((name) => name !== '') ?? '') };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
