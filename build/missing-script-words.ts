/** What a page says where its script cannot be loaded (`src/entry/missing-script.ts`), in each language of the course. */
import type { Language } from '../src/course/course.ts';
import { fallbackHtml, type FallbackWords } from './fallback-html.ts';

const WORDS: Readonly<Record<Language, FallbackWords>> = {
  fi: {
    title: 'Kurssi ei latautunut',
    paragraphs: [
      'Yhteys voi olla poikki, tai kurssia päivitetään juuri nyt. Vastauksesi ovat tallessa. Sulje kurssi ja avaa se uudelleen hetken kuluttua.',
      'Jos se ei auta, kysy neuvoa työpaikkasi tietotuesta.',
    ],
  },
  sv: {
    title: 'Kursen kunde inte laddas',
    paragraphs: [
      'Förbindelsen kan vara bruten, eller så uppdateras kursen just nu. Dina svar finns kvar. Stäng kursen och öppna den på nytt om en stund.',
      'Om det inte hjälper kan du fråga it-stödet på din arbetsplats.',
    ],
  },
  en: {
    title: 'The course could not be loaded',
    paragraphs: [
      'The connection may be broken, or the course is being updated right now. Your answers are safe. Close the course and open it again in a moment.',
      'If that does not help, ask the IT support at your workplace.',
    ],
  },
};

/** @param languages the page's own first */
export function notLoadedHtml(languages: readonly Language[]): string {
  return fallbackHtml(WORDS, languages);
}
