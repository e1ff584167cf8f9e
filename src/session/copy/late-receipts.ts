/**
 * What a page sends while it closes is answered to nobody. So each state that an LMS keeps (SCORM) names the browsers whose saves are in it, and a later
 * launch in such a browser learns that its last one has arrived, whatever she has written over it at another computer since. Without that it would
 * take its own last words for news: it would ask her which of the two texts is hers, and put back a row that she has removed.
 */
import { note, type Answers } from '../../course/answers.ts';
import { LEFT_OUT, savesFrom, textOfSaves, withLatest, type Saves } from '../../course/named-saves.ts';
import { crcOfText } from '../../tracking/state/crc32.ts';
import type { Launch } from '../../tracking/tracker.ts';
import type { BrowserCopy, FoundWork, SealedText } from './browser-copy.ts';

/**
 * Each takes some ten characters; where those lack, names give way to words (`scorm-state.ts`). A browser that is wiped after each session has a new name
 * each time.
 */
const KNOWN_BROWSERS = 16;

/** What is asked of the copy; of work that was found, its writers alone. */
type Copy = Pick<BrowserCopy, 'writers'> & Partial<Pick<BrowserCopy, 'isPartial'>>;
type Handed = Pick<Launch, 'state' | 'isIncomplete' | 'unreadable'>;

/** A launch without the note. */
export function withoutSaves<Found extends Pick<Launch, 'state'>>(launch: Found): Found {
  const { state } = launch;
  if (!state?.answers.has(note.saves)) return launch;
  const answers = new Map(state.answers);
  answers.delete(note.saves);
  return { ...launch, state: { ...state, answers } };
}

/** What was found, without texts of which it is known now that the LMS has had them all. */
export function withoutArrived<Found extends FoundWork>(
  found: Found,
  { receipts }: { readonly receipts: LateReceipts | undefined },
): Found {
  const { stored, mark } = found;
  const arrived = receipts?.of(found).handedOver ?? 0;
  if (!stored || arrived < stored.revision) return found;
  // A copy is written before a save as well as after it, and with words that came since.
  if (arrived === stored.revision && !stored.isAsked) return found;
  return { ...found, stored: undefined, arrived: stored, mark: { ...mark, revision: Math.max(arrived, mark?.revision ?? 0) } };
}

export class LateReceipts {
  /** Of other browsers, and as far as the LMS has them of this one; as text. */
  readonly saves: string;
  /** When the launch was handed over, in milliseconds since 1970. */
  readonly at = Date.now();
  readonly #saves: Saves;
  readonly #isWhole: boolean;
  readonly #isReadable: boolean;
  #taken: Saves = new Map();
  readonly #launch: Handed;
  readonly #copy: Copy;

  constructor(launch: Handed, copy: Copy) {
    const { state, isIncomplete, unreadable } = launch;
    this.#launch = launch;
    this.saves = state?.answers.get(note.saves)?.text ?? '';
    this.#saves = savesFrom(this.saves);
    this.#isWhole = isIncomplete !== true;
    this.#isReadable = unreadable === undefined;
    this.#copy = copy;
  }

