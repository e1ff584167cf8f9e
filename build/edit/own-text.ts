/** Writes a text of one language where its file has none of its own yet: what a page showed there was the original, or one text for all languages. */
import { isDeepStrictEqual } from 'node:util';
import { isScalar } from 'yaml';
import { isLanguage } from '../../src/course/languages.ts';
import { frontIn, sourceIn, translationsOf, type Texts } from './course-texts.ts';
import { valueAt } from './new-value.ts';
import { EditRefused, type SourcePath, type SourcePlace } from './source-place.ts';
import { readText, withText, withYaml } from './source-text.ts';
import { withKey } from './yaml-key.ts';
import { inBrackets } from './yaml-lines.ts';
import { changedAt, parseSource, plainPath, valueOf } from './yaml-text.ts';

/**
 * @param languages of the course, the main one first
 * @returns the file of the place with the text in its language
 * @throws EditRefused where the translation has no place for it
 */
export function withOwnText(files: Texts, place: SourcePlace, text: string, languages: readonly string[]): string {
  const source = sourceIn(files, place.file);
  const last = 'path' in place ? place.path.at(-1) : undefined;
  if ('lines' in place || typeof last !== 'string') return withText(source, place, text);
  const holder = place.path.slice(0, -1);
  if (isLanguage(last) && last !== languages[0]) {
    const held = holder.reduce<unknown>(valueAt, frontIn(files, place.file));
    if (typeof held === 'string')
      return withYaml(place.file, source, (yaml) => withTexts(yaml, holder, { ...inAll(languages, held), [last]: text.trim() }));
  }
  if (readText(source, place)) return withText(source, place, text);
  if (text.trim() === '') throw new EditRefused('empty');
  return withYaml(place.file, source, (yaml) => withKey(yaml, holder, last, text.trim(), orderIn(files, place.file, holder, languages)));
}

const inAll = (languages: readonly string[], text: string): Record<string, string> =>
  Object.fromEntries(languages.map((language) => [language, text]));

/** Keys of the original's mapping; of a text in several languages, the languages. */
function orderIn(files: Texts, file: string, holder: SourcePath, languages: readonly string[]): readonly string[] {
  const [original] = translationsOf(file, languages);
  if (original === undefined) return languages;
  return Object.keys(Object(holder.reduce<unknown>(valueAt, frontIn(files, original))) as object);
}

/** One text becomes one for each language. */
function withTexts(yaml: string, path: SourcePath, texts: Readonly<Record<string, string>>): string {
  const { document } = parseSource(yaml);
  const plain = plainPath(document, path);
  const node: unknown = plain && document.getIn(plain, true);
  if (!plain || !isScalar(node) || !node.range) throw new EditRefused('gone');
  const [start, valueEnd] = node.range;
  const end = start + yaml.slice(start, valueEnd).trimEnd().length;
  const after = yaml.slice(0, start) + inBrackets(texts) + yaml.slice(end);
  if (!isDeepStrictEqual(valueOf(after), changedAt(valueOf(yaml), plain, texts))) throw new EditRefused('unsafe');
  return after;
}
