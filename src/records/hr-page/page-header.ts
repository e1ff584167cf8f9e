/** What the page is for, that it sends nothing, and its languages. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';
import { languageChoice } from '../page/language-choice.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';

export function pageHeader(words: HrPageText, current: Language, choose: (language: Language) => void): TemplateResult {
  return html`<header>
    <div class="top">
      <h1>${words.title}</h1>
      ${languageChoice(words.language, current, choose)}
    </div>
    <p>${words.lead}</p>
    <p><b>${words.privacy}</b></p>
  </header>`;
}
