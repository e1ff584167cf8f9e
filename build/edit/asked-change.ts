/** What the page asks for, and which changes of the content that is. */
import { changedFiles, differing, type Change, type ChangedFiles } from './change.ts';
import { frontIn, type Texts } from './course-texts.ts';
import type { ListChange } from './list-change.ts';
import { listsAround } from './list-shape.ts';
import { EditRefused, type SourcePlace } from './source-place.ts';

/** The text's new words; or what happens to the list of that number around it. */
export type AskedWhat =
  | { readonly text: string }
  /** The innermost list is 0. */
  | { readonly list: number; readonly change: ListChange };

interface Asking {
  readonly place: SourcePlace;
  /** The files that the changes may touch. */
  readonly texts: Texts;
  /** Of the course, the main one first. */
  readonly languages: readonly string[];
}

/**
 * What an author has written in one window: several changes, each made in the files as the one before it leaves them. Nothing is written here.
 * @param changes in an order in which none moves what a later one means
 * @returns the files that are another then
 * @throws EditRefused where one of the changes cannot be made: then none is
 */
export function joinedChanges(changes: readonly AskedWhat[], { place, texts, languages }: Asking): ChangedFiles {
  let after = texts;
  for (const what of changes)
    after = new Map([...after, ...changedFiles(changeAsked({ place, texts: after, languages }, what), after, languages)]);
  return differing(texts, after);
}

export function isMarkdown(place: SourcePlace): boolean {
  return 'lines' in place || place.path.at(-1) === 'task';
}

/** @throws EditRefused where the place has nothing that may be changed so */
export function changeAsked({ place, texts, languages }: Asking, what: AskedWhat): Change {
  if ('text' in what) return { kind: 'text', place, text: written(place, what.text) };
  if ('lines' in place) throw new EditRefused('gone');
  const { file } = place;
  const list = listsAround(file, place.path, frontIn(texts, file), languages[0] ?? 'fi')[what.list];
  if (!list) throw new EditRefused('gone');
  return { kind: 'list', file, list: list.path, change: what.change };
}

/** Lines mean something in Markdown only. */
function written(place: SourcePlace, text: string): string {
  return isMarkdown(place) ? text.replace(/\r\n?/g, '\n') : text.replace(/\s*[\r\n]+\s*/g, ' ');
}
