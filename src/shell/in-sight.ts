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
