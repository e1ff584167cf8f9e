/** Adds, moves and removes an exercise of a chapter: in the front matter and in the text, in all languages. */
import { exerciseLines, stretchesIn } from '../exercise-lines.ts';
import { NoPlace, withExercise } from '../new/insert.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { idOf, itemsIn, languageOf, othersIn, sourceIn, textsOf } from './course-texts.ts';
import { EditRefused, type SourcePath } from './source-place.ts';
import { bodyOf, withYaml } from './source-text.ts';
import { isOutdated, markedUntranslated, renumbered, withoutKeys } from './translation-lines.ts';
import { withoutKey } from './yaml-key.ts';
import { withMovedItem, withoutItem } from './yaml-list.ts';
import { valueOf } from './yaml-text.ts';

export type ExerciseChange =
  | {
      readonly kind: 'add';
      readonly id: string;
      /** The exercise that it comes after; at the chapter's end without one. */
      readonly after: string | undefined;
      /** The exercise as an item of a list that is not indented, by language. */
      readonly items: ReadonlyMap<string, string>;
    }
  /** Its place in the text is another's, the texts around stay. */
  | { readonly kind: 'move'; readonly id: string; readonly by: -1 | 1 }
  | { readonly kind: 'remove'; readonly id: string };

const LIST: SourcePath = ['exercises'];
/** How `translations.lock` calls the text between two exercises. */
const STRETCH = 'teksti ';

/** @throws EditRefused where the exercise is not there, or cannot be moved that way */
export function changeExercises(files: Map<string, string>, file: string, change: ExerciseChange, languages: readonly string[]): void {
  const original = sourceIn(files, file);
  if (change.kind !== 'add' && placeOf(change.id, file, original) < 0) throw new EditRefused('gone');
  files.set(file, withChange(file, original, change));
  for (const path of othersIn(files, file, languages)) {
    const before = sourceIn(files, path);
    const after = withChange(path, before, change);
    files.set(path, after);
    const lock = files.get(TRANSLATIONS_FILE) ?? '';
    const stretches = [bodyOf(file, original), bodyOf(path, before), bodyOf(path, after)].map(({ body }) => stretchesIn(body));
    const [main = [], was = [], is = []] = stretches;
    const kept =
      change.kind === 'add'
        ? withAdded(lock, path, change, placeOf(change.after, path, before))
        : change.kind === 'remove'
          ? withRemoved(lock, path, change.id, placeOf(change.id, path, before), { main, was, is })
          : lock;
    if (kept !== lock) files.set(TRANSLATIONS_FILE, kept);
  }
}

/** Which of the exercises in the text it is; -1 where it is none of them. */
function placeOf(id: string | undefined, path: string, source: string): number {
  return exerciseLines(bodyOf(path, source).body).findIndex((line) => line.id === id);
}

function withChange(path: string, source: string, change: ExerciseChange): string {
  switch (change.kind) {
    case 'add':
      return withNew(path, source, change);
    case 'move':
      return withMoved(path, source, change.id, change.by);
    case 'remove':
      return without(path, source, change.id);
  }
}

function withNew(path: string, source: string, { id, after, items }: Extract<ExerciseChange, { kind: 'add' }>): string {
  try {
    return withExercise(source, id, itemFor(items, path), after);
  } catch (cause) {
    if (cause instanceof NoPlace) throw new EditRefused('unsafe', { cause });
    throw cause;
  }
}

/** @throws EditRefused where there is none for the file's language */
function itemFor(items: ReadonlyMap<string, string>, path: string): string {
  const item = items.get(languageOf(path));
  if (item === undefined) throw new EditRefused('gone');
  return item;
}

/** In a translation that has not both exercises nothing is moved. */
function withMoved(path: string, source: string, id: string, by: -1 | 1): string {
  const { start, body } = bodyOf(path, source);
  const lines = exerciseLines(body);
  const index = lines.findIndex((line) => line.id === id);
  const [first, second] = by < 0 ? [lines[index - 1], lines[index]] : [lines[index], lines[index + 1]];
  if (!first || !second) {
    if (index >= 0) throw new EditRefused('unsafe');
    return source;
  }
  const text = (line: typeof first): string => body.slice(line.start, line.end);
  const moved = body.slice(0, first.start) + text(second) + body.slice(first.end, second.start) + text(first) + body.slice(second.end);
  return inFront(path, source.slice(0, start) + moved, lines, index, index + by);
}

/** The front matter follows where it has had the order of the text. */
function inFront(path: string, source: string, lines: readonly { readonly id: string }[], from: number, to: number): string {
  const ids = (itemsIn(new Map([[path, source]]), path, LIST) ?? []).map(idOf);
  const isSame = ids.length === lines.length && ids.every((id, index) => id === lines[index]?.id);
  return isSame ? withYaml(path, source, (yaml) => withMovedItem(yaml, LIST, from, to)) : source;
}

function without(path: string, source: string, id: string): string {
  const items = itemsIn(new Map([[path, source]]), path, LIST) ?? [];
  const index = items.findIndex((item) => idOf(item) === id);
  const front =
    index < 0
      ? source
      : withYaml(path, source, (yaml) => (items.length === 1 ? withoutKey(yaml, [], 'exercises') : withoutItem(yaml, LIST, index)));
  const { start, body } = bodyOf(path, front);
  const line = exerciseLines(body).find((each) => each.id === id);
  if (!line) return front;
  const [before, after] = [body.slice(0, line.start), body.slice(line.end)];
  // With the line goes the blank one before it; at the end of the file its line end stays.
  const isLast = after.trim() === '';
  const kept = isLast ? `${before.trimEnd()}${before.trim() === '' ? '' : '\n'}` : before + after.replace(/^\n{1,2}/, '');
  return front.slice(0, start) + kept;
}

/** `translations.lock` numbers the texts between exercises; what is new is not translated. @param at the exercise before it; -1 at the end */
function withAdded(lock: string, path: string, { id, items }: Extract<ExerciseChange, { kind: 'add' }>, at: number): string {
  const placed = at < 0 ? lock : renumbered(lock, path, STRETCH, (number) => (number > at ? number + 1 : number));
  const [item] = (valueOf(itemFor(items, path)) ?? []) as readonly unknown[];
  return markedUntranslated(placed, languageOf(path), path, textsOf(item, ['exercises', { id }]));
}

interface Stretches {
  readonly main: readonly string[];
  /** Of the translation, before and after. */
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** The texts before and after the exercise become one, which is outdated where one of them was. */
function withRemoved(lock: string, path: string, id: string, at: number, { main, was, is }: Stretches): string {
  if (at < 0) return lock;
  const merged = [at, at + 1];
  const wasOutdated = merged.some((number) => isOutdated(lock, path, nameOf(number), main[number] ?? '', was[number] ?? ''));
  const kept = withoutKeys(lock, path, (key) => key.startsWith(`${id}.`) || merged.some((number) => key === nameOf(number)));
  const placed = renumbered(kept, path, STRETCH, (number) => (number > at ? number - 1 : number));
  return wasOutdated ? markedUntranslated(placed, languageOf(path), path, new Map([[nameOf(at), is[at] ?? '']])) : placed;
}

const nameOf = (number: number): string => `${STRETCH}${String(number + 1)}`;
