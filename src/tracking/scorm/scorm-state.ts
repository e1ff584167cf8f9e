/**
 * Where a learner's state is in a SCORM LMS: in suspend_data, and where that is too small in SCORM 1.2, its older part in pages.
 *
 * Once it overflows, the state is a base in pages and, behind the pages' header in suspend_data, what has changed since. So nearly every save
 * is one value, written whole or not at all. When the changes outgrow suspend_data, a new base is written beside the old one, committed
 * and read back, and only then does suspend_data name it. What was torn in between leaves the old base with its changes. At closing there is no
 * time for that: new pages and a header of their own go out at once, and suspend_data stays as it is.
 */
import { note, type Answers } from '../../course/answers.ts';
import { LEFT_OUT, savesFrom, withLatest } from '../../course/named-saves.ts';
import { MOST_PAGES, readHeader } from './objective-page-format.ts';
import { lettersIn } from '../state/letters.ts';
import { withoutPlaceholders, withoutFillers } from '../state/placeholders.ts';
import { mostThatFits } from './partial-state.ts';
import type { CallResult } from './scorm-api.ts';
import { changesText, type Base } from './state-base.ts';
import { isDense, packState, type PackedState } from '../state/state-codec.ts';
import { baseOf, layoutOn, nextLayout, WHOLE, type LayoutEvent, type StateLayout } from './state-layout.ts';
import { ObjectivePages, type PagePlaces } from './objective-pages.ts';
import { MOST_LETTERS } from '../state/state-records.ts';
import { readClosing, readNamed, type RestoredState } from './state-restore.ts';
import { LONGEST_STATE, StateRoom } from './state-room.ts';
import type { Room } from '../tracker.ts';
import { LightOrDense } from './light-or-dense.ts';

/** How the state reaches the LMS's data model. */
export interface StatePlace {
  /** Characters that suspend_data holds by the standard. */
  readonly promised: number;
  read(): string;
  write(text: string): CallResult | undefined;
  /** False where pages are only read. */
  readonly writesPages: boolean;
  /** Absent where the standard or the LMS has none to offer. */
  readonly pages?: PagePlaces;
}

/** set: all of it is in the data model; tight: the same, but the next words may not fit; full: it is not, and what was there before stays (`setPartly` adds what fits). */
export type Fit = 'set' | 'tight' | 'full' | CallResult;

/** Where suspend_data holds less, pages are worth their price in a report's columns. */
const SHORT_STATE = 20_000;
/** Room that is kept for what may be typed until the next pause. */
const RESERVE = 300;
/** A state that is so much shorter than suspend_data again leaves the pages. */
const SHORT_AGAIN = 0.75;

export class ScormState {
  readonly #place: StatePlace;
  readonly #whole = new LightOrDense();
  readonly #room: StateRoom;
  readonly #pages: ObjectivePages;
  /** What was handed over was packed lightly, or is nothing. */
  #wasLight = false;
  #layout: StateLayout = WHOLE;
  /** What stands in suspend_data and the pages that it names. */
  #written: Answers = new Map();
  /** What was written at a closing and is named by its own header only: its places are not written over at another. */
  #closed: { readonly answers: Answers; readonly places: readonly number[] } | undefined;

  constructor(place: StatePlace) {
    this.#place = place;
    this.#room = new StateRoom(place.promised);
    this.#pages = new ObjectivePages(place.pages, this.#whole.lengths, this.hasPages);
  }

