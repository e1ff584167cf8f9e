/** The bar of the edit mode: what to do, undo, the list of all texts, and the way out. */
import type { EditServer } from './edit-server.client.ts';
import { oneAtATime } from './one-at-a-time.client.ts';
import { button, element } from './page-element.client.ts';
import type { ListedText } from './page-messages.ts';
import { textsOnPage } from './page-texts.client.ts';
import { words } from './page-words.ts';

interface BarOptions {
  readonly server: EditServer;
  readonly opened: (number: number) => void;
  readonly undone: (label: string) => void;
}

export class EditBar {
  readonly #options: BarOptions;
  readonly #said = element('span', { class: 'said', role: 'status' });
  readonly #all: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(options: BarOptions) {
    this.#options = options;
    const pressing = oneAtATime();
    this.#all = button(words.allTexts, () => void pressing(() => this.#listTexts()));
    this.#undo = button(words.undo, () => void pressing(() => this.#undoLast()), { disabled: '' });
    const leave = element('a', { class: 'leave', href: '/' }, words.leave);
    // The same place, as learners see it.
    leave.addEventListener('click', () => leave.setAttribute('href', `/${location.hash}`));
    this.element = element(
      'section',
      { class: 'bar', 'aria-label': words.title },
      element('strong', {}, words.title),
      this.#said,
      this.#all,
      this.#undo,
      leave,
    );
    this.say(words.hint);
  }

  /** Where somebody who uses keys goes on: the list leads to every text, and undo comes next. */
  focus(): void {
    this.#all.focus({ preventScroll: true });
  }

  say(what: string): void {
    this.#said.textContent = what;
  }

  /** Whether there is something to undo, also of an earlier run. */
  async refresh(): Promise<void> {
    const { server } = this.#options;
    const { label } = await server.undoable();
    this.#undo.toggleAttribute('disabled', label === null);
    this.#undo.title = label === null ? '' : words.undoOf(label);
  }

  async #undoLast(): Promise<void> {
    const { server, undone } = this.#options;
    try {
      const outcome = await server.undo();
      if ('done' in outcome) undone(outcome.done);
      else if ('refused' in outcome) this.say(words.reasons[outcome.refused]);
    } catch {
      this.say(words.unreachable);
    }
  }

  /** Reached by the keyboard, and also what the page shows only later: an example, a good answer. */
  async #listTexts(): Promise<void> {
    const { server } = this.#options;
    try {
      const texts = await server.texts(textsOnPage().map(({ number }) => number));
      if ('refused' in texts) this.say(words.reasons[texts.refused]);
      else this.#showList(texts);
    } catch {
      this.say(words.unreachable);
    }
  }

  #showList(texts: readonly ListedText[]): void {
    const { opened } = this.#options;
    const dialog = element('dialog', { class: 'list', 'aria-labelledby': 'all' });
    const items = texts.map(({ number, file, line, text }) => {
      const open = button(text, () => {
        dialog.close();
        opened(number);
      });
      open.prepend(element('span', { class: 'place' }, `${file}:${String(line)}`));
      return element('li', {}, open);
    });
    dialog.append(
      element('h2', { id: 'all' }, words.allTexts),
      element(
        'div',
        { class: 'row' },
        button(words.close, () => dialog.close()),
      ),
      element('ol', { lang: document.documentElement.lang }, ...items),
    );
    dialog.addEventListener('close', () => dialog.remove());
    this.element.after(dialog);
    dialog.showModal();
  }
}
