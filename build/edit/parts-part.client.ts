/** What can be added to what a text stands in, and taken away: a hint, an example, a comparison. */
import { newTextsForm } from './new-texts-form.client.ts';
import { button, element, group } from './page-element.client.ts';
import type { OpenedPart } from './page-messages.ts';
import type { PageWords } from './page-words.ts';
import type { PartChange } from './part-change.ts';

/** @param change told the number of the part among all @returns undefined where nothing can be added or taken away */
export function partsPart(
  parts: readonly OpenedPart[],
  words: PageWords,
  change: (part: number, change: PartChange) => void,
): HTMLElement | undefined {
  if (parts.length === 0) return undefined;
  const pieces = parts.map(({ key, isThere, slots }, index) => {
    const name = words.part.names[key] ?? key;
    if (isThere) return { open: button(words.part.removePart(name), () => change(index, { kind: 'remove' })), form: undefined };
    const title = words.part.addPart(name);
    return newTextsForm({ name: title, words, slots, added: (texts) => change(index, { kind: 'add', texts }) }, `+ ${title}`);
  });
  return group(words.part.parts, element('div', { class: 'row' }, ...pieces.map(({ open }) => open)), ...pieces.map(({ form }) => form));
}
