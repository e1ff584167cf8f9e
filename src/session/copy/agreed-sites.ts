/**
 * Sites that the learner has agreed to send her work to, in this browser. Kept in both places where her copies are, since Moodle empties
 * local storage at each login; forgotten after as many days without a launch as others' copies (`others-old-copies.ts`).
 */
import type { CopyPlaces } from './copy-store.ts';
import { CopyDatabase } from './copy-database.ts';
import { fieldsOf, parsed } from './copy-record.ts';
import { KEPT_DAYS } from './others-old-copies.ts';
import { QuietStorage } from './quiet-storage.ts';
import { within } from './within.ts';

/** Of the row, of who owns it, and of the key. */
export const AGREED_SITES = 'aspa:agreed-sites';
/** Opening waits so long for the database. */
const ANSWER_MS = 1_000;
const KEPT_MS = KEPT_DAYS * 86_400_000;
/** The oldest are asked about again. */
const MOST_SITES = 50;

/** When each origin was last launched with, milliseconds since 1970. */
type Agreed = Readonly<Record<string, number>>;

export class AgreedSites {
  readonly #local: QuietStorage;
  readonly #database: CopyDatabase | undefined;
  readonly #now: () => number;

  constructor({ storage, databases }: CopyPlaces, now: () => number = Date.now) {
    this.#local = new QuietStorage(storage);
    this.#database = databases && new CopyDatabase(databases);
    this.#now = now;
  }

  /** Whether she has agreed to all of them; if so, it is remembered for longer. */
  async has(origins: readonly string[]): Promise<boolean> {
    const isAgreed = async (): Promise<boolean> => {
      const local = this.#read(this.#local.get(AGREED_SITES));
      if (origins.every((origin) => Object.hasOwn(local, origin))) return true;
      const agreed = { ...(await this.#inDatabase()), ...local };
      return origins.every((origin) => Object.hasOwn(agreed, origin));
    };
    const has = await isAgreed();
    if (has) await this.agree(origins);
    return has;
  }

  async agree(origins: readonly string[]): Promise<void> {
    const now = this.#now();
    const known = { ...(await this.#inDatabase()), ...this.#read(this.#local.get(AGREED_SITES)) };
    const agreed: Agreed = { ...known, ...Object.fromEntries(origins.map((origin) => [origin, now])) };
    const newest = Object.entries(agreed).sort(([, one], [, other]) => other - one);
    const text = JSON.stringify(Object.fromEntries(newest.slice(0, MOST_SITES)));
    this.#local.set(AGREED_SITES, text);
    // Where neither place keeps it, she is asked at each launch.
    await within(
      ANSWER_MS,
      this.#database?.put({ name: AGREED_SITES, learner: AGREED_SITES, writtenAt: now, text }).catch(() => undefined),
    );
  }

  async #inDatabase(): Promise<Agreed> {
    const rows = await within(
      ANSWER_MS,
      this.#database?.read(AGREED_SITES).catch(() => undefined),
    );
    return this.#read(rows?.[0]?.text);
  }

  #read(text: string | null | undefined): Agreed {
    const oldest = this.#now() - KEPT_MS;
    const entries = Object.entries(fieldsOf(parsed(text ?? '')));
    return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > oldest));
  }
}
