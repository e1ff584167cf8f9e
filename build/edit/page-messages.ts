/** What the edit mode's page and the server tell each other. */
import type { ContentMistake } from '../content-error.ts';
import type { Reason } from './source-place.ts';

/** A text in the list of all. */
export interface ListedText {
  readonly number: number;
  /** Path from the content folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** A text that is opened for editing. */
export interface OpenedText extends ListedText {
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Lines mean something. */
  readonly isMarkdown: boolean;
  /** The lists around it that may be changed, the innermost first. */
  readonly lists: readonly OpenedList[];
}

export interface OpenedList {
  /** The list's key. */
  readonly name: string;
  /** Which item the text stands in, from 0. */
  readonly index: number;
  readonly count: number;
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  /** The texts that a new item needs, by their keys. */
  readonly slots: readonly string[];
}

export type Outcome =
  | {
      /** The text as it was. */
      readonly done: string;
    }
  | { readonly mistakes: readonly ContentMistake[] }
  | {
      /** Released ids that would be gone. */
      readonly asks: readonly string[];
    }
  | { readonly refused: Reason };

/** Where the edit mode's page is, and where it asks. */
export const EDIT_PATH = '/edit/';
export const EDIT_API = '/edit/api';
export const TOKEN_HEADER = 'X-Edit-Token';
/** Where `content.js` puts the reading that its marks belong to. */
export const READING = 'aspaReading';
/** Left for the page that is loaded next, where a key was used to ask for it. */
export const BY_KEY = 'aspa-edit-by-key';
