import type { Language } from '../../course/course.ts';

const IN: Readonly<Record<Language, string>> = { fi: 'Finnish', sv: 'Swedish', en: 'English' };

export const languages = {
  choose: 'Language',
  now: 'The course is now in English.',
  missing: {
    title: (wanted: Language) => `The course did not open in ${IN[wanted]}`,
    what: (wanted: Language) =>
      `The file that holds the course in ${IN[wanted]} could not be loaded. The course goes on in English, and everything you have written is still here.`,
    again: 'Try again',
    dismiss: 'Go on in English',
  },
};
