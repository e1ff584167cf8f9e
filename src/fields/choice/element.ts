import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Option } from '../../course/course.ts';
import { FieldElement } from '../shared/field-element.ts';
import { fieldStyles } from '../shared/field-styles.ts';

/** An option that may have a sign of its own in the place of the box to tick. */
export interface ShownOption extends Option {
  /** An outline in a square of 20, as the data of an SVG path. */
  readonly shape?: string;
}

/**
 * A question with given options: one (radio buttons) or several (check boxes). The value is option ids with spaces between.
 *
 * @csspart label - the question, for places whose heading says it
 * @csspart options - the options, for places where they stand beside each other
 */
@customElement('aspa-choice-field')
export class ChoiceField extends FieldElement {
  static override readonly styles = [
    fieldStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      /* Help stands beside the question, which only a floating legend allows; where there is room for that, only as a whole. */
      @media (min-width: 700px) {
        legend {
          float: left;
          margin-right: 8px;
        }
        legend + .help {
          margin: 0;
        }
      }
      @media (min-width: 1000px) {
        legend + .help {
          float: left;
        }
      }
      .options {
        clear: both;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-top: var(--below-question, 8px);
      }
      .option {
        position: relative;
        display: flex;
        gap: 8px;
        align-items: flex-start;
        min-height: 44px;
        padding: 10px 16px 10px 12px;
        border: 1px solid var(--control);
        border-radius: 4px;
        background: var(--field);
        font-weight: 400;
        cursor: pointer;
      }
      .option:has(:checked) {
        border-color: var(--sign, var(--accent));
        background: var(--tint, var(--panel));
        box-shadow: inset 0 0 0 1px var(--sign, var(--accent));
      }
      .option:has(:focus-visible) {
        outline: var(--focus-ring);
        outline-offset: 2px;
      }
      /* In the middle of the first line, whose height is 1.35em. */
      .option input,
      .option svg {
        flex: none;
        width: 20px;
        height: 20px;
        margin: calc(0.675em - 10px) 0 0;
      }
      /* Drawn here: in the dark the browser's own has a grey ground, as if it could not be chosen. */
      .option input {
        display: grid;
        place-content: center;
        appearance: none;
        border: 2px solid var(--control);
        background: var(--field);
        font: inherit;
        outline: none;
      }
      [type='checkbox'] {
        border-radius: 3px;
      }
      [type='radio'] {
        border-radius: 50%;
      }
      .option :checked {
        border-color: var(--sign, var(--accent));
        background: var(--sign, var(--accent));
      }
      .option :disabled {
        opacity: 0.5;
      }
      :checked::before {
        content: '';
      }
      [type='checkbox']:checked::before {
        width: 5px;
        height: 10px;
        border: solid var(--field);
        border-width: 0 2.5px 2.5px 0;
        transform: translateY(-1px) rotate(45deg);
      }
      [type='radio']:checked::before {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--field);
      }
      /* Grounds are not printed, and forced colours take them away. */
      @media print, (forced-colors: active) {
        .option input {
          appearance: auto;
          accent-color: var(--sign, var(--accent));
        }
        .option input::before {
          display: none;
        }
      }
      .option input:has(+ svg) {
        position: absolute;
        opacity: 0;
      }
      .option svg {
        fill: none;
        stroke: var(--sign, var(--accent));
        stroke-width: 2;
      }
      :checked + svg {
        fill: var(--sign, var(--accent));
      }
      :host([stacked]) .options {
        flex-direction: column;
      }
      :host([stacked]) .option {
        padding-block: 8px;
      }
      :host([chips]) .option {
        align-items: center;
        padding: 4px 14px 4px 10px;
        border-radius: 22px;
        font-size: 0.9em;
        line-height: 1.25;
      }
      :host([chips]) :is(input, svg) {
        margin: 0;
      }
    `,
  ];

  @property({ attribute: false }) options: readonly ShownOption[] = [];
  @property({ type: Boolean }) several = false;
  /** One option a line, for long ones. */
  @property({ type: Boolean, reflect: true }) stacked = false;
  /** Small and round, for short options that stand under something else. */
  @property({ type: Boolean, reflect: true }) chips = false;

  #picked(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    if (!this.several) return this.change(value);
    const others = this.value.split(' ').filter((id) => id !== '' && id !== value);
    this.change((checked ? [...others, value] : others).join(' '));
  }

  #renderOption(option: ShownOption): TemplateResult {
    const picked = this.value.split(' ').includes(option.id);
    return html`<label class="option"
      ><input
        type=${this.several ? 'checkbox' : 'radio'}
        name="option"
        value=${option.id}
        .checked=${live(picked)}
        ?disabled=${this.readOnly && !picked}
        @change=${this.#picked}
        @click=${(event: Event) => this.readOnly && event.preventDefault()}
      />${option.shape ? html`<svg viewBox="-1 -1 22 22" aria-hidden="true"><path d=${option.shape} /></svg>` : nothing}
      <span>${option.label}${option.help ? html`<br /><small>${option.help}</small>` : nothing}</span></label
    >`;
  }

  // The form is what keeps a redrawn radio group in a shadow root within reach of Tab in Chromium.
  protected override render(): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset aria-describedby=${this.describedBy}>
        <legend part="label">${this.renderLabelText()}</legend>
        ${this.renderHelp()}
        <div class="options" part="options">${this.options.map((option) => this.#renderOption(option))}</div>
      </fieldset>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-choice-field': ChoiceField;
  }
}
