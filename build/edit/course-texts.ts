/** The files of a course while it is changed, by their paths in the content folder and with `\n` line ends. */
import { EditRefused, type SourcePath } from './source-place.ts';
import { yamlOf } from './source-text.ts';
import { lockKey } from './translation-lines.ts';
import { yamlItems } from './yaml-list.ts';
import { valueOf } from './yaml-text.ts';

export type Texts = ReadonlyMap<string, string>;

export const COURSE_FILE = 'course.yaml';

/** @throws EditRefused where there is no such file */
export function sourceIn(files: Texts, file: string): string {
  const source = files.get(file);
  if (source === undefined) throw new EditRefused('gone');
  return source;
}

/** The items of a list; undefined where there is none, or no such file. */
export function itemsIn(files: Texts, file: string, list: SourcePath): readonly unknown[] | undefined {
  const source = files.get(file);
  return source === undefined ? undefined : yamlItems(yamlOf(file, source), list);
}

/** What a file's YAML says. */
export function frontIn(files: Texts, file: string): unknown {
  return valueOf(yamlOf(file, sourceIn(files, file)));
}

/** The same file in each language of the course; none where a file is of no language. */
export function translationsOf(file: string, languages: readonly string[]): string[] {
  const [folder, ...rest] = file.split('/');
  return rest.length === 0 || !languages.includes(folder ?? '') ? [] : languages.map((language) => [language, ...rest].join('/'));
}

/** The same file in the other languages that have one. */
export function othersIn(files: Texts, file: string, languages: readonly string[]): string[] {
  return translationsOf(file, languages).filter((path) => files.has(path) && path !== file);
}

export function languageOf(file: string): string {
  return file.slice(0, 2);
}

export function idOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

/** Keys whose texts are ids, and no words. */
const IDS = new Set(['id', 'kind', 'classes', 'answersOf']);

/** The texts of a value by the names that `translations.lock` has for them. */
export function textsOf(value: unknown, path: SourcePath): Map<string, string> {
  if (typeof value === 'string') return new Map([[lockKey(path), value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const entries = Array.isArray(value)
    ? value.map((inner: unknown, index) => [idOf(inner) === undefined ? index : { id: idOf(inner) ?? '' }, inner] as const)
    : Object.entries(value).filter(([key]) => !IDS.has(key));
  return new Map(entries.flatMap(([step, inner]) => [...textsOf(inner, [...path, step])]));
}
