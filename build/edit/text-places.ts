/** Where in the files a text of the page stands. */
import type { Courses, Language } from '../../src/course/course.ts';
import { isLanguage } from '../../src/course/languages.ts';
import { filesOf } from './change.ts';
import type { ContentFiles, StoredFile } from './content-files.ts';
import { normalized } from './line-ends.ts';
import { withOwnText } from './own-text.ts';
import { EditRefused, type SourcePlace } from './source-place.ts';
import { readText, type SourceText } from './source-text.ts';

/** What one reading of the content has shown. */
export interface Reading {
  readonly id: string;
  readonly courses: Courses;
  readonly languages: readonly Language[];
  readonly places: readonly SourcePlace[];
  /** Texts of the files, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

interface FoundPlace {
  readonly place: SourcePlace;
  readonly shown: StoredFile;
}

/** The text's place: where a translation has no text of its own, the original's. @throws EditRefused where the file is another by now */
export async function placeOf(files: ContentFiles, reading: Reading, number: number): Promise<FoundPlace> {
  const place = reading.places[number];
  if (!place) throw new EditRefused('gone');
  const shown = await files.read(place.file);
  if (!shown || normalized(shown.raw) !== reading.texts.get(place.file)) throw new EditRefused('stale');
  const [main = ''] = reading.languages;
  if (readText(normalized(shown.raw), place) || place.file.startsWith(`${main}/`)) return { place, shown };
  const original = { ...place, file: place.file.replace(/^[a-z]{2}\//, `${main}/`) };
  const there = await files.read(original.file);
  if (!there) throw new EditRefused('gone');
  return { place: original, shown: there };
}

/**
 * The place of a text in the language of its page, for its own words.
 * @returns the original with it where the translation has none yet and can have one
 * @throws EditRefused as `placeOf`, and where the translation can have none
 */
export async function textOf(
  files: ContentFiles,
  reading: Reading,
  number: number,
): Promise<FoundPlace & { readonly original?: SourceText }> {
  const place = reading.places[number];
  if (place?.shownIn !== undefined) throw new EditRefused('untranslated');
  const found = await placeOf(files, reading, number);
  const there = readText(normalized(found.shown.raw), found.place);
  if (!place || !('path' in place) || (place.file === found.place.file && there)) return found;
  const original = there ?? readText(normalized(found.shown.raw), inMainLanguage(place, reading) ?? found.place);
  const shown = await files.read(place.file);
  if (!shown || !original) throw new EditRefused('gone');
  const raws = await files.readAll(filesOf(place.file, reading.languages));
  const texts = new Map([...raws].map(([path, raw]) => [path, normalized(raw)]));
  try {
    withOwnText(texts, place, original.text, reading.languages);
  } catch (cause) {
    throw new EditRefused('untranslated', { cause });
  }
  return { place, shown, original };
}

/** Where course.yaml has the same text in the main language; undefined where it does not stand there by language. */
function inMainLanguage(place: SourcePlace & { readonly path: readonly unknown[] }, { languages }: Reading): SourcePlace | undefined {
  return isLanguage(place.path.at(-1)) ? ({ ...place, path: [...place.path.slice(0, -1), languages[0] ?? ''] } as SourcePlace) : undefined;
}
