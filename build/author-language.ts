/** In which language the author of a course reads what is said to her. */
import { join } from 'node:path';
import { isLanguage, type Language } from '../src/course/languages.ts';
import { readIfThere } from './content-file.ts';
import { inLanguage } from './say.ts';

/** Runs `work`, in which all is said in the language of the course. @param folder of its content */
export async function toAuthorOf<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  return inLanguage(await authorLanguageOf(folder), work);
}

/**
 * The course's main language. It is looked for in the text of course.yaml, not in what the file means, so that mistakes in the file are
 * told in it too.
 * @param folder of the content
 * @returns Finnish where course.yaml names no language, and where there is no course.yaml
 */
export async function authorLanguageOf(folder: string): Promise<Language> {
  const text = (await readIfThere(join(folder, 'course.yaml')))?.toString('utf8') ?? '';
  const uncommented = text.replace(/(^|\s)#.*$/gm, '$1');
  const [, first] = /^languages:[\s[\-'"]*([a-z]+)\b/m.exec(uncommented) ?? [];
  return isLanguage(first) ? first : 'fi';
}
