import type { Answers } from '../course/answers.ts';
import type { SaveOutcome } from '../tracking/tracker.ts';
import { NOTHING_ASKED, withAsked, type AskedTexts } from './asked-texts.ts';
import type { KnownOfLms } from './browser-copy.ts';

/** What the LMS is known to have of the learner's work. */
export class Proof {
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  at = 0;
  /** What it was asked to store since. */
  asked: AskedTexts = NOTHING_ASKED;
  /** The revision that it had then. */
  revision = 0;
  /** What it is known to have in this session: a launch by itself makes some LMSs forget, until a save of that launch arrives. */
  #proven: Answers | undefined;
  /** What the launch handed over, where this browser had nothing beyond it. */
  #readBack: Answers | undefined;
  /** What it was asked last to store. */
  #asked: Answers | undefined;

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

  /** The launch handed over all of `answers`. @param receipts false where no save is ever proved: then what was read back is proof */
  readBack(answers: Answers, revision: number, at: number, receipts: boolean): void {
    this.revision = revision;
    this.at = at;
    this.asked = NOTHING_ASKED;
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

  ask(answers: Answers): void {
    this.#asked = answers;
    this.asked = withAsked(this.asked, answers, this.at);
  }

  /** @param asOf when it was asked. @param receipts as this outcome shows it, perhaps for the first time */
  answered(outcome: SaveOutcome, asOf: number, receipts: boolean): void {
    if (outcome.result === 'saved') {
      this.revision = outcome.revision;
      this.at = asOf;
      this.asked = NOTHING_ASKED;
      this.#proven = this.#asked;
    } else if (outcome.result === 'sent' && !receipts && this.#asked === this.#readBack) {
      this.#proven = this.#asked;
    }
  }
}
