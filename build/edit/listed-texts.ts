/** The texts of the page in a list: the way to them by the keyboard, and to those that the page shows only later. */
import type { ListedText } from './page-messages.ts';
import type { SourcePlace } from './source-place.ts';
import { readText } from './source-text.ts';

/**
 * @param places of all marked texts
 * @param texts of their files, by path
 * @param numbers of the texts that stand on the page
 * @returns those, and all further texts of the file that most of them come from: that file first, each in the order of its lines
 */
export function listedTexts(places: readonly SourcePlace[], texts: ReadonlyMap<string, string>, numbers: readonly number[]): ListedText[] {
  const shown = new Set(numbers);
  const ofPage = mostFrequent(numbers.flatMap((number) => places[number]?.file ?? []));
  const found = new Map<string, ListedText>();
  for (const [number, place] of places.entries()) {
    const key = JSON.stringify(place);
    const text = (place.file === ofPage || shown.has(number)) && !found.has(key) && readText(texts.get(place.file) ?? '', place);
    if (text) found.set(key, { number, file: place.file, ...text });
  }
  const isOther = ({ file }: ListedText): number => Number(file !== ofPage);
  return [...found.values()].sort((a, b) => isOther(a) - isOther(b) || a.file.localeCompare(b.file) || a.line - b.line);
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
