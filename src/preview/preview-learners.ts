/** The learners as whom a package may be launched in the preview. */

export const learnerLanguages = ['fi', 'sv', 'en'] as const;
export type LearnerLanguage = (typeof learnerLanguages)[number];

export function isLearnerLanguage(value: unknown): value is LearnerLanguage {
  return learnerLanguages.some((language) => language === value);
}

export interface PreviewLearner {
  readonly id: string;
  /** "Sukunimi, Etunimi", as SCORM says it. */
  readonly name: string;
  readonly language: LearnerLanguage;
}

/** There to choose from the beginning; none of them is anybody. */
export const MADE_UP_LEARNERS: readonly PreviewLearner[] = [
  { id: 'aino.kirjastonen', name: 'Kirjastonen, Aino', language: 'fi' },
  { id: 'onni.lainaaja', name: 'Lainaaja, Onni', language: 'fi' },
  { id: 'tyyne.neuvoja', name: 'Neuvoja, Tyyne', language: 'fi' },
  { id: 'ake.bokman', name: 'Bokman, Åke', language: 'sv' },
  { id: 'mary.reader', name: "O'Reader, Mary", language: 'en' },
];
