import { focusedIn } from '../../exercises/shared/focused.ts';

/** The same as `textInSight`; text that is drawn anew as a whole counts as one element. */
export function elementInSight(): Element | null {
  const found = textInSight();
  return found?.closest('.prose') ?? found;
}

/** The element that the eye is at, below the header. */
export function textInSight(): Element | null {
  const room = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const [x, y] = [innerWidth / 2, room + (innerHeight - room) / 4];
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** Puts the focus on a text as a place to go on from by keyboard: on none of its controls, which would bring up a telephone's keys. */
export function focusOnText(element: Element | null): void {
  const control = element?.closest('textarea, input');
  const label = control && (control.getRootNode() as ParentNode).querySelector('label, legend');
  const text =
    label ??
    element?.closest('p, li, dd, dt, h1, h2, h3, h4, div, section, article, main') ??
    (element?.getRootNode() as ShadowRoot | undefined)?.host;
  if (!(text instanceof HTMLElement)) return;
  const isOwn = text.hasAttribute('tabindex');
  if (!isOwn) {
    text.tabIndex = -1;
    text.addEventListener('blur', () => text.removeAttribute('tabindex'), { once: true });
  }
  text.focus({ preventScroll: true });
}

/** The field that has the focus: a text, a box or a choice. */
export function focusedField(): Element | null {
  const found = focusedIn(document);
  return found?.matches('textarea, input') ? found : null;
}
