/** What `npm run new` adds to a content folder: which files change, and what is in them then. Nothing is written here. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { isLanguage, type Language } from '../../src/course/languages.ts';
import { ContentError } from '../content-error.ts';
import { readContentFile, readIfThere, type ContentFile } from '../content-file.ts';
import { COURSE_SCHEMA, schemaComment, schemaFiles, schemaText } from '../content-schemas.ts';
import { exerciseTemplate, filledTemplate } from './exercise-template.ts';
import { NoPlace, withExercise, withListItem } from './insert.ts';
import { inLanguage, say, spokenLanguage } from '../say.ts';
import { readYaml } from '../yaml-block.ts';
import { withMarks } from './untranslated-draft.ts';

/** Files by their path in the content folder, as they shall be. */
export type DraftFiles = ReadonlyMap<string, string | Uint8Array>;

export interface Draft {
  /** These never take the place of a file that is there. */
  readonly added: DraftFiles;
  /** The author's own files with what is added to them. */
  readonly changed: DraftFiles;
}

export interface NewChapter {
  /** As it stands in addresses: `esteettomyys`. */
  readonly id: string;
  readonly title: string;
}

export interface NewExercise {
  /** The chapter's file without its ending: `03-tiedonhaku`. */
  readonly chapter: string;
  readonly id: string;
  readonly kind: string;
  readonly classes: readonly string[];
}

export interface NewCourse {
  /** The identifier, a web address that never changes. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly contact: string;
}

export const COURSE = 'course.yaml';
/** The guides for authors, in the content of this project. */
const GUIDES: Readonly<Record<Language, string>> = { fi: 'OHJE.md', sv: 'ANVISNING.md', en: 'GUIDE.md' };
const OWN_CONTENT = join(import.meta.dirname, '../../content');

/** What course.yaml says of languages, chapters and classes, as far as a draft needs it. */
export interface Outline {
  readonly languages: readonly Language[];
  readonly chapters: readonly string[];
  readonly classes: readonly string[];
}

/** @throws NoPlace where there is no course.yaml, ContentError where it is no YAML */
export async function outlineOf(folder: string): Promise<Outline> {
  const file = await fileIn(folder, COURSE);
  const { raw } = readYaml(file, z.unknown());
  if (raw === undefined) throw new ContentError(file.mistakes);
  const { languages, chapters, classes } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<string, unknown>>;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    languages: list(languages).filter(isLanguage),
    chapters: list(chapters).map(String),
    classes: list(classes).flatMap((one) => (typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [])),
  };
}

/** A chapter with a sentence of text at the end of the course, in each of its languages. */
export async function chapterDraft(folder: string, { id, title }: NewChapter): Promise<Draft> {
  const { languages, chapters } = await outlineOf(folder);
  const name = chapterName(id, [...chapters, ...(await fileNames(folder, languages))]);
  const added: DraftFiles = chapterFiles(name, { id, title }, languages);
  const changed = new Map([[COURSE, withListItem(await courseYaml(folder), 'chapters', name)]]);
  const draft = { added, changed };
  return languages.length === 1 ? draft : withMarks(folder, draft, (file) => added.has(file));
}

/** Of the languages' folders: a file that no list names has its number too. */
async function fileNames(folder: string, languages: readonly Language[]): Promise<string[]> {
  return (await Promise.all(languages.map((language) => readdir(join(folder, language)).catch((): string[] => [])))).flat();
}

/**
 * A chapter's file without its ending: with the number after the highest that there is.
 * @param names of the chapters, and of files in their folders
 */
function chapterName(id: string, names: readonly string[]): string {
  const number = Math.max(-1, ...names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? -1))) + 1;
  return `${String(number).padStart(2, '0')}-${id}`;
}

/** The files of a new chapter, by their paths in the content folder. */
function chapterFiles(name: string, { id, title }: NewChapter, languages: readonly Language[]): Map<string, string> {
  return new Map(languages.map((language) => [`${language}/${name}.md`, inLanguage(language, () => chapterText({ id, title }))] as const));
}

