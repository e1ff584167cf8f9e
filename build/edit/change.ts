/** What an author changes, and what is in the files of the content then. Nothing is read or written here. */
import { LOCK_FILE } from '../identifiers-lock.ts';
import { TRANSLATIONS_FILE } from '../translation-marks.ts';
import { listsAround } from './list-shape.ts';
import { newId, takenIds } from './new-id.ts';
import { EditRefused, type SourcePath, type SourcePlace } from './source-place.ts';
import { withText, withYaml, yamlOf } from './source-text.ts';
import { lockKey, markedUntranslated, renumbered } from './translation-lines.ts';
import { moved, withItem, withMovedItem, withoutItem, yamlItems } from './yaml-list.ts';
import { valueOf } from './yaml-text.ts';

export type ListChange =
  | { readonly kind: 'add'; readonly index: number; readonly texts: readonly string[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly index: number };

export type Change =
  | { readonly kind: 'text'; readonly place: SourcePlace; readonly text: string }
  | { readonly kind: 'list'; readonly file: string; readonly list: SourcePath; readonly change: ListChange };

/** Files by their path in the content folder, with `\n` line ends. */
export type Texts = ReadonlyMap<string, string>;

/**
 * @param files the file that is changed, the same of the other languages, and both locks, as far as there are such
 * @param languages of the course, the main one first
 * @returns the files that are another then
 * @throws EditRefused where the change cannot be made, or not alone
 */
export function changedFiles(change: Change, files: Texts, languages: readonly string[]): Texts {
  const after = new Map(files);
  if (change.kind === 'text') {
    const { file } = change.place;
    after.set(file, withText(sourceIn(files, file), change.place, change.text));
  } else {
    changeList(after, change.file, change.list, change.change, languages);
  }
  return new Map([...after].filter(([path, text]) => files.get(path) !== text));
}

/** The files that a change may touch. */
export function filesOf(file: string, languages: readonly string[]): string[] {
  return [...new Set([file, ...translationsOf(file, languages), LOCK_FILE, TRANSLATIONS_FILE])];
}

function changeList(files: Map<string, string>, file: string, list: SourcePath, change: ListChange, languages: readonly string[]): void {
  const before = itemsIn(files, file, list);
  if (!before) throw new EditRefused('gone');
  const shape = listsAround(file, [...list, 0], valueOf(yamlOf(file, sourceIn(files, file))), languages[0] ?? 'fi')[0];
  if (!shape) throw new EditRefused('unsafe');
  if (change.kind === 'remove' && before.length <= shape.fewest) throw new EditRefused('fewest');
  if (change.kind === 'add' && before.length >= shape.most) throw new EditRefused('most');
  if (change.kind === 'add' && change.texts.some((text) => text.trim() === '')) throw new EditRefused('empty');
  const item = change.kind === 'add' ? newItem(files, file, list, shape, change.texts) : undefined;

  const others = translationsOf(file, languages).filter((path) => files.has(path) && path !== file);
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
    after = renumbered(after, path, lockKey(list), (number) => numberAfter(change, before.length, number));
  for (const path of change.kind === 'add' ? changed.filter((each) => each !== file) : []) {
    const at: SourcePath = [...list, idOf(item) === undefined ? (change.kind === 'add' ? change.index : 0) : { id: idOf(item) ?? '' }];
    after = markedUntranslated(after, path.slice(0, 2), path, textsOf(item, at));
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

/** The texts of an item by the names that the lock has for them. */
function textsOf(item: unknown, path: SourcePath): Map<string, string> {
  if (typeof item === 'string') return new Map([[lockKey(path), item]]);
  if (typeof item !== 'object' || item === null) return new Map();
  const entries = Array.isArray(item)
    ? item.map((inner: unknown, index) => [idOf(inner) === undefined ? index : { id: idOf(inner) ?? '' }, inner] as const)
    : Object.entries(item).filter(([key]) => key !== 'id');
  return new Map(entries.flatMap(([step, inner]) => [...textsOf(inner, [...path, step])]));
}

function newItem(
  files: Texts,
  file: string,
  list: SourcePath,
  shape: ReturnType<typeof listsAround>[number],
  texts: readonly string[],
): unknown {
  const yaml = valueOf(yamlOf(file, sourceIn(files, file)));
  const holder = list.slice(0, 2).reduce<unknown>((value, step) => childAt(value, step), yaml);
  const taken = takenIds(holder, files.get(LOCK_FILE) ?? '');
  const bySlot = new Map(shape.slots.map((slot, index) => [JSON.stringify(slot), (texts[index] ?? '').trim()]));
  return shape.make(
    (slot) => bySlot.get(JSON.stringify(slot)) ?? '',
    (label) => newId(label, taken),
  );
}

function childAt(value: unknown, step: SourcePath[number]): unknown {
  if (typeof step === 'object') return Array.isArray(value) ? value.find((item) => idOf(item) === step.id) : undefined;
  return (value as Partial<Record<string | number, unknown>> | undefined)?.[step];
}

function haveSameItems(here: readonly unknown[], there: readonly unknown[] | undefined): boolean {
  return there?.length === here.length && here.every((item, index) => idOf(item) === idOf(there[index]));
}

function itemsIn(files: Texts, file: string, list: SourcePath): readonly unknown[] | undefined {
  const source = files.get(file);
  return source === undefined ? undefined : yamlItems(yamlOf(file, source), list);
}

function sourceIn(files: Texts, file: string): string {
  const source = files.get(file);
  if (source === undefined) throw new EditRefused('gone');
  return source;
}

function translationsOf(file: string, languages: readonly string[]): string[] {
  const [folder, ...rest] = file.split('/');
  return rest.length === 0 || !languages.includes(folder ?? '') ? [] : languages.map((language) => [language, ...rest].join('/'));
}

function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}
