/** Soft hyphens for headings: browsers break long Finnish compounds differently or not at all, and in 320 pixels one of them fills a line. */
import english from 'hyphen/en/index.js';
import finnish from 'hyphen/fi/index.js';
import swedish from 'hyphen/sv/index.js';
import type { Language } from '../src/course/course.ts';

const patterns = { fi: finnish, sv: swedish, en: english };
const SHORTEST = 12;

/** The text with soft hyphens in words of at least 12 letters. */
export function withSoftHyphens(text: string, language: Language): string {
  return patterns[language].hyphenateSync(text, { minWordLength: SHORTEST });
}
