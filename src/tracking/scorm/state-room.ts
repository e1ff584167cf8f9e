/**
 * How much this LMS was found to hold of a learner's state, and how much of that is taken: what the learner is shown as the room that is left. What is
 * tried are the `stateLengths` of the dialect; what each LMS holds stands in `src/simulator/lms/`.
 */
import { MOST_PAGES, PAGE_TEXT } from './objective-page-format.ts';
import { MOST_LETTERS } from '../state/state-records.ts';
import type { Room } from '../tracker.ts';

/** A base fills at least so much of its pages: it holds whole answers. */
const PAGES_FILLED = 0.9;
/** One base at a time: the next one is written beside it. */
const ROOM_OF_PAGES = Math.floor((MOST_PAGES / 2) * PAGE_TEXT * PAGES_FILLED);

/** A longer state would not get out of the door with all the rest when a page is closed. */
export const LONGEST_STATE = 50_000;

export class StateRoom {
  #capacity: number;
  #isMeasured = false;
  #used = 0;
  #letters = 0;
  #overflows = false;

  /** @param promised characters that suspend_data holds by the standard */
  constructor(promised: number) {
    this.#capacity = promised;
  }

  /** Characters that suspend_data holds, as far as it is known. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Characters that suspend_data has. */
  get used(): number {
    return this.#used;
  }

  /** It was tried out how many characters suspend_data holds. */
  measured(length: number): void {
    this.#capacity = Math.min(length, LONGEST_STATE);
    this.#isMeasured = true;
  }

  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /** So many characters were found in suspend_data: it holds no less. */
  found(length: number): void {
    this.#capacity = Math.max(this.#capacity, length);
  }

  /** suspend_data has so many characters now. */
  wrote(length: number): void {
    this.#used = length;
  }

  /** @param fits whether a state of so many letters had room */
  asked(letters: number, fits: boolean): void {
    this.#letters = letters;
    this.#overflows = !fits;
  }

  /**
   * What is used, and what there is, of suspend_data and pages together.
   * @param inBase characters of the base in pages
   * @param writesPages whether pages can be written
   */
  inAll(inBase: number, writesPages: boolean): Room {
    const limit = this.#capacity + (writesPages ? ROOM_OF_PAGES : 0);
    // More letters are never packed, however little room they take.
    const ofLetters = Math.floor((limit * this.#letters) / MOST_LETTERS);
    return { used: this.#overflows ? limit : Math.max(this.#used + inBase, ofLetters), limit };
  }
}
