/** Adds, moves and removes an item of a list, in the file and in its translations. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../outdated-translations.ts';
import { frontIn, idOf, itemsIn, languageOf, othersIn, sourceIn, textsOf, type Texts } from './course-texts.ts';
import { listsAround, type ListShape } from './list-shape.ts';
import { newId, takenIds } from './new-id.ts';
import { madeOf, valueAt } from './new-value.ts';
import { EditRefused, type SourcePath } from './source-place.ts';
import { withYaml } from './source-text.ts';
import { lockKey, markedUntranslated, renumbered } from './translation-lines.ts';
import { moved, withItem, withMovedItem, withoutItem } from './yaml-list.ts';

export type ListChange =
  | { readonly kind: 'add'; readonly index: number; readonly texts: readonly string[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly index: number };

/** @throws EditRefused where the list may not have the change */
export function changeList(
  files: Map<string, string>,
  file: string,
  list: SourcePath,
  change: ListChange,
  languages: readonly string[],
): void {
  const before = itemsIn(files, file, list);
  if (!before) throw new EditRefused('gone');
  const shape = listsAround(file, [...list, 0], frontIn(files, file), languages[0] ?? 'fi')[0];
  if (!shape) throw new EditRefused('unsafe');
  if (change.kind === 'remove' && before.length <= shape.fewest) throw new EditRefused('fewest');
  if (change.kind === 'add' && before.length >= shape.most) throw new EditRefused('most');
  const item = change.kind === 'add' ? newItem(files, file, shape, change.texts) : undefined;

  const others = othersIn(files, file, languages);
  const isSame = new Map(others.map((path) => [path, haveSameItems(before, itemsIn(files, path, list))]));
  for (const path of [file, ...others]) {
    const own = path === file || isSame.get(path) === true ? change : byId(change, before, itemsIn(files, path, list));
    if (own)
      files.set(
        path,
        withYaml(path, sourceIn(files, path), (yaml) => withListChange(yaml, list, own, item)),
      );
  }
  const changed = [file, ...others.filter((path) => isSame.get(path))];
  keepTranslationLines(files, changed, { file, list, change, item, before });
}

function withListChange(yaml: string, list: SourcePath, change: ListChange, item: unknown): string {
  switch (change.kind) {
    case 'add':
      return withItem(yaml, list, change.index, item);
    case 'move':
      return withMovedItem(yaml, list, change.from, change.to);
    case 'remove':
      return withoutItem(yaml, list, change.index);
  }
}

/** A translation that lacks items of the list: what is removed goes there too, the rest is shown in the main language. */
function byId(change: ListChange, before: readonly unknown[], there: readonly unknown[] | undefined): ListChange | undefined {
  const id = change.kind === 'remove' ? idOf(before[change.index]) : undefined;
  const index = id === undefined ? -1 : (there ?? []).findIndex((item) => idOf(item) === id);
  return index < 0 || (there ?? []).length < 2 ? undefined : { kind: 'remove', index };
}

interface Changed {
  readonly file: string;
  readonly list: SourcePath;
  readonly change: ListChange;
  readonly item: unknown;
  readonly before: readonly unknown[];
}

function keepTranslationLines(files: Map<string, string>, changed: readonly string[], { file, list, change, item, before }: Changed): void {
  const lock = files.get(TRANSLATIONS_FILE);
  const isNumbered = before.some((each) => idOf(each) === undefined);
  let after = lock ?? '';
  for (const path of isNumbered ? changed : [])
    after = renumbered(after, path, `${lockKey(list)}.`, (number) => numberAfter(change, before.length, number));
  for (const path of change.kind === 'add' ? changed.filter((each) => each !== file) : []) {
    const at: SourcePath = [...list, idOf(item) === undefined ? (change.kind === 'add' ? change.index : 0) : { id: idOf(item) ?? '' }];
    after = markedUntranslated(after, languageOf(path), path, textsOf(item, at));
  }
  if (after !== (lock ?? '')) files.set(TRANSLATIONS_FILE, after);
}

function numberAfter(change: ListChange, count: number, before: number): number | undefined {
  const numbers: (number | undefined)[] = [...Array(count).keys()];
  switch (change.kind) {
    case 'add':
      return before < change.index ? before : before + 1;
    case 'move':
      return moved(numbers, change.from, change.to).indexOf(before);
    case 'remove':
      return before === change.index ? undefined : before < change.index ? before : before - 1;
  }
}

/** A new item, with ids that nothing else in its exercise has or ever had. */
function newItem(files: Texts, file: string, shape: ListShape, texts: readonly string[]): unknown {
  if (texts.some((text) => text.trim() === '')) throw new EditRefused('empty');
  const holder = shape.path.slice(0, 2).reduce<unknown>(valueAt, frontIn(files, file));
  const taken = takenIds(holder, files.get(LOCK_FILE) ?? '');
  return madeOf(shape, texts, (label) => newId(label, taken));
}

function haveSameItems(here: readonly unknown[], there: readonly unknown[] | undefined): boolean {
  return there?.length === here.length && here.every((item, index) => idOf(item) === idOf(there[index]));
}
