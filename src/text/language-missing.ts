import type { Language } from '../course/course.ts';

/**
 * Said where the file of a language does not come: in that language, since who has chosen it may read no other. It stands apart from the languages'
 * own words, which are in the file that did not come.
 */
export const languageMissing: Readonly<Record<Language, { title: string; what: string; again: string; dismiss: string }>> = {
  fi: {
    title: 'Kurssi ei avautunut suomeksi',
    what: 'Suomenkielinen tiedosto ei latautunut. Kaikki, mitä olet kirjoittanut, on tallella. Jos uusi yritys ei auta, avaa kurssi uudelleen.',
    again: 'Yritä uudelleen',
    dismiss: 'Jatka silti',
  },
  sv: {
    title: 'Kursen öppnades inte på svenska',
    what: 'Den svenska filen kunde inte laddas. Allt som du har skrivit finns kvar. Om ett nytt försök inte hjälper, öppna kursen på nytt.',
    again: 'Försök på nytt',
    dismiss: 'Fortsätt ändå',
  },
  en: {
    title: 'The course did not open in English',
    what: 'The English file could not be loaded. Everything you have written is still here. If trying again does not help, open the course again.',
    again: 'Try again',
    dismiss: 'Go on anyway',
  },
};
