import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '../../course/course.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { shellStyles } from '../shell-styles.ts';

/** Each language by its own name, as whoever speaks it looks for it. */
const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** The learner wants the course in another language. Bubbles and leaves shadow roots. */
export class LanguageEvent extends Event {
  static readonly type = 'aspa-language-chosen';

  constructor(readonly language: Language) {
    super(LanguageEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * The languages of the course, one of which is the present one. Shows nothing where there is one alone.
 *
 * @fires aspa-language-chosen
 */
@customElement('aspa-language-choice')
export class LanguageChoice extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        padding: 4px 8px;
        border-color: transparent;
        color: var(--accent);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      [aria-current] {
        color: var(--ink);
        font-weight: 600;
        text-decoration: none;
      }
      @media print {
        ul {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) languages: readonly Language[] = [];
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected override render(): TemplateResult | typeof nothing {
    if (this.languages.length < 2) return nothing;
    return html`<nav aria-label=${this.text.languages.choose}>
      <ul>
        ${this.languages.map(
          (language) =>
            html`<li>
              <button
                lang=${language}
                aria-current=${language === this.text.language ? 'true' : nothing}
                @click=${() => this.dispatchEvent(new LanguageEvent(language))}
              >
                ${NAMES[language]}
              </button>
            </li>`,
        )}
      </ul>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-language-choice': LanguageChoice;
  }
  interface HTMLElementEventMap {
    'aspa-language-chosen': LanguageEvent;
  }
}
