/** What can be added to what a text stands in, and taken away: a hint, an example, a comparison. */
import type { AskedWhat } from './asked-change.ts';
import type { ChangeDialog } from './change-dialog.client.ts';
import { newTextsForm } from './new-texts-form.client.ts';
import { button, element, group } from './page-element.client.ts';
import type { OpenedPart } from './page-messages.ts';
import type { PageWords } from './page-words.ts';

/** @returns undefined where nothing can be added or taken away */
export function partsPart(dialog: ChangeDialog, words: PageWords, parts: readonly OpenedPart[]): HTMLElement | undefined {
  if (parts.length === 0) return undefined;
  const pieces = parts.map(({ key, isThere, isAround, slots }, part) => {
    const name = words.part.names[key] ?? key;
    if (isThere) {
      const gone: AskedWhat = { part, change: { kind: 'remove' } };
      // What is written in the part itself goes with it.
      return { open: button(words.part.removePart(name), () => (isAround ? dialog.remove(gone) : dialog.save(gone))), form: undefined };
    }
    const title = words.part.addPart(name);
    const change = (texts: readonly string[]): AskedWhat => ({ part, change: { kind: 'add', texts } });
    const { form, open, draft } = newTextsForm({ name: title, words, slots, change, save: () => dialog.save() }, `+ ${title}`);
    dialog.keep(draft);
    return { open, form };
  });
  return group(words.part.parts, element('div', { class: 'row' }, ...pieces.map(({ open }) => open)), ...pieces.map(({ form }) => form));
}
