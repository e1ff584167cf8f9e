import type { Answers } from '../../course/answers.ts';
import type { SavedState, SaveOutcome } from '../../tracking/tracker.ts';
import { hadBefore, hadLast, NOTHING_ASKED, withAsked, type AskedTexts } from '../copy/asked-texts.ts';
import type { KnownOfLms } from '../copy/browser-copy.ts';

/** What the LMS is known to have of the learner's work. */
export class Proof {
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  at = 0;
  /** Texts of a later time that it was asked to store, or handed over. */
  asked: AskedTexts = NOTHING_ASKED;
  /** The revision that it had then. */
  revision = 0;
  /** What it is known to have in this session: a launch by itself makes some LMSs forget, until a save of that launch arrives. */
  #proven: Answers | undefined;
  /** What the launch handed over, where this browser had nothing beyond it. */
  #readBack: Answers | undefined;
  /** What it handed over, or was proved to have since; undefined where it handed over nothing. */
  #had: Answers | undefined;
  /** The revision of that. */
  #hadRevision = 0;
  /** What it was asked last to store. */
  #asked: Answers | undefined;
  /** What it has handed over, or has said last to have taken: with no word that it stores it. */
  #taken: Answers = new Map();
  /** The same before what it has said last. */
  #takenBefore: Answers = new Map();
  /** What was asked last was sent by a page that may be gone before it arrives: nobody hears what becomes of it. */
  #isHurried = false;

  /** The LMS is not known to have these answers. */
  isMissing(answers: Answers): boolean {
    return answers !== this.#proven;
  }

  /** What was asked last is no longer what the learner has written. */
  isOlder(answers: Answers): boolean {
    return answers !== this.#asked;
  }

  /** What was asked last lacks words of hers: more than a note or a place. */
  lacksWords(answers: Answers): boolean {
    if (!this.isOlder(answers)) return false;
    return [...answers].some(([field, { text }]) => !field.startsWith('@') && this.#asked?.get(field)?.text !== text);
  }

  /** What the copy here says of the LMS's texts. */
  known(answers: Answers): KnownOfLms {
    return {
      confirmedAt: this.at,
      asked: this.asked,
      isAsked: !this.isOlder(answers),
      unsent: [...hadBefore(answers, this.#taken).keys()],
      ...(this.#had ? { had: hadBefore(answers, this.#had), hadRevision: this.#hadRevision } : {}),
    };
  }

  /**
   * @param state what the launch handed over
   * @param shown with what this browser has: what it was known to have before is not undone by a launch out of a cache
   */
  handedOver({ answers, revision }: SavedState, shown: Answers, known: KnownOfLms): void {
    const { confirmedAt, hadRevision = 0 } = known;
    this.#taken = this.#takenBefore = answers;
    this.#hadRevision = Math.max(revision, hadRevision);
    if (revision < hadRevision) {
      this.#had = hadLast(shown, known);
      return;
    }
    const proved = [...shown].filter(([field, { at }]) => at <= confirmedAt && at > (answers.get(field)?.at ?? 0));
    this.#had = new Map([...answers, ...proved]);
  }

  /** The launch handed over all of `answers`. @param receipts false where no save is ever proved: then what was read back is proof */
  readBack(answers: Answers, revision: number, at: number, receipts: boolean): void {
    this.revision = revision;
    this.#setTime(at, answers);
    this.#readBack = answers;
    this.#proven = receipts ? undefined : answers;
  }

  /** This browser has something that the launch did not hand over. */
  isAhead({ confirmedAt, asked = NOTHING_ASKED }: KnownOfLms): void {
    this.at = confirmedAt;
    this.asked = asked;
    this.#readBack = undefined;
    this.#proven = undefined;
  }

  /**
   * Where the clock was set back behind the proof, what is not proved was changed after it all the same.
   * @param now milliseconds since 1970
   */
  followClock(answers: Answers, now: number): void {
    if (now >= this.at) return;
    const proved = this.#proven ?? this.#readBack;
    const unproved = [...answers].filter(([field, answer]) => proved?.get(field) !== answer);
    this.#setTime(Math.min(now, ...unproved.map(([, { at }]) => at)) - 1, proved, this.asked);
  }

  /** @param isHurried by a page that may be gone in a moment */
  ask(answers: Answers, isHurried: boolean): void {
    this.#asked = answers;
    this.#isHurried = isHurried;
    this.asked = withAsked(this.asked, answers, this.at);
  }

  /** It forgets all that it has taken. */
  forgot(): void {
    this.#taken = this.#takenBefore = new Map();
  }

  /** What it has said last to have taken it has not stored. */
  refuted(): void {
    this.#taken = this.#takenBefore;
  }

  get taken(): Answers {
    return this.#taken;
  }

  /** @param asOf when it was asked. @param receipts as this outcome shows it, perhaps for the first time */
  answered(outcome: SaveOutcome, asOf: number, receipts: boolean): void {
    const isTaken = outcome.result === 'saved' || (outcome.result === 'sent' && !this.#isHurried);
    if (isTaken && this.#asked && this.#asked !== this.#taken) [this.#takenBefore, this.#taken] = [this.#taken, this.#asked];
    if (outcome.result === 'saved') {
      this.revision = outcome.revision;
      this.#setTime(asOf, this.#asked);
      this.#proven = this.#had = this.#asked;
      this.#hadRevision = outcome.revision;
    } else if (outcome.result === 'sent' && !receipts && this.#asked === this.#readBack) {
      this.#proven = this.#asked;
    }
  }

  /** @param proved what the LMS has, some of it perhaps written where the clock was ahead: that is known by each text itself */
  #setTime(at: number, proved: Answers = new Map(), asked = NOTHING_ASKED): void {
    this.at = at;
    this.asked = withAsked(asked, proved, at);
  }
}
