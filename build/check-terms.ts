/** Finds things that the Finnish texts call by another word than the glossary `content/fi/termit.txt` does. */
import type { LanguageFault } from './check-language.ts';
import type { Passage } from './language-passages.ts';

export interface Glossary {
  readonly terms: readonly Term[];
  /** Texts in which another word is right, such as a name. */
  readonly exceptions: readonly string[];
}

export interface Term {
  /** The word to use. */
  readonly term: string;
  readonly meaning: string;
  /** Words that are not used for it; `*` at the end stands for any ending. */
  readonly avoided: readonly string[];
}

/** @throws where a line is neither a term with its meaning nor an exception */
export function parseGlossary(text: string): Glossary {
  const terms: Term[] = [];
  const exceptions: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const entry = line.replace(/#.*/, '').trim();
    if (entry === '') continue;
    const [, exception] = /^paitsi\s+(.+)$/.exec(entry) ?? [];
    if (exception !== undefined) {
      exceptions.push(exception);
      continue;
    }
    const [, term, meaning, avoided = ''] = /^([^=|]+?)\s*=\s*([^|]+?)\s*(?:\|\s*(.+))?$/.exec(entry) ?? [];
    if (term === undefined || meaning === undefined) {
      throw new Error(`Glossary, line ${index + 1}: write "term = meaning | words to avoid" or "paitsi text". Found: ${entry}`);
    }
    terms.push({ term, meaning, avoided: avoided.split(/\s*,\s*/).filter(Boolean) });
  }
  return { terms, exceptions };
}

/** @returns a fault for every other word, in the order of the passages */
export function checkTerms(passages: readonly Passage[], { terms, exceptions }: Glossary): LanguageFault[] {
  const avoided = terms.flatMap(({ term, avoided: words }) => words.map((word) => ({ term, pattern: patternOf(word) })));
  return passages.flatMap(({ file, firstLine, text, source }) => {
    const checked = exceptions.reduce((rest, exception) => rest.replaceAll(exception, ''), text.replaceAll('\u00AD', ''));
    return avoided.flatMap(({ term, pattern }) =>
      Array.from(checked.matchAll(pattern), ([found]): LanguageFault => {
        const before = source.slice(0, Math.max(source.indexOf(found), 0));
        return {
          file,
          line: firstLine + before.split('\n').length - 1,
          message: `Toinen sana samasta asiasta: ${found}. Käytä termiä ${term}.`,
        };
      }),
    );
  });
}

/** The word as a whole, or from the beginning of a word or of a part after a hyphen. */
function patternOf(word: string): RegExp {
  const stem = word.replace(/\*$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${stem}${word.endsWith('*') ? '\\p{L}*' : ''}(?![\\p{L}\\d])`, 'giu');
}
