import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { sheetColours } from '../../theme/sheet-colours.ts';
import { pixels, shrinkToRoom } from './shrink-to-a4.ts';

/**
 * One A4 page to take along and to write on by hand: a title, what it is for, a table, and boxes that take the room which is left. It is
 * printed and never shown (`printSheet`).
 */
@customElement('aspa-paper-sheet')
export class PaperSheet extends LitElement {
  static override readonly styles = css`
    * {
      box-sizing: border-box;
    }
    .page {
      width: 210mm;
      height: 282mm;
      padding: 15mm 15mm 0;
      overflow: hidden;
      background: ${sheetColours.paper};
      color: ${sheetColours.ink};
      font: 400 10.5pt/1.4 var(--font, system-ui, sans-serif);
      overflow-wrap: anywhere;
    }
    .flow {
      display: flex;
      flex-direction: column;
      gap: 5mm;
      width: calc(180mm / var(--shrink, 1));
      min-height: calc(266mm / var(--shrink, 1));
      transform: scale(var(--shrink, 1));
      transform-origin: 0 0;
    }
    h4 {
      margin: 0 0 3mm;
      padding-bottom: 2mm;
      border-bottom: 1mm solid ${sheetColours.heading};
      font-size: 20pt;
      line-height: 1.2;
    }
    h5,
    p,
    ul {
      margin: 0;
    }
    h5 {
      font-size: 10.5pt;
    }
    small {
      color: ${sheetColours['ink-soft']};
      font-size: 9pt;
      line-height: 1.3;
    }
    ul {
      padding-left: 4mm;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 1.5mm 2mm;
      border: 0.2mm solid ${sheetColours.edge};
      text-align: left;
      vertical-align: top;
    }
    tbody tr {
      height: 11mm;
    }
    .short {
      width: 19mm;
      white-space: nowrap;
    }
    .long {
      width: 52%;
    }
    /* Words that may be as long as they are have two lines of a sheet that others read together. */
    .cut {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .boxes {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 3mm;
    }
    .beside {
      display: flex;
      flex: 1;
      gap: 6mm;
    }
    .box {
      flex: 1;
      min-height: 20mm;
      padding: 1.5mm 2mm;
      border: 0.2mm solid ${sheetColours.edge};
    }
    .line {
      flex: none;
      min-height: 14mm;
    }
  `;

  @property({ attribute: false }) heading = '';
  /** What it is for. */
  @property({ attribute: false }) lead = '';
  /** What stands below. */
  @property({ attribute: false }) content!: TemplateResult;
  @query('.flow') private readonly flow!: HTMLElement;

  shrinkToPage(): void {
    shrinkToRoom(this, this.flow, pixels(266));
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="flow">
        <header>
          <h4>${this.heading}</h4>
          <p>${this.lead}</p>
        </header>
        ${this.content}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-paper-sheet': PaperSheet;
  }
}
