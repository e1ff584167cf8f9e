import { css, html, svg, type TemplateResult } from 'lit';

/** An eye, in a picture of 20 × 20 that is drawn with a pen. */
export const EYE = svg`<path d="M1.5 10Q5 4.5 10 4.5T18.5 10Q15 15.5 10 15.5T1.5 10ZM10 7.5a2.5 2.5 0 1 0 .1 0Z" />`;
const LOCK = svg`<path d="M5 9.5h10V17H5ZM7 9.5v-3a3 3 0 0 1 6 0v3" />`;

export const readerStyles = css`
  .reader {
    display: flex;
    gap: 8px;
    max-width: var(--measure, 66ch);
    margin: 0;
    color: var(--ink-soft);
    font-size: 0.9em;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .reader svg {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin-top: 0.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linejoin: round;
  }
`;

/** Who reads an answer, with an eye; or that nobody is told it, with a lock. */
export function renderReader(words: string, icon: 'eye' | 'lock'): TemplateResult {
  return html`<p class="reader"><svg viewBox="0 0 20 20" aria-hidden="true">${icon === 'eye' ? EYE : LOCK}</svg><span>${words}</span></p>`;
}
