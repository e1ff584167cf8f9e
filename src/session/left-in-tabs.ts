/**
 * An LMS that says neither who the learner is nor her name (Frappe LMS) leaves each tab with a copy of its own. What a tab could not send before it was
 * closed stands in that copy alone, and the course is opened in another tab the next time.
 */
import type { Answers } from '../course/answers.ts';
import { crcOfText } from '../tracking/state/checksum.ts';
import { knownOf } from './asked-texts.ts';
import { parseRecord } from './copy-record.ts';
import type { FoundWork } from './browser-copy.ts';
import { isOfLearnerThere, type InBrowser } from './in-browser.ts';
import { movedFound } from './moved-work.ts';
import { QuietStorage, type CopyStorage } from './quiet-storage.ts';
import type { CourseSessionOptions } from './session-options.ts';
import type { Launch } from '../tracking/tracker.ts';

/** One tab's copy, as it stood when it was read. */
interface LeftCopy {
  readonly name: string;
  readonly text: string;
  readonly work: FoundWork;
}

/** Of a tab, and no learner's name. */
const NAMELESS = new RegExp(`^tab-?[^:]*-${String(crcOfText(''))}$`);

class LeftInTabs {
  readonly #storage: QuietStorage;

  constructor(storage: CopyStorage | undefined) {
    this.#storage = new QuietStorage(storage);
  }

  /** @param own name of this tab's copy. @returns none where that is a learner's whom the LMS names */
  read(own: string, moved: CourseSessionOptions['course']['moved']): LeftCopy[] {
    const [, course, learner = '', attempt] = own.split(':');
    if (!NAMELESS.test(learner)) return [];
    return this.#storage.keys().flatMap((name) => {
      const parts = name.split(':');
      const isLeft = name !== own && parts[1] === course && NAMELESS.test(parts[2] ?? '') && parts[3] === attempt;
      const text = isLeft ? (this.#storage.get(name) ?? '') : '';
      const record = parseRecord(text);
      return record ? [{ name, text, work: movedFound(record, moved) }] : [];
    });
  }

  /** Once they are safe elsewhere; what was written since stays. */
  remove(copies: readonly LeftCopy[]): void {
    for (const { name, text } of copies) if (this.#storage.get(name) === text) this.#storage.remove(name);
  }
}

/**
 * Takes in what other tabs have left of a learner whose words the LMS has handed over.
 * @returns what they could not send, of nobody knows whom
 */
export async function lookInTabs(
  launch: Launch | undefined,
  inBrowser: InBrowser | undefined,
  { storage, course: { moved } }: Pick<CourseSessionOptions, 'storage' | 'course'>,
  takeIn: (work: FoundWork) => void,
): Promise<Answers> {
  if (!launch || !inBrowser) return new Map();
  const tabs = new LeftInTabs(storage);
  const left = tabs.read(inBrowser.copy.name, moved);
  const hers = left.filter(({ work }) => isOfLearnerThere(launch, work));
  for (const { work } of hers) takeIn(work);
  if (hers.length > 0 && (await isKept(inBrowser, hers))) tabs.remove(hers);
  return unsentIn(left.filter((copy) => !hers.includes(copy)));
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
