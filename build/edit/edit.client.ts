/** The edit mode on the author's page: a click on a text of the content opens it, and answers nothing. */
import { RELOAD_EVENT } from '../dev/news.ts';
import { EditBar } from './edit-bar.client.ts';
import type { ChangeDialog } from './change-dialog.client.ts';
import { openTextPanel } from './edit-panel.client.ts';
import { EditServer } from './edit-server.client.ts';
import { oneAtATime } from './one-at-a-time.client.ts';
import { element } from './page-element.client.ts';
import { PAGE_STYLES } from './page-styles.client.ts';
import { boxesOf, textAt, textsIn, textsOnPage, type PageText } from './page-texts.client.ts';
import { BY_KEY, type Outcome } from './page-messages.ts';
import { words } from './page-words.ts';

/** What was said before the page was loaded again. */
const SAID = 'aspa-edit-said';
const ANSWERING = 'input, select, textarea, [contenteditable], label';

class EditMode {
  readonly #server: EditServer;
  readonly #bar: EditBar;
  readonly #host = element('div', { lang: 'en' });
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #frame = element('div', { class: 'frame', hidden: '' });
  #panel: ChangeDialog | undefined;
  readonly #opening = oneAtATime();
  /** The author uses keys, and not a pointer. */
  #isByKey = false;
  /** A click that the author means for the course. */
  #isUsing = false;
  /** The page is another by now, and words are not saved. */
  #waits = false;

  constructor(server: EditServer) {
    this.#server = server;
    this.#bar = new EditBar({
      server,
      opened: (number) => void this.#opening(() => this.#open(number)),
      undone: (label) => this.#told(words.undone(label)),
    });
  }

  start(): void {
    this.#root.append(element('style', {}, PAGE_STYLES), this.#frame, this.#bar.element);
    document.documentElement.append(this.#host);
    // The course's last line stays above the bar.
    document.body.style.paddingBottom = '96px';
    const [said, byKey] = [taken(SAID), taken(BY_KEY)];
    if (said !== null) this.#bar.say(said);
    this.#bar.refresh().catch(() => this.#bar.say(words.unreachable));
    if (byKey !== null) this.#goOnInBar();
    addEventListener('keydown', () => (this.#isByKey = true), { capture: true });
    addEventListener('pointerdown', () => (this.#isByKey = false), { capture: true });
    addEventListener('click', (event) => this.#clicked(event), { capture: true });
    addEventListener('beforeinput', (event) => this.#keepAnswers(event), { capture: true });
    addEventListener('pointermove', (event) => this.#pointed(event), { capture: true, passive: true });
    addEventListener(RELOAD_EVENT, (event) => {
      this.#waits = this.#panel?.isChanged ?? false;
      if (this.#waits) event.preventDefault();
    });
    addEventListener('beforeunload', (event) => this.#panel?.isChanged && event.preventDefault());
  }

  /** The course puts the focus on its title when it is drawn; somebody who uses keys goes on in the bar, until she presses one. */
  #goOnInBar(): void {
    const pressed = new AbortController();
    const { signal } = pressed;
    this.#bar.focus();
    addEventListener('focusin', (event) => this.#isOwn(event.composedPath()) || this.#bar.focus(), { signal });
    for (const press of ['keydown', 'pointerdown']) addEventListener(press, () => pressed.abort(), { signal, capture: true });
  }

  #clicked(event: MouseEvent): void {
    const path = event.composedPath();
    if (this.#isUsing || this.#isOwn(path)) return;
    const [target] = path;
    // A key presses a button at no place.
    const isByKey = event.detail === 0;
    const text = isByKey && target instanceof Element ? textsIn(target)[0] : textAt(event.clientX, event.clientY, path);
    if (text) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.#opening(() => this.#open(text.number, text, useOf(path)));
    } else {
      this.#keepAnswers(event);
    }
  }

  /** What is written or chosen in the edit mode is no answer. */
  #keepAnswers(event: Event): void {
    const path = event.composedPath();
    const answers = path.some((each) => each instanceof Element && each.matches(ANSWERING));
    if (this.#isUsing || !answers || this.#isOwn(path)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #pointed(event: PointerEvent): void {
    const path = event.composedPath();
    const text = this.#isOwn(path) ? undefined : textAt(event.clientX, event.clientY, path);
    this.#frame.hidden = text === undefined;
    if (text) place(this.#frame, text.range.getBoundingClientRect());
  }

  async #open(number: number, shown?: PageText, use?: HTMLElement): Promise<void> {
    try {
      const text = await this.#server.open(number);
      if ('refused' in text) {
        this.#bar.say(words.reasons[text.refused]);
        return;
      }
      const range = (shown ?? textsOnPage().find((each) => each.number === number))?.range;
      range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
      this.#panel = openTextPanel(this.#root, {
        ...this.#shared(range && boxesOf(range).length > 0 ? range.getBoundingClientRect() : undefined),
        text,
        use: use && (() => this.#use(use)),
      });
    } catch {
      this.#bar.say(words.unreachable);
    }
  }

  #shared(box: DOMRect | undefined) {
    return {
      server: this.#server,
      box,
      saved: (outcome: Extract<Outcome, { done: string }>): void => {
        this.#told(words.saved(outcome.done));
      },
      closed: (): void => {
        if (this.#waits) location.reload();
      },
    };
  }

  /** What stands over the page, and is no part of the course. */
  #isOwn(path: readonly EventTarget[]): boolean {
    return path.includes(this.#host);
  }

  #use(target: HTMLElement): void {
    this.#isUsing = true;
    target.click();
    this.#isUsing = false;
  }

  /** The page is loaded again as soon as the server has read the content. */
  #told(what: string): void {
    sessionStorage.setItem(SAID, what);
    if (this.#isByKey) sessionStorage.setItem(BY_KEY, 'yes');
    this.#bar.say(what);
  }
}

/** What was left for this page by the one before it, once. */
function taken(key: string): string | null {
  const value = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return value;
}

/** The button or link that was clicked. */
function useOf(path: readonly EventTarget[]): HTMLElement | undefined {
  return path.find((each): each is HTMLElement => each instanceof HTMLElement && each.matches('a[href], button, summary, label'));
}

function place(frame: HTMLElement, { left, top, width, height }: DOMRect): void {
  const sides = { left: left - 4, top: top - 4, width: width + 8, height: height + 8 };
  for (const [side, value] of Object.entries(sides)) frame.style.setProperty(side, `${String(value)}px`);
}

const token = document.currentScript?.dataset['token'] ?? '';
new EditMode(new EditServer(token)).start();
