/**
 * Checks the Finnish that learners read: words and grammar by Voikko, typography by rules of our own. Words that Voikko does not
 * know and that are right all the same stand in `content/fi/sanasto.txt`.
 */
import { PLACEHOLDER, type Passage } from './language-passages.ts';
import { quoted, say } from './say.ts';
import type { Voikko } from './voikko.ts';

export interface LanguageFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Words that are right though Voikko does not know them. */
export interface WordList {
  /** In lower case. `loan-` takes part in compounds too. */
  readonly words: ReadonlySet<string>;
  /** Beginnings that any ending may follow: `pike` for PiKen and PiKellä. */
  readonly stems: readonly string[];
  /** Names of several words, as written; their capital and their exclamation mark may stand within a sentence. */
  readonly names: readonly string[];
}

/** libvoikko's codes of faults that are no faults everywhere. */
const WRITE_FIRST_LOWERCASE = 6;
const MISSING_MAIN_VERB = 17;
/** So many words are a label or an exclamation rather than a sentence that lost its verb. */
const FRAGMENT_WORDS = 3;

const typography: readonly { readonly pattern: RegExp; readonly message: (found: string) => string }[] = [
  { pattern: /!/, message: () => say`Huutomerkki. Päätä virke pisteeseen.` },
  { pattern: /"/, message: () => say`Suora lainausmerkki ". Käytä merkkiä ”.` },
  { pattern: /\p{L}'\p{L}/u, message: (found) => say`Suora heittomerkki: ${found}. Käytä merkkiä ’.` },
  { pattern: / - /, message: () => say`Yhdysmerkki ajatusviivana. Käytä merkkiä –, jonka ympärillä on välit.` },
  { pattern: /\.\.\./, message: () => say`Kolme pistettä. Käytä merkkiä ….` },
  { pattern: /\d{1,2}:\d{2}(?!\p{L})/u, message: (found) => say`Kellonaika ${found}. Käytä pistettä: ${found.replace(':', '.')}.` },
];

/** One word or name a line; what follows `#` is a comment; `*` at the end of a word allows any ending. */
export function parseWordList(text: string): WordList {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  const entries = lines.filter((line) => !line.includes(' ')).map((line) => line.toLowerCase());
  return {
    names: lines.filter((line) => line.includes(' ')),
    words: new Set(entries.filter((entry) => !entry.endsWith('*'))),
    stems: entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)),
  };
}

/** @returns every fault, in the order of files and lines */
export function checkLanguage(passages: readonly Passage[], list: WordList, voikko: Voikko): LanguageFault[] {
  const faults = [
    ...spellingFaults(passages, list, voikko),
    ...grammarFaults(passages, list, voikko),
    ...passages.flatMap((passage) => typographyFaults(passage, list)),
  ];
  const order = new Map(passages.map(({ file }, index) => [file, index]));
  return faults.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line);
}

function spellingFaults(passages: readonly Passage[], list: WordList, voikko: Voikko): LanguageFault[] {
  const found = passages.flatMap((passage) => wordsOf(passage.text).map(({ word, index }) => ({ passage, word, index })));
  const foreign = found.filter(({ word }) => !isListed(word, list));
  // A part of a compound whose other part is in the list: the whole is unknown to Voikko, yet the part may be wrong.
  const parts = new Map(foreign.map(({ word }) => [word, partsBesideListed(word, list)]));
  const unknown = voikko.unknownWords([...new Set([...parts].flatMap(([word, others]) => others ?? [word]))]);
  return foreign.flatMap(({ passage, word, index }): LanguageFault[] => {
    const wrong = (parts.get(word) ?? [word]).filter((part) => unknown.has(part));
    if (wrong.length === 0) return [];
    const instead = unknown.get(wrong[0] ?? word) ?? [];
    const message = `${say`Tuntematon sana: ${word}`}${instead.length > 0 ? ` (${wrong[0] ?? word} → ${instead.join(', ')}?)` : ''}`;
    return [{ file: passage.file, line: lineOf(passage, word, index), message }];
  });
}

function grammarFaults(passages: readonly Passage[], { names }: WordList, voikko: Voikko): LanguageFault[] {
  // A figure reads well wherever the program puts something in, and is as long as the placeholder.
  const paragraphs = passages.map(({ text }) => text.replaceAll(PLACEHOLDER, '5').replace(/\n/g, ' '));
  return voikko.grammarFaults(paragraphs).flatMap(({ paragraph, code, start, length, explanation, suggestions }): LanguageFault[] => {
    const passage = passages[paragraph];
    if (!passage) return [];
    const excerpt = passage.text.slice(start, start + length);
    if (code === MISSING_MAIN_VERB && wordsOf(excerpt).length <= FRAGMENT_WORDS) return [];
    if (code === WRITE_FIRST_LOWERCASE && names.some((name) => passage.text.startsWith(name, start))) return [];
    const instead = suggestions.length > 0 ? ` → ${suggestions.map(quoted).join(', ')}?` : '';
    return [{ file: passage.file, line: lineOf(passage, excerpt, start), message: `${explanation}: ${quoted(excerpt.trim())}${instead}` }];
  });
}

/** Names are left as they are, with an exclamation mark in them too. */
function typographyFaults(passage: Passage, { names }: WordList): LanguageFault[] {
  const text = names.reduce((rest, name) => rest.replaceAll(name, (found) => PLACEHOLDER.repeat(found.length)), passage.text);
  return typography.flatMap(({ pattern, message }): LanguageFault[] => {
    const found = pattern.exec(text);
    return found ? [{ file: passage.file, line: lineOf(passage, found[0], found.index), message: message(found[0]) }] : [];
  });
}

/** Words as Voikko takes them. Addresses, names of files, what has a figure in it and what a placeholder completes are no words. */
function wordsOf(text: string): { readonly word: string; readonly index: number }[] {
  const plain = text.replace(
    /https?:\/\/\S+|[\w.+-]+@[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.(?:fi|md|yaml|txt|json|zip|svg|png|pdf)\b/gi,
    (found) => ' '.repeat(found.length),
  );
  return Array.from(
    plain.matchAll(new RegExp(`[\\p{L}\\d${PLACEHOLDER}]+(?:[-’':.\u00AD]?[\\p{L}\\d${PLACEHOLDER}]+)*-?`, 'gu')),
    ({ 0: found, index }) => ({
      word: found.replaceAll('\u00AD', ''),
      index,
    }),
  ).filter(({ word }) => /\p{L}/u.test(word) && !/\d/.test(word) && !word.includes(PLACEHOLDER));
}

function isListed(word: string, { words, stems }: WordList): boolean {
  const lower = word.toLowerCase();
  return words.has(lower) || stems.some((stem) => lower.startsWith(stem) && /^:?\p{Ll}*$/u.test(lower.slice(stem.length)));
}

/** The parts of a hyphenated compound that are left to Voikko; undefined where none of its parts is in the list. */
function partsBesideListed(word: string, list: WordList): string[] | undefined {
  const parts = word.split('-').filter(Boolean);
  const others = parts.filter((part) => !isListed(part, list));
  return others.length < parts.length ? others : undefined;
}

/** The line on which an excerpt of a passage stands, counting how often it came before in the passage. */
function lineOf({ text, source, firstLine }: Passage, excerpt: string, index: number): number {
  const before = text.slice(0, index).split(excerpt).length - 1;
  let offset = -1;
  for (let count = 0; count <= before; count++) {
    const next = source.indexOf(excerpt, offset + 1);
    if (next < 0) break;
    offset = next;
  }
  return firstLine + source.slice(0, Math.max(offset, 0)).split('\n').length - 1;
}
