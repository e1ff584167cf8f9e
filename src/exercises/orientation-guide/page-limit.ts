/** A4 pages that an induction guide may fill. The sheet is drawn and printed as one page too, and the words speak of one. */
export const MOST_PAGES = 1;
