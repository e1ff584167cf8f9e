/**
 * Answers of which nobody knows whose they are: written in this browser while no LMS was to be found, or from one that names nobody. They are
 * offered to whoever opens the course from an LMS, and are hers from the moment when she says so.
 */
import type { AnswerStore } from '../course/answer-store.ts';
import { textOf, type Answers } from '../course/answers.ts';
import { NEVER_WRITTEN, stays } from '../course/merge-answers.ts';
import type { Launch } from '../tracking/tracker.ts';
import type { FoundWork } from './browser-copy.ts';
import { NOTHING_FOUND } from './found-work.ts';
import type { InBrowser } from './in-browser.ts';
import { LeftInTabs } from './left-in-tabs.ts';
import { movedFound } from './moved-work.ts';
import type { CourseSessionOptions } from './session-options.ts';
import { NEVER_AGREED, StrayCopy } from './stray-copy.ts';

export class Strays {
  /** Undefined where there is nothing that her own answers lack. */
  answers: Answers | undefined;
  /** What stands in this browser with them. */
  #found: FoundWork = NOTHING_FOUND;
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

  /** Never rejects. @param isAsked whether she may still be asked once all is read */
  async look(launch: Launch, inBrowser: InBrowser, isAsked: () => boolean): Promise<void> {
    const left = await this.#tabs.look(launch, inBrowser, this.#takeIn);
    const found = movedFound(await this.#copy.read(), this.#options.course.moved);
    const answers = new Map([...left, ...(found.stored?.answers ?? [])]);
    const isLacking = [...answers, ...found.others].some(
      ([id, { text }]) => !id.startsWith('@') && text !== '' && textOf(this.#store.answers, id) !== text,
    );
    if (!(isLacking || found.unreadable.length > 0) || !isAsked()) return;
    this.#found = found;
    this.answers = answers;
  }

  /** They are her own, she says; what differs from her answers is a conflict that she settles. Never rejects. */
  async take({ copy, keeper }: InBrowser): Promise<void> {
    const { answers } = this;
    this.answers = undefined;
    if (!answers) return;
    const { others, unreadable } = this.#found;
    const { now = Date.now } = this.#options;
    // Nothing of them was ever agreed with what the LMS has.
    const stored = { answers: writtenAnew(answers, this.#store.answers, now()), revision: 0, confirmedAt: NEVER_AGREED };
    this.#takeIn({ stored, mark: undefined, others, unreadable });
    const kept = await Promise.all(unreadable.map((one) => copy.keep(one)));
    await keeper.now();
    if (!keeper.isSafe || !kept.every(Boolean)) return;
    this.#tabs.taken(answers);
    await this.#copy.remove();
  }

  /** Never rejects. @returns whether work of nobody knows whom is safe here */
  keep(work: FoundWork): Promise<boolean> {
    const { now = Date.now } = this.#options;
    return this.#copy.keep(work, now());
  }
}

/**
 * With times of now, but for texts that are older than hers and give way. By their own times they would be known again at a later launch as the words
 * of whoever wrote them, and that one's further words be taken for hers (`isOfLearnerThere`).
 */
function writtenAnew(strays: Answers, own: Answers, now: number): Answers {
  return new Map(
    [...strays].map(([field, stray]) => {
      const hers = own.get(field) ?? NEVER_WRITTEN;
      const givesWay = field.startsWith('@') || hers.text === stray.text || stays(field, hers, stray);
      return [field, givesWay ? stray : { ...stray, at: Math.max(now, hers.at + 1000) }];
    }),
  );
}
