/** How much is read at most. Every limit is far above what the reports of a hundred thousand learners take. */

/** Of a file, as it lies on the disk. */
export const MOST_FILE_BYTES = 256 * 2 ** 20;
/** Of a file that a browser's page reads: a tab that takes twenty times as much is ended, with all that it held. */
export const MOST_PAGE_FILE_BYTES = 64 * 2 ** 20;
/** Of an XLSX, unpacked: its texts take the fourfold in memory. */
export const MOST_UNPACKED_BYTES = 128 * 2 ** 20;
/** Parts of an XLSX. */
export const MOST_PARTS = 2000;
/** The last row and column that a spreadsheet can have (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4: `XFD1048576`). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Rows times columns down to the last cell that holds something: the empty ones between take memory too. */
export const MOST_CELLS = 16_000_000;

/** What there is too much of in a file. `most` of it is read. */
export type Excess =
  | { readonly kind: 'file'; readonly most: number }
  /** An archive of `bytes`, once it is unpacked. */
  | { readonly kind: 'unpacked'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'parts'; readonly count: number; readonly most: number }
  /** A part that is larger than its archive says. */
  | { readonly kind: 'part'; readonly name: string }
  /** Cells of a row. */
  | { readonly kind: 'row'; readonly most: number }
  /** A sheet's last row and column; `cells` in `columns` are read. */
  | { readonly kind: 'reach'; readonly row: number; readonly column: number; readonly cells: number; readonly columns: number };

/** A limit was passed. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';

  constructor(readonly excess: Excess) {
    super(JSON.stringify(excess));
  }
}
