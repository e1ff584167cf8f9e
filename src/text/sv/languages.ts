import type { Language } from '../../course/course.ts';

const IN: Readonly<Record<Language, string>> = { fi: 'finska', sv: 'svenska', en: 'engelska' };

export const languages = {
  choose: 'Språk',
  now: 'Kursen är nu på svenska.',
  missing: {
    title: (wanted: Language) => `Kursen öppnades inte på ${IN[wanted]}`,
    what: (wanted: Language) =>
      `Filen med kursen på ${IN[wanted]} kunde inte laddas. Kursen fortsätter på svenska, och allt som du har skrivit finns kvar.`,
    again: 'Försök igen',
    dismiss: 'Fortsätt på svenska',
  },
};