/** An exercise of a kind at the end of a chapter, in each language that has the chapter. */
export async function exerciseDraft(folder: string, { chapter, ...exercise }: NewExercise): Promise<Draft> {
  const { languages } = await outlineOf(folder);
  const [main] = languages;
  const items = await exerciseItems(exercise, languages);
  const files = [...items].map(async ([language, item]): Promise<[string, string][]> => {
    const path = `${language}/${chapter}.md`;
    // A translation that is begun may lack the chapter.
    if (language !== main && !(await readIfThere(join(folder, path)))) return [];
    return [[path, withExercise(await textOf(folder, path), exercise.id, item)]];
  });
  const changed = new Map((await Promise.all(files)).flat());
  const draft = { added: new Map(), changed };
  if (languages.length === 1) return draft;
  return withMarks(folder, draft, (file, key) => changed.has(file) && key.startsWith(`${exercise.id}.`));
}

/** A new exercise as an item of a list that is not indented, by language. */
async function exerciseItems(
  { id, kind, classes }: Omit<NewExercise, 'chapter'>,
  languages: readonly Language[],
): Promise<Map<Language, string>> {
  const items = languages.map(async (language) => [language, filledTemplate(await exerciseTemplate(kind, language), id, classes)] as const);
  return new Map(await Promise.all(items));
}

/** A whole small course in the language that is spoken: one class, one chapter, one exercise that earns it, and the guide for its author. */
export async function courseDraft({ id, title, publisher, contact }: NewCourse): Promise<Draft> {
  const language = spokenLanguage();
  const start = say`alku`;
  const name = `00-${start}`;
  const course = {
    id,
    name: shortNameFrom(id),
    title,
    description: say`Kerro yhdellä virkkeellä, mikä kurssi on.`,
    version: '0.1.0',
    publisher,
    contact,
    languages: [language],
    completeWhen: 'compulsory',
    classes: [{ id: 'A', title: say`Ensimmäinen luokka`, compulsory: true }],
    chapters: [name],
  };
  const chapter = chapterText({ id: start, sign: 'A', title: say`Ensimmäinen osio` });
  const template = await exerciseTemplate('reflection', language);
  const exerciseId = `${start}.${say`kysymys`}`;
  const exercise = filledTemplate(template, exerciseId, ['A']);
  const added = new Map([
    [COURSE, schemaComment(`./${COURSE_SCHEMA}`) + stringify(course, { lineWidth: 0 })],
    [COURSE_SCHEMA, schemaText(schemaFiles[COURSE_SCHEMA])],
    [`${language}/${name}.md`, withExercise(chapter, exerciseId, exercise)],
    [GUIDES[language], await readFile(join(OWN_CONTENT, GUIDES[language]), 'utf8')],
  ]);
  return { added, changed: new Map() };
}

/** The short name that a course gets of the last part of its identifier: `https://example.org/courses/front-desk` is `front-desk`. */
function shortNameFrom(id: string): string {
  const last = id.toLowerCase().split('/').at(-1) ?? '';
  const words = last
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('-');
  return /^[a-z]/.test(words) ? words : `course-${words}`;
}

function chapterText(front: Readonly<Record<string, string>>): string {
  return `---\n${stringify(front)}---\n\n${say`Kirjoita osion teksti tähän.`}\n`;
}

export function courseYaml(folder: string): Promise<string> {
  return textOf(folder, COURSE);
}

/** @throws NoPlace where there is no such file, ContentError where it is no text that lines can be added to */
async function textOf(folder: string, path: string): Promise<string> {
  const { text, mistakes } = await fileIn(folder, path);
  if (mistakes.length > 0) throw new ContentError(mistakes);
  return text;
}

async function fileIn(folder: string, path: string): Promise<ContentFile> {
  const file = await readContentFile(folder, path);
  if (!file) throw new NoPlace(say`Tiedostoa ${path} ei ole kansiossa ${folder}.`);
  return file;
}
