import type { Language } from '../../../course/course.ts';
import { en } from './en.ts';
import { fi, type HrPageText } from './fi.ts';
import { sv } from './sv.ts';

export type { HrPageText, Meaning } from './fi.ts';

const texts: Readonly<Record<Language, HrPageText>> = { fi, sv, en };

export function hrPageTextIn(language: Language): HrPageText {
  return texts[language];
}
