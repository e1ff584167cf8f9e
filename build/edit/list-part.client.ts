/** What can be done with the list that a text stands in: move its item, add another after it, remove it. */
import type { AskedWhat } from './asked-change.ts';
import type { ChangeDialog } from './change-dialog.client.ts';
import type { ListChange } from './list-change.ts';
import { capital, newTextsForm } from './new-texts-form.client.ts';
import { button, element, group } from './page-element.client.ts';
import type { OpenedList } from './page-messages.ts';
import { partNames, words } from './page-words.ts';

/** @param number of the list among those around the text, the innermost 0 */
export function listPart(dialog: ChangeDialog, list: OpenedList, number: number): HTMLElement {
  const { index, count, canAdd, canRemove, slots } = list;
  const name = capital(partNames[list.name] ?? list.name);
  const asked = (change: ListChange): AskedWhat => ({ list: number, change });
  const disabledIf = (isOff: boolean): Record<string, string> => (isOff ? { disabled: '' } : {});
  const { form, open, draft } = newTextsForm(
    {
      name: words.newItem(name),
      slots,
      change: (texts) => asked({ kind: 'add', index: index + 1, texts }),
      save: () => dialog.save(),
    },
    words.addAfter,
    disabledIf(!canAdd),
  );
  dialog.keep(draft);
  // What is written below is added first: the neighbour passes this item and the new one after it.
  const length = (): number => (draft.isChanged() ? 2 : 1);
  const moveUp = (): void => dialog.save(asked({ kind: 'move', from: index - 1, to: index - 1 + length() }));
  const moveDown = (): void => dialog.save(asked({ kind: 'move', from: index + length(), to: index }));
  return group(
    words.item(name, index + 1, count),
    element(
      'div',
      { class: 'row' },
      button(words.up, moveUp, disabledIf(index === 0)),
      button(words.down, moveDown, disabledIf(index === count - 1)),
      open,
      button(words.remove, () => dialog.remove(asked({ kind: 'remove', index })), disabledIf(!canRemove)),
    ),
    form,
  );
}
