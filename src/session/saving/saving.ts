import { note, type Answers, type FieldId } from '../../course/answers.ts';
import { mergeAnswers, NO_NEWS, type Conflict } from '../../course/merge-answers.ts';
import { afterCompletion } from '../after-completion.ts';
import type { Launch, SaveOutcome, Tracker } from '../../tracking/tracker.ts';
import { Conflicts } from './conflicts.ts';
import type { FoundWork, KnownOfLms, OtherText } from '../copy/browser-copy.ts';
import { lastTried } from '../copy/found-work.ts';
import type { InBrowser } from '../copy/in-browser.ts';
import { knownBetween } from '../copy/known-between.ts';
import type { LearnerWork } from '../learner-work.ts';
import { movedElsewhere } from '../moved-work.ts';
import type { CopyHere } from '../session-view.ts';
import { Proof } from './proof.ts';
import type { Restored } from '../restore.ts';
import { paceOf } from './save-waits.ts';
import { type CallOutcome, SaveQueue } from './save-queue.ts';
import { SaveReport } from './save-report.ts';
import { SavedHere } from './saved-here.ts';
import { TrackerCalls } from './tracker-calls.ts';

/** A request of the page before, which F5 has closed, may reach the LMS so late, behind a save of this page. */
const UNDER_WAY_MS = 10_000;

export interface SavingOptions {
  readonly work: LearnerWork;
  readonly tracker: () => Tracker;
  /** Told after every change of status, room or conflicts. */
  readonly onChange: () => void;
  /** Told after the status. */
  readonly onOutcome: (told: CallOutcome) => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** Keeps the LMS up with the learner's work, and through `SavedHere` this browser's copy; and knows what the LMS has. */
export class Saving {
  readonly queue: SaveQueue;
  readonly report = new SaveReport();
  readonly conflicts: Conflicts;
  readonly here: SavedHere;
  /** Milliseconds since 1970. */
  openedAt = 0;
  /** The LMS has something that could not be read: nothing goes over that before she writes. */
  waits = false;
  readonly #options: SavingOptions;
  readonly #proof = new Proof();
  readonly #calls: TrackerCalls;
  /** The LMS has everything, and the tracker has more to tell: answers that were changed a moment ago. */
  #hasMoreToTell = false;
  #launch: Launch | undefined;
  /** Milliseconds since 1970. */
  #sentAt = 0;

