/** Sets what an LMS is told beside the state: that the learner will come back, classes, answers, place and status. */
import type { StatusWhenComplete } from '../../course/course.ts';
import { objectiveId } from '../../course/course-identifiers.ts';
import { MOST_BEACON_BYTES } from './beacon-size.ts';
import type { CommitLedger } from './commit-ledger.ts';
import { placeOnly } from './interaction-indexes.ts';
import { FREE_PAGE } from './objective-page-format.ts';
import { repeatsDoubted, type Occasion } from './scorm-delivery.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import { FIRST_PAGE, type FoundLms } from './scorm-launch.ts';
import type { Entry } from './scorm-model.ts';
import type { ObservedSending } from './observed-sending.ts';
import type { ClassStatus, Snapshot } from '../tracker.ts';

/** What a commit carries beside what is known here: the LMS's own fields, score and times, and a state a little longer than expected. */
export const OTHER_BYTES = 2_500;
/** When calls cost much, and some answers are still to be told. */
const REST_OF_ANSWERS_MS = 3_000;
/** Where only changes go out. */
const MOST_ANSWER_BYTES = 400_000;

/** Of an LMS that gives something for every index. */
const MOST_OBJECTIVES = 99;

/** The elements of each answer, as one interaction or more. */
export type AnswerEntries = readonly (readonly Entry[])[];

export class ScormValues {
  readonly #lms: FoundLms;
  readonly #dialect: ScormDialect;
  readonly #sending: ObservedSending;
  readonly #ledger: CommitLedger;
  readonly #word: StatusWhenComplete;
  /** Whose objective has which index, where that is once and for all. */
  readonly #taken: string[] = [];
  /** That the learner will come back, as it is told in each commit. */
  #suspends: readonly Entry[];
  /** Not all answers were set as interactions: there was no time for it. */
  #answersWait = false;
  /** They wait for the next save, all but the first. */
  #holdsBack = false;

  /** @param word what a complete course is called */
  constructor(lms: FoundLms, dialect: ScormDialect, sending: ObservedSending, ledger: CommitLedger, word: StatusWhenComplete) {
    this.#lms = lms;
    this.#dialect = dialect;
    this.#sending = sending;
    this.#ledger = ledger;
    this.#word = word;
    this.#suspends = dialect.suspends;
  }

  get answersWait(): boolean {
    return this.#answersWait;
  }

  /** Milliseconds after which there is more to tell; undefined where nothing waits. */
  get dueIn(): number | undefined {
    return this.#answersWait ? REST_OF_ANSWERS_MS : undefined;
  }

  /** Each value is stored for itself: one after the other would be, and what is between them might stay. */
  suspendInOneWord(): void {
    this.#suspends = this.#suspends.slice(-1);
  }

  /** That the learner will come back. */
  setSuspends(occasion: Occasion): void {
    this.#lms.model.write(this.#suspends, whatIsSet(occasion));
  }

  /**
   * The classes as objectives. A refusal is no failure of the save: objectives are optional in SCORM
   * 1.2. What was refused is set again in each save; that a class was earned is in the state too, and its day in an interaction
   * (`earnedInteraction`).
   */
  setClasses({ classes }: Snapshot, occasion: Occasion): void {
    this.#lms.model.write(this.#objectives(classes), whatIsSet(occasion));
  }

  /** Where pages may be needed, the indexes up to the first are filled, and what lies there is put in order. */
  keepPlaces({ classes }: Snapshot): void {
    const { state, model } = this.#lms;
    const first = state.hasPages ? Math.min(classes.length, FIRST_PAGE) : FIRST_PAGE;
    for (let index = first; index < FIRST_PAGE; index++) model.write([[`cmi.objectives.${index}.id`, FREE_PAGE]]);
    state.tidy();
  }

  /** The index of the first interaction that `indexAnswers` will tell in sight; undefined where there is none. */
  firstTold(snapshot: Snapshot, stateLength: number): number | undefined {
    return this.#lms.report.firstTold(this.#isTooMuch(snapshot, stateLength, 'in-sight') ? withoutAnswers(snapshot) : snapshot);
  }

