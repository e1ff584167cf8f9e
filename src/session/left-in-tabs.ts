/**
 * An LMS that says neither who the learner is nor her name (Frappe LMS) leaves each tab with a copy of its own. What a tab could not send before it was
 * closed stands in that copy alone, and the course is opened in another tab the next time.
 */
import type { Answers } from '../course/answers.ts';
import { currentId, type MovedIds } from '../course/moved-ids.ts';
import { crcOfText } from '../tracking/state/checksum.ts';
import { knownOf, NOTHING_ASKED, withAsked } from './asked-texts.ts';
import { formatRecord, parseRecord, writtenAnew, type CopyRecord } from './copy-record.ts';
import type { FoundWork } from './browser-copy.ts';
import { isOfLearnerThere, type InBrowser } from './in-browser.ts';
import { movedFound } from './moved-work.ts';
import { QuietStorage } from './quiet-storage.ts';
import type { CourseSessionOptions } from './session-options.ts';
import type { Launch } from '../tracking/tracker.ts';

/** One tab's copy, as it stood when it was read. */
interface LeftCopy {
  readonly name: string;
  readonly text: string;
  readonly record: CopyRecord;
  readonly work: FoundWork;
}

/** Of a tab, and no learner's name. */
const NAMELESS = new RegExp(`^tab-?[^:]*-${String(crcOfText(''))}$`);

export class LeftInTabs {
  readonly #storage: QuietStorage;
  readonly #moved: MovedIds;
  /** Those of nobody knows whom. */
  #strange: readonly LeftCopy[] = [];

  constructor({ storage, course: { moved } }: Pick<CourseSessionOptions, 'storage' | 'course'>) {
    this.#storage = new QuietStorage(storage);
    this.#moved = moved;
  }

  /**
   * Takes in what other tabs have left of a learner whose words the LMS has handed over. Never rejects.
   * @returns what the other ones could not send, of nobody knows whom
   */
  async look(launch: Launch, inBrowser: InBrowser, takeIn: (work: FoundWork) => void): Promise<Answers> {
    const left = this.#read(inBrowser.copy.name);
    const hers = left.filter(({ work }) => isOfLearnerThere(launch, work));
    for (const { work } of hers) takeIn(work);
    if (hers.length > 0 && (await isKept(inBrowser, hers))) this.#remove(hers);
    this.#strange = left.filter((copy) => !hers.includes(copy));
    return unsentIn(this.#strange);
  }

  /** They are offered to nobody again: as if the LMS had been asked to store them. What was written since stays as it is. */
  taken(answers: Answers): void {
    for (const { name, text, record } of this.#strange) {
      const { stored } = record;
      if (!stored || this.#storage.get(name) !== text) continue;
      const taken = new Map([...stored.answers].filter(([field]) => answers.has(currentId(field, this.#moved))));
      // A writer of its own: a tab that is open after all has not written this.
      const writer = Math.random().toString(36).slice(2);
      const asked = withAsked(stored.asked ?? NOTHING_ASKED, taken, 0);
      this.#storage.set(name, formatRecord(writtenAnew({ ...record, writer, stored: { ...stored, asked } }, record.writtenAt)));
    }
  }

  /** @param own name of this tab's copy. @returns none where that is a learner's whom the LMS names */
  #read(own: string): LeftCopy[] {
    const [, course, learner = '', attempt] = own.split(':');
    if (!NAMELESS.test(learner)) return [];
    return this.#storage.keys().flatMap((name) => {
      const parts = name.split(':');
      const isLeft = name !== own && parts[1] === course && NAMELESS.test(parts[2] ?? '') && parts[3] === attempt;
      const text = isLeft ? (this.#storage.get(name) ?? '') : '';
      const record = parseRecord(text);
      return record ? [{ name, text, record, work: movedFound(record, this.#moved) }] : [];
    });
  }

  /** Once they are safe elsewhere; what was written since stays. */
  #remove(copies: readonly LeftCopy[]): void {
    for (const { name, text } of copies) if (this.#storage.get(name) === text) this.#storage.remove(name);
  }
}

/** With what could not be read. */
async function isKept({ copy, keeper }: InBrowser, copies: readonly LeftCopy[]): Promise<boolean> {
  const kept = await Promise.all(copies.flatMap(({ work }) => work.unreadable.map((one) => copy.keep(one))));
  await keeper.now();
  return keeper.isSafe && kept.every(Boolean);
}

/** What the LMS was never asked to store; of two tabs the later text of a field. */
function unsentIn(copies: readonly LeftCopy[]): Answers {
  const all = copies.flatMap(({ work: { stored } }) => {
    const answers = stored?.answers ?? new Map();
    const known = knownOf(answers, stored);
    return [...answers].filter(([field]) => !field.startsWith('@') && !known.has(field));
  });
  return new Map(all.sort(([, one], [, other]) => one.at - other.at));
}
