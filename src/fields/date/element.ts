import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { SayEvent } from '../shared/announcer.ts';
import { FieldElement } from '../shared/field-element.ts';
import { fieldStyles } from '../shared/field-styles.ts';

/** A day, kept as `2026-11-24`. The latest is in 9999: without one, a digit too many makes a year of five or six. */
@customElement('aspa-date-field')
export class DateField extends FieldElement {
  static override readonly styles = [
    fieldStyles,
    css`
      #control {
        max-width: 14rem;
      }
      /* No day, as half of one or 31.6.: it stands there, and is kept nowhere. */
      #control[aria-invalid] {
        border: 2px solid var(--error);
      }
      #bad {
        grid-column: 1 / -1;
        margin: 4px 0 0;
        color: var(--error);
      }
    `,
  ];

  /** She has left it with something in it that is no day; told until there is one. */
  #isBad = false;

  #left(event: Event): void {
    this.#isBad = !(event.target as HTMLInputElement).validity.valid;
    if (this.#isBad) {
      /** @internal Said to a screen reader. */
      this.dispatchEvent(new SayEvent(this.text.fields.noDay));
    }
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const isBad = this.#isBad && this.value === '';
    return html`<label for="control">${this.renderLabelText()}</label>
      ${this.renderHelp()}
      <input
        id="control"
        type="date"
        max="9999-12-31"
        aria-describedby=${isBad ? 'help bad' : this.describedBy}
        aria-invalid=${isBad || nothing}
        ?readonly=${this.readOnly}
        .value=${live(this.value)}
        @change=${(event: Event) => this.change((event.target as HTMLInputElement).value)}
        @blur=${this.#left}
      />${isBad ? html`<p id="bad">${this.text.fields.noDay}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-date-field': DateField;
  }
}
