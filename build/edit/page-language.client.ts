/** The words of the edit mode in the language that the course is shown in, which the learner's browser or a press changes. */
import { wordsIn, type PageWords } from './page-words.ts';

/** @param spoken told the words at once, and again whenever the page's language is another */
export function followLanguage({ documentElement }: Document, spoken: (words: PageWords) => void): void {
  const speak = (): void => spoken(wordsIn(documentElement.lang));
  speak();
  new MutationObserver(speak).observe(documentElement, { attributeFilter: ['lang'] });
}
