/**
 * A window in which the author changes something. What she has written in it is saved with whatever she does there, as one change; where that
 * cannot be, and before the window closes, she is asked. It tells why a change is not made.
 */
import type { AskedWhat } from './asked-change.ts';
import type { Draft } from './draft.client.ts';
import type { EditServer } from './edit-server.client.ts';
import { button, element } from './page-element.client.ts';
import type { Outcome } from './page-messages.ts';
import { words } from './page-words.ts';

export interface DialogOptions {
  readonly server: EditServer;
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
  readonly #unsaved = element('div', { role: 'alert', class: 'unsaved' });
  readonly #drafts: Draft[] = [];
  readonly #closed = new AbortController();
  #isSaving = false;

  constructor(options: DialogOptions) {
    this.#options = options;
    // A browser lets a page prevent only the first of two requests to close (HTML, 4.11.4): by this there is none.
    const attributes = { 'aria-labelledby': 'title', closedby: 'none' };
    this.#dialog = element('dialog', attributes, element('h2', { id: 'title' }, options.title));
    this.#dialog.addEventListener('close', () => {
      this.#closed.abort();
      this.#dialog.remove();
      options.closed();
    });
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.leave();
    });
  }

  /** Something was written that is not saved. */
  get isChanged(): boolean {
    return this.#dialog.open && this.#drafts.some(({ isChanged }) => isChanged());
  }

  /** The changes are made in the order in which they were given here. */
  keep(draft: Draft): void {
    this.#drafts.push(draft);
  }

  /** @param children what stands in the window; the first part has what it tells below */
  open(root: ShadowRoot, first: readonly (HTMLElement | undefined)[], ...children: readonly (HTMLElement | undefined)[]): void {
    const given = [...first, this.#told, this.#unsaved, ...children];
    this.#dialog.append(...given.filter((child) => child !== undefined));
    root.append(this.#dialog);
    this.#dialog.showModal();
    addEventListener('keydown', (event) => this.#pressed(event), { signal: this.#closed.signal });
    this.#place();
    // What unfolds in it would reach below the window.
    new ResizeObserver(() => this.#place()).observe(this.#dialog);
    this.#dialog.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  /** Saves what was written. @param more what is done after that, in the same change */
  save(more?: AskedWhat): void {
    const changed = this.#drafts.filter(({ isChanged }) => isChanged());
    if (!changed.every(({ isComplete }) => isComplete())) return;
    const changes = [...changed.map(({ change }) => change()), ...(more ? [more] : [])];
    if (changes.length === 0) this.close();
    else void this.#change(changes);
  }

  /** Makes a change that takes away what the words were written in. */
  remove(change: AskedWhat): void {
    this.leave(() => void this.#change([change]));
  }

  /** Closes the window, or does something else that no words outlast: where some are not saved, the author is asked first. */
  leave(go: () => void = () => this.close()): void {
    if (!this.isChanged) {
      go();
      return;
    }
    const written = (this.#dialog.getRootNode() as ShadowRoot).activeElement;
    const back = button(words.writeOn, () => this.#writeOn(written));
    const buttons = [button(words.save, () => this.save(), { class: 'main' }), button(words.unsavedGo, go), back];
    this.#show(this.#unsaved, words.unsaved, element('div', { class: 'row' }, ...buttons));
  }

  #writeOn(written: Element | null): void {
    this.#unsaved.replaceChildren();
    if (written instanceof HTMLElement) written.focus();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key === 'Escape') {
      event.preventDefault();
      const back = this.#unsaved.querySelector<HTMLElement>('button:last-of-type');
      if (back) back.click();
      else this.leave();
    } else if (isEnter && this.#drafts.length > 0) this.save();
  }

  async #change(changes: readonly AskedWhat[], confirmed = false): Promise<void> {
    const { server, number, hash } = this.#options;
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#unsaved.replaceChildren();
    this.#told.replaceChildren(element('p', {}, words.saving));
    try {
      this.#answered(await server.change({ number, hash, changes, confirmed }), changes);
    } catch {
      this.#tell(words.unreachable);
    } finally {
      this.#isSaving = false;
    }
  }

  #answered(outcome: Outcome, changes: readonly AskedWhat[]): void {
    if ('done' in outcome) {
      this.close();
      this.#options.saved(outcome);
    } else if ('mistakes' in outcome) {
      const items = outcome.mistakes.map(({ file, line, what, instead }) =>
        element('li', {}, `${file}:${String(line)} ${what} ${instead}`),
      );
      this.#tell(words.mistakes, element('ul', {}, ...items));
    } else if ('asks' in outcome) {
      const anyway = button(words.removeAnyway, () => void this.#change(changes, true));
      this.#tell(words.removes, element('p', {}, words.removesWhat(outcome.asks)), element('div', { class: 'row' }, anyway));
    } else {
      const reload = outcome.refused === 'stale' ? button(words.reload, () => location.reload()) : undefined;
      this.#tell(words.reasons[outcome.refused], reload && element('div', { class: 'row' }, reload));
    }
  }

  #tell(what: string, ...more: (HTMLElement | undefined)[]): void {
    this.#show(this.#told, what, ...more);
  }

  #show(place: HTMLElement, what: string, ...more: (HTMLElement | undefined)[]): void {
    place.replaceChildren(element('div', { class: 'told' }, element('strong', {}, what), ...more));
    place.scrollIntoView({ block: 'nearest' });
    place.querySelector('button')?.focus();
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
