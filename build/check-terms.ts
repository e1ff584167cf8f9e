/** Finds things that a text calls by another word than the glossary `content/termit.txt` does, in each language of the course. */
import type { Language } from '../src/course/course.ts';
import type { LanguageFault } from './check-language.ts';
import type { Glossary } from './glossary.ts';
import type { Passage } from './language-passages.ts';
import { say } from './say.ts';

/** @returns a fault for every other word, in the order of the passages */
export function checkTerms(passages: readonly Passage[], { terms, exceptions }: Glossary, language: Language = 'fi'): LanguageFault[] {
  const avoided = terms.flatMap(({ words }) => {
    const { term, avoided: others } = words[language] ?? { term: '', avoided: [] };
    return others.map((word) => ({ term, pattern: patternOf(word) }));
  });
  return passages.flatMap(({ file, firstLine, text, source }) => {
    const checked = exceptions.reduce((rest, exception) => rest.replaceAll(exception, ''), text.replaceAll('\u00AD', ''));
    return avoided.flatMap(({ term, pattern }) =>
      Array.from(checked.matchAll(pattern), ([found]): LanguageFault => {
        const before = source.slice(0, Math.max(source.indexOf(found), 0));
        return {
          file,
          line: firstLine + before.split('\n').length - 1,
          message: say`Toinen sana samasta asiasta: ${found}. Käytä termiä ${term}.`,
        };
      }),
    );
  });
}

/** The same text in the main language and in another. */
export type TranslatedPassage = readonly [original: Passage, translation: Passage];

/** @returns a fault for every translation that lacks the term for what the original names by one */
export function checkTranslatedTerms(
  pairs: readonly TranslatedPassage[],
  { terms, exceptions }: Glossary,
  language: Language,
): LanguageFault[] {
  const held = terms.flatMap(({ words }) => {
    const [original, translation] = [words.fi, words[language]];
    if (!translation || original.forms.length === 0 || translation.forms.length === 0) return [];
    return [{ original: original.term, named: anyOf(original.forms), term: translation.term, wanted: anyOf(translation.forms) }];
  });
  return pairs.flatMap(([original, translation]) => {
    const text = exceptions.reduce((rest, exception) => rest.replaceAll(exception, ''), original.text);
    return held
      .filter(({ named, wanted }) => named.test(text) && !wanted.test(translation.text))
      .map(({ original: finnish, term }): LanguageFault => ({
        file: translation.file,
        line: translation.firstLine,
        message: say`Suomen termiä ${finnish} ei ole sanottu termillä ${term}: ”${translation.text}”`,
      }));
  });
}

const anyOf = (forms: readonly string[]): RegExp => new RegExp(forms.map((form) => patternOf(form).source).join('|'), 'iu');

/** The word as a whole, or from the beginning of a word or of a part after a hyphen. */
function patternOf(word: string): RegExp {
  const stem = word.replace(/\*$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${stem}${word.endsWith('*') ? '\\p{L}*' : ''}(?![\\p{L}\\d])`, 'giu');
}
