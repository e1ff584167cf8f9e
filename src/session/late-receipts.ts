/**
 * What a page sends while it closes is answered to nobody. So each state that an LMS keeps (SCORM) names the browsers whose saves are in it, and a later
 * launch in such a browser learns that its last one has arrived, whatever she has written over it at another computer since. Without that it would
 * take its own last words for news: it would ask her which of the two texts is hers, and put back a row that she has removed.
 */
import { note, type Answer, type Answers } from '../course/answers.ts';
import { crcOfText } from '../tracking/state/checksum.ts';
import type { Launch } from '../tracking/tracker.ts';
import type { BrowserCopy, FoundWork } from './browser-copy.ts';

/** Each takes some ten characters of what an LMS may have little of. */
const KNOWN_BROWSERS = 4;

/** The revision of a browser's last save, by the name of the page in it that made it. */
type Saves = ReadonlyMap<string, number>;

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
  const arrived = receipts?.arrived ?? 0;
  if (!stored || arrived < stored.revision) return found;
  // A copy is written before a save as well as after it, and with words that came since.
  if (arrived === stored.revision && !stored.isAsked) return found;
  return { ...found, stored: undefined, mark: { revision: Math.max(arrived, mark?.revision ?? 0) } };
}

export class LateReceipts {
  readonly #saves: Saves;
  readonly #isWhole: boolean;
  readonly #copy: Pick<BrowserCopy, 'writers'>;

  constructor({ state, isIncomplete }: Pick<Launch, 'state' | 'isIncomplete'>, copy: Pick<BrowserCopy, 'writers'>) {
    this.#saves = savesFrom(state?.answers.get(note.saves));
    this.#isWhole = isIncomplete !== true;
    this.#copy = copy;
  }

  /** For the LMS: the answers, and that this save is in it. */
  signed(answers: Answers, revision: number): Answers {
    const own = this.#own;
    const [me = ''] = own.slice(-1);
    const others = [...this.#saves].filter(([page]) => !own.includes(page)).slice(1 - KNOWN_BROWSERS);
    const text = [...others, [me, revision]].map(([page, last]) => `${page}:${last}`).join(' ');
    // A time of its own would take room.
    const at = Math.max(0, ...[...answers.values()].map((answer) => answer.at));
    return new Map(answers).set(note.saves, { text, at });
  }

  /** The last save of this browser of which the LMS has handed over all; 0 where none is known. */
  get arrived(): number {
    return this.#isWhole ? Math.max(0, ...this.#own.map((page) => this.#saves.get(page) ?? 0)) : 0;
  }

  get #own(): string[] {
    return this.#copy.writers.map((writer) => crcOfText(writer).toString(36));
  }
}

function savesFrom({ text }: Answer = { text: '', at: 0 }): Saves {
  const pairs = text.split(' ').map((save) => save.split(':'));
  return new Map(pairs.map(([page = '', revision]) => [page, Number(revision)] as const).filter(([, revision]) => revision > 0));
}
