/** Soft hyphens for headings: browsers break long Finnish compounds differently or not at all, and in 320 pixels one of them fills a line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import english from 'hyphen/en/index.js';
import finnish from 'hyphen/fi/index.js';
import swedish from 'hyphen/sv/index.js';
import type { Language } from '../src/course/course.ts';

const patterns = { fi: finnish, sv: swedish, en: english };
const SHORTEST = 15;
/** A line that ends or begins with fewer letters looks like a slip. */
const orphan = /(?<=(?<![\p{L}\u00AD])\p{L}{1,2})\u00AD|\u00AD(?=\p{L}{1,2}(?![\p{L}\u00AD]))/gu;

/** Puts soft hyphens into the words of a heading that have at least 15 letters. */
export type Hyphenate = (heading: string) => string;

/**
 * Patterns know syllables, not compounds: they break ”perehdyty-sopas”. Where they go wrong, `tavutus.txt` beside the chapters names the compound
 * by its beginning, a line each, with a hyphen between its parts: ”perehdytys-opa” is right in every case of the word, which breaks there only.
 * A word that is named there without a hyphen breaks nowhere.
 */
export async function hyphenationFor(folder: string, language: Language): Promise<Hyphenate> {
  const list = await readFile(join(folder, language, 'tavutus.txt'), 'utf8').catch(() => '');
  const compounds = list.split('\n').flatMap((line) => line.replace(/#.*/, '').trim().toLowerCase() || []);
  compounds.sort((a, b) => b.length - a.length);
  const bySyllables = (word: string): string => patterns[language].hyphenateSync(word, { minWordLength: 5 });
  const hyphenateWord = (word: string): string => {
    const compound = compounds.find((known) => word.toLowerCase().startsWith(known.replaceAll('-', '')));
    if (!compound) return bySyllables(word);
    if (!compound.includes('-')) return word;
    const parts: string[] = [];
    let rest = word;
    for (const { length } of compound.split('-').slice(0, -1)) {
      parts.push(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return [...parts, rest].map((part) => (part.length < SHORTEST ? part : bySyllables(part))).join('\u00AD');
  };
  const long = new RegExp(`\\p{L}{${SHORTEST},}`, 'gu');
  return (heading) => heading.replace(long, (word) => hyphenateWord(word).replace(orphan, ''));
}
