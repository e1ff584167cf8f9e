/** A further language of a course: a copy of the main one in which every text counts as not yet translated. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Language } from '../../src/course/course.ts';
import { pictureEndings } from '../picture-address.ts';
import { say } from '../say.ts';
import { NoPlace, withListItem } from './insert.ts';
import { COURSE, courseYaml, outlineOf, type Draft, type DraftFiles } from './new-content.ts';
import { withMarks } from './untranslated-draft.ts';

/**
 * What is there in that language already stays as it is.
 * @throws NoPlace where the course has that language; ContentError where the course does not build
 */
export async function languageDraft(folder: string, language: Language): Promise<Draft> {
  const { languages, chapters } = await outlineOf(folder);
  const [main] = languages;
  if (main === undefined || languages.includes(language)) throw new NoPlace(say`Kurssilla on jo kieli ”${language}”.`);
  const there = await readdir(join(folder, language)).catch((): string[] => []);
  const copied = (await readdir(join(folder, main))).filter((name) => !there.includes(name) && belongs(name, chapters));
  const added = new Map(
    await Promise.all(copied.map(async (name) => [`${language}/${name}`, await readFile(join(folder, main, name))] as const)),
  );
  const changed = new Map([[COURSE, withListItem(await courseYaml(folder), 'languages', language)]]);
  return withMarks(folder, { added, changed }, (file) => (added as DraftFiles).has(file));
}

/** Chapters and the pictures in them; lists of words are of one language. */
function belongs(name: string, chapters: readonly string[]): boolean {
  return pictureEndings.includes(extname(name).toLowerCase()) || chapters.some((chapter) => name === `${chapter}.md`);
}
