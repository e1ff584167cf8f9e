import type { Direction } from './outline-edits.ts';

/** What a key asks of the outline: to move the node, to add or remove one, or to go to another. */
export type OutlineAction = Direction | 'add-sibling' | 'add-child' | 'remove' | 'remove-empty' | 'previous' | 'next';

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** The `keyCode` of every key that an input method has taken (UI Events, 6.3.1). */
const COMPOSING = 229;

/**
 * The meaning of a key in a node's text. Tab has none: it always leaves the field.
 * @returns undefined where the key is the text's own
 */
export function outlineAction(event: KeyboardEvent, area: HTMLTextAreaElement): OutlineAction | undefined {
  const { key, altKey, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  // While a character is being composed, Enter and arrows belong to the composing; Safari tells of the key that ends it after the end.
  if (event.isComposing || event.keyCode === COMPOSING) return undefined;
  const empty = area.value === '';
  if (altKey && !control) return key === 'Delete' ? 'remove' : DIRECTIONS[key];
  if (key === 'Enter') return control ? 'add-child' : empty ? 'out' : 'add-sibling';
  if (control || shiftKey) return undefined;
  // A key that is held has just emptied the text, and would go on in the one before.
  if (key === 'Backspace' && empty && !event.repeat) return 'remove-empty';
  if ((key === 'ArrowUp' || key === 'ArrowDown') && leavesText(area, key)) return key === 'ArrowUp' ? 'previous' : 'next';
  return undefined;
}

/** True where a key that goes a line up or down would leave the text. */
function leavesText(area: HTMLTextAreaElement, key: 'ArrowUp' | 'ArrowDown'): boolean {
  const { selectionStart, selectionEnd, value, clientHeight } = area;
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(area);
  const text = clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
  if (text < 1.5 * Number.parseFloat(lineHeight)) return true;
  return key === 'ArrowUp' ? selectionStart === 0 && selectionEnd === 0 : selectionStart === value.length;
}
