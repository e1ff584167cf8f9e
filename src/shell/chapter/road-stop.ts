import { html, svg, type TemplateResult } from 'lit';

/** A stop on a chapter's road: a ring while it is ahead, filled with a tick once its exercise is done. @param name its class, which places it */
export function roadStop(name: string, isDone: boolean): TemplateResult {
  return html`<svg class=${name} viewBox="0 0 28 28" aria-hidden="true">
    ${
      isDone
        ? svg`<circle cx="14" cy="14" r="13" fill="var(--sign)" /><path d="M8 14.5 12.2 18.5 20 10" fill="none" stroke="var(--paper)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />`
        : svg`<circle cx="14" cy="14" r="11" fill="var(--paper)" stroke="var(--sign)" stroke-width="3" />`
    }
  </svg>`;
}
