/** The languages of a page that stands alone, each in its own words. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';

const LANGUAGES: readonly [Language, string][] = [
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['en', 'English'],
];

/** @param label what is chosen, for who does not see it */
export function languageChoice(label: string, current: Language, choose: (language: Language) => void): TemplateResult {
  return html`<div class="languages" role="group" aria-label=${label}>
    ${LANGUAGES.map(
      ([language, name]) =>
        html`<button type="button" class="plain" lang=${language} aria-pressed=${current === language} @click=${() => choose(language)}>
          ${name}
        </button>`,
    )}
  </div>`;
}
