import type { Language } from '../course/course.ts';

/** Who has a say in which language a learner sees. Languages are BCP 47, as each of them says it. */
export interface LanguageWishes {
  /** What she has chosen in the course. */
  readonly chosen?: string | undefined;
  /** One, or several with commas between, the best first. */
  readonly lms?: string | undefined;
  /** The best first. */
  readonly browser: readonly string[];
  /** The course's own. */
  readonly byDefault: Language;
}

/** The language that the course is shown in: the first wish that the package can fulfil (`sv-FI` asks for `sv`). */
export function wantedLanguage(offered: readonly Language[], { chosen, lms, browser, byDefault }: LanguageWishes): Language {
  for (const wish of [chosen, ...(lms ?? '').split(','), ...browser]) {
    const primary = wish?.trim().toLowerCase().split(/[-_]/)[0];
    const found = offered.find((language) => language === primary);
    if (found) return found;
  }
  return byDefault;
}