  /** For work that only these pages of this browser had read: what others of its pages have saved says nothing of it. */
  of({ writings = {} }: FoundWork): LateReceipts {
    return new LateReceipts(this.#launch, { writers: Object.keys(writings) });
  }

  /** For the LMS: the answers, and that this save is in it. */
  signed(answers: Answers, revision: number): Answers {
    // What the database has unread is not in this save: then it is none of those pages that had read it.
    const own = this.#copy.isPartial ? this.#own.slice(-1) : this.#own;
    // The name by which others know it, or of the first page: so the browser keeps its name.
    const me = [...this.#saves.keys()].find((page) => own.includes(page)) ?? own[0] ?? '';
    const others = [...ofBoth(this.#taken, this.#saves)].filter(([page]) => !own.includes(page));
    const text = withLatest(new Map([...others, [me, revision]]), KNOWN_BROWSERS);
    // A time of its own would take room.
    const at = Math.max(0, ...[...answers.values()].map((answer) => answer.at));
    return new Map(answers).set(note.saves, { text, at });
  }

  /** The last save of this browser of which the LMS has handed over all; 0 where none is known. */
  get handedOver(): number {
    return this.#isReadable ? this.arrived : 0;
  }

  /** The same though not all of it could be read: whoever has saved since knew it. */
  get arrived(): number {
    return this.#isWhole ? Math.max(0, ...this.#own.map((page) => this.#saves.get(page) ?? 0)) : 0;
  }

  /**
   * Of other browsers, as this page knows them by now; undefined where an earlier release has saved, which names none.
   * @param read what this browser had read before, as this said it
   */
  othersSaves(read = ''): string | undefined {
    const own = this.#own;
    const all = ofBoth(savesFrom(read), this.#saves);
    return all.size === 0 ? undefined : textOfSaves([...all].filter(([page]) => !own.includes(page)));
  }

  /** What this browser had, and is put together with what the LMS handed over, had these saves of others in it. */
  take(saves: string | undefined): void {
    this.#taken = savesFrom(saves ?? '');
  }

  /** Nobody else has saved since this browser has. */
  get isLast(): boolean {
    return this.#own.includes([...this.#saves.keys()].at(-1) ?? '');
  }

  /** Whether the LMS has handed over a state with the save of this browser in it. @returns undefined where that cannot be told */
  has(revision: number): boolean | undefined {
    return this.arrived >= revision || (this.#own.every((page) => this.#mayHave(page, revision)) ? undefined : false);
  }

  /** The same of all these saves of others. @param saves as `othersSaves` said them */
  haveAll(saves: string | undefined): boolean | undefined {
    if (saves === undefined) return undefined;
    // A name that has become this browser's since: the database has answered late.
    const lacking = [...savesFrom(saves)].filter(
      ([page, last]) => !this.#isWhole || (this.#own.includes(page) ? this.arrived : (this.#saves.get(page) ?? 0)) < last,
    );
    return lacking.length === 0 || (lacking.every(([page, last]) => this.#mayHave(page, last)) ? undefined : false);
  }

  /** That of a browser which is not named any more. */
  #mayHave(page: string, revision: number): boolean {
    return this.#isWhole && (page === LEFT_OUT || (!this.#saves.has(page) && revision <= this.#lastLeftOut));
  }

  get #lastLeftOut(): number {
    return this.#saves.get(LEFT_OUT) ?? 0;
  }

  /** Whether whoever has saved since has read what was sealed here: the LMS lacks nothing of it but what she has removed. */
  hasRead({ isSavedHere, revision }: SealedText): boolean {
    return !!isSavedHere && this.handedOver >= revision;
  }

  /** Whether another browser is known to have saved since, which had not read it. False too where what the LMS handed over may be from before it was sealed. */
  isOverwritten({ isSavedHere, revision, saves = '' }: SealedText): boolean {
    const [own, known] = [new Set(this.#own), savesFrom(saves)];
    // Of more browsers than a state names, this one may have been left out.
    const isNamed = revision > this.#lastLeftOut || [...this.#saves.keys()].some((page) => own.has(page));
    if (!isSavedHere || !this.#isWhole || !isNamed || this.arrived >= revision) return false;
    return [...this.#saves].some(
      ([page, last]) => page !== LEFT_OUT && !own.has(page) && last > (known.get(page) ?? known.get(LEFT_OUT) ?? 0),
    );
  }

  get #own(): string[] {
    return this.#copy.writers.map((writer) => crcOfText(writer).toString(36));
  }
}

/** Of each the last one. A browser that only one of them names may have a later one among those that the other leaves out. */
function ofBoth(one: Saves, other: Saves): Map<string, number> {
  const mayHaveLater = ([page, last]: readonly [string, number], saves: Saves): boolean =>
    !saves.has(page) && last <= (saves.get(LEFT_OUT) ?? 0);
  const all = new Map([...one, ...other]);
  for (const [page, last] of one) all.set(page, Math.max(last, all.get(page) ?? 0));
  for (const save of all) if (save[0] !== LEFT_OUT && [one, other].some((saves) => mayHaveLater(save, saves))) all.delete(save[0]);
  return all;
}
