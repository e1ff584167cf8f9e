/** The languages that there are: a further one is a word here, its texts (`src/text/<language>.ts`, `build/translated-messages/`), and a content folder. BCP 47. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** A language of the course or its interface. */
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}
