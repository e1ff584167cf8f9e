import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Option } from '../../course/course.ts';
import { FieldElement } from '../shared/field-element.ts';
import { fieldStyles } from '../shared/field-styles.ts';

/** A row of worded steps of which one is picked, and can be unpicked. The value is the step's id. */
@customElement('aspa-scale-field')
export class ScaleField extends FieldElement {
  static override readonly styles = [
    fieldStyles,
    css`
      :host {
        position: relative;
        container-type: inline-size;
      }
      :host([clearable]) legend {
        padding-right: 5em;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      .steps {
        display: grid;
        grid-auto-columns: 1fr;
        grid-auto-flow: column;
        margin-top: var(--below-question, 8px);
        border: 1px solid var(--control);
        border-radius: 4px;
        background: var(--field);
      }
      .step {
        display: flex;
        flex-direction: column;
        gap: 4px;
        align-items: center;
        justify-content: center;
        min-height: 64px;
        padding: 8px 4px;
        border-left: 1px solid var(--line);
        font-weight: 400;
        font-size: 0.9em;
        line-height: 1.25;
        text-align: center;
        cursor: pointer;
        hyphens: auto;
      }
      .step:first-child {
        border-left: 0;
      }
      .step:has(:checked) {
        background: var(--tint, var(--panel));
        box-shadow: inset 0 0 0 2px var(--accent);
      }
      .step:has(:focus-visible) {
        outline: var(--focus-ring);
        outline-offset: 2px;
        z-index: 1;
      }
      .step input {
        flex: none;
        width: 20px;
        height: 20px;
        margin: 0;
        accent-color: var(--accent);
        outline: none;
      }
      @container (max-width: 23.2em) {
        .steps {
          grid-auto-flow: row;
        }
        .step {
          flex-direction: row;
          justify-content: flex-start;
          gap: 8px;
          min-height: 44px;
          padding: 4px 8px 4px 12px;
          border-top: 1px solid var(--line);
          border-left: 0;
          text-align: left;
        }
        .step:first-child {
          border-top: 0;
        }
      }
      button {
        position: absolute;
        top: -12px;
        right: 0;
        min-height: 44px;
        padding: 8px 0;
        border: 0;
        background: none;
        color: var(--accent);
        font: inherit;
        font-size: 0.9em;
        text-decoration: underline;
        text-underline-offset: 3px;
        cursor: pointer;
      }
      /* Large letters on a telephone: there is no room for it beside the question. */
      @container (max-width: 11em) {
        :host([clearable]) legend {
          padding-right: 0;
        }
        button {
          position: static;
        }
      }
      /* Two scales beside each other: a long word has its cell's whole width. */
      @media print {
        .step {
          padding-inline: 2px;
          font-size: 0.8em;
        }
      }
    `,
  ];

  /** Weakest first. */
  @property({ attribute: false }) steps: readonly Option[] = [];

  protected override willUpdate(): void {
    this.toggleAttribute('clearable', this.value !== '' && !this.readOnly);
  }

  #clear(): void {
    this.change('');
    this.focus();
  }

  #renderStep(step: Option): TemplateResult {
    const picked = this.value === step.id;
    return html`<label class="step"
      ><input
        type="radio"
        name="step"
        value=${step.id}
        .checked=${live(picked)}
        ?disabled=${this.readOnly && !picked}
        @change=${() => this.change(step.id)}
      /><span>${step.label}</span></label
    >`;
  }

  // The form is what keeps a redrawn radio group in a shadow root within reach of Tab in Chromium.
  protected override render(): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset aria-describedby=${this.describedBy}>
        <legend>${this.renderLabelText()}</legend>
        ${this.renderHelp()}
        <div class="steps">${this.steps.map((step) => this.#renderStep(step))}</div>
      </fieldset>
      ${this.value && !this.readOnly ? html`<button type="button" @click=${this.#clear}>${this.text.fields.clear}<span class="context"> ${this.context ? `${this.context}, ` : ''}${this.question.label}</span></button>` : nothing}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-scale-field': ScaleField;
  }
}
