/** From the content folder to the course: reads every file, has everything checked, and only then makes the course of it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chapter, ChapterPart, Course, Courses, Exercise, Language } from '../src/course/course.ts';
import { isLanguage } from '../src/course/languages.ts';
import { NOTHING_MOVED, type MovedIds } from '../src/course/moved-ids.ts';
import { toAuthorOf } from './author-language.ts';
import { readChapter, type ChapterSource, type ReadChapter } from './chapter-source.ts';
import { ContentError, type ContentMistake } from './content-error.ts';
import { ContentFile, readContentFile, readIfThere } from './content-file.ts';
import { brokenLinkIn, checkChapters, checkChoices, checkClasses, checkPlacement } from './course-checks.ts';
import type { Theme } from '../src/course/settings.ts';
import { checkRules } from './rule-checks.ts';
import { courseSchema, type CourseFile, type LocalText } from './course-schema.ts';
import { checkIdentifiers, LOCK_FILE } from './identifiers-lock.ts';
import { readTheme } from './read-theme.ts';
import { renderChapter, renderShortText, type Particulars } from './render-chapter.ts';
import { hyphenationFor, type Hyphenate } from './soft-hyphens.ts';
import { translatedFront, translatedParts, translatedSettings } from './translated-texts.ts';
import { checkTranslation } from './translation-check.ts';
import { TranslationMarks, TRANSLATIONS_FILE } from './translation-marks.ts';
import { readYaml, type YamlBlock } from './yaml-block.ts';
import type { PassageMarks } from './edit/mark-passages.ts';
import { say } from './say.ts';

/** Names of chapters' files, without `.md`. */
const fileName = /^[a-zA-Z0-9-]+$/;

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
export interface Marking {
  /** Marks for the passages of a file's Markdown. */
  passages(file: ContentFile): PassageMarks;
  chapter(chapter: ReadChapter): ReadChapter;
  settings(file: ContentFile, value: CourseFile): CourseFile;
}

export interface ReadContent {
  readonly courses: Courses;
  /** How the translations stand to the main language. */
  readonly marks: TranslationMarks;
  /** Texts that the course may not copy, as paths in the content folder. */
  readonly sources: readonly string[];
}

/** The same, and how the translations stand to the main language. Mistakes are told in the main language. */
export function readContent(folder: string, only?: Language, marking?: Marking): Promise<ReadContent> {
  return toAuthorOf(folder, () => read(folder, only, marking));
}

