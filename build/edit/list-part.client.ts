/** What can be done with the list that a text stands in: move its item, add another after it, remove it. */
import type { ListChange } from './list-change.ts';
import { capital, newTextsForm } from './new-texts-form.client.ts';
import { button, element, group } from './page-element.client.ts';
import type { OpenedList } from './page-messages.ts';
import type { PageWords } from './page-words.ts';

export function listPart(list: OpenedList, words: PageWords, change: (change: ListChange) => void): HTMLElement {
  const { index, count, canAdd, canRemove, slots } = list;
  const name = capital(words.part.names[list.name] ?? list.name);
  const moveTo = (to: number): void => change({ kind: 'move', from: index, to });
  const disabledIf = (isOff: boolean): Record<string, string> => (isOff ? { disabled: '' } : {});
  const added = (texts: readonly string[]): void => change({ kind: 'add', index: index + 1, texts });
  const { form, open } = newTextsForm({ name: words.newItem(name), words, slots, added }, words.addAfter, disabledIf(!canAdd));
  return group(
    words.item(name, index + 1, count),
    element(
      'div',
      { class: 'row' },
      button(words.up, () => moveTo(index - 1), disabledIf(index === 0)),
      button(words.down, () => moveTo(index + 1), disabledIf(index === count - 1)),
      open,
      button(words.remove, () => change({ kind: 'remove', index }), disabledIf(!canRemove)),
    ),
    form,
  );
}
