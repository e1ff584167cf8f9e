import type { Language } from '../../course/course.ts';
import { en } from './en.ts';
import { fi, type RecordsText } from './fi.ts';
import { sv } from './sv.ts';

export type { RecordsText } from './fi.ts';

const texts: Readonly<Record<Language, RecordsText>> = { fi, sv, en };

export const LANGUAGES = Object.keys(texts) as Language[];

export function textIn(language: Language): RecordsText {
  return texts[language];
}
