import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerEvent } from '../course/answer-event.ts';
import type { Question } from '../course/course.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';

/**
 * What every field has: a question above, help below it, an example behind a button, and one way to tell what was written.
 *
 * @fires AnswerEvent at each change of its value
 */
export abstract class FieldElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** The whole field id. */
  @property() field = '';
  @property({ attribute: false }) question: Omit<Question, 'id'> = { label: '' };
  /** The field's text as the store has it. */
  @property() value = '';
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected change(value: string): void {
    this.value = value;
    this.dispatchEvent(new AnswerEvent({ [this.field]: value }));
  }

  /** Help, the mark of a private question, and the example, as they stand under the label. */
  protected renderHelp(): TemplateResult | typeof nothing {
    const { help, example } = this.question;
    if (!help && !example && !this.question.private) return nothing;
    return html`<div id="help" class="help">
      ${help ? html`<p>${help}</p>` : nothing}${this.question.private ? html`<p>${this.text.fields.private}</p>` : nothing}
      ${
        example
          ? html`<details>
              <summary>${this.text.fields.showExample}</summary>
              <p class="example">${example}</p>
            </details>`
          : nothing
      }
    </div>`;
  }

  protected renderLabelText(): TemplateResult {
    return html`${this.question.label}${this.question.optional ? html` <span class="optional">(${this.text.fields.optional})</span>` : nothing}`;
  }

  protected get describedBy(): string | typeof nothing {
    return this.question.help || this.question.private ? 'help' : nothing;
  }
}
