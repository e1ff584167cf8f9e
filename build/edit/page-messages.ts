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
  /** What may be added to what the text stands in, or taken away. */
  readonly parts: readonly OpenedPart[];
}

export interface OpenedPart {
  /** The part's key: `compare`, `talk`. */
  readonly key: string;
  readonly isThere: boolean;
  /** The text stands in it. */
  readonly isAround: boolean;
  /** The texts that it needs, by their keys. */
  readonly slots: readonly string[];
}

/** An exercise or a chapter on the page. */
export interface OpenedWhole {
  readonly kind: 'exercise' | 'chapter';
  readonly id: string;
  /** Number of its title. */
  readonly number: number;
  /** SHA-256 of its file. */
  readonly hash: string;
  readonly title: string;
  readonly parts: readonly OpenedPart[];
  /** Its place among its like, from 0. */
  readonly index: number;
  readonly count: number;
}

/** What a new exercise can be. */
export interface NewExercises {
  /** Each kind with what it asks, in the author's language. */
  readonly kinds: readonly { readonly kind: string; readonly about: string }[];
  readonly classes: readonly { readonly id: string; readonly title: string }[];
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
      /** The text as it was, or the title of what is new. */
      readonly done: string;
      /** Where what is new is shown, as the page's address has it after `#`. */
      readonly shownAt?: string;
    }
  | { readonly mistakes: readonly ContentMistake[] }
  | {
      /** Released ids that would be gone; none where an exercise or a chapter was never released. */
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
