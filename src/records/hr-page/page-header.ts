/** What the page is for, that it sends nothing, and its languages. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';
import { languageChoice } from '../page/language-choice.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';

export interface PageHeaderOptions {
  readonly words: HrPageText;
  readonly title: string;
  readonly current: Language;
  readonly choose: (language: Language) => void;
}

export function pageHeader({ words, title, current, choose }: PageHeaderOptions): TemplateResult {
  return html`<header>
    <div class="top">
      <h1>${title}</h1>
      ${languageChoice(words.language, current, choose)}
    </div>
    <p>${words.lead}</p>
    <p><b>${words.privacy}</b></p>
  </header>`;
}
