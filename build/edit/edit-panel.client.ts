/** The window in which a text is changed, beside the text. */
import { ChangeDialog, type DialogOptions } from './change-dialog.client.ts';
import { listPart } from './list-part.client.ts';
import { button, element } from './page-element.client.ts';
import type { OpenedText } from './page-messages.ts';
import { words } from './page-words.ts';

interface PanelOptions extends Omit<DialogOptions, 'title' | 'number' | 'hash'> {
  readonly text: OpenedText;
  /** Does what the text's button or link does in the course; undefined where it does nothing. */
  readonly use: (() => void) | undefined;
}

export function openTextPanel(root: ShadowRoot, { text, use, ...options }: PanelOptions): ChangeDialog {
  const dialog = new ChangeDialog({ ...options, title: words.editText, number: text.number, hash: text.hash });
  const field = element('textarea', {
    rows: text.isMarkdown ? '6' : '2',
    class: text.isMarkdown ? 'lines' : '',
    spellcheck: 'true',
    lang: document.documentElement.lang,
  });
  field.defaultValue = text.text;
  dialog.keep({ isChanged: () => field.value !== field.defaultValue, isComplete: () => true, change: () => ({ text: field.value }) });
  const used = (): void => {
    dialog.close();
    use?.();
  };
  const buttons = element(
    'div',
    { class: 'row buttons' },
    button(words.save, () => dialog.save(), { class: 'main' }),
    button(words.cancel, () => dialog.leave()),
    use && button(words.use, () => dialog.leave(used)),
  );
  dialog.open(
    root,
    [
      element('p', { class: 'place' }, `${text.file}:${String(text.line)}`),
      element('label', {}, text.isMarkdown ? words.markdown : words.text, field),
    ],
    buttons,
    ...text.lists.map((list, number) => listPart(dialog, list, number)),
  );
  return dialog;
}
