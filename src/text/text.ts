import { createContext } from '@lit/context';
import type { Language } from '../course/course.ts';
import type { fi } from './fi.ts';

/** All words of the interface in one language; functions where a word depends on a figure. */
export type Text = typeof fi;

/** The languages that a bundle carries. */
export type Texts = Readonly<Partial<Record<Language, Text>>>;

/** Provided by the course's shell, so that a component far below speaks the learner's language. */
export const textContext = createContext<Text>('aspa-text');

/**
 * The interface in the language that the LMS asks for (`sv-FI` finds `sv`), else in the course's own.
 *
 * @param wanted BCP 47, as the LMS gave it
 */
export function chooseText(texts: Texts, wanted: string | undefined, course: Language): Text | undefined {
  const primary = wanted?.toLowerCase().split(/[-_]/)[0];
  const asked = Object.entries(texts).find(([language]) => language === primary)?.[1];
  return asked ?? texts[course];
}
