/**
 * Scrolling within the course's own window. A plain `scrollIntoView` moves the pages around the course's frame as well: the LMS's page
 * would be pushed up until the course's header, with what it tells of saving, is out of sight.
 */

/** A way to bring an element into view. */
export type Bring = (element: Element) => void;

/** Puts the top of an element right below the header. @param seen what must be in sight of the pages around the frame too */
export function bringToTop(element: Element, seen: Element = element): void {
  const room = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  scrollSo(element.getBoundingClientRect().top - room, seen);
}

/** Puts an element that begins under the header, or above it, right below it. */
export function bringFromHeader(element: Element): void {
  if (element.getBoundingClientRect().top < Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop))
    bringToTop(element);
}

/** Puts an element into the middle of the window; the top of one that is taller. */
export function bringToMiddle(element: Element): void {
  const { top, height } = element.getBoundingClientRect();
  if (height > innerHeight / 2) bringToTop(element);
  else scrollSo(top + height / 2 - innerHeight / 2, element);
}

/** As `bringToMiddle`; an element of which something is in sight stays where it is. */
export function bringIntoSight(element: Element): void {
  if (!isInSight(element)) bringToMiddle(element);
}

/** An element has a place on the page. `checkVisibility` came with Safari 17.4. */
export function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Something of an element stands between header and footer. */
export function isInSight(element: Element): boolean {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const { top, bottom } = element.getBoundingClientRect();
  const [above, below] = [Number.parseFloat(scrollPaddingTop) || 0, Number.parseFloat(scrollPaddingBottom) || 0];
  return bottom > above && top < innerHeight - below;
}

/** Keeps an element where the eye has it while what stands above it changes its height. */
export async function keepInPlace(element: Element, change: () => Promise<unknown>): Promise<void> {
  const { top } = element.getBoundingClientRect();
  await change();
  window.scrollBy(0, element.getBoundingClientRect().top - top);
}

function scrollSo(by: number, seen: Element): void {
  window.scrollBy(0, by);
  seen.scrollIntoView({ block: 'nearest' });
}
