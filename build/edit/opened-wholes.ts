/** The exercises and the chapter that stand on the page, with what can be added to them and where they may go. */
import { exerciseLines } from '../exercise-lines.ts';
import { exerciseAt } from './asked-change.ts';
import { openedParts } from './opened-lists.ts';
import type { OpenedWhole } from './page-messages.ts';
import type { SourcePlace } from './source-place.ts';
import { bodyOf, readText, yamlOf } from './source-text.ts';
import { valueOf } from './yaml-text.ts';

interface ShownCourse {
  /** Names of the chapters in their order. */
  readonly chapters: readonly string[];
  /** The main language. */
  readonly main: string;
}

/**
 * @param place of a text on the page
 * @param source text of its file
 * @returns undefined where the text is not the title of an exercise or a chapter in the main language
 */
export function openedWhole(
  place: SourcePlace,
  source: string,
  { chapters, main }: ShownCourse,
): Omit<OpenedWhole, 'number' | 'hash'> | undefined {
  const { file } = place;
  const name = /^[a-z]{2}\/(.+)\.md$/.exec(file)?.[1];
  if ('lines' in place || place.path.at(-1) !== 'title' || name === undefined || !file.startsWith(`${main}/`)) return undefined;
  const shared = { title: readText(source, place)?.text ?? '', parts: openedParts(place, source, main) };
  const id = exerciseAt(place);
  if (place.path.length === 3 && id !== undefined) {
    const ids = exerciseLines(bodyOf(file, source).body).map((line) => line.id);
    return { kind: 'exercise', id, index: ids.indexOf(id), count: ids.length, ...shared };
  }
  if (place.path.length > 1) return undefined;
  const front = valueOf(yamlOf(file, source)) as { readonly id?: unknown } | undefined;
  return { kind: 'chapter', id: String(front?.id), index: chapters.indexOf(name), count: chapters.length, ...shared };
}
