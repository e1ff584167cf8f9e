import type { Language } from '../../course/course.ts';
import { fi, type OwnPackageText } from './fi.ts';

export type { OwnPackageText } from './fi.ts';

/** Every language that the page speaks. */
const texts: Readonly<Partial<Record<Language, OwnPackageText>>> & { readonly fi: OwnPackageText } = { fi };

export function ownPackageTextIn(language: Language): OwnPackageText {
  return texts[language] ?? texts.fi;
}
