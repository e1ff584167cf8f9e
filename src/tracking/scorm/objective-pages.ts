/**
 * The identifiers of objectives that hold pages of a state: which of them are free, what is written there, and what is emptied again. What
 * pages look like is in `objective-page-format.ts`, when they are written in `scorm-state.ts`.
 */
import type { Answers } from '../../course/answers.ts';
import { crcOfText } from '../state/crc32.ts';
import { FREE_PAGE, generationOf, makeHeader, makePages, MOST_PAGES, PAGE_TEXT, readPages } from './objective-page-format.ts';
import type { PackedLength } from '../state/packed-length.ts';
import type { CallResult } from './scorm-api.ts';
import type { Base } from './state-base.ts';
import { packState, type PackedState } from '../state/state-codec.ts';

/** Identifiers of objectives behind the classes', by their place. */
export interface PagePlaces {
  read(place: number): string;
  write(place: number, identifier: string): CallResult | undefined;
}

/** Pages that an earlier session left, though the whole state stands in suspend_data: none; possible; to be emptied at the next save. */
type Leftovers = 'none' | 'possible' | 'emptied-next';

/** So often a base is made shorter until it fits into its places. */
const MOST_TRIES = 5;

export class ObjectivePages {
  readonly #places: PagePlaces | undefined;
  readonly #lengths: PackedLength;
  #isUsable: boolean;
  /** A page, or what keeps its place, was read back at a later launch. */
  #isProven = false;
  /** Places that suspend_data may name in the LMS: of an earlier base too, until a commit has stored the newer header. */
  #named: readonly number[] = [];
  #leftovers: Leftovers = 'none';
  /** So many letters did not fit into pages and suspend_data together. */
  #tooMany = Infinity;

  /** @param places absent where the standard or the LMS has none to offer @param isUsable false where pages are only read */
  constructor(places: PagePlaces | undefined, lengths: PackedLength, isUsable: boolean) {
    this.#places = places;
    this.#lengths = lengths;
    this.#isUsable = isUsable;
  }

  /** Pages may be written, and were not found to fail. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  get isProven(): boolean {
    return this.#isProven;
  }

  /** No page is written from now on. */
  giveUp(): void {
    this.#isUsable = false;
  }

  /** Whether so many letters may still fit into pages and suspend_data together. */
  mayHold(letters: number): boolean {
    return this.#isUsable && letters < this.#tooMany;
  }

  /** So many letters did not fit. */
  overflowed(letters: number): void {
    this.#tooMany = letters;
  }

  /** What stands in a place; '' where there is nothing. */
  readonly read = (place: number): string => this.#places?.read(place) ?? '';

  /** What stands in the places of pages, up to the first where there is nothing. */
  identifiers(): string[] {
    const identifiers: string[] = [];
    for (let place = 0; this.#places && place < MOST_PAGES; place++) {
      const identifier = this.#places.read(place);
      if (identifier === '') break;
      identifiers.push(identifier);
    }
    return identifiers;
  }

  /** Places that neither the base, nor what the LMS may name, nor `taken` needs, lowest first. */
  spare(base: Base | undefined, taken: readonly number[]): number[] {
    const used = new Set([...(base?.places ?? []), ...this.#named, ...taken]);
    return Array.from({ length: MOST_PAGES }, (_, place) => place).filter((place) => !used.has(place));
  }

  /** Whether all of a base is there. */
  holds(base: Base): boolean {
    return this.#places !== undefined && readPages(base, this.read).text === base.text;
  }

  /**
   * Oldest answers first, as many as fit into the places, of which the first are taken.
   * @returns undefined where none fit, or a page could not be set
   */
  writeBase(state: PackedState, spare: readonly number[]): Base | undefined {
    const oldest = [...state.answers].sort(([, a], [, b]) => a.at - b.at);
    const first = Math.ceil(oldest.length * Math.min(1, (spare.length * PAGE_TEXT) / this.#lengths.expected(state.answers)));
    for (let count = first, tries = 0; count > 0 && tries < MOST_TRIES; tries++) {
      const answers: Answers = new Map(oldest.slice(0, count));
      const text = packState({ ...state, answers });
      this.#lengths.learn(answers, text);
      const pages = makePages(text, generationOf(state.revision));
      if (pages.length > spare.length) {
        count = Math.floor(count * Math.min(0.95, (spare.length / pages.length) * 0.97));
        continue;
      }
      const places = spare.slice(0, pages.length).sort((a, b) => a - b);
      for (const [index, place] of places.entries()) if (this.#places?.write(place, pages[index] as string)) return undefined;
      return { generation: generationOf(state.revision), places, check: crcOfText(text), text, answers };
    }
    return undefined;
  }

  /** Names a base in a place of its own: what a closing page writes stands there, and suspend_data stays as it is. @returns a refusal */
  writeClosing(base: Base, place: number): CallResult | undefined {
    return this.#places?.write(place, makeHeader('C', base));
  }

  /** What was found at the launch. @param named places that suspend_data names @param isWhole the whole state stands in suspend_data */
  found(named: readonly number[], isWhole: boolean): void {
    this.#named = named;
    if (isWhole) this.#leftovers = 'possible';
  }

  /** suspend_data was set, and names this base. */
  wrote(base: Base | undefined): void {
    this.#named = [...this.#named, ...(base?.places ?? [])];
  }

  /** The LMS has stored what was set. @param named places that suspend_data names: what only the header before named is free */
  stored(named: readonly number[]): void {
    this.#named = named;
    if (this.#leftovers === 'possible') this.#leftovers = 'emptied-next';
  }

  /** Nothing that was set here counts as being in the LMS. */
  forget(): void {
    this.#leftovers = 'none';
  }

  /** Empties the pages that a state left which has long been whole in suspend_data: each is a column in a report. */
  emptyLeftovers(base: Base | undefined): void {
    if (!this.#places || this.#leftovers !== 'emptied-next' || base) return;
    this.#leftovers = 'none';
    for (const [place, identifier] of this.identifiers().entries()) if (identifier !== FREE_PAGE) this.#places.write(place, FREE_PAGE);
  }

  /**
   * Keeps the place of pages, or clears those that no header names any more. What the base stands on is set again, since another tab of
   * this browser may have written there after this one was launched.
   * @param keepsPlace whether pages may be needed, where nothing was ever there
   */
  tidy(base: Base | undefined, closed: readonly number[], keepsPlace: boolean): void {
    const places = this.#places;
    if (!places) return;
    // Nothing was ever there, or nothing comes back.
    if (places.read(0) === '') {
      if (keepsPlace && places.write(0, FREE_PAGE) !== undefined) this.#isUsable = false;
      return;
    }
    this.#isProven = true;
    if (!base) return;
    const unnamed = new Set(this.spare(base, closed));
    for (let place = 0; place < MOST_PAGES && places.read(place) !== ''; place++) {
      if (base.places.includes(place)) places.write(place, places.read(place));
      else if (unnamed.has(place) && places.read(place) !== FREE_PAGE) places.write(place, FREE_PAGE);
    }
  }
}
