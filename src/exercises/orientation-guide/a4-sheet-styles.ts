import { css } from 'lit';
import { sheetColours } from '../../theme/sheet-colours.ts';

/** The page in its real size, as large as its place allows, and as it is printed. */
export const a4SheetStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    color: ${sheetColours.ink};
  }
  * {
    box-sizing: border-box;
  }
  .page {
    position: relative;
    width: 210mm;
    min-height: 297mm;
    padding: 20mm;
    background: ${sheetColours.paper};
    box-shadow: inset 0 0 0 1px ${sheetColours.edge};
    transform: scale(var(--sheet-scale, 1));
    transform-origin: 0 0;
    font: 400 11pt/1.5 var(--font, system-ui, sans-serif);
    text-align: left;
  }
  .page.outgrown {
    background: linear-gradient(${sheetColours.paper} 0 277mm, ${sheetColours.outgrown} 277mm);
  }
  h4 {
    margin: 0 0 6mm;
    padding-bottom: 3mm;
    border-bottom: 1mm solid ${sheetColours.heading};
    font-size: 22pt;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  p {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .soft {
    color: ${sheetColours['ink-faint']};
  }
  .summary {
    margin-top: 8mm;
    padding: 5mm 6mm;
    border-radius: 2mm;
    background: ${sheetColours.ground};
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  h5,
  h6 {
    margin: 0 0 2mm;
    font-size: 13pt;
    line-height: 1.3;
  }
  h6 {
    margin: 0 0 1mm;
    color: ${sheetColours.heading};
    font-size: 11pt;
  }
  .columns {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 8mm;
    font-size: 10pt;
    line-height: 1.4;
  }
  ul {
    margin: 0;
    padding-left: 4mm;
  }
  li {
    margin-bottom: 1mm;
    overflow-wrap: anywhere;
  }
  .end {
    position: absolute;
    top: 277mm;
    right: 0;
    left: 0;
    border-top: calc(1px / var(--sheet-scale, 1)) dashed ${sheetColours.edge};
  }
  .outgrown .end {
    border-top: calc(2px / var(--sheet-scale, 1)) dashed ${sheetColours.error};
  }
  /* In the lower margin, where no text of the guide can be. */
  .margin {
    position: absolute;
    right: 4mm;
    bottom: 0;
    left: 4mm;
    display: grid;
    height: 20mm;
    align-items: center;
    color: ${sheetColours['ink-soft']};
    font-size: calc(13px / var(--sheet-scale, 1));
    line-height: 1.2;
    text-align: right;
  }
  .outgrown .margin {
    color: ${sheetColours.error};
    font-weight: 700;
  }
  .page:not(.outgrown) .over,
  .outgrown .fits {
    display: none;
  }
  :host([paper]) .page {
    min-height: 0;
    height: 277mm;
    padding-bottom: 0;
    overflow: hidden;
    box-shadow: none;
    transform: none;
  }
  :host([paper]) .flow {
    width: calc(170mm / var(--shrink, 1));
    transform: scale(var(--shrink, 1));
    transform-origin: 0 0;
  }
`;
