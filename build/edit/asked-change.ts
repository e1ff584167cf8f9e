/** What the page asks for, and which change of the content that is. */
import type { Language } from '../../src/course/course.ts';
import { LOCK_FILE } from '../identifiers-lock.ts';
import { exerciseItems } from '../new/new-content.ts';
import type { Change } from './change.ts';
import type { ChapterChange } from './chapter-change.ts';
import { frontIn, idOf, sourceIn, type Texts } from './course-texts.ts';
import type { ExerciseChange } from './exercise-change.ts';
import type { ListChange } from './list-change.ts';
import { listsAround } from './list-shape.ts';
import { newId, takenIds } from './new-id.ts';
import type { PartChange } from './part-change.ts';
import { partsAround } from './part-shape.ts';
import { EditRefused, type SourcePlace } from './source-place.ts';
import { withYamlText } from './yaml-text.ts';

export type AskedExercise =
  /** An exercise of this kind, after the one that the text stands in. */
  | { readonly kind: 'add'; readonly type: string; readonly title: string; readonly classes: readonly string[] }
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'remove' };

export type AskedChapter =
  /** After the chapter that the text stands in. */
  { readonly kind: 'add'; readonly title: string } | { readonly kind: 'move'; readonly by: -1 | 1 } | { readonly kind: 'remove' };

/** The text's new words; or what happens to the list or the part of that number around it, or to its exercise or chapter. */
export type AskedWhat =
  | { readonly text: string }
  /** The innermost list is 0. */
  | { readonly list: number; readonly change: ListChange }
  /** As they are counted when the text is opened. */
  | { readonly part: number; readonly change: PartChange }
  | { readonly exercise: AskedExercise }
  | { readonly chapter: AskedChapter };

export interface Asking {
  readonly place: SourcePlace;
  readonly what: AskedWhat;
  /** The files that the change may touch. */
  readonly texts: Texts;
  /** Of the course, the main one first. */
  readonly languages: readonly Language[];
  /** Names of the chapters' files that there are. */
  readonly names: readonly string[];
}

/** Whether a change is one of the course's chapters, which needs to know all of them. */
export function isOfChapters(what: AskedWhat): boolean {
  return 'chapter' in what;
}

/** An exercise or a chapter goes: the author is asked whether she means it. */
export function isOfWhole(what: AskedWhat): boolean {
  return ('chapter' in what && what.chapter.kind === 'remove') || ('exercise' in what && what.exercise.kind === 'remove');
}

/** @throws EditRefused where the place has nothing that may be changed so */
export async function changeAsked(asking: Asking): Promise<Change> {
  const { place, what, names } = asking;
  if ('text' in what) return { kind: 'text', place, text: written(place, what.text) };
  if ('chapter' in what) return { kind: 'chapter', change: chapterChange(place, what.chapter, names) };
  if ('exercise' in what) return { kind: 'exercise', file: place.file, change: await exerciseChange(asking, what.exercise) };
  return around(asking, what);
}

export function isMarkdown(place: SourcePlace): boolean {
  return 'lines' in place || place.path.at(-1) === 'task';
}

/** Lines mean something in Markdown only. */
function written(place: SourcePlace, text: string): string {
  return isMarkdown(place) ? text.replace(/\r\n?/g, '\n') : text.replace(/\s*[\r\n]+\s*/g, ' ');
}

function around({ place, texts, languages }: Asking, what: Extract<AskedWhat, { change: unknown }>): Change {
  const { file } = place;
  if ('lines' in place) throw new EditRefused('gone');
  const [front, main = 'fi'] = [frontIn(texts, file), languages[0]];
  if ('list' in what) {
    const list = listsAround(file, place.path, front, main)[what.list];
    if (!list) throw new EditRefused('gone');
    return { kind: 'list', file, list: list.path, change: what.change };
  }
  const part = partsAround(file, place.path, front, main)[what.part];
  if (!part) throw new EditRefused('gone');
  return { kind: 'part', file, holder: part.holder, key: part.key, change: inOneLine(what.change) };
}

function inOneLine(change: PartChange): PartChange {
  return change.kind === 'remove' ? change : { ...change, texts: change.texts.map((text) => text.replace(/\s*[\r\n]+\s*/g, ' ')) };
}

function chapterChange({ file }: SourcePlace, asked: AskedChapter, names: readonly string[]): ChapterChange {
  const name = /^[a-z]{2}\/(.+)\.md$/.exec(file)?.[1];
  if (name === undefined) throw new EditRefused('gone');
  return asked.kind === 'add' ? { ...asked, after: name, names } : { ...asked, name };
}

async function exerciseChange({ place, texts, languages }: Asking, asked: AskedExercise): Promise<ExerciseChange> {
  const own = exerciseAt(place);
  if (asked.kind !== 'add') {
    if (own === undefined) throw new EditRefused('gone');
    return { ...asked, id: own };
  }
  const title = asked.title.replace(/\s+/g, ' ').trim();
  if (title === '') throw new EditRefused('empty');
  const id = exerciseId(frontIn(texts, place.file), title, texts.get(LOCK_FILE) ?? '');
  const items = new Map<string, string>(await exerciseItems({ id, kind: asked.type, classes: asked.classes }, languages));
  const [main = 'fi'] = languages;
  items.set(main, withYamlText(sourceIn(items, main), [0, 'title'], title));
  return { kind: 'add', id, after: own, items };
}

/** The exercise that a text stands in. */
export function exerciseAt(place: SourcePlace): string | undefined {
  const [list, step] = 'path' in place ? place.path : [];
  return list === 'exercises' && typeof step === 'object' ? step.id : undefined;
}

/** The chapter's id and one of the title: a chapter's may have hyphens, an exercise's not. */
function exerciseId(front: unknown, title: string, lock: string): string {
  const known = [...takenIds(front, lock)].flatMap((id) => id.split('.'));
  const chapter = (idOf(front) ?? 'osio').replaceAll('-', '_');
  return `${chapter}.${newId(title, new Set([...known, 'tomorrow']))}`;
}
