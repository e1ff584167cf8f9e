/** Quiet rows of buttons on the page: at each exercise and at the chapter's end what can be added there, and the way to move and remove it. */
import type { EditServer } from './edit-server.client.ts';
import { button, element } from './page-element.client.ts';
import type { OpenedWhole } from './page-messages.ts';
import { PAGE_STYLES } from './page-styles.client.ts';
import { textsOnPage } from './page-texts.client.ts';
import type { PageWords } from './page-words.ts';

/** What was pressed: the number of a part that is to be added, or what is done with the whole. */
export type Pressed = number | 'manage' | 'add exercise' | 'add chapter';

interface RowOptions {
  readonly server: EditServer;
  readonly words: () => PageWords;
  readonly pressed: (whole: OpenedWhole, what: Pressed, box: DOMRect) => void;
  readonly failed: () => void;
}

const ROW = 'aspa-edit-row';

export class WholeRows {
  readonly #options: RowOptions;
  /** What was shown last: the same is not asked again. */
  #shown = '';
  #wholes: readonly OpenedWhole[] = [];

  constructor(options: RowOptions) {
    this.#options = options;
  }

  /** Follows the page: where another chapter is drawn, it has its rows in a moment. */
  start(): void {
    const refresh = (): void => void this.#refresh().catch(this.#options.failed);
    refresh();
    setInterval(refresh, 700);
  }

  async #refresh(): Promise<void> {
    const numbers = textsOnPage().map(({ number }) => number);
    const shown = [document.documentElement.lang, ...numbers].join(' ');
    if (shown !== this.#shown) {
      const wholes = await this.#options.server.wholes(numbers);
      this.#shown = shown;
      this.#wholes = 'refused' in wholes ? [] : wholes;
      const names = this.#wholes.map(nameOf);
      for (const row of allOf(document, ROW)) if (!names.includes(row.getAttribute('data-whole') ?? '')) row.remove();
    }
    for (const whole of this.#wholes) this.#place(whole);
  }

  #place(whole: OpenedWhole): void {
    const page = allOf(document, 'aspa-chapter-page')[0] as (Element & { readonly chapter?: { readonly id: string } }) | undefined;
    if (!page?.shadowRoot) return;
    const anchor =
      whole.kind === 'exercise'
        ? page.shadowRoot.querySelector(`[data-exercise="${CSS.escape(whole.id)}"]`)?.parentElement
        : page.chapter?.id === whole.id
          ? page.shadowRoot.querySelector('.page')
          : undefined;
    const name = nameOf(whole);
    const isThere = [...(anchor?.children ?? [])].some((child) => child.getAttribute('data-whole') === name);
    if (anchor && !isThere) anchor.append(this.#row(whole, name));
  }

  #row(whole: OpenedWhole, name: string): HTMLElement {
    const words = this.#options.words();
    const { part } = words;
    const row = document.createElement(ROW);
    row.setAttribute('data-whole', name);
    row.setAttribute('lang', document.documentElement.lang);
    const press = (label: string, what: Pressed): HTMLButtonElement => {
      const own = button(label, () => this.#options.pressed(whole, what, own.getBoundingClientRect()));
      return own;
    };
    const parts = whole.parts.flatMap(({ key, isThere }, index) =>
      isThere ? [] : [press(`+ ${part.addPart(part.names[key] ?? key)}`, index)],
    );
    const isExercise = whole.kind === 'exercise';
    const group = element(
      'div',
      { class: 'whole', role: 'group', 'aria-label': part.whole[whole.kind](whole.title) },
      ...parts,
      press(`+ ${isExercise ? part.addAfter.exercise : part.addExercise}`, 'add exercise'),
      isExercise ? undefined : press(`+ ${part.addAfter.chapter}`, 'add chapter'),
      press(part.manage[whole.kind], 'manage'),
    );
    row.attachShadow({ mode: 'open' }).append(element('style', {}, PAGE_STYLES), group);
    return row;
  }
}

/** A row with other buttons, or in another language, is another. A title may stand on the page more than once, with numbers of its own. */
function nameOf({ number: _any, ...whole }: OpenedWhole): string {
  return `${document.documentElement.lang} ${JSON.stringify(whole)}`;
}

/** Whether an event came from a row. */
export function isFromRow(path: readonly EventTarget[]): boolean {
  return path.some((each) => each instanceof Element && each.localName === ROW);
}

/** All elements of a name, in every shadow tree. */
function allOf(root: Document | ShadowRoot, name: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.localName === name ? [each] : []),
    ...(each.shadowRoot ? allOf(each.shadowRoot, name) : []),
  ]);
}
