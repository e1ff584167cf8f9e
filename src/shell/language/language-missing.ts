import { consume } from '@lit/context';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../course/course.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { noticeStyles } from '../../theme/notice-styles.ts';
import { shellStyles } from '../shell-styles.ts';

/**
 * The course is not in the language that the learner wants, because its file did not come.
 *
 * @fires again where she wants it to be tried once more
 * @fires dismiss where she goes on in the language that the course is in
 */
@customElement('aspa-language-missing')
export class LanguageMissing extends LitElement {
  static override readonly styles = [shellStyles, noticeStyles];

  @property() language: Language = 'fi';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected override render(): TemplateResult {
    const { missing } = this.text.languages;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${missing.title(this.language)}</h2>
      <p>${missing.what(this.language)}</p>
      <p class="buttons">
        <button @click=${() => this.dispatchEvent(new Event('again'))}>${missing.again}</button>
        <button class="quiet" @click=${() => this.dispatchEvent(new Event('dismiss'))}>${missing.dismiss}</button>
      </p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-language-missing': LanguageMissing;
  }
}
