/** The languages of a page that stands alone, each in its own words. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';

const LANGUAGES: readonly [Language, string][] = [
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['en', 'English'],
];

/**
 * The language in which such a page opens: Finnish, or Swedish where the browser prefers that. Browsers in English are used in Finnish as much as
 * in Swedish: they say nothing.
 * @param languages by preference, as `navigator.languages`
 */
export function languageFor(languages: readonly string[]): Language {
  const preferred = languages.find((one) => /^(fi|sv)\b/i.test(one));
  return preferred?.toLowerCase().startsWith('sv') ? 'sv' : 'fi';
}

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
