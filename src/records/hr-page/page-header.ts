/** What the page is for, that it sends nothing, and its languages. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';

/** Each in its own words. */
const LANGUAGES: readonly [Language, string][] = [
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['en', 'English'],
];

export function pageHeader(words: HrPageText, current: Language, choose: (language: Language) => void): TemplateResult {
  return html`<header>
    <div class="top">
      <h1>${words.title}</h1>
      <div class="languages" role="group" aria-label=${words.language}>
        ${LANGUAGES.map(
          ([language, name]) =>
            html`<button type="button" class="plain" lang=${language} aria-pressed=${current === language} @click=${() => choose(language)}>
              ${name}
            </button>`,
        )}
      </div>
    </div>
    <p>${words.lead}</p>
    <p><b>${words.privacy}</b></p>
  </header>`;
}
