/** The course by the keyboard alone: what a view clicks is come to by Tab and pressed, and what it fills is typed. */
import type { Page } from '@playwright/test';
import { PlaywrightView } from './playwright-engine.ts';
import type { CourseView, Place } from './view.ts';

/** More stops than any page has. */
const MOST_PRESSES = 400;

/** Where the focus is, seen from an element that a view acts on. */
interface Reached {
  /** On it, in the group of its radio button, or elsewhere. */
  readonly focus: 'here' | 'group' | 'elsewhere';
  readonly kind: 'radio' | 'checkbox' | 'date' | 'other';
  readonly value: string;
}

export class KeyboardView implements CourseView {
  readonly #seen: PlaywrightView;

  constructor(private readonly page: Page) {
    this.#seen = new PlaywrightView(page);
  }

  async click(place: Place): Promise<void> {
    const { focus, kind } = await this.#comesTo(place);
    if (focus === 'group') return this.#choosesByArrows(place);
    await this.page.keyboard.press(kind === 'other' ? 'Enter' : 'Space');
  }

  async fill(place: Place, text: string): Promise<void> {
    const { kind } = await this.#comesTo(place);
    if (kind === 'date') return this.#typesDate(place, text);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    return this.#seen.read(place, reading);
  }

  async #comesTo(place: Place): Promise<Reached> {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      // To look for the place itself takes many times as long.
      if (presses === 0 || (await this.page.evaluate(mayBeAt, place.css))) {
        const reached = await this.read(place, reachedFrom);
        if (reached.focus !== 'elsewhere') return reached;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${String(MOST_PRESSES)} presses of Tab did not lead to ${JSON.stringify(place)}.`);
  }

  async #choosesByArrows(place: Place): Promise<void> {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await this.page.keyboard.press('ArrowDown');
      if ((await this.read(place, reachedFrom)).focus === 'here') return;
    }
    throw new Error(`No arrow leads to ${JSON.stringify(place)}.`);
  }

  /** The order of day and month is the browser's own. @param date as year-month-day */
  async #typesDate(place: Place, date: string): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      await this.page.keyboard.type(digits);
      if ((await this.read(place, reachedFrom)).value === date) return;
      for (const key of ['ArrowLeft', 'ArrowLeft']) await this.page.keyboard.press(key);
    }
    throw new Error(`${date} could not be typed.`);
  }
}

/** Runs in the page: whether what has the focus is of the kind that is looked for. A label is come to by what it is the label of. */
function mayBeAt(css: string): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused !== null && (focused.localName === 'input' || focused.matches(css));
}

/** Runs in the page. */
function reachedFrom([element]: Element[]): Reached {
  const control = (element?.matches('label') ? element.querySelector('input') : element) as HTMLInputElement | null | undefined;
  const focused = (control?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement as HTMLInputElement | null | undefined;
  const type = control?.localName === 'input' ? control.type : '';
  const isInGroup = type === 'radio' && focused?.type === 'radio' && focused.name === control?.name;
  return {
    focus: control && focused === control ? 'here' : isInGroup ? 'group' : 'elsewhere',
    kind: type === 'radio' || type === 'checkbox' || type === 'date' ? type : 'other',
    value: control?.value ?? '',
  };
}
