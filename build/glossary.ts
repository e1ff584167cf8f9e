/** The glossary `content/termit.txt`: the one word that the course uses for a thing, in each language, and the words that it does not use. */
import { isLanguage, type Language } from '../src/course/languages.ts';

export interface Glossary {
  readonly terms: readonly Term[];
  /** Texts in which another word is right, such as a name. */
  readonly exceptions: readonly string[];
}

export interface Term {
  readonly meaning: string;
  readonly words: { readonly fi: Wording } & Readonly<Partial<Record<Language, Wording>>>;
}

/** In every word, `*` at the end stands for any ending. */
export interface Wording {
  /** The word to use. */
  readonly term: string;
  /** The shapes by which it is recognised in a text; none where a translation is not held to it. */
  readonly forms: readonly string[];
  /** Words that are not used for it. */
  readonly avoided: readonly string[];
}

const LINE = {
  exception: /^paitsi\s+(.+)$/,
  finnish: /^(?<term>[^=|()]+?)\s*(?:\((?<forms>[^)]+)\))?\s*=\s*(?<meaning>[^|]+?)\s*(?:\|\s*(?<avoided>.+))?$/,
  translation: /^(?<language>[a-z]{2})\s+(?<term>[^=|()]+?)\s*(?:\((?<forms>[^)]+)\))?\s*(?:\|\s*(?<avoided>.+))?$/,
};

/** A line that is no entry. */
export class GlossaryError extends Error {
  override readonly name = 'GlossaryError';

  /** @param line of the glossary, from 1 */
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`Glossary, line ${String(line)}: ${message}`);
  }
}

/** @throws GlossaryError where a line is no term with its meaning, no translation below one and no exception */
export function parseGlossary(text: string): Glossary {
  const terms: Term[] = [];
  const exceptions: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const entry = line.replace(/#.*/, '').trimEnd();
    if (entry.trim() === '') continue;
    const [, exception] = LINE.exception.exec(entry) ?? [];
    if (exception !== undefined) {
      exceptions.push(exception);
      continue;
    }
    const isTranslation = /^\s/.test(entry);
    const term = termIn(entry, isTranslation, isTranslation ? terms.pop() : undefined);
    if (!term) {
      throw new GlossaryError(
        index + 1,
        `Write "term = meaning | words to avoid", indented below it "sv term | words to avoid", or "paitsi text". Found: ${entry.trim()}`,
      );
    }
    terms.push(term);
  }
  return { terms, exceptions };
}

/**
 * The term that a line begins, or the one above with the translation that the line adds.
 * @returns undefined where the line is neither
 */
function termIn(entry: string, isTranslation: boolean, above: Term | undefined): Term | undefined {
  const found = (isTranslation ? LINE.translation : LINE.finnish).exec(entry.trim())?.groups;
  if (!found || (isTranslation && !above)) return undefined;
  const { language = 'fi', term = '', forms = '', meaning = '', avoided = '' } = found;
  if (!isLanguage(language) || isTranslation === (language === 'fi')) return undefined;
  const wording = { term, forms: listIn(forms), avoided: listIn(avoided) };
  return above ? { ...above, words: { ...above.words, [language]: wording } } : { meaning, words: { fi: wording } };
}

const listIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
