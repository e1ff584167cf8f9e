import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapterPassages } from '../../build/language-passages.ts';
import { readCourses } from '../../build/read-course.ts';
import type { Course, Courses } from '../../src/course/course.ts';

const content = join(import.meta.dirname, '../../content');
const languages = ['sv', 'en'] as const;

let folder: string;
let courses: Courses;

// The course in all its languages, whichever of them the packages carry.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspa-languages-'));
  await cp(content, folder, { recursive: true });
  const settings = await readFile(join(folder, 'course.yaml'), 'utf8');
  await writeFile(join(folder, 'course.yaml'), settings.replace(/^languages: .*$/m, `languages: [fi, ${languages.join(', ')}]`));
  courses = await readCourses(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function textsOf(language: string): Promise<string[]> {
  const names = (await readdir(join(content, language))).filter((name) => name.endsWith('.md'));
  const texts = names.map(async (name) => chapterPassages(name, await readFile(join(content, language, name), 'utf8')));
  return (await Promise.all(texts)).flat().map(({ text }) => text);
}

/** Shorter ones are too often the same by chance. */
const wordsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []));

/** Names of people, places and publications, and words that are spelt alike. */
const shared = new Set(
  [
    'akepike pike aspa ajokortti tekoja asiakaspalvelu kirjastoissa uusin askelin kohtaamisiin kirjastot https',
    'tuire vesterinen tastula juhani koivisto laura hekkala vatula from',
    'annan chat idea kollega kollegan some',
  ].flatMap((words) => words.split(' ')),
);

/** A paragraph of which the longer half is folded is one: how long it is differs between languages. */
const unfolded = (html: string): string => html.replaceAll('</p>\n<div class="rest" hidden="until-found">\n<p>', ' ');

/** What the course asks and where it stands, without its words: how many paragraphs, headings, lists and links each part has. */
function outline(course: Course): unknown {
  return course.chapters.map(({ id, sign, minutes, parts }) => ({
    id,
    sign,
    minutes,
    parts: parts.map((part) =>
      part.type === 'exercise'
        ? part.exercise.id
        : (unfolded(part.html).match(/<(?:h\d|p|li|ul|ol|blockquote|aside|figure|img|a href="#[^"]*")/g) ?? []),
    ),
  }));
}

describe.each(languages)('the course in %s', (language) => {
  const translated = (): Course => {
    const found = courses.find((course) => course.language === language);
    if (!found) throw new Error(`The course was not read in ${language}.`);
    return found;
  };

  test('has the same parts, headings, paragraphs, lists and links', () => {
    expect(outline(translated())).toEqual(outline(courses[0]));
  });

  test('has no Finnish left', async () => {
    const finnish = wordsOf(await textsOf('fi'));
    const left = [...wordsOf(await textsOf(language))].filter((word) => finnish.has(word) && !shared.has(word)).sort();
    expect(left).toEqual([]);
    const main = courses[0];
    const course = translated();
    expect(course.title).not.toBe(main.title);
    expect(course.description).not.toBe(main.description);
    for (const list of ['classes', 'programmes'] as const) {
      const titles = main[list].map(({ title }) => title);
      expect(course[list].filter(({ title }) => titles.includes(title))).toEqual([]);
    }
  });

  test('names its classes in the text as course.yaml does', () => {
    const html = translated().chapters.flatMap(({ parts }) => parts.map((part) => (part.type === 'html' ? part.html : '')));
    const titlesOf = ({ classes, chapters }: Course): string[] =>
      classes.map(({ id, title }) => chapters.find(({ sign }) => sign === id)?.title ?? title);
    expect(titlesOf(translated()).filter((title) => !html.join('').includes(title))).toEqual([]);
  });

  test('is set like print, and nothing is shouted', async () => {
    const typewritten = language === 'sv' ? /["'“!]|\.\.\.| - / : /["'!]|\.\.\.| - /;
    // The workbook's own title.
    const texts = (await textsOf(language)).map((text) => text.replace('ASPA-tekoja. NYT!', ''));
    expect(texts.filter((text) => typewritten.test(text))).toEqual([]);
  });
});
