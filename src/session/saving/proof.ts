import type { Answers } from '../../course/answers.ts';
import type { SavedState, SaveOutcome } from '../../tracking/tracker.ts';
import { hadBefore, hadLast, NOTHING_ASKED, withAsked } from '../copy/asked-texts.ts';
import type { KnownOfLms } from '../copy/browser-copy.ts';
import { afterOutcome, type ProofState } from './proof-state.ts';
import { takenAfter, takenOnly, type AskedSave, type TakenTexts } from './taken-texts.ts';

const NOTHING: Answers = new Map();

/** Until when the LMS is known to have everything, and which texts of a later time are no news from there. */
type Confirmed = Required<Pick<KnownOfLms, 'confirmedAt' | 'asked'>>;

/** What the LMS is known to have of the learner's work, and what this browser's copy says of that. */
export class Proof {
  /** The revision that it was last known to have. */
  revision = 0;
  #state: ProofState = { is: 'unknown' };
  /** What it was asked last to store. */
  #lastSave: AskedSave = { answers: NOTHING, isHurried: false };
  #taken: TakenTexts = takenOnly(NOTHING);
  /** What it handed over, or was proved to have since, in this session or before; undefined where it handed over nothing. */
  #had: SavedState | undefined;
  #confirmed: Confirmed = confirmed(0);

  /** The LMS is not known to have these answers. */
  isMissing(answers: Answers): boolean {
    return this.#state.is !== 'proved' || answers !== this.#state.answers;
  }

  /** What was asked last is no longer what the learner has written. */
  isBehind(answers: Answers): boolean {
    return answers !== this.#lastSave.answers;
  }

  /** What was asked last lacks words of hers: more than a note or a place. */
  lacksWords(answers: Answers): boolean {
    return [...answers].some(([field, { text }]) => !field.startsWith('@') && this.#lastSave.answers.get(field)?.text !== text);
  }

  /** What it has handed over, or has said last to have taken. */
  get taken(): Answers {
    return this.#taken.answers;
  }

  /** What the copy here says of the LMS's texts. */
  known(answers: Answers): KnownOfLms {
    return {
      ...this.#confirmed,
      isAsked: !this.isBehind(answers),
      unsent: [...hadBefore(answers, this.taken).keys()],
      ...(this.#had ? { had: hadBefore(answers, this.#had.answers), hadRevision: this.#had.revision } : {}),
    };
  }

  /**
   * @param launched what the launch handed over
   * @param shown with what this browser has: what it was known to have before is not undone by a launch out of a cache
   */
  handedOver(launched: SavedState, shown: Answers, known: KnownOfLms): void {
    this.#taken = takenOnly(launched.answers);
    this.#had = hadAtLaunch(launched, shown, known);
  }

  /** The launch handed over all of `answers`. @param receipts false where no save is ever proved: then what was read back is proof */
  readBack(answers: Answers, revision: number, at: number, receipts: boolean): void {
    this.#state = { is: receipts ? 'read-back' : 'proved', answers };
    this.revision = revision;
    // What is written in this same millisecond, as the key of new work, it has not handed over.
    this.#confirmed = confirmed(at - 1, answers);
  }

  /** This browser has something that the launch did not hand over. @param known what its copy says */
  notReadBack({ confirmedAt, asked = NOTHING_ASKED }: KnownOfLms): void {
    this.#state = { is: 'unknown' };
    this.#confirmed = { confirmedAt, asked };
  }

  /**
   * Where the clock was set back behind the proof, or older words came to light, what is not proved was changed after it all the same.
   * @param now milliseconds since 1970; for such words until when the LMS was known to have everything
   */
  followClock(answers: Answers, now: number): void {
    const { confirmedAt, asked } = this.#confirmed;
    if (now >= confirmedAt) return;
    const proved = this.#state.answers;
    const unproved = [...answers].filter(([field, answer]) => proved?.get(field) !== answer);
    this.#confirmed = confirmed(Math.min(now, ...unproved.map(([, { at }]) => at)) - 1, proved, asked);
  }

  /** It is asked to store these answers. @param isHurried by a page that may be gone in a moment */
  ask(answers: Answers, isHurried: boolean): void {
    const { confirmedAt, asked } = this.#confirmed;
    this.#lastSave = { answers, isHurried };
    this.#confirmed = confirmed(confirmedAt, answers, asked);
  }

  /** What became of what was asked last. @param asOf when it was asked. @param receipts as this outcome shows it, perhaps for the first time */
  answered(outcome: SaveOutcome, asOf: number, receipts: boolean): void {
    const { answers } = this.#lastSave;
    this.#taken = takenAfter(this.#taken, this.#lastSave, outcome);
    this.#state = afterOutcome(this.#state, answers, outcome, receipts);
    if (outcome.result !== 'saved') return;
    this.revision = outcome.revision;
    this.#had = { answers, revision: outcome.revision };
    this.#confirmed = confirmed(asOf, answers);
  }

  /** What it has said last to have taken it has not stored. */
  refuted(): void {
    this.#taken = takenOnly(this.#taken.before);
  }

  /** It forgets all that it has taken. */
  forgot(): void {
    this.#taken = takenOnly(new Map());
  }
}

/** @param proved what the LMS has, some of it perhaps written where the clock was ahead: that is known by each text itself */
function confirmed(confirmedAt: number, proved = NOTHING, asked = NOTHING_ASKED): Confirmed {
  return { confirmedAt, asked: withAsked(asked, proved, confirmedAt) };
}

/** What it had before counts where the launch is older than that; where it is not, what is proved to have come since does. */
function hadAtLaunch({ answers, revision }: SavedState, shown: Answers, known: KnownOfLms): SavedState {
  const { confirmedAt, hadRevision = 0 } = known;
  if (revision < hadRevision) return { answers: hadLast(shown, known), revision: hadRevision };
  const proved = [...shown].filter(([field, { at }]) => at <= confirmedAt && at > (answers.get(field)?.at ?? 0));
  return { answers: new Map([...answers, ...proved]), revision };
}
