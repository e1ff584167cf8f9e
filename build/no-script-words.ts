/** What a page says where the browser runs no script, in each language of the course. */
import type { Language } from '../src/course/course.ts';
import { fallbackHtml, type FallbackWords } from './fallback-html.ts';

const WORDS: Readonly<Record<Language, FallbackWords>> = {
  fi: {
    title: 'Kurssi tarvitsee JavaScriptin',
    paragraphs: [
      'Selaimesi ei suorita JavaScriptiä, eikä kurssi toimi ilman sitä. Salli JavaScript selaimen asetuksista ja avaa kurssi uudelleen.',
      'Jos et voi muuttaa asetuksia, kysy neuvoa työpaikkasi tietotuesta.',
    ],
  },
  sv: {
    title: 'Kursen behöver JavaScript',
    paragraphs: [
      'Din webbläsare kör inte JavaScript, och utan det fungerar kursen inte. Tillåt JavaScript i webbläsarens inställningar och öppna kursen på nytt.',
      'Om du inte kan ändra inställningarna kan du fråga it-stödet på din arbetsplats.',
    ],
  },
  en: {
    title: 'The course needs JavaScript',
    paragraphs: [
      'Your browser does not run JavaScript, and the course does not work without it. Allow JavaScript in the browser’s settings and open the course again.',
      'If you cannot change the settings, ask the IT support at your workplace.',
    ],
  },
};

/** @param languages the page's own first */
export function noScriptHtml(languages: readonly Language[]): string {
  return fallbackHtml(WORDS, languages);
}
