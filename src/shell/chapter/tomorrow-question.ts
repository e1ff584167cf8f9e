import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Question } from '../../course/course.ts';
import { bringToMiddle } from '../../exercises/shared/bring-into-view.ts';
import '../../fields/text/element.ts';
import type { TextField } from '../../fields/text/element.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { WORKBOOK_PAGE } from '../navigation/route.ts';
import { shellStyles } from '../shell-styles.ts';

/**
 * What a chapter asks at its end: what the learner will do tomorrow. It may stay empty, and nobody is told it.
 *
 * @fires AnswerEvent at each change
 * @fires aspa-field-left where the focus leaves it: a good moment to save
 */
@customElement('aspa-tomorrow-question')
export class TomorrowQuestion extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      :host {
        display: block;
      }
      section {
        max-width: 38rem;
        padding: 32px 0 0;
      }
      p {
        margin: 8px 0 0;
        font-size: 0.889rem;
      }
      @media print {
        p {
          display: none;
        }
      }
    `,
  ];

  /** With the whole id of its field. */
  @property({ attribute: false }) question!: Question;
  @property() value = '';
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** No LMS has the answers, and there are no reports. */
  @property({ type: Boolean, attribute: 'this-browser-only' }) thisBrowserOnly = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('aspa-text-field') private readonly field!: TextField;

  /** Brings it into view, with the focus on it. */
  async goTo(): Promise<void> {
    await this.updateComplete;
    await this.field.updateComplete;
    bringToMiddle(this);
    this.field.focus({ preventScroll: true });
  }

  readonly #left = (): void => {
    this.dispatchEvent(new Event('aspa-field-left', { bubbles: true, composed: true }));
  };

  protected override render(): TemplateResult {
    const { question, value } = this;
    return html`<section>
      <aspa-text-field
        data-field=${question.id}
        .field=${question.id}
        .question=${{ ...question, optional: true, private: !this.thisBrowserOnly }}
        .value=${value}
        .rows=${2}
        ?read-only=${this.readOnly}
        @focusout=${this.#left}
      ></aspa-text-field>
      ${value.trim() === '' ? nothing : html`<p><a href="#${WORKBOOK_PAGE}">${this.text.workbook.tomorrow.collected}</a></p>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-tomorrow-question': TomorrowQuestion;
  }
}
