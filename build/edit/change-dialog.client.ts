/** A window in which the author changes something: it stays with what she wrote until the change is made, and tells why it is not. */
import type { AskedWhat } from './asked-change.ts';
import type { EditServer } from './edit-server.client.ts';
import { button, element } from './page-element.client.ts';
import type { Outcome } from './page-messages.ts';
import type { PageWords } from './page-words.ts';

export interface DialogOptions {
  readonly server: EditServer;
  readonly words: PageWords;
  readonly title: string;
  /** The text that the change is asked for, and the file as it was shown. */
  readonly number: number;
  readonly hash: string;
  /** Where the text is seen; undefined where it is not. */
  readonly box: DOMRect | undefined;
  /** Told that the content is another now. */
  readonly saved: (outcome: Extract<Outcome, { done: string }>) => void;
  readonly closed: () => void;
}

const MARGIN = 8;

export class ChangeDialog {
  readonly #options: DialogOptions;
  readonly #dialog: HTMLDialogElement;
  readonly #told = element('div', { role: 'alert' });
  #isSaving = false;

  constructor(options: DialogOptions) {
    this.#options = options;
    this.#dialog = element('dialog', { 'aria-labelledby': 'title' }, element('h2', { id: 'title' }, options.title));
    this.#dialog.addEventListener('close', () => {
      this.#dialog.remove();
      options.closed();
    });
    // Escape closes only what holds nothing new.
    this.#dialog.addEventListener('cancel', (event) => this.isChanged && event.preventDefault());
  }

  /** Something was written that is not saved. */
  get isChanged(): boolean {
    const fields = [...this.#dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return this.#dialog.open && fields.some(({ value, defaultValue }) => value !== defaultValue);
  }

  /** @param children what stands in the window; the first part has what it tells below */
  open(root: ShadowRoot, first: readonly (HTMLElement | undefined)[], ...children: readonly (HTMLElement | undefined)[]): void {
    const given = [...first, this.#told, ...children];
    this.#dialog.append(...given.filter((child) => child !== undefined));
    root.append(this.#dialog);
    this.#dialog.showModal();
    this.#place();
    // What unfolds in it would reach below the window.
    new ResizeObserver(() => this.#place()).observe(this.#dialog);
    this.#dialog.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  async change(change: AskedWhat, confirmed = false): Promise<void> {
    const { server, words, number, hash } = this.#options;
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#told.replaceChildren(element('p', {}, words.saving));
    try {
      this.#answered(await server.change({ number, hash, change, confirmed }), change);
    } catch {
      this.#tell(words.unreachable);
    } finally {
      this.#isSaving = false;
    }
  }

  #answered(outcome: Outcome, change: AskedWhat): void {
    const { words } = this.#options;
    if ('done' in outcome) {
      this.close();
      this.#options.saved(outcome);
    } else if ('mistakes' in outcome) {
      const items = outcome.mistakes.map(({ file, line, what, instead }) =>
        element('li', {}, `${file}:${String(line)} ${what} ${instead}`),
      );
      this.#tell(words.mistakes, element('ul', {}, ...items));
    } else if ('asks' in outcome) {
      const isReleased = outcome.asks.length > 0;
      const anyway = button(isReleased ? words.removeAnyway : words.part.remove, () => void this.change(change, true));
      const [asks, what] = isReleased ? [words.removes, words.removesWhat(outcome.asks)] : [words.part.asks, words.part.asksWhat];
      this.#tell(asks, element('p', {}, what), element('div', { class: 'row' }, anyway));
    } else {
      const reload = outcome.refused === 'stale' ? button(words.reload, () => location.reload()) : undefined;
      this.#tell(words.reasons[outcome.refused], reload && element('div', { class: 'row' }, reload));
    }
  }

  #tell(what: string, ...more: (HTMLElement | undefined)[]): void {
    this.#told.replaceChildren(element('div', { class: 'told' }, element('strong', {}, what), ...more));
    this.#told.scrollIntoView({ block: 'nearest' });
    this.#told.querySelector('button')?.focus();
  }

  /** Below the text, or above it; at the window's end where neither has room, and where the text is folded and has a place out of sight. */
  #place(): void {
    const { box } = this.#options;
    const { width, height } = this.#dialog.getBoundingClientRect();
    const { top = MARGIN, bottom = MARGIN, left = MARGIN } = box ?? {};
    const below = bottom + MARGIN;
    const above = top - height - MARGIN;
    const lowest = innerHeight - height - MARGIN;
    const y = Math.max(MARGIN, Math.min(below > lowest && above >= MARGIN ? above : below, lowest));
    const x = Math.max(MARGIN, Math.min(left, document.documentElement.clientWidth - width - MARGIN));
    this.#dialog.style.inset = `${String(y)}px auto auto ${String(x)}px`;
  }
}
