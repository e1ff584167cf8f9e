import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
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
      #control:invalid:not(:focus) {
        border: 2px solid var(--error);
      }
      #control + p {
        display: none;
        grid-column: 1 / -1;
        margin: 4px 0 0;
        color: var(--error);
      }
      #control:invalid:not(:focus) + p {
        display: block;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<label for="control">${this.renderLabelText()}</label>
      ${this.renderHelp()}
      <input
        id="control"
        type="date"
        max="9999-12-31"
        aria-describedby=${this.describedBy}
        ?readonly=${this.readOnly}
        .value=${live(this.value)}
        @change=${(event: Event) => this.change((event.target as HTMLInputElement).value)}
      />
      <p>${this.text.fields.noDay}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-date-field': DateField;
  }
}