async function read(folder: string, only?: Language, marking?: Marking): Promise<ReadContent> {
  const file = await readContentFile(folder, 'course.yaml');
  if (!file) {
    const missing = new ContentFile('course.yaml', '');
    missing.mistake({ line: 1 }, say`Tiedosto course.yaml puuttuu.`, say`Tallenna sisältökansioon course.yaml, jossa ovat kurssin tiedot.`);
    throw new ContentError(missing.mistakes);
  }
  const block = readYaml(file, courseSchema);
  const all = listedFiles(block.raw);
  if (only !== undefined && !all.languages.includes(only)) {
    file.mistake(
      block.place(['languages']),
      say`Kurssia ei ole kielellä ”${only}”.`,
      say`Valitse jokin näistä: ${all.languages.join(', ')}.`,
    );
    throw new ContentError(file.mistakes);
  }
  const listed = only === undefined ? all : { ...all, languages: [only] };
  await checkFolder(folder, file, block, listed);

  const particulars = particularsIn(block.raw);
  const marks = new TranslationMarks(await readContentFile(folder, TRANSLATIONS_FILE));
  const translations: { readonly language: Language; readonly chapters: readonly ReadChapter[] }[] = [];
  for (const language of listed.languages) {
    const original = translations[0];
    const chapters = await readLanguage(folder, language, file, block, { ...listed, particulars, marks, original, marking });
    translations.push({ language, chapters });
  }
  const [main, ...others] = translations;
  const sources = main?.chapters.map(({ source }) => source) ?? [];
  checkClasses(file, block, { sources, whole: sources.length > 0 && sources.length === listed.chapters.length });
  if (block.value) checkChoices({ sources, whole: true }, block.value);
  checkRules(file, block, sources);
  for (const other of others) checkTranslation(main?.chapters ?? [], other.chapters);

  const theme = await readTheme(folder, file, block);
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
    makeCourse(value, { language, chapters: marking ? chapters.map((chapter) => marking.chapter(chapter)) : chapters }, theme);
  const course = made(main);
  const moved = await readMovedIds(folder, course);
  const courses: Courses = [{ ...course, moved }, ...others.map((translation) => ({ ...made(translation), moved }))];
  return { courses, marks, sources: value.sources ?? [] };
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

/** Read as leniently as the lists. */
function particularsIn(raw: unknown): Particulars {
  const { version, publisher } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<string, unknown>>;
  return { version: asText(version), publisher: asText(publisher) };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

interface Listed {
  readonly languages: readonly Language[];
  readonly chapters: readonly string[];
}

/** What course.yaml names, read so leniently that a mistake elsewhere in it hides none in the chapters. */
function listedFiles(raw: unknown): Listed {
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

/** Chapters named twice, or with their ending, and files that nobody named. */
async function checkFolder(
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
    if (fileName.test(name) && !withEnding) return;
    file.mistake(
      place,
      say`Osion tiedostonimi ”${name}${withEnding ? '.md' : ''}” ei kelpaa.`,
      withEnding ? say`Kirjoita nimi ilman päätettä: ${name}` : say`Käytä nimessä kirjaimia a–z, numeroita ja yhdysmerkkiä.`,
    );
  });
  if (chapters.length === 0) return;
  for (const language of languages) {
    const names = await readdir(join(folder, language)).catch(() => []);
    for (const name of names.filter((entry) => entry.endsWith('.md') && !chapters.includes(entry.slice(0, -3))).sort()) {
      file.mistake(
        block.place(['chapters']),
        say`Tiedosto ${language}/${name} ei ole osioiden luettelossa.`,
        say`Lisää luetteloon rivi ”- ${name.slice(0, -3)}” tai poista tiedosto.`,
      );
    }
  }
}

async function readLanguage(
  folder: string,
  language: Language,
  courseFile: ContentFile,
  block: YamlBlock<CourseFile>,
  listed: Listed & {
    readonly particulars: Particulars;
    readonly marks: TranslationMarks;
    readonly marking: Marking | undefined;
    /** The main language, where this is another. */
    readonly original: { readonly language: Language; readonly chapters: readonly ReadChapter[] } | undefined;
  },
): Promise<ReadChapter[]> {
  const { marks, original } = listed;
  const originalOf = (path: string): ReadChapter | undefined =>
    original?.chapters.find(({ source }) => source.file.path === path.replace(`${language}/`, `${original.language}/`));
  const names = await readdir(join(folder, language)).catch((): string[] => []);
  /** Of a language that is begun, what lacks may come later. */
  const isBegun = listed.chapters.some((name) => names.includes(`${name}.md`));
  const sources: ChapterSource[] = [];
  for (const [index, name] of listed.chapters.entries()) {
    if (!fileName.test(name) || listed.chapters.indexOf(name) !== index) continue;
    const path = `${language}/${name}.md`;
    const there = originalOf(path);
    const complete = there && ((raw: unknown): unknown => translatedFront(there.source.block?.raw, raw, { marks, language, file: path }));
    const source = await readChapter(folder, path, complete);
    if (source) sources.push(source);
    else if (there && isBegun) {
      marks.holds(language, path, say`koko osio`, there.source.file.text, undefined);
      sources.push(there.source);
    } else {
      courseFile.mistake(
        block.place(original ? ['languages'] : ['chapters', index]),
        say`Tiedostoa ${path} ei löydy.`,
        original
          ? say`Käännä osio tiedostoon ${path} tai poista kieli ”${language}”.`
          : say`Tallenna osio nimellä ${path} tai poista se luettelosta.`,
      );
    }
  }
  checkChapters(sources);
  const brokenLink = brokenLinkIn({ sources, whole: sources.length === listed.chapters.length });
  const hyphenate = await hyphenationFor(folder, language);
  const chapters: ReadChapter[] = [];
  for (const source of sources) {
    const passageMarks = listed.marking?.passages(source.file);
    const context = { folder, hyphenate, brokenLink, particulars: listed.particulars, passageMarks };
    const there = originalOf(source.file.path);
    const rendered = source.bodyStart === undefined ? [] : await renderChapter(source.file, source.bodyStart, context);
    const parts =
      there && original
        ? translatedParts(
            { parts: there.parts, body: bodyOf(there.source), language: original.language },
            { parts: rendered, body: bodyOf(source) },
            { marks, language, file: source.file.path },
          )
        : rendered;
    checkPlacement(source, parts);
    const exercises = new Map<string, Exercise>();
    for (const [index, read] of (source.block?.value?.exercises ?? []).entries()) {
      const place = source.block?.place(['exercises', index, 'task']) ?? { line: 1 };
      const task = await renderShortText(source.file, read.task, place, context);
      exercises.set(read.id, { ...read, task, ...hyphenated(read.title, hyphenate) });
    }
    chapters.push({ source, parts, exercises, ...hyphenated(source.block?.value?.title ?? '', hyphenate) });
  }
  return chapters;
}

/** The text after the front matter. */
function bodyOf({ file, bodyStart }: ChapterSource): string {
  return file.text.slice(bodyStart ?? file.text.length);
}

function makeCourse(
  file: CourseFile,
  { language, chapters }: { readonly language: Language; readonly chapters: readonly ReadChapter[] },
  theme: Theme | undefined,
): Course {
  const local = (text: LocalText): string => text[language] ?? Object.values(text)[0] ?? '';
  return {
    id: file.id,
    ...(file.name === undefined ? {} : { name: file.name }),
    title: local(file.title),
    description: local(file.description),
    language,
    version: file.version,
    publisher: file.publisher,
    ...(file.organization === undefined ? {} : { organization: file.organization }),
    contact: file.contact,
    ...(file.authority === undefined ? {} : { authority: file.authority }),
    ...(file.assessed === undefined ? {} : { assessed: file.assessed }),
    ...(file.gaps === undefined ? {} : { gaps: file.gaps }),
    completeWhen: file.completeWhen,
    report: file.report,
    ...(file.statusWhenComplete === undefined ? {} : { statusWhenComplete: file.statusWhenComplete }),
    ...(file.wipesOnCompletion === undefined ? {} : { wipesOnCompletion: file.wipesOnCompletion }),
    ...(file.overflow === undefined ? {} : { overflow: file.overflow }),
    ...(file.lrs === undefined ? {} : { lrs: file.lrs }),
    ...(theme === undefined ? {} : { theme }),
    ...(file.defaultLanguage === undefined ? {} : { defaultLanguage: file.defaultLanguage }),
    moved: NOTHING_MOVED,
    ...(file.licence === undefined ? {} : { licence: file.licence }),
    classes: file.classes.map(({ id, title, compulsory = false, earnedBy }) => ({
      id,
      title: local(title),
      compulsory,
      ...(earnedBy === undefined ? {} : { earnedBy }),
    })),
    programmes: file.programmes.map(({ id, title, link, aim, steps, tips, links }) => ({
      id,
      title: local(title),
      link,
      ...(aim === undefined ? {} : { aim: local(aim) }),
      ...(steps === undefined ? {} : { steps: steps.map(local) }),
      ...(tips === undefined ? {} : { tips: tips.map(local) }),
      ...(links === undefined ? {} : { links: links.map((one) => ({ title: local(one.title), link: one.link })) }),
    })),
    chapters: chapters.flatMap(makeChapter),
  };
}

function makeChapter({ source, parts, exercises, hyphenatedTitle }: ReadChapter): Chapter[] {
  const front = source.block?.value;
  if (!front) return [];
  return [
    {
      id: front.id,
      ...(front.sign === undefined ? {} : { sign: front.sign }),
      title: front.title,
      ...(hyphenatedTitle === undefined ? {} : { hyphenatedTitle }),
      shortTitle: front.shortTitle ?? front.title,
      ...(front.lead === undefined ? {} : { lead: front.lead }),
      ...(front.minutes === undefined ? {} : { minutes: front.minutes }),
      ...(front.needs === undefined ? {} : { needs: front.needs }),
      ...(front.tomorrow === undefined ? {} : { tomorrow: front.tomorrow }),
      parts: parts.flatMap((part): ChapterPart[] => {
        if (part.type === 'html') return [part];
        const exercise = exercises.get(part.id);
        return exercise ? [{ type: 'exercise', exercise }] : [];
      }),
    },
  ];
}

function hyphenated(title: string, hyphenate: Hyphenate): { readonly hyphenatedTitle?: string } {
  const hyphenatedTitle = hyphenate(title);
  return hyphenatedTitle === title ? {} : { hyphenatedTitle };
}
