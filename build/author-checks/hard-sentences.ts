/**
 * How easily a text is read: its hardest sentences by their length, and by LIX, the words of a sentence plus the share of words of more than six
 * letters (C. H. Björnsson, Läsbarhet, 1968). Finnish says in one word what takes Swedish and English two, so the limits of length differ.
 */
import type { Language } from '../../src/course/course.ts';
import type { ContentMistake } from '../content-error.ts';
import type { Passage } from '../language-passages.ts';
import type { ContentText } from './content-texts.ts';
import { say } from '../say.ts';

/** Most words of a sentence. */
const MOST_WORDS: Readonly<Record<Language, number>> = { fi: 22, sv: 30, en: 32 };
/** Highest LIX of a sentence that is no short one. */
const HIGHEST_LIX = 90;
/** LIX says nothing of a heading or a few words. */
const SHORT = 12;
/** So many of a file: the hardest first. */
const MOST_NAMED = 5;

export interface Sentence {
  readonly text: string;
  readonly words: number;
  readonly lix: number;
}

export function hardSentences({ language, passages }: ContentText): ContentMistake[] {
  const most = MOST_WORDS[language];
  const found = passages.flatMap((passage) => sentencesOf(passage.text).map((sentence) => ({ ...sentence, passage })));
  return found
    .filter(({ words, lix }) => words > most || (words >= SHORT && lix > HIGHEST_LIX))
    .sort((a, b) => b.words - a.words || b.lix - a.lix)
    .slice(0, MOST_NAMED)
    .map(({ text, words, lix, passage }) => ({
      file: passage.file,
      line: lineOf(passage, text),
      column: 1,
      what: say`Virke on vaikea lukea (${String(words)} sanaa, LIX ${String(Math.round(lix))}): ”${beginning(text)}”`,
      instead: say`Jaa virke kahdeksi tai käytä lyhyempiä sanoja. Virkkeessä saa olla enintään ${String(most)} sanaa.`,
    }));
}

/** The sentences of a paragraph with their measures. */
export function sentencesOf(text: string): Sentence[] {
  return text
    .replaceAll('\u00AD', '')
    .split(/(?<=[.?!…:])\s+(?=[\p{Lu}”“‘\d])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
    .map((sentence) => {
      const words = sentence.match(/[\p{L}\d]+(?:[-’':.][\p{L}\d]+)*/gu) ?? [];
      const long = words.filter((word) => word.length > 6).length;
      return { text: sentence, words: words.length, lix: words.length === 0 ? 0 : words.length + (100 * long) / words.length };
    });
}

function lineOf({ source, firstLine }: Passage, sentence: string): number {
  const start = source.indexOf(sentence.slice(0, 20));
  return firstLine + (start < 0 ? 0 : source.slice(0, start).split('\n').length - 1);
}

function beginning(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}
