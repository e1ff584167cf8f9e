/** Where a text of the content stands: a value of a file's YAML, or lines of its Markdown. */

/** A key, the number of an item from 0, or the item of a list that has this id. */
export type Step = string | number | { readonly id: string };
export type SourcePath = readonly Step[];

/** Lines of a file, from 1; `to` is the line after the last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Language of the page that shows an original in the place of a translation that it lacks. */
interface Shown {
  readonly shownIn?: string;
}

export type SourcePlace = Shown &
  (
    | {
        /** Path from the content folder, with slashes. */
        readonly file: string;
        readonly path: SourcePath;
      }
    | { readonly file: string; readonly lines: Lines }
  );

/** Something that is asked for and not done, in words for the author. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';

  /** @param reason a key of the words that the page has for it */
  constructor(
    readonly reason: Reason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/**
 * `gone`: what is meant is not there any more; `stale`: the file is another than the one shown; `unsafe`: only more than was meant could be changed;
 * `untranslated`: the page shows the original, and the translation has no place for its own words yet; `unwritten`: the disk took no file.
 */
export type Reason =
  | 'gone'
  | 'stale'
  | 'unsafe'
  | 'untranslated'
  | 'unwritten'
  | 'outside'
  | 'empty'
  | 'fewest'
  | 'most'
  | 'nothing-to-undo'
  | 'changed-since';
