/**
 * Answers of which nobody knows whose they are: written in this browser while no LMS was to be found, or from one that names nobody. They are
 * offered to whoever opens the course from an LMS, and are hers from the moment when she says so.
 */
import type { AnswerStore } from '../../course/answer-store.ts';
import { textOf, type Answers } from '../../course/answers.ts';
import { NEVER_WRITTEN, stays } from '../../course/merge-answers.ts';
import type { Launch } from '../../tracking/tracker.ts';
import type { FoundWork } from './browser-copy.ts';
import { emptyRecord, mergeRecords, type CopyRecord } from './copy-record.ts';
import { namesNobody, type InBrowser } from './in-browser.ts';
import { LeftInTabs, type LeftCopy } from './left-in-tabs.ts';
import { movedFound } from '../moved-work.ts';
import type { CourseSessionOptions } from '../session-options.ts';
import { StrayCopy, type StrayTexts } from './stray-copy.ts';

/** Before any text, in milliseconds since 1970; 0 would be unknown. */
const NEVER_AGREED = 1;
const NOTHING: Answers = new Map();

interface Offered {
  readonly work: FoundWork;
  /** What stands in this browser of it, as it was read. */
  readonly left: readonly LeftCopy[];
  readonly strays: StrayTexts;
  /** To an LMS that names nobody. */
  readonly isNameless: boolean;
}

export class Strays {
  #offered: Offered | undefined;
  readonly #copy: StrayCopy;
  readonly #tabs: LeftInTabs;
  readonly #options: CourseSessionOptions;
  readonly #store: AnswerStore;
  readonly #takeIn: (work: FoundWork) => void;

  /** @param takeIn puts work together with hers */
  constructor(options: CourseSessionOptions, store: AnswerStore, takeIn: (work: FoundWork) => void) {
    this.#options = options;
    this.#store = store;
    this.#takeIn = takeIn;
    this.#copy = new StrayCopy(options.course.id, options);
    this.#tabs = new LeftInTabs(options);
  }

  /** Undefined where there is nothing that her own answers lack. */
  get answers(): Answers | undefined {
    return this.#offered && (this.#offered.work.stored?.answers ?? NOTHING);
  }

  /** Never rejects. @param isAsked whether she may still be asked once all is read */
  async look(launch: Launch, inBrowser: InBrowser, isAsked: () => boolean): Promise<void> {
    const left = await this.#tabs.look(launch, inBrowser, this.#takeIn);
    const strays = await this.#copy.read();
    const moved = strays.records.map((record) => movedFound(record, this.#options.course.moved));
    const found = mergeRecords(emptyRecord('stray'), ...[...left.map(({ work }) => work), ...moved].map(asOfAnother));
    const texts = [...(found.stored?.answers ?? NOTHING), ...found.others];
    const unreadable = found.unreadable.filter(({ content }) => content !== launch.unreadable);
    const isLacking = texts.some(([id, { text }]) => !id.startsWith('@') && text !== '' && textOf(this.#store.answers, id) !== text);
    if (!(isLacking || unreadable.length > 0) || !isAsked()) return;
    this.#offered = { work: { ...found, unreadable }, left, strays, isNameless: namesNobody(launch) };
  }

  /** They are her own, she says; what differs from her answers is a conflict that she settles. Never rejects. */
  async take(inBrowser: InBrowser): Promise<void> {
    const offered = this.#offered;
    this.#offered = undefined;
    if (!offered) return;
    const { now = Date.now } = this.#options;
    const answers = atTimesOfNow(offered.work.stored?.answers ?? NOTHING, this.#store.answers, now());
    // Nothing of them was ever agreed with what the LMS has.
    const stored = { answers, revision: 0, confirmedAt: NEVER_AGREED };
    const { others, unreadable } = offered.work;
    this.#takeIn({ stored, mark: undefined, others, unreadable });
    const isWritten = await this.#tabs.writesDown(inBrowser, [offered]);
    if (isWritten) this.#tabs.offerNoMore(offered.left);
    // The next tab of an LMS that names nobody does not find what stands in the database alone.
    if (isWritten || (inBrowser.keeper.isSafe && !offered.isNameless)) await this.#copy.remove(offered.strays);
  }

  /** Never rejects. @returns whether work of nobody knows whom is safe here */
  keep(work: FoundWork): Promise<boolean> {
    const { now = Date.now } = this.#options;
    return this.#copy.keep(work, now());
  }
}

/** Two of them may be of two people: of a field that both have written, neither knew the other's text. */
function asOfAnother(record: CopyRecord): CopyRecord {
  return { ...record, stored: record.stored && { ...record.stored, confirmedAt: NEVER_AGREED } };
}

/**
 * But for texts that are older than hers and give way. By their own times they would be known again at a later launch as the words of whoever wrote them,
 * and that one's further words be taken for hers (`isOfLearnerThere`). An empty text is nothing that she could say is hers.
 */
function atTimesOfNow(strays: Answers, own: Answers, now: number): Answers {
  return new Map(
    [...strays]
      .filter(([, { text }]) => text !== '')
      .map(([field, stray]) => {
        const hers = own.get(field) ?? NEVER_WRITTEN;
        const givesWay = field.startsWith('@') || hers.text === stray.text || stays(field, hers, stray);
        return [field, givesWay ? stray : { ...stray, at: Math.max(now, hers.at + 1000) }];
      }),
  );
}
