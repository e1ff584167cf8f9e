import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../course/course.ts';
import { languageMissing } from '../../text/language-missing.ts';
import { noticeStyles } from '../../theme/notice-styles.ts';
import { shellStyles } from '../shell-styles.ts';

/**
 * The course is not in the language that the learner wants, because its file did not come: said in that language.
 *
 * @fires again where she wants it to be tried once more
 * @fires dismiss where she goes on in the language that the course is in
 */
@customElement('aspa-language-missing')
export class LanguageMissing extends LitElement {
  static override readonly styles = [shellStyles, noticeStyles];

  @property() language: Language = 'fi';

  protected override render(): TemplateResult {
    const { title, what, again, dismiss } = languageMissing[this.language];
    return html`<section aria-labelledby="heading" lang=${this.language}>
      <h2 id="heading">${title}</h2>
      <p>${what}</p>
      <p class="buttons">
        <button @click=${() => this.dispatchEvent(new Event('again'))}>${again}</button>
        <button class="quiet" @click=${() => this.dispatchEvent(new Event('dismiss'))}>${dismiss}</button>
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-language-missing': LanguageMissing;
  }
}
