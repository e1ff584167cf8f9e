/**
 * Whether the induction guide fits its A4 page. `a4-sheet.ts` measures the page and asks here; the exercise keeps the number of pages
 * as an answer, and `definition.ts` says what is still to do while it is too high.
 */

/** A4 pages that an induction guide may fill. The sheet is drawn and printed as one page too, and the words speak of one. */
export const MOST_PAGES = 1;

/** How the guide fits its page, measured on the page itself. */
export interface SheetFit {
  /** Whole pages, at least 1. */
  readonly pages: number;
  /** How much of the page is used; above 1 where it is outgrown. */
  readonly share: number;
  /** Lines of running text that are too many. */
  readonly surplus: number;
}

/**
 * All in pixels.
 * @param height of what is written
 * @param room that a page leaves between its margins
 * @param lineHeight of the running text
 */
export function onePageFit(height: number, room: number, lineHeight: number): SheetFit {
  const most = MOST_PAGES * room;
  const surplus = Math.max(0, height - most - 0.5);
  return {
    pages: Math.max(1, Math.ceil((height - 0.5) / room)),
    share: height / most,
    surplus: Math.ceil(surplus / lineHeight),
  };
}
