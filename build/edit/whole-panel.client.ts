/** The windows for an exercise or a chapter as a whole: move it, remove it, add another. */
import type { AskedWhat } from './asked-change.ts';
import { ChangeDialog, type DialogOptions } from './change-dialog.client.ts';
import type { Draft } from './draft.client.ts';
import { newTextsForm } from './new-texts-form.client.ts';
import { button, element } from './page-element.client.ts';
import type { NewExercises, OpenedWhole } from './page-messages.ts';

export interface WholeOptions extends Omit<DialogOptions, 'title' | 'number' | 'hash'> {
  readonly whole: OpenedWhole;
}

function dialogOf({ whole, ...options }: WholeOptions): ChangeDialog {
  const title = options.words.part.whole[whole.kind](whole.title);
  return new ChangeDialog({ ...options, title, number: whole.number, hash: whole.hash });
}

/** What can be added to it, with the texts that it needs. @param part its number among the parts */
export function openNewPart(root: ShadowRoot, options: WholeOptions, part: number): ChangeDialog {
  const { words, whole } = options;
  const dialog = dialogOf(options);
  const { key = '', slots = [] } = whole.parts[part] ?? {};
  const name = words.part.addPart(words.part.names[key] ?? key);
  const change = (texts: readonly string[]): AskedWhat => ({ part, change: { kind: 'add', texts } });
  const { form, draft } = newTextsForm({ name, words, slots, change, save: () => dialog.save() }, name);
  dialog.keep(draft);
  form.hidden = false;
  form.querySelector('.row')?.append(button(words.cancel, () => dialog.leave()));
  dialog.open(root, [element('p', {}, name), form]);
  return dialog;
}

/** Its parts that are there can be taken away, itself be moved and removed. */
export function openManager(root: ShadowRoot, options: WholeOptions): ChangeDialog {
  const { words, whole } = options;
  const { kind, index, count } = whole;
  const dialog = dialogOf(options);
  const change = (what: { readonly kind: 'move'; readonly by: -1 | 1 } | { readonly kind: 'remove' }): void =>
    dialog.save(kind === 'exercise' ? { exercise: what } : { chapter: what });
  const disabledIf = (isOff: boolean): Record<string, string> => (isOff ? { disabled: '' } : {});
  const parts = whole.parts.flatMap(({ key, isThere }, part) => {
    const name = words.part.removePart(words.part.names[key] ?? key);
    return isThere ? [button(name, () => dialog.save({ part, change: { kind: 'remove' } }))] : [];
  });
  dialog.open(
    root,
    [],
    element(
      'div',
      { class: 'row' },
      button(words.up, () => change({ kind: 'move', by: -1 }), disabledIf(index === 0)),
      button(words.down, () => change({ kind: 'move', by: 1 }), disabledIf(index === count - 1)),
      button(words.part.removeWhole[kind], () => change({ kind: 'remove' }), disabledIf(kind === 'chapter' && count === 1)),
    ),
    parts.length > 0 ? element('div', { class: 'row' }, ...parts) : undefined,
    element(
      'div',
      { class: 'row' },
      button(words.cancel, () => dialog.leave()),
    ),
  );
  return dialog;
}

/** A new chapter has a title, and the rest is written on the page. */
export function openNewChapter(root: ShadowRoot, options: WholeOptions): ChangeDialog {
  const { words } = options;
  const dialog = dialogOf(options);
  const title = element('input', { required: '' });
  const form = newForm(options, dialog, element('label', {}, words.part.titleOf, title));
  form.setAttribute('aria-label', words.part.addAfter.chapter);
  dialog.keep(newWhole(form, title, () => ({ chapter: { kind: 'add', title: title.value } })));
  dialog.open(root, [element('p', {}, words.part.addAfter.chapter), form]);
  return dialog;
}

/** A new exercise has a kind, a title and perhaps classes. */
export function openNewExercise(root: ShadowRoot, options: WholeOptions, { kinds, classes }: NewExercises): ChangeDialog {
  const { words, whole } = options;
  const dialog = dialogOf(options);
  const kind = element('select', {}, ...kinds.map((each) => element('option', { value: each.kind }, each.about)));
  const title = element('input', { required: '' });
  const boxes = classes.map(({ id }) => element('input', { type: 'checkbox', value: id }));
  const choices = classes.map((each, index) => element('label', { class: 'choice' }, boxes[index] ?? '', `${each.id}: ${each.title}`));
  const form = newForm(
    options,
    dialog,
    element('label', {}, words.part.kindOf, kind),
    element('label', {}, words.part.titleOf, title),
    element('fieldset', {}, element('legend', {}, words.part.classesOf), ...choices),
  );
  const name = whole.kind === 'exercise' ? words.part.addAfter.exercise : words.part.addExercise;
  form.setAttribute('aria-label', name);
  const change = (): AskedWhat => {
    const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    return { exercise: { kind: 'add', type: kind.value, title: title.value, classes: chosen } };
  };
  dialog.keep(newWhole(form, title, change));
  dialog.open(root, [element('p', {}, name), form]);
  return dialog;
}

/** Its title is what the author writes; a kind and classes are chosen again in a moment. */
function newWhole(form: HTMLFormElement, title: HTMLInputElement, change: () => AskedWhat): Draft {
  return { isChanged: () => title.value !== '', isComplete: () => form.reportValidity(), change };
}

function newForm({ words }: WholeOptions, dialog: ChangeDialog, ...fields: readonly HTMLElement[]): HTMLFormElement {
  const cancel = button(words.cancel, () => dialog.leave());
  const buttons = element('div', { class: 'row' }, element('button', { class: 'main' }, words.add), cancel);
  const form = element('form', {}, ...fields, element('p', { class: 'note' }, words.part.idStays), buttons);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.save();
  });
  return form;
}
