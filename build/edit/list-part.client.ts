/** What can be done with the list that a text stands in: move its item, add another after it, remove it. */
import { isLanguage } from '../../src/course/languages.ts';
import type { ListChange } from './list-change.ts';
import { button, element } from './page-element.client.ts';
import type { OpenedList } from './page-messages.ts';
import type { PageWords } from './page-words.ts';

export function listPart(list: OpenedList, words: PageWords, change: (change: ListChange) => void): HTMLElement {
  const { name, index, count, canAdd, canRemove } = list;
  const form = newItemForm(list, words, change);
  const moveTo = (to: number): void => change({ kind: 'move', from: index, to });
  const disabledIf = (isOff: boolean): Record<string, string> => (isOff ? { disabled: '' } : {});
  return element(
    'section',
    {},
    element('h3', {}, words.item(name, index + 1, count)),
    element(
      'div',
      { class: 'row' },
      button(words.up, () => moveTo(index - 1), disabledIf(index === 0)),
      button(words.down, () => moveTo(index + 1), disabledIf(index === count - 1)),
      button(
        words.addAfter,
        () => {
          form.hidden = !form.hidden;
          form.querySelector('input')?.focus();
        },
        disabledIf(!canAdd),
      ),
      button(words.remove, () => change({ kind: 'remove', index }), disabledIf(!canRemove)),
    ),
    form,
  );
}

function newItemForm({ name, index, slots }: OpenedList, words: PageWords, change: (change: ListChange) => void): HTMLFormElement {
  const inputs = slots.map(() => element('input', { required: '' }));
  const labels = slots.map((slot, number) => element('label', {}, slotName(slot, words), inputs[number]));
  const form = element(
    'form',
    { hidden: '', 'aria-label': words.newItem(name) },
    ...labels,
    element('div', { class: 'row' }, element('button', { class: 'main' }, words.add)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ kind: 'add', index: index + 1, texts: inputs.map(({ value }) => value) });
  });
  return form;
}

/** `steps.label` is the text of a new step; a language is no name of its own. */
function slotName(slot: string, words: PageWords): string {
  const keys = slot.split('.').filter((key) => !isLanguage(key));
  const last = keys.at(-1) ?? '';
  const own = words.slots[last] ?? last;
  return keys.length > 1 ? `${own} (${keys.slice(0, -1).join('.')})` : own;
}
