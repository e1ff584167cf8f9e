/**
 * Where a learner's state is in a SCORM LMS: in suspend_data, and where that is too small in SCORM 1.2, its older part in pages.
 *
 * Once it overflows, the state is a base in pages and, behind the pages' header in suspend_data, what has changed since. So nearly every save
 * is one value, written whole or not at all. When the changes outgrow suspend_data, a new base is written beside the old one, committed
 * and read back, and only then does suspend_data name it. What was torn in between leaves the old base with its changes. At closing there is no
 * time for that: new pages and a header of their own go out at once, and suspend_data stays as it is.
 */
import type { Answer, Answers, FieldId } from '../course/answers.ts';
import { crcOfText } from './checksum.ts';
import {
  FREE_PAGE,
  generationOf,
  HEADER_LENGTH,
  makeHeader,
  makePages,
  MOST_PAGES,
  PAGE_TEXT,
  readGenerations,
  readHeader,
  readPages,
  type PageHeader,
} from './objective-pages.ts';
import type { CallResult } from './scorm-api.ts';
import { packState, unpackState, type PackedState, type Unpacked } from './state-codec.ts';
import { StatePacker } from './state-packer.ts';
import { MOST_LETTERS } from './state-records.ts';
import type { Room } from './tracker.ts';

/** How the state reaches the LMS's data model. */
export interface StatePlace {
  /** Characters that suspend_data holds by the standard. */
  readonly promised: number;
  read(): string;
  write(text: string): CallResult | undefined;
  /** False where pages are only read. */
  readonly writesPages: boolean;
  /** Identifiers of objectives behind the classes', by their place; absent where the standard or the LMS has none to offer. */
  readonly pages?: {
    read(place: number): string;
    write(place: number, identifier: string): CallResult | undefined;
  };
}

export interface Restored {
  readonly state: PackedState | undefined;
  /** What could not be read whole. */
  readonly unreadable?: string;
}

/** set: all of it is in the data model; tight: the same, but the next words may not fit; full: it is not, and what was there before stays (`setPartly` adds what fits). */
export type Fit = 'set' | 'tight' | 'full' | CallResult;

interface Base extends PageHeader {
  readonly text: string;
  readonly answers: Answers;
}

/** Where suspend_data holds less, pages are worth their price in a report's columns. */
const SHORT_STATE = 20_000;
/** Room that is kept for what may be typed until the next pause. */
const RESERVE = 300;
/** A state that is so much shorter than suspend_data again leaves the pages. */
const SHORT_AGAIN = 0.75;
/** So much of the pages a base fills at least: it holds whole answers. */
const PAGES_FILLED = 0.9;
const LETTERS_TO_LEARN_FROM = 500;
/** Characters that an answer takes packed beside its letters: its name and time. */
const ANSWER_LENGTH = 3;
/** A note in the state: not all that the learner had written fitted. */
const PARTLY = 'partly';
const NO_STATE: PackedState = { answers: new Map(), revision: 0, notes: new Map() };

/** Whether not all that the learner had written fitted when this was stored. */
export function isPartOfWork(state: PackedState | undefined): boolean {
  return state?.notes.has(PARTLY) === true;
}

export class ScormState {
  readonly #place: StatePlace;
  readonly #packer = new StatePacker();
  /** Characters that suspend_data holds, as far as it is known. */
  #length: number;
  #base: Base | undefined;
  #prepared: Base | undefined;
  /** Before the last move, which did not make room enough. */
  #earlierBase: Base | undefined;
  /** Pages may lie about, though the whole state of the launch stood in suspend_data: not before a commit has stored it there once more. */
  #leftovers: 'none' | 'possible' | 'emptied-next' = 'none';
  /** What stands in suspend_data and the pages that it names. */
  #written: Answers = new Map();
  /** Not all of what was to be set last is in `#written`. */
  #overflows = false;
  #letters = 0;
  #used = 0;
  /** Places that suspend_data may name in the LMS: of an earlier base too, until a commit has stored the newer header. */
  #named: readonly number[] = [];
  /** What was written at a closing and is named by its own header only: its places are not written over at another. */
  #closed: { readonly answers: Answers; readonly places: readonly number[] } | undefined;
  /** So many letters did not fit into pages and suspend_data together. */
  #tooMany = Infinity;
  /** Moving once more would free nothing. */
  #settled = false;
  /** A page, or what keeps its place, was read back at a later launch. */
  #proven = false;
  #usable: boolean;
  /** Characters that a letter takes packed: a guess, until something was. */
  #perLetter = 0.44;