  constructor(options: SavingOptions) {
    const { work, tracker, now, random } = options;
    this.#options = options;
    this.here = new SavedHere({ answers: () => this.#answers, proof: this.#proof, isOn: () => this.isOn });
    this.conflicts = new Conflicts(work.lists, () => this.here.copy);
    this.#calls = new TrackerCalls({
      work,
      tracker,
      proof: this.#proof,
      keepCopy: () => this.here.write(),
      isOnlyHere: () => this.here.isOnly,
      isAnothers: () => this.here.isAnothers,
      mayBeOvertaken: () => Math.abs(now() - this.#sentAt) < UNDER_WAY_MS,
      onCalled: () => this.#tellSaving(),
    });
    this.queue = new SaveQueue({
      set: (turn) => void this.#calls.set(turn),
      save: (turn) => this.#calls.save(turn),
      saveNow: (event) => this.#calls.saveNow(event),
      closeNow: () => this.#calls.closeNow(),
      returned: (outcome) => this.#hear(outcome),
      told: (told) => this.#told(told),
      rested: () => tracker().rest?.(),
      pace: () => paceOf(this.#launch?.limits, this.here.isSafe),
      isLeftOpen: () => this.#launch?.limits.isLeftOpen === true,
      isNews: () => this.#proof.isMissing(this.#answers),
      now,
      random,
    });
  }

  /** For the copy in this browser. */
  knownOfLms(): KnownOfLms {
    this.#proof.followClock(this.#answers, this.#options.now());
    // Before it says so: it may hear of the completion from a page that closes.
    if (this.#after === 'wipes') this.#proof.forgot();
    return this.#proof.known(this.#answers);
  }

  /** Something was written after the last call began. */
  get isBehind(): boolean {
    return this.#proof.isBehind(this.#answers);
  }

  /** What is written goes to the LMS and into this browser. */
  get isOn(): boolean {
    return this.queue.isOpen && this.#launch?.mode !== 'browse';
  }

  /** The LMS had all of it a while ago. Another computer may have stored newer words since, and this page's state would take their place. */
  get isLeftOpen(): boolean {
    const { replaces, isLeftOpen } = this.#launch?.limits ?? {};
    return replaces === true && (this.queue.hasRested || (isLeftOpen === true && !this.#proof.isMissing(this.#answers)));
  }

  /** @param inBrowser undefined where nothing is kept in this browser */
  begin(launch: Launch, inBrowser?: InBrowser): void {
    this.#launch = launch;
    this.here.begin(launch, inBrowser);
  }

  /** The work was put together from all places where it was found, and is in the store. */
  restored({ isAhead, waits, lmsRevision, sentAt, known, conflicts }: Restored): void {
    // An old page knows too little to say what this browser keeps: that waits until it is opened.
    this.conflicts.show(conflicts);
    const { state } = this.#launch ?? {};
    this.waits = waits;
    this.#sentAt = sentAt;
    if (state) this.#proof.handedOver(state, this.#answers, known);
    if (isAhead) this.#proof.notReadBack(known);
    // Without a copy too: then this browser knows nothing that the LMS has not.
    else this.#proof.readBack(this.#answers, lmsRevision, this.#options.now(), this.#launch?.limits.receipts !== false);
  }

  /** The first save, and all after it. */
  open(): void {
    this.openedAt = this.#options.now();
    this.#calls.clock.start();
    this.#options.tracker().whenRefuted?.((outcome) => {
      this.#proof.refuted();
      this.here.noteTaken();
      this.queue.refuted(outcome);
    });
    this.#options.tracker().whenOthersCall?.({
      writes: () => (this.isOn || this.waits) && !this.here.isAnothers && !this.queue.hasRested,
      last: () => (this.waits ? undefined : this.#calls.last()),
    });
    if (this.waits) this.#options.tracker().suspend?.();
    else this.queue.open();
    this.conflicts.keep();
    void this.here.write();
  }

  changed(fields: ReadonlySet<FieldId>): void {
    const areWords = [...fields].some((field) => !field.startsWith('@'));
    if (this.waits && areWords) {
      this.waits = false;
      this.queue.open();
    }
    if (!this.isOn) return;
    this.here.writeSoon();
    this.queue.changed([...fields].every((field) => field === note.place));
    if (areWords) this.report.written();
  }

  /** A field was left, or a chapter changed. */
  goodMoment(): void {
    if (this.isOn && this.#isUncertain && !this.#isSentEnough) this.queue.notice('good-moment');
  }

  /**
   * The page is in sight: counts time, and saves. The learner may have been in another tab of the LMS: some forget at each launch that an earlier one goes
   * on, until they are told again; none that was run gives no receipts as well. Of others nothing is asked that they have: another computer may have
   * stored newer words since.
   */
  resume(): void {
    const wasAway = !this.#calls.clock.runs;
    if (wasAway) this.#calls.clock.start();
    this.reconnect();
    const { replaces, forgets, isLeftOpen } = this.#launch?.limits ?? {};
    if (this.isOn && wasAway && (((this.#isUncertain || (forgets && !isLeftOpen)) && !this.#isSentEnough) || !replaces))
      this.queue.notice('seen');
  }

  /** The connection is back, or may be: a waiting retry is made at once. */
  reconnect(): void {
    this.#options.tracker().askAgain?.();
    this.queue.notice('reconnected');
    // What went out when the page was hidden may have gone by beacon, and nobody knows whether it arrived.
    if (this.isOn && this.#proof.isMissing(this.#answers) && !this.#isSentEnough) this.queue.notice('seen');
  }

  /** The learner is at the page, who may have logged in elsewhere. */
  learnerIsHere(): void {
    this.queue.notice('learner-here');
  }

  /** The page went out of sight. */
  hide(): void {
    this.#calls.clock.stop();
    void this.here.write();
    // A telephone may end the page there: what the tracker meant to tell a little later is told now.
    if (this.isOn && (this.#isUncertain || this.#hasMoreToTell)) this.queue.leaves('hidden');
  }

  /** The page may be gone in a moment. */
  leave(): void {
    void this.here.write();
    if (this.isOn) this.queue.leaves('leaving');
  }

  /**
   * The page leaves, and the next one has not come. Browsers that bar the LMS's requests in `beforeunload` let them out now (Chromium 156, run: even
   * where the next page comes at once, and not where the tab is closed).
   */
  linger(): void {
    if (this.isOn && this.#launch?.limits.saveSooner) this.queue.leaves('lingering');
  }

  /** Saves once more, as soon as it may. */
  beforeEnd(): void {
    this.#tellSaving();
    this.#options.tracker().askAgain?.();
    this.#options.tracker().tellAll?.(this.isBehind);
    this.queue.notice('asked');
  }

  /** The end. What has to be done is done when this returns. */
  close(): void {
    this.#calls.clock.stop();
    void this.here.write();
    this.queue.close();
    this.#clearCopy();
    this.here.release();
  }

  /** After the text that she has chosen is in the answers. */
  settle(conflict: Conflict): void {
    // Before this browser lets the other text go.
    void this.here.write();
    // The same text, chosen, is news too.
    this.queue.changed();
    this.conflicts.settle(conflict);
  }

  /** The learner chooses between these texts and those of her answers. */
  offer(others: readonly OtherText[]): void {
    this.conflicts.add([], others, this.#answers);
    this.#options.onChange();
  }

  /** Another tab writes from now on. */
  lose(): void {
    this.waits = false;
    this.here.handOver();
    this.queue.stop();
    this.#options.tracker().abandon?.();
  }

  /** Work of hers came to light in this browser. */
  found(found: FoundWork): void {
    const { stored, mark, others } = found;
    const { work, onChange } = this.#options;
    const here = { answers: this.#answers, revision: this.#launch?.state?.revision };
    const { own, other, ownOf, otherOf } = stored ? knownBetween(stored, here, work.receipts?.of(found)) : NO_NEWS;
    const known = { own: other, other: own, ownOf: otherOf, otherOf: ownOf };
    const { answers, changed, conflicts } = mergeAnswers(this.#answers, stored?.answers ?? new Map(), known);
    work.restore(changed, lastTried({ stored, mark }));
    // At the launch it was not known to lack these.
    if (stored) this.#proof.followClock(this.#answers, stored.confirmedAt);
    this.conflicts.add(conflicts, others, answers);
    onChange();
  }

  /** Whether the texts are safe in this browser became known, or changed. */
  copied(): void {
    this.report.copied(this.here.isSafe);
    this.#options.onChange();
  }

  /** @param hasMore this browser has other work of hers than her answers */
  copyHere(hasMore: boolean): CopyHere {
    return this.here.standing(this.conflicts.list.length > 0 || hasMore);
  }

  /** @returns whether it is known to be gone */
  async removeFromBrowser(): Promise<boolean> {
    if (this.here.isOnly) {
      this.queue.stop();
      this.#options.tracker().forget?.();
      this.here.release();
    }
    return this.here.remove();
  }

  get #answers(): Answers {
    return this.#options.work.store.answers;
  }

  /** The LMS is not known to have everything, or would not say so. */
  get #isUncertain(): boolean {
    return this.#proof.isMissing(this.#answers) || this.#launch?.limits.receipts === false;
  }

  /** Where there are no receipts, nothing ever proves more; and another computer may have stored newer words since. */
  get #isSentEnough(): boolean {
    return this.#launch?.limits.receipts === false && this.queue.isSentTwice;
  }

  #tellSaving(): void {
    this.report.saving(this.here.isSafe);
    this.#options.onChange();
  }

  /** What another browser has written is shown here too; of what was written in both the learner keeps what she likes. */
  #hear(outcome: SaveOutcome): void {
    if (outcome.result === 'not-saved' || !outcome.elsewhere) return;
    const { work, onChange } = this.#options;
    const { answers: theirs, agreedAt, readUntil, unread } = movedElsewhere(outcome.elsewhere, this.#answers, work.course.moved);
    const known = { own: agreedAt, other: 0, ownOf: readUntil };
    const { answers, changed, conflicts } = mergeAnswers(this.#answers, theirs, known);
    this.conflicts.add(conflicts, unread, answers);
    work.takeOver(changed);
    onChange();
  }

  #told(told: CallOutcome): void {
    const { onChange, onOutcome } = this.#options;
    const { limits, mode } = this.#launch ?? {};
    const { isSafe: local, isOnly: onlyHere } = this.here;
    // An LMS that wipes what it takes proves nothing by taking it.
    const isWiped = this.#after === 'wipes' && told.outcome.result === 'saved';
    const heard: SaveOutcome = isWiped ? { ...told.outcome, result: 'sent' } : told.outcome;
    const { taken } = this.#proof;
    this.#proof.answered(heard, told.asOf, limits?.receipts !== false);
    if (this.#after === 'wipes') this.#proof.forgot();
    if (!told.isLast) this.here.answered(heard, this.#proof.taken !== taken);
    // What was proved before stays so, whatever became of the goodbye.
    const hasAll = told.isLast && mode !== 'browse' && !this.#proof.isMissing(this.#answers);
    const outcome = hasAll ? ({ result: 'saved', revision: this.#proof.revision } as const) : heard;
    this.#hasMoreToTell = heard.result !== 'not-saved' && heard.dueIn !== undefined;
    this.report.told({ ...told, outcome }, { local, onlyHere });
    if (told.isLast) this.#clearCopy();
    onChange();
    if (!told.isLast && this.#proof.lacksWords(this.#answers)) {
      this.report.written();
      onChange();
    }
    onOutcome(told);
  }

  /** What the LMS does with answers by now. */
  get #after(): ReturnType<typeof afterCompletion> {
    const { course, progress } = this.#options.work;
    return progress.complete ? afterCompletion(course, this.#launch?.limits) : 'stores';
  }

  /** Whoever uses this browser next finds no text once the LMS has it all and will hand it back (what others left: `others-old-copies.ts`). */
  #clearCopy(): void {
    const { mode, limits } = this.#launch ?? {};
    // What is reviewed was handed over after completion.
    const isWithoutAnswers = this.#after === 'wipes' || (this.#after === 'stores-nothing' && mode !== 'review');
    if (!isWithoutAnswers && !(limits?.forgets && (limits.isLeftOpen || limits.isUnseen))) this.here.clear();
  }
}
