/** The course's page through scripts of our own, for drivers that know no shadow roots or take long over each step. */
import { setTimeout as wait } from 'node:timers/promises';
import type { CourseView, Place } from './view.ts';

const ACTIONABLE_WITHIN_MS = 30_000;
/** After so long a click is no more on its way. */
const CLICK_HEARD_WITHIN_MS = 5000;
/** Set in the page from before a click until it is heard. */
const CLICK_AWAITED = 'clickAwaited';

/** The pointer's events may be dropped while a synchronous request, as SCORM players make them, holds the page: a click that is not heard is made again. */
export abstract class ScriptedView implements CourseView {
  /** Evaluates an expression in the course's page. Rejects where the page is not there. */
  protected abstract evaluate<T>(expression: string): Promise<T>;
  /** Clicks with the pointer on the element that an expression gives. Rejects where there is none or where it cannot be clicked. */
  protected abstract clickOn(expression: string): Promise<void>;

  click(place: Place): Promise<void> {
    const found = `(${findAll.toString()})(${JSON.stringify(place)})`;
    return tryUntilDone(async () => {
      await this.clickOn(`(${toClick.toString()})(${found}, ${say(place)}, '${CLICK_AWAITED}')`);
      for (const deadline = Date.now() + CLICK_HEARD_WITHIN_MS; await this.evaluate(`window.${CLICK_AWAITED} ?? false`); await wait(20))
        if (Date.now() > deadline) throw new Error(`The click on ${JSON.stringify(place)} was not heard.`);
    });
  }

  fill(place: Place, text: string): Promise<void> {
    const field = `(${findAll.toString()})(${JSON.stringify(place)})`;
    return tryUntilDone(() => this.evaluate(`(${fillIn.toString()})(${field}, ${JSON.stringify(text)}, ${say(place)})`));
  }

  async read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    const found = `(${findAll.toString()})(${JSON.stringify(place)})`;
    const read = await tryUntilDone(() => this.evaluate<T | null>(`(${reading.toString()})(${found})`));
    // JSON has no undefined.
    return read ?? (undefined as T);
  }
}

/** Pages and frames come and go while a course is launched. */
async function tryUntilDone<T>(action: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + ACTIONABLE_WITHIN_MS; ; await wait(50)) {
    try {
      return await action();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** The place as a text in an expression, for what is said where nothing is there. */
function say(place: Place): string {
  return JSON.stringify(JSON.stringify(place));
}

// What follows runs in the page, each function by itself.

function findAll(place: Place): Element[] {
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    return [...((node as Element).shadowRoot ?? node).childNodes].map(words).join('');
  };
  // A selector is asked once a root and not of each element.
  const below = (root: ParentNode, css: string, found: Element[] = []): Element[] => {
    const matching = new Set(root.querySelectorAll(css));
    for (const element of root.querySelectorAll('*')) {
      if (matching.has(element)) found.push(element);
      if (element.shadowRoot) below(element.shadowRoot, css, found);
    }
    return found;
  };
  const find = ({ css, text, within }: Place): Element[] => {
    const roots = within ? find(within).flatMap((element) => [...(element.shadowRoot ? [element.shadowRoot] : []), element]) : [document];
    const found = [...new Set(roots.flatMap((root) => below(root, css)))];
    return text === undefined ? found : found.filter((element) => words(element).replace(/\s+/g, ' ').trim() === text);
  };
  return find(place);
}

function toClick([element]: Element[], place: string, awaited: string): Element {
  if (!element) throw new Error(`There is no ${place}.`);
  Object.assign(window, { [awaited]: true });
  element.addEventListener('click', () => Object.assign(window, { [awaited]: false }), { once: true, capture: true });
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  return element;
}

/** As one piece of typing: keys of drivers know no letters beyond the basic plane. */
function fillIn([element]: Element[], text: string, place: string): void {
  if (!element) throw new Error(`There is no ${place}.`);
  const field = element as HTMLInputElement | HTMLTextAreaElement;
  field.focus();
  if (field.type !== 'date') {
    field.select();
    document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    return;
  }
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