  constructor(place: StatePlace) {
    this.#place = place;
    this.#length = place.promised;
    this.#usable = this.hasPages;
  }

  /** It was tried out how many characters suspend_data holds. */
  measured(length: number): void {
    this.#length = length;
    if (!this.hasPages) this.#usable = false;
    // From now on all of it goes into suspend_data.
    if (length >= SHORT_STATE) this.#base = this.#closed = undefined;
  }

  /** False while the state stands on pages that no later launch has read back yet. */
  get proven(): boolean {
    return this.#base === undefined || this.#proven;
  }

  /** Characters that suspend_data has. */
  get length(): number {
    return this.#used;
  }

  /** Characters that answers take packed, by what was measured so far. */
  expectedLength(answers: Answers): number {
    return Math.ceil(lettersIn(answers) * this.#perLetter + answers.size * ANSWER_LENGTH);
  }

  /** Pages may be written. They are read wherever there are any: an LMS that held little once may hold all of it now. */
  get hasPages(): boolean {
    return this.#place.writesPages && this.#place.pages !== undefined && this.#length < SHORT_STATE;
  }

  get room(): Room {
    const pages = this.#usable ? Math.floor((MOST_PAGES / 2) * PAGE_TEXT * PAGES_FILLED) : 0;
    const limit = this.#length + pages;
    // More letters are never packed, however little room they take.
    const ofLetters = Math.floor((limit * this.#letters) / MOST_LETTERS);
    return { used: this.#overflows ? limit : Math.max(this.#used + (this.#base?.text.length ?? 0), ofLetters), limit };
  }

  /**
   * Reads what is there. Never throws.
   * @param raw what suspend_data holds
   */
  restore(raw = this.#place.read()): Restored {
    // So much it held before.
    this.#length = Math.max(this.#length, raw.length);
    const named = this.#readNamed(raw);
    const closed = this.#readClosing();
    if (closed && closed.state.revision > (named.state?.revision ?? 0)) {
      this.#base = closed.base;
      this.#closed = { answers: closed.state.answers, places: [...closed.base.places, closed.place] };
      this.#written = closed.state.answers;
      return { ...named, state: closed.state };
    }
    this.#written = named.state?.answers ?? new Map();
    return named;
  }

  /**
   * Keeps the place of pages, or clears those that no header names any more; to be called once what is there has been read. What the base stands
   * on is set again, since another tab of this browser may have written there after this one was launched.
   */
  tidy(): void {
    const { pages } = this.#place;
    if (!pages) return;
    // Nothing was ever there, or nothing comes back.
    if (pages.read(0) === '') {
      if (this.hasPages && pages.write(0, FREE_PAGE) !== undefined) this.#usable = false;
      return;
    }
    this.#proven = true;
    if (!this.#base) return;
    const unnamed = new Set(this.#spare(this.#closed?.places ?? []));
    for (let place = 0; place < MOST_PAGES && pages.read(place) !== ''; place++) {
      if (this.#base.places.includes(place)) pages.write(place, pages.read(place));
      else if (unnamed.has(place) && pages.read(place) !== FREE_PAGE) pages.write(place, FREE_PAGE);
    }
  }

  /** Empties the pages that a state left which has long been whole in suspend_data: each is a column in a report. */
  emptyLeftovers(): void {
    const { pages } = this.#place;
    if (!pages || this.#leftovers !== 'emptied-next' || this.#base) return;
    this.#leftovers = 'none';
    for (const [place, identifier] of this.#identifiers().entries()) if (identifier !== FREE_PAGE) pages.write(place, FREE_PAGE);
  }

  /** Packs in slices what `set` is going to need, so that typing goes on meanwhile. @param isOver whether it is of no interest any more */
  async ready(state: PackedState, isOver: () => boolean): Promise<void> {
    if (!this.#base || this.#isShort(state)) await this.#packer.prepare(state, this.#length < SHORT_STATE, isOver);
  }

  /** Sets the state in suspend_data, as far as it fits there. */
  set(state: PackedState): Fit {
    // It was longer once. A later launch that has read all of it from suspend_data empties the pages.
    if (this.#base && this.#isShort(state) && (this.#packer.pack(state)?.length ?? Infinity) <= this.#length * SHORT_AGAIN) this.forget();
    const text = this.#base ? this.#changesText(this.#base, state) : this.#packer.pack(state);
    if (text && !this.#base) this.#learn(state.answers, text);
    this.#letters = lettersIn(state.answers);
    this.#overflows = text === undefined || text.length > this.#length;
    if (text === undefined || this.#overflows) return 'full';
    const refusal = this.#write(text, state.answers);
    if (refusal) return refusal;
    return this.#usable && !this.#settled && text.length > this.#length - RESERVE ? 'tight' : 'set';
  }

  /**
   * Where not all of it fits: what was there stays, and so much is added of what is new as has room, the shortest first. Nothing that the LMS
   * has is given up for it.
   */
  setPartly(state: PackedState): void {
    if (this.#addTo(state)) return;
    this.#base = this.#earlierBase;
    this.#addTo(state);
  }

  /** @returns whether what was there fits beside the base */
  #addTo(state: PackedState): boolean {
    const had: Answers = new Map([...(this.#closed?.answers ?? this.#written)].filter(([id]) => state.answers.has(id)));
    const missing = [...changedSince(had, state).answers].sort(byLength);
    let fitting = this.#partOf(state, had, missing, 0);
    if (fitting === undefined) return false;
    // So many of the shortest fit, and not one more: found by halving, since each try packs all changes.
    for (let [fits, full] = [0, missing.length + 1]; full - fits > 1;) {
      const middle = Math.floor((fits + full) / 2);
      const part = this.#partOf(state, had, missing, middle);
      if (part) [fits, fitting] = [middle, part];
      else full = middle;
    }
    return this.#write(fitting.text, fitting.answers) === undefined;
  }

  /** What was there with the first of what is missing. @returns undefined where that does not fit */
  #partOf(
    state: PackedState,
    had: Answers,
    missing: readonly [FieldId, Answer][],
    count: number,
  ): { text: string; answers: Answers } | undefined {
    const answers = new Map([...had, ...missing.slice(0, count)]);
    const text = this.#partText({ ...state, answers, notes: new Map([...state.notes, [PARTLY, '1']]) });
    return text === undefined ? undefined : { text, answers };
  }

  #partText(state: PackedState): string | undefined {
    if (lettersIn(state.answers) > MOST_LETTERS) return undefined;
    const text = this.#base ? this.#changesText(this.#base, state) : packState(state);
    return text !== undefined && text.length <= this.#length ? text : undefined;
  }

  #write(text: string, answers: Answers): CallResult | undefined {
    const refusal = this.#place.write(text);
    if (refusal) return refusal;
    this.#used = text.length;
    this.#written = answers;
    this.#named = [...this.#named, ...(this.#base?.places ?? [])];
    return undefined;
  }

  #changesText(base: Base, state: PackedState): string | undefined {
    const changes = changedSince(base.answers, state);
    return lettersIn(changes.answers) > MOST_LETTERS ? undefined : makeHeader('P', base) + packState(changes);
  }

  /** What was set has been committed, and the LMS took it: what only the header before named is free. */
  stored(): void {
    this.#named = readHeader('P', this.#place.read())?.places ?? [];
    if (this.#leftovers === 'possible') this.#leftovers = 'emptied-next';
  }

  /** Another tab has written since: nothing that was set here counts as being in the LMS. */
  forget(): void {
    this.#base = this.#closed = undefined;
    this.#leftovers = 'none';
  }

  /** First half of a move into pages: writes them beside those in use. To be committed before `adopt`. @returns whether they could be set */
  prepare(state: PackedState): boolean {
    this.#prepared = undefined;
    if (!this.#usable || lettersIn(state.answers) >= this.#tooMany) return false;
    // A closing that was none, since the page is still here, gives its places back where there are no others: its words are in this state too.
    const closed = this.#closed?.places ?? [];
    const places = [...this.#spare(closed), ...this.#spare([]).filter((place) => closed.includes(place))];
    this.#prepared = this.#writeBase(state, places.slice(0, MOST_PAGES / 2));
    if (!this.#prepared || this.#prepared.places.some((place) => closed.includes(place))) this.#closed = undefined;
    return this.#prepared !== undefined;
  }

  /** Second half: reads the pages back and names them in suspend_data. To be committed again. */
  adopt(state: PackedState): Fit {
    const prepared = this.#prepared;
    const { pages } = this.#place;
    this.#prepared = undefined;
    if (!prepared || !pages || readPages(prepared, (place) => pages.read(place)).text !== prepared.text) {
      this.#usable = this.#base !== undefined;
      return 'full';
    }
    this.#earlierBase = this.#base;
    this.#base = prepared;
    const fit = this.set(state);
    this.#settled = fit === 'tight';
    if (fit === 'full') this.#tooMany = lettersIn(state.answers);
    else this.#closed = undefined;
    return fit;
  }

  /** At closing: pages with a header of their own, in one commit; suspend_data stays as it is. */
  setClosing(state: PackedState): Fit {
    if (this.#closed?.answers === state.answers) return 'set';
    const spare = this.#spare(this.#closed?.places ?? []);
    const base = this.#usable ? this.#writeBase(state, spare.slice(0, MOST_PAGES - 1)) : undefined;
    if (!base || base.answers.size < state.answers.size) return 'full';
    const place = spare.find((candidate) => !base.places.includes(candidate));
    if (place === undefined) return 'full';
    const refusal = this.#place.pages?.write(place, makeHeader('C', base));
    if (!refusal) this.#closed = { answers: state.answers, places: [...base.places, place] };
    return refusal ?? 'set';
  }

  #learn(answers: Answers, text: string): void {
    const letters = lettersIn(answers);
    if (letters > LETTERS_TO_LEARN_FROM) this.#perLetter = Math.max(0.1, (text.length - answers.size * ANSWER_LENGTH) / letters);
  }

  /** Oldest answers first, as many as fit into the places, of which the first are taken. */
  #writeBase(state: PackedState, spare: readonly number[]): Base | undefined {
    const oldest = [...state.answers].sort(([, a], [, b]) => a.at - b.at);
    const first = Math.ceil(oldest.length * Math.min(1, (spare.length * PAGE_TEXT) / this.expectedLength(state.answers)));
    for (let count = first, tries = 0; count > 0 && tries < 5; tries++) {
      const answers: Answers = new Map(oldest.slice(0, count));
      const text = packState({ ...state, answers });
      this.#learn(answers, text);
      const pages = makePages(text, generationOf(state.revision));
      if (pages.length > spare.length) {
        count = Math.floor(count * Math.min(0.95, (spare.length / pages.length) * 0.97));
        continue;
      }
      const places = spare.slice(0, pages.length).sort((a, b) => a - b);
      for (const [index, place] of places.entries()) if (this.#place.pages?.write(place, pages[index] as string)) return undefined;
      return { generation: generationOf(state.revision), places, check: crcOfText(text), text, answers };
    }
    return undefined;
  }

  #isShort({ answers }: PackedState): boolean {
    return this.expectedLength(answers) <= this.#length * SHORT_AGAIN;
  }

  /** Places that neither the base, nor what the LMS may name, nor `taken` needs, lowest first. */
  #spare(taken: readonly number[]): number[] {
    const used = new Set([...(this.#base?.places ?? []), ...this.#named, ...taken]);
    return Array.from({ length: MOST_PAGES }, (_, place) => place).filter((place) => !used.has(place));
  }

  #readNamed(raw: string): Restored {
    const header = readHeader('P', raw);
    if (!header) {
      const unpacked = unpackState(raw);
      if (unpacked.result === 'empty') return { state: undefined };
      this.#used = raw.length;
      if (unpacked.result === 'whole') this.#leftovers = 'possible';
      if (unpacked.result === 'whole') return { state: unpacked.state };
      return unpacked.result === 'newer' ? { state: undefined, unreadable: raw } : this.#salvage(raw);
    }
    this.#named = header.places;
    const changes = unpackState(raw.slice(HEADER_LENGTH));
    const changed = stateOf(changes);
    const { base, state: before } = this.#readBase(header);
    const revision = changes.result === 'whole' ? changed.revision : Math.max(before.revision, changed.revision);
    const state = { ...changed, revision, answers: new Map([...before.answers, ...changed.answers]) };
    if (!base) {
      const pages = header.places.map((place) => this.#place.pages?.read(place) ?? '');
      return { state: state.answers.size > 0 ? state : undefined, unreadable: [raw, ...pages].join('\n') };
    }
    this.#base = base;
    this.#used = raw.length;
    return changes.result === 'whole' ? { state } : { state, unreadable: raw };
  }

  /** What a damaged suspend_data vouches for, and the pages that its header may have named. */
  #salvage(raw: string): Restored {
    const identifiers = this.#identifiers();
    this.#named = [...identifiers.keys()].filter((place) => identifiers[place] !== FREE_PAGE);
    const texts = [...readGenerations(identifiers), raw, ...(raw.startsWith('P') ? [raw.slice(HEADER_LENGTH)] : [])];
    const answers = new Map<FieldId, Answer>();
    let newest = NO_STATE;
    for (const state of texts.map((text) => stateOf(unpackState(text)))) {
      for (const [id, answer] of state.answers) if (answer.at >= (answers.get(id)?.at ?? 0)) answers.set(id, answer);
      if (state.revision > newest.revision) newest = state;
    }
    return {
      state: answers.size > 0 ? { ...newest, answers } : undefined,
      unreadable: [raw, ...identifiers.filter((_, place) => this.#named.includes(place))].join('\n'),
    };
  }

  /** What stands in the places of pages. */
  #identifiers(): string[] {
    const identifiers: string[] = [];
    for (let place = 0; this.#place.pages && place < MOST_PAGES; place++) {
      const identifier = this.#place.pages.read(place);
      if (identifier === '') break;
      identifiers.push(identifier);
    }
    return identifiers;
  }

  /** The newest whole state that was written at a closing. */
  #readClosing(): { base: Base; state: PackedState; place: number } | undefined {
    let newest: { base: Base; state: PackedState; place: number } | undefined;
    for (const [place, identifier] of this.#identifiers().entries()) {
      const header = readHeader('C', identifier);
      const { base, state } = header ? this.#readBase(header) : {};
      if (base && state && state.revision > (newest?.state.revision ?? 0)) newest = { base, state, place };
    }
    return newest;
  }

  /** `base` only where all of it is there; `state` as far as its checks vouch for it. */
  #readBase(header: PageHeader): { base?: Base; state: PackedState } {
    const { text, whole } = readPages(header, (place) => this.#place.pages?.read(place) ?? '');
    const unpacked = unpackState(text);
    const state = stateOf(unpacked);
    return whole && unpacked.result === 'whole' ? { base: { ...header, text, answers: state.answers }, state } : { state };
  }
}

function stateOf(unpacked: Unpacked): PackedState {
  return unpacked.result === 'whole' || unpacked.result === 'damaged' ? unpacked.state : NO_STATE;
}

/** The course's own notes first: they are short, and say what was earned. */
function byLength([id, { text }]: [FieldId, Answer], [otherId, other]: [FieldId, Answer]): number {
  return Number(otherId.startsWith('@')) - Number(id.startsWith('@')) || text.length - other.text.length;
}

function lettersIn(answers: Answers): number {
  let letters = 0;
  for (const { text } of answers.values()) letters += text.length;
  return letters;
}

/** What the state has that the base has not; a base holds whole seconds. */
function changedSince(base: Answers, state: PackedState): PackedState {
  const isChanged = ([id, { text, at }]: [FieldId, { text: string; at: number }]): boolean => {
    const before = base.get(id);
    return before?.text !== text || Math.floor(before.at / 1000) !== Math.floor(at / 1000);
  };
  return { ...state, answers: new Map([...state.answers].filter(isChanged)) };
}
