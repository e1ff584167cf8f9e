import type { Language } from '../../course/course.ts';
import { en } from './en.ts';
import { fi, type OwnPackageText } from './fi.ts';
import { sv } from './sv.ts';

export type { OwnPackageText } from './fi.ts';

/** Every language that the page speaks. */
const texts: Readonly<Record<Language, OwnPackageText>> = { fi, sv, en };

export function ownPackageTextIn(language: Language): OwnPackageText {
  return texts[language];
}
