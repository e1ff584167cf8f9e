import { html, svg, type TemplateResult } from 'lit';
import type { Text } from '../../text/text.ts';

/**
 * The list of keys that work in the outline, folded.
 * @param hasKeys she has pressed one that only a keyboard has
 */
export function renderOutlineKeys({ keysHeading, keys }: Text['stakeholderMap'], hasKeys: boolean): TemplateResult {
  return html`<details class="keys ${hasKeys ? 'pressed' : ''}">
    <summary>${keysHeading}</summary>
    <dl>
      ${keys.map(
        ([key, what]) =>
          html`<div>
            <dt>${key}</dt>
            <dd>${what}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

/** A drawn sign on a button that is named otherwise. @param path SVG path data in a square of 20 */
export function icon(path: string, width = 2): TemplateResult {
  return html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${svg`<path d=${path} fill="none" stroke="currentcolor" stroke-width=${width} stroke-linecap="round" />`}
  </svg>`;
}
