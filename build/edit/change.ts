/** What an author changes, and what is in the files of the content then. Nothing is read or written here. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { changeChapters, type ChapterChange } from './chapter-change.ts';
import { COURSE_FILE, translationsOf, type Texts } from './course-texts.ts';
import { changeExercises, type ExerciseChange } from './exercise-change.ts';
import { changeList, type ListChange } from './list-change.ts';
import { withOwnText } from './own-text.ts';
import { changePart, type PartChange } from './part-change.ts';
import type { SourcePath, SourcePlace } from './source-place.ts';

export type Change =
  | { readonly kind: 'text'; readonly place: SourcePlace; readonly text: string }
  | { readonly kind: 'list'; readonly file: string; readonly list: SourcePath; readonly change: ListChange }
  | { readonly kind: 'part'; readonly file: string; readonly holder: SourcePath; readonly key: string; readonly change: PartChange }
  | { readonly kind: 'exercise'; readonly file: string; readonly change: ExerciseChange }
  | { readonly kind: 'chapter'; readonly change: ChapterChange };

/** Files that are another after a change; undefined: not there any more. */
export type ChangedFiles = ReadonlyMap<string, string | undefined>;

/**
 * @param files those of `filesOf`, as far as there are such
 * @param languages of the course, the main one first
 * @returns the files that are another then
 * @throws EditRefused where the change cannot be made, or not alone
 */
export function changedFiles(change: Change, files: Texts, languages: readonly string[]): ChangedFiles {
  const after = new Map(files);
  switch (change.kind) {
    case 'text': {
      const { place, text } = change;
      after.set(place.file, withOwnText(files, place, text, languages));
      break;
    }
    case 'list':
      changeList(after, change.file, change.list, change.change, languages);
      break;
    case 'part':
      changePart(after, change, languages);
      break;
    case 'exercise':
      changeExercises(after, change.file, change.change, languages);
      break;
    case 'chapter':
      changeChapters(after, change.change, languages);
      break;
  }
  return differing(files, after);
}

/** @returns the files that are another, or gone, after all changes */
export function differing(before: Texts, after: Texts): ChangedFiles {
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => [path, undefined] as const);
  return new Map([...[...after].filter(([path, text]) => before.get(path) !== text), ...gone]);
}

/** The files as they are after a change. */
export function filesAfter(files: Texts, changed: ChangedFiles): Texts {
  const after = new Map(files);
  for (const [path, text] of changed) {
    if (text === undefined) after.delete(path);
    else after.set(path, text);
  }
  return after;
}

/** The files that a change of this file may touch. */
export function filesOf(file: string, languages: readonly string[]): string[] {
  return [...new Set([file, ...translationsOf(file, languages), LOCK_FILE, TRANSLATIONS_FILE])];
}

/** The files that a change of the chapters may touch, or has to know. */
export function filesOfChapters(chapters: readonly string[], languages: readonly string[]): string[] {
  const files = languages.flatMap((language) => chapters.map((name) => `${language}/${name}.md`));
  return [COURSE_FILE, ...files, LOCK_FILE, TRANSLATIONS_FILE];
}
