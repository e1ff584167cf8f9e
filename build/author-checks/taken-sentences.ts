/** Sentences taken over from a text that the course may use but not copy: seven words in a row. */
import type { ContentMistake } from '../content-error.ts';
import type { Passage } from '../language-passages.ts';
import type { ContentText } from './content-texts.ts';
import { say } from '../say.ts';

const WORDS = 7;

/** A text whose sentences are not to be taken over. */
export interface SourceText {
  /** Path from the content folder. */
  readonly file: string;
  readonly text: string;
}

/** Finds each row of seven words of the sources; what stands in quotation marks is a quotation. */
export function takenSentences(sources: readonly SourceText[]): (text: ContentText) => ContentMistake[] {
  const known = new Map(sources.flatMap(({ file, text }) => rowsOf(wordsOf(text)).map(({ key }) => [key, file] as const)));
  return ({ passages }) => passages.flatMap((passage) => firstTaken(passage, known));
}

/** One for each passage: who rewrites its first row reads the rest anew. */
function firstTaken(passage: Passage, known: ReadonlyMap<string, string>): ContentMistake[] {
  const rows = rowsOf(wordsOf(passage.text.replaceAll('\u00AD', '').replace(/[”“][^”“]*[”“]/g, ' ”” ')));
  const taken = rows.find(({ key }) => known.has(key));
  if (!taken) return [];
  return [
    {
      file: passage.file,
      line: passage.firstLine,
      column: 1,
      what: say`Seitsemän sanaa peräkkäin on samoja kuin lähteessä ${known.get(taken.key) ?? ''}: ”${taken.words.join(' ')}”`,
      instead: say`Kirjoita asia omin sanoin, tai pane lainaus lainausmerkkeihin ja kerro, kenen se on.`,
    },
  ];
}

/** A word that no text has: nothing is taken over across a quotation. */
const BREAK = '”';

function wordsOf(text: string): string[] {
  return text.replaceAll('\u00AD', '').match(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*|””/gu) ?? [];
}

function rowsOf(words: readonly string[]): { readonly key: string; readonly words: readonly string[] }[] {
  return words.slice(0, Math.max(words.length - WORDS + 1, 0)).flatMap((_, start) => {
    const row = words.slice(start, start + WORDS);
    return row.some((word) => word.startsWith(BREAK)) ? [] : [{ key: row.join(' ').toLowerCase(), words: row }];
  });
}
