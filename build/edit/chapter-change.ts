/** Adds, moves and removes a chapter: in the list of `course.yaml`, and its file in each language. */
import { isLanguage } from '../../src/course/languages.ts';
import { shellPages } from '../course-checks.ts';
import { stretchesIn } from '../exercise-lines.ts';
import { LOCK_FILE } from '../identifiers-lock.ts';
import { chapterFiles, chapterName } from '../new/new-content.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { COURSE_FILE, frontIn, idOf, itemsIn, languageOf, sourceIn, textsOf } from './course-texts.ts';
import { newId, takenIds } from './new-id.ts';
import { EditRefused, type SourcePath } from './source-place.ts';
import { bodyOf } from './source-text.ts';
import { markedUntranslated, withoutKeys } from './translation-lines.ts';
import { withItem, withMovedItem, withoutItem } from './yaml-list.ts';

/** A chapter's name is its file without folder and ending. */
export type ChapterChange =
  | {
      readonly kind: 'add';
      readonly title: string;
      /** The chapter that it comes after. */
      readonly after: string;
      /** Files that there are in the languages' folders, also such as no chapter has. */
      readonly names: readonly string[];
    }
  | { readonly kind: 'move'; readonly name: string; readonly by: -1 | 1 }
  | { readonly kind: 'remove'; readonly name: string };

const LIST: SourcePath = ['chapters'];

/** @throws EditRefused where the chapter is not there, or cannot be moved that way, or is the only one */
export function changeChapters(files: Map<string, string>, change: ChapterChange, languages: readonly string[]): void {
  const course = sourceIn(files, COURSE_FILE);
  const chapters = (itemsIn(files, COURSE_FILE, LIST) ?? []).map(String);
  const index = chapters.indexOf(change.kind === 'add' ? change.after : change.name);
  if (index < 0) throw new EditRefused('gone');
  switch (change.kind) {
    case 'add': {
      const name = addFiles(files, change, chapters, languages);
      files.set(COURSE_FILE, withItem(course, LIST, index + 1, name));
      break;
    }
    case 'move':
      if (!(index + change.by in chapters)) throw new EditRefused('unsafe');
      files.set(COURSE_FILE, withMovedItem(course, LIST, index, index + change.by));
      break;
    case 'remove':
      files.set(COURSE_FILE, withoutItem(course, LIST, index));
      removeFiles(files, change.name, languages);
      break;
  }
}

/** @returns the new chapter's name */
function addFiles(
  files: Map<string, string>,
  { title, names }: Extract<ChapterChange, { kind: 'add' }>,
  chapters: readonly string[],
  languages: readonly string[],
): string {
  if (title.trim() === '') throw new EditRefused('empty');
  const id = chapterId(title, files);
  const name = chapterName(id, [...chapters, ...names]);
  for (const [path, text] of chapterFiles(name, { id, title: title.trim() }, languages.filter(isLanguage))) {
    if (files.has(path)) throw new EditRefused('unsafe');
    files.set(path, text);
    if (languageOf(path) === languages[0]) continue;
    const [stretch = ''] = stretchesIn(bodyOf(path, text).body);
    const texts = new Map([...textsOf({ title: title.trim() }, []), ['teksti 1', stretch]]);
    files.set(TRANSLATIONS_FILE, markedUntranslated(files.get(TRANSLATIONS_FILE) ?? '', languageOf(path), path, texts));
  }
  return name;
}

/** An id for addresses, which no chapter and no page of the course's own has. */
function chapterId(title: string, files: ReadonlyMap<string, string>): string {
  const taken = takenIds(undefined, files.get(LOCK_FILE) ?? '');
  for (const path of files.keys()) if (path.endsWith('.md')) taken.add(idOf(frontIn(files, path)) ?? '');
  const pages = new Set([...taken, ...shellPages].map((each) => each.replaceAll('-', '_')));
  return newId(title, pages).replaceAll('_', '-');
}

function removeFiles(files: Map<string, string>, name: string, languages: readonly string[]): void {
  for (const path of languages.map((language) => `${language}/${name}.md`)) {
    files.delete(path);
    const lock = files.get(TRANSLATIONS_FILE);
    if (lock !== undefined)
      files.set(
        TRANSLATIONS_FILE,
        withoutKeys(lock, path, () => true),
      );
  }
}
