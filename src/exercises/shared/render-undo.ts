import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../text/text.ts';

/** What stands in the place of a removed row; how long it stays is in `removals.ts`. @param key its list and its id. @param isFull there is no room for it */
export function renderUndo(
  key: string,
  name: string,
  isFull: boolean,
  { removed, undoRemoval }: Text['fields'],
  undo: () => void,
): TemplateResult {
  return html`<div class="undo">
    <span id="${key}-removed">${removed(name)}</span>
    <button
      class="quiet"
      type="button"
      data-undo=${key}
      aria-disabled=${isFull ? 'true' : nothing}
      aria-describedby="${key}-removed"
      @click=${undo}
    >
      ${undoRemoval}
    </button>
  </div>`;
}