  /**
   * Of the answers as many as get out of a page that closes. Gives an index to each that has none and remembers it in `report.notes`: a
   * state that is packed before has not got it. Sets nothing.
   * @param stateLength characters of the state
   */
  indexAnswers(snapshot: Snapshot, stateLength: number, occasion: Occasion): AnswerEntries {
    const { report, unencoded } = this.#lms;
    this.#holdsBack = this.#isTooMuch(snapshot, stateLength, occasion);
    // One that is set alone empties the others there.
    if (this.#holdsBack && unencoded) return [];
    if (this.#holdsBack) return upToFirst(report.entries(withoutAnswers(snapshot), MOST_ANSWER_BYTES));
    return report.entries(snapshot, this.#bytesForAnswers(snapshot, stateLength));
  }

  /**
   * Every interaction without a gap, but for those that were found beside a state that could not be read. Where each call holds the page up,
   * the interactions that are left wait for the next save. An LMS that refuses an index (201) has no room for further ones; any other
   * refusal concerns that one answer, which the state has too.
   */
  setAnswers(answers: AnswerEntries, occasion: Occasion): void {
    const { model } = this.#lms;
    const what = whatIsSet(occasion);
    const hasTime = occasion === 'close' ? () => true : model.budget();
    this.#answersWait = this.#holdsBack;
    for (const entries of answers) {
      if (!hasTime()) {
        this.#answersWait = true;
        break;
      }
      if (model.write(entries, what)?.code === '201') break;
    }
  }

  setPlaceAndStatus({ place, share, complete, duration }: Snapshot, occasion: Occasion): void {
    const text = place.replace(/[^A-Za-z0-9_.-]/g, '.').slice(0, 250);
    const location: Entry = [this.#dialect.elements.location, text, `${text}.`];
    // Optional exercises may be left; what is told as complete is all of it.
    const progress = this.#dialect.progress(complete ? 1 : share);
    this.#lms.model.write([location, ...progress, ...this.#statusEntries(complete)], whatIsSet(occasion));
    if (this.#lms.timesCommits) this.setSessionTime(duration);
  }

  /** At the launch: some LMSs complete whatever has no status, even when the learner just looks in. */
  setStatus(complete: boolean): void {
    this.#lms.model.write(this.#statusEntries(complete));
  }

  /** In its own word, after another stood in for it. */
  setCompleted(): void {
    this.#lms.model.write(this.#dialect.status(true, false, this.#word));
  }

  /** @param duration milliseconds of this session */
  setSessionTime(duration: number): void {
    this.#lms.model.write([[this.#dialect.elements.sessionTime, this.#dialect.sessionTime(duration + (this.#lms.time?.missed ?? 0))]]);
  }

  /** Our own state says whether the course is complete. An LMS that says so itself is believed, and never told otherwise. */
  #statusEntries(complete: boolean): readonly Entry[] {
    if (!complete && this.#lms.finished) return [];
    return this.#dialect.status(complete, complete && this.#ledger.owesCompletion, this.#word);
  }

  /**
   * What was set once goes out each time where all of it does: until that is seen, no more is set than a beacon takes. Nor is what was held
   * back set on a page that closes.
   */
  #isTooMuch(snapshot: Snapshot, stateLength: number, occasion: Occasion): boolean {
    const { sendsWhole, mayBeWhole } = this.#sending;
    const isDoubtful = mayBeWhole || (this.#holdsBack && occasion !== 'in-sight');
    return isDoubtful && !sendsWhole && !this.#lms.report.fits(snapshot, this.#bytesInBeacon(snapshot, stateLength));
  }

  /** Bytes for the answers as interactions: the state goes first, then all else, then as much of them as gets out of a page that closes. */
  #bytesForAnswers(snapshot: Snapshot, stateLength: number): number {
    return this.#sending.sendsWhole ? this.#bytesInBeacon(snapshot, stateLength) : MOST_ANSWER_BYTES;
  }

  #bytesInBeacon({ classes }: Snapshot, stateLength: number): number {
    const { model, size } = this.#lms;
    const { state } = this.#dialect.elements;
    const others = model.bytes((element) => element !== state && !/^cmi\.(interactions|objectives)\./.test(element));
    const objectives = this.#objectives(classes).reduce((sum, [element, value]) => sum + size.of(element, value), 0);
    return MOST_BEACON_BYTES - OTHER_BYTES - others - objectives - stateLength;
  }

  #objectives(classes: readonly ClassStatus[]): readonly Entry[] {
    const { report } = this.#lms;
    return report
      .classes(classes.slice(0, FIRST_PAGE))
      .flatMap((status, index) => [...this.#dialect.objective(this.#indexOf(objectiveId(status.id), index), status)]);
  }

  /** An earlier release of the course may have had its classes in another order: what refuses an identifier takes the status beside it. */
  #indexOf(id: string, order: number): number {
    if (this.#dialect.pages) return order;
    let index = 0;
    while (index < MOST_OBJECTIVES && (this.#taken[index] ??= this.#lms.api.get(`cmi.objectives.${index}.id`) || id) !== id) index++;
    return index;
  }
}

function withoutAnswers(snapshot: Snapshot): Snapshot {
  return { ...snapshot, interactions: [] };
}

/** The first that is told, with those before it that only hold their indexes. */
function upToFirst(answers: AnswerEntries): AnswerEntries {
  return answers.slice(0, 1 + answers.findIndex((entries) => placeOnly(entries).length < entries.length));
}

/** Out of sight no more than what is new. */
function whatIsSet(occasion: Occasion): 'with-doubted' | 'changes' {
  return repeatsDoubted(occasion) ? 'with-doubted' : 'changes';
}