  /** It was tried out how many characters suspend_data holds. */
  measured(length: number): void {
    this.#room.measured(length);
    if (!this.hasPages) this.#pages.giveUp();
    if (this.#room.capacity < SHORT_STATE) return;
    // From now on all of it goes into suspend_data.
    this.#note({ type: 'forgotten' });
    this.#closed = undefined;
  }

  /** False while the state stands on pages that no later launch has read back yet. */
  get proven(): boolean {
    return this.#base === undefined || this.#pages.isProven;
  }

  /** Characters that the state takes of suspend_data. */
  get usedLength(): number {
    return this.#room.used;
  }

  /** Characters that answers take packed, by what was measured so far. */
  expectedLength(answers: Answers): number {
    return this.#whole.expected(answers, this.#roomFor);
  }

  /** Pages may be written. They are read wherever there are any: an LMS that held little once may hold all of it now. */
  get hasPages(): boolean {
    return this.#place.writesPages && this.#place.pages !== undefined && this.#room.capacity < SHORT_STATE;
  }

  get room(): Room {
    return this.#room.inAll(this.#base?.text.length ?? 0, this.#pages.isUsable);
  }

  /**
   * Reads what is there. Never throws.
   * @param raw what suspend_data holds
   */
  restore(raw = this.#place.read()): RestoredState {
    this.#room.found(raw.length);
    this.#wasLight = !isDense(raw);
    const { restored, base, used, named, isWhole, upTo } = readNamed(raw, this.#pages);
    if (upTo) this.#whole.goOnFrom(upTo, this.#wasLight);
    this.#room.wrote(used);
    this.#pages.found(named, isWhole);
    const closed = readClosing(this.#pages);
    if (closed && closed.state.revision > (restored.state?.revision ?? 0)) {
      this.#layout = layoutOn(closed.base);
      this.#closed = { answers: closed.state.answers, places: [...closed.base.places, closed.place] };
      this.#written = closed.state.answers;
      return { ...restored, state: closed.state };
    }
    this.#layout = layoutOn(base);
    this.#written = restored.state?.answers ?? new Map();
    return restored;
  }

  /** Puts the places of pages in order; to be called once what is there has been read. */
  tidy(): void {
    this.#pages.tidy(this.#base, this.#closed?.places ?? [], this.hasPages);
  }

  /** Empties pages of a state that has long been whole in suspend_data. */
  emptyLeftovers(): void {
    this.#pages.emptyLeftovers(this.#base);
  }

  /** Packs in slices what `set` is going to need, so that typing goes on meanwhile. @param isOver whether it is of no interest any more */
  async packAhead(state: PackedState, isOver: () => boolean): Promise<void> {
    const { capacity } = this.#room;
    if (!this.#base || this.#isShort(state)) await this.#whole.packAhead(state, this.#roomFor, capacity < SHORT_STATE, isOver);
  }

  /** Sets the state in suspend_data, as far as it fits there. */
  set(state: PackedState): Fit {
    if (this.#base && this.#isShortAgain(state)) this.forget();
    const text = this.#base ? changesText(this.#base, state) : this.#wholeText(state);
    const fits = text !== undefined && this.#hasRoomFor(text);
    this.#room.asked(lettersIn(state.answers), fits);
    if (!fits) return this.#setWithFewerNames(state, text) ?? 'full';
    const refusal = this.#write(text, state.answers);
    if (refusal) return refusal;
    const mayMove = this.#pages.isUsable && this.#layout.name !== 'crowded';
    return mayMove && text.length > this.#room.capacity - RESERVE ? 'tight' : 'set';
  }

  /**
   * The names of the browsers whose saves are in it give way to words, the older half each time, the smaller one of three, but for this one's: of one that is named no more nobody
   * can tell what had been read there. @returns undefined where that makes too little room
   */
  #setWithFewerNames(state: PackedState, text = ''): Fit | undefined {
    const saves = state.answers.get(note.saves);
    const named = savesFrom(saves?.text ?? '');
    const fewer = withLatest(named, Math.ceil((named.size - (named.has(LEFT_OUT) ? 1 : 0)) / 2));
    if (!saves || text.length === 0 || text.length - this.#room.capacity > saves.text.length || fewer.length >= saves.text.length)
      return undefined;
    return this.set({ ...state, answers: new Map(state.answers).set(note.saves, { ...saves, text: fewer }) });
  }

  /**
   * Where not all of it fits: what was there stays, and so much is added of what is new as has room, the shortest first. Nothing that the LMS
   * has is given up for it.
   */
  setPartly(state: PackedState): void {
    if (this.#addTo(state)) return;
    this.#note({ type: 'returned' });
    this.#addTo(state);
  }

  /** What was set has been committed, and the LMS took it. */
  stored(): void {
    this.#pages.stored(readHeader('P', withoutFillers(this.#place.read()))?.places ?? []);
  }

  /** Pages do not count any more: another tab has written since, or all of the state fits into suspend_data again. */
  forget(): void {
    this.#note({ type: 'forgotten' });
    this.#closed = undefined;
    this.#pages.forget();
  }

  /**
   * First half of a move into pages: writes them beside those in use. To be committed before `switchToNewBase`.
   * @returns whether they could be set
   */
  writeNewBase(state: PackedState): boolean {
    if (!this.#pages.mayHold(lettersIn(state.answers))) return false;
    // A closing that was none, since the page is still here, gives its places back where there are no others: its words are in this state too.
    const closed = this.#closed?.places ?? [];
    const spare = this.#pages.spare(this.#base, closed);
    const givenBack = this.#pages.spare(this.#base, []).filter((place) => closed.includes(place));
    const prepared = this.#pages.writeBase(state, [...spare, ...givenBack].slice(0, MOST_PAGES / 2));
    if (!prepared || prepared.places.some((place) => closed.includes(place))) this.#closed = undefined;
    this.#note(prepared ? { type: 'prepared', base: prepared } : { type: 'broken' });
    return prepared !== undefined;
  }

  /** Second half: reads the pages back and names them in suspend_data. To be committed again. */
  switchToNewBase(state: PackedState): Fit {
    if (this.#layout.name !== 'moving') return 'full';
    if (!this.#pages.holds(this.#layout.to)) {
      this.#note({ type: 'broken' });
      if (!this.#base) this.#pages.giveUp();
      return 'full';
    }
    this.#note({ type: 'adopted' });
    const fit = this.set(state);
    if (fit === 'tight') this.#note({ type: 'filled' });
    if (fit === 'full') this.#pages.overflowed(lettersIn(state.answers));
    else this.#closed = undefined;
    return fit;
  }

  /** At closing: the whole state in pages with a header of their own, in one commit; suspend_data stays as it is. */
  setClosing(state: PackedState): Fit {
    if (this.#closed?.answers === state.answers) return 'set';
    const spare = this.#pages.spare(this.#base, this.#closed?.places ?? []);
    const base = this.#pages.isUsable ? this.#pages.writeBase(state, spare.slice(0, MOST_PAGES - 1)) : undefined;
    if (!base || base.answers.size < state.answers.size) return 'full';
    const place = spare.find((candidate) => !base.places.includes(candidate));
    if (place === undefined) return 'full';
    const refusal = this.#pages.writeClosing(base, place);
    if (!refusal) this.#closed = { answers: state.answers, places: [...base.places, place] };
    return refusal ?? 'set';
  }

  /** Characters by which it is chosen how the state is packed. Until it was tried out how many there are, what was light stays light. */
  get #roomFor(): number {
    return this.#room.isMeasured || !this.#wasLight ? this.#room.capacity : LONGEST_STATE;
  }

  #wholeText(state: PackedState): string | undefined {
    const text = this.#packed(state, this.#roomFor);
    if (text === undefined || this.#hasRoomFor(text)) return text;
    // Densely too, for which a closing page would have to read the primer.
    this.#whole.shorten(state);
    return this.#packed(state, this.#room.capacity);
  }

  #packed(state: PackedState, capacity: number): string | undefined {
    const text = this.#whole.pack(state, capacity);
    return text && withoutPlaceholders(text);
  }

  #hasRoomFor(text: string): boolean {
    return text.length <= this.#room.capacity || this.#holds(text);
  }

  /**
   * A page that goes before it was tried out what suspend_data holds tries it with the state itself, and puts back what was there where it does
   * not come back whole.
   */
  #holds(text: string): boolean {
    if (this.#room.isMeasured || text.length > LONGEST_STATE) return false;
    const before = this.#place.read();
    const isThere = this.#place.write(text) === undefined && this.#place.read() === text;
    if (isThere) this.#room.found(text.length);
    else this.#place.write(before);
    return isThere;
  }

  get #base(): Base | undefined {
    return baseOf(this.#layout);
  }

  #note(event: LayoutEvent): void {
    this.#layout = nextLayout(this.#layout, event);
  }

  /** @returns whether what was there fits beside the base */
  #addTo(state: PackedState): boolean {
    const had: Answers = new Map([...(this.#closed?.answers ?? this.#written)].filter(([id]) => state.answers.has(id)));
    const part = mostThatFits(state, had, (some) => this.#fittingText(some));
    return part !== undefined && this.#write(part.text, part.answers) === undefined;
  }

  #fittingText(state: PackedState): string | undefined {
    if (lettersIn(state.answers) > MOST_LETTERS) return undefined;
    const text = this.#base ? changesText(this.#base, state) : withoutPlaceholders(packState(state));
    return text !== undefined && text.length <= this.#room.capacity ? text : undefined;
  }

  #write(text: string, answers: Answers): CallResult | undefined {
    const refusal = this.#place.write(text);
    if (refusal) return refusal;
    this.#room.wrote(text.length);
    this.#written = answers;
    this.#pages.wrote(this.#base);
    return undefined;
  }

  #isShort({ answers }: PackedState): boolean {
    return this.#whole.lengths.expected(answers) <= this.#room.capacity * SHORT_AGAIN;
  }

  /** It was longer once. A later launch that has read all of it from suspend_data empties the pages. */
  #isShortAgain(state: PackedState): boolean {
    return this.#isShort(state) && (this.#whole.pack(state, this.#roomFor)?.length ?? Infinity) <= this.#room.capacity * SHORT_AGAIN;
  }
}
