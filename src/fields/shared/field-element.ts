import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import type { Question } from '../../course/course.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { renderReader } from './reader-icons.ts';

/**
 * What every field has: a question above, help below it, an example behind a button, and one way to tell what was written.
 *
 * @fires {AnswerEvent} aspa-answer at each change of its value
 */
export abstract class FieldElement extends LitElement {
  /** The whole field id. */
  @property() field = '';
  /** What is asked, with its help and example. */
  @property({ attribute: false }) question: Omit<Question, 'id'> = { label: '' };
  /** Said before the label to a listener who does not see in which row the field stands: "Puhelin". */
  @property() context = '';
  /** The field's text as the store has it. */
  @property() value = '';
  /** Shows the value, and takes none. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** The words of the interface. */
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected change(value: string): void {
    this.value = value;
    /** @internal Told of above, by its name. */
    this.dispatchEvent(new AnswerEvent({ [this.field]: value }));
  }

  /** Puts the focus on the control itself, past an example's button; in a group on what is picked there. */
  override focus(options?: FocusOptions): void {
    const controls = [...this.renderRoot.querySelectorAll<HTMLTextAreaElement & { readonly checked?: boolean }>('input, textarea')];
    (controls.find(({ checked }) => checked) ?? controls.find(({ disabled }) => !disabled))?.focus(options);
  }

  /**
   * Help, the mark of a private question, and the example, as they stand under the label.
   * @param exampleFirst the example's button stands in the line of the label rather than of the help
   * @param isShort the help stands in the line of the label
   */
  protected renderHelp(exampleFirst = false, isShort = false): TemplateResult | typeof nothing {
    const { help, private: isPrivate } = this.question;
    const example = this.#renderExample();
    if (!help && !isPrivate) return example;
    return html`${exampleFirst ? example : nothing}
      <div id="help" class="help ${isShort ? 'short' : ''}" part="help">
        ${help ? html`<p>${help}</p>` : nothing}${isPrivate ? renderReader(this.text.fields.private, 'lock') : nothing}
      </div>
      ${exampleFirst ? nothing : example}`;
  }

  #renderExample(): TemplateResult | typeof nothing {
    const { example, label } = this.question;
    if (!example) return nothing;
    return html`<details part="help">
      <summary>${this.text.fields.showExample}<span class="context">: ${this.context ? `${this.context}, ` : ''}${label}</span></summary>
      <p class="example">${example}</p>
    </details>`;
  }

  protected renderLabelText(): TemplateResult {
    const { label, optional } = this.question;
    return html`${this.context ? html`<span class="context">${`${this.context}:`}</span> ` : nothing}${label}${
      optional ? html` <span class="optional">(${this.text.fields.optional})</span>` : nothing
    }`;
  }

  protected get describedBy(): string | typeof nothing {
    return this.question.help || this.question.private ? 'help' : nothing;
  }
}
