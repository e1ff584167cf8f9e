/** The window in which a text is changed, beside the text. */
import type { EditServer } from './edit-server.client.ts';
import type { AskedChange } from './edit-session.ts';
import { listPart } from './list-part.client.ts';
import { button, element } from './page-element.client.ts';
import type { OpenedText, Outcome } from './page-messages.ts';
import type { PageWords } from './page-words.ts';

type Asked = AskedChange['change'];

export interface PanelOptions {
  readonly server: EditServer;
  readonly words: PageWords;
  readonly text: OpenedText;
  /** Where the text is seen; undefined where it is not. */
  readonly box: DOMRect | undefined;
  /** Does what the text's button or link does in the course; undefined where it does nothing. */
  readonly use: (() => void) | undefined;
  /** Told that the text is another now. */
  readonly saved: (label: string) => void;
  readonly closed: () => void;
}

const MARGIN = 8;

export class EditPanel {
  readonly #options: PanelOptions;
  readonly #dialog: HTMLDialogElement;
  readonly #field: HTMLTextAreaElement;
  readonly #told = element('div', { role: 'alert' });
  #isSaving = false;

  constructor(options: PanelOptions) {
    this.#options = options;
    const { words, text, use } = options;
    this.#field = element('textarea', { rows: text.isMarkdown ? '6' : '2', class: text.isMarkdown ? 'lines' : '', spellcheck: 'true' });
    this.#field.value = text.text;
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#save();
    });
    this.#dialog = element(
      'dialog',
      { 'aria-labelledby': 'title' },
      element('h2', { id: 'title' }, words.editText),
      element('p', { class: 'place' }, `${text.file}:${String(text.line)}`),
      element('label', {}, text.isMarkdown ? words.markdown : words.text, this.#field),
      this.#told,
      element(
        'div',
        { class: 'row' },
        button(words.save, () => void this.#save(), { class: 'main' }),
        button(words.cancel, () => this.close()),
        use &&
          button(words.use, () => {
            this.close();
            use();
          }),
      ),
      ...text.lists.map((list, index) => listPart(list, words, (change) => void this.#change({ list: index, change }))),
    );
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove();
      options.closed();
    });
    // Escape closes only what holds nothing new.
    this.#dialog.addEventListener('cancel', (event) => this.isChanged && event.preventDefault());
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  /** Something was written that is not saved. */
  get isChanged(): boolean {
    const added = [...this.#dialog.querySelectorAll('input')].some(({ value }) => value !== '');
    return this.isOpen && (added || this.#field.value !== this.#options.text.text);
  }

  open(root: ShadowRoot): void {
    root.append(this.#dialog);
    this.#dialog.showModal();
    this.#place();
    // What unfolds in it would reach below the window.
    new ResizeObserver(() => this.#place()).observe(this.#dialog);
    this.#field.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  async #save(): Promise<void> {
    if (this.#field.value === this.#options.text.text) this.close();
    else await this.#change({ text: this.#field.value });
  }

  async #change(change: Asked, confirmed = false): Promise<void> {
    const { server, words, text } = this.#options;
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#told.replaceChildren(element('p', {}, words.saving));
    try {
      this.#answered(await server.change({ number: text.number, hash: text.hash, change, confirmed }), change);
    } catch {
      this.#tell(words.unreachable);
    } finally {
      this.#isSaving = false;
    }
  }

  #answered(outcome: Outcome, change: Asked): void {
    const { words } = this.#options;
    if ('done' in outcome) {
      this.close();
      this.#options.saved(outcome.done);
    } else if ('mistakes' in outcome) {
      const items = outcome.mistakes.map(({ file, line, what, instead }) =>
        element('li', {}, `${file}:${String(line)} ${what} ${instead}`),
      );
      this.#tell(words.mistakes, element('ul', {}, ...items));
    } else if ('asks' in outcome) {
      const anyway = button(words.removeAnyway, () => void this.#change(change, true));
      this.#tell(words.removes, element('p', {}, words.removesWhat(outcome.asks)), element('div', { class: 'row' }, anyway));
    } else {
      const reload = outcome.refused === 'stale' ? button(words.reload, () => location.reload()) : undefined;
      this.#tell(words.reasons[outcome.refused], reload && element('div', { class: 'row' }, reload));
    }
  }

  #tell(what: string, ...more: (HTMLElement | undefined)[]): void {
    this.#told.replaceChildren(element('div', { class: 'told' }, element('strong', {}, what), ...more));
    this.#told.scrollIntoView({ block: 'nearest' });
  }

  /** Below the text, or above it; where neither has room, at the window's end. */
  #place(): void {
    const { box } = this.#options;
    const { width, height } = this.#dialog.getBoundingClientRect();
    const { top = MARGIN, bottom = MARGIN, left = MARGIN } = box ?? {};
    const below = bottom + MARGIN;
    const above = top - height - MARGIN;
    const lowest = innerHeight - height - MARGIN;
    const y = below <= lowest ? below : above >= MARGIN ? above : Math.max(MARGIN, lowest);
    const x = Math.max(MARGIN, Math.min(left, document.documentElement.clientWidth - width - MARGIN));
    this.#dialog.style.inset = `${String(y)}px auto auto ${String(x)}px`;
  }
}
