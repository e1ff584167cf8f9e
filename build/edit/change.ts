/** What an author changes, and what is in the files of the content then. Nothing is read or written here. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { translationsOf, type Texts } from './course-texts.ts';
import { changeList, type ListChange } from './list-change.ts';
import { withOwnText } from './own-text.ts';
import type { SourcePath, SourcePlace } from './source-place.ts';

export type Change =
  | { readonly kind: 'text'; readonly place: SourcePlace; readonly text: string }
  | { readonly kind: 'list'; readonly file: string; readonly list: SourcePath; readonly change: ListChange };

/** Files that are another after a change. */
export type ChangedFiles = ReadonlyMap<string, string>;

/**
 * @param files those of `filesOf`, as far as there are such
 * @param languages of the course, the main one first
 * @returns the files that are another then
 * @throws EditRefused where the change cannot be made, or not alone
 */
export function changedFiles(change: Change, files: Texts, languages: readonly string[]): ChangedFiles {
  const after = new Map(files);
  if (change.kind === 'text') after.set(change.place.file, withOwnText(files, change.place, change.text, languages));
  else changeList(after, change.file, change.list, change.change, languages);
  return differing(files, after);
}

/** @returns the files that are another after all changes */
export function differing(before: Texts, after: Texts): ChangedFiles {
  return new Map([...after].filter(([path, text]) => before.get(path) !== text));
}

/** The files that a change of this file may touch. */
export function filesOf(file: string, languages: readonly string[]): string[] {
  return [...new Set([file, ...translationsOf(file, languages), LOCK_FILE, TRANSLATIONS_FILE])];
}
