import type { Language } from '../../../course/course.ts';
import { en } from './en.ts';
import { fi, type OutputsText } from './fi.ts';
import { sv } from './sv.ts';

export type { OutputsText } from './fi.ts';

const texts: Readonly<Record<Language, OutputsText>> = { fi, sv, en };

export const LANGUAGES = Object.keys(texts) as Language[];

export function outputsTextIn(language: Language): OutputsText {
  return texts[language];
}

/** A month such as `2026-11` in words. */
export function monthIn(month: string, text: OutputsText): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return text.month(year, number);
}
