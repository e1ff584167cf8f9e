/** The two places where a browser keeps copies, what becomes of them in a soak, and what may be asked of them afterwards. */
import type { Answers } from '../../src/course/answers.ts';
import { AGREED_SITES } from '../../src/session/copy/agreed-sites.ts';
import type { Clock } from '../../src/simulator/scorm/clock.ts';
import type { LoginHabits } from '../../src/simulator/lms-profile.ts';
import type { CopyPlaces } from '../../src/session/copy/copy-store.ts';
import type { CopyStorage } from '../../src/session/copy/quiet-storage.ts';
import { isOutcome, type SaveStatus } from '../../src/session/save-status.ts';
import { logIn } from '../../src/simulator/in-memory/storages-at-login.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { MemoryDatabase, type DatabaseHabits } from '../session/memory-database.ts';
import { MemoryStorage } from '../session/memory.ts';
import type { Said, TypedText } from './typed-text.ts';

/** Of a tab's last seconds so much may be lost. */
const ALLOWED_MS = 5_000;

export interface StoresTab {
  /** A tab that is gone writes nothing any more, whatever its timers still do in the test. */
  readonly isAlive: () => boolean;
}

export class BrowserStores {
  readonly storage: MemoryStorage;
  readonly session = new MemoryStorage();
  readonly #random: () => number;
  /** Local storage was emptied after the last check. */
  #isEmptied = false;
  /** The browser has taken the database, and no work was written since. */
  #isEvicted = false;
  /** Both places were emptied. */
  #isLost = false;
  /** In every tab since the last check the database did what it was asked. */
  #isTrusted = true;
  #isCalm = false;
  /** The database of the tab that was opened last has told it what it keeps of her work. */
  #hasAnswered: () => boolean = () => false;
  /** The course said last that it could not save. */
  #failed = false;
  /** That the text is safe on this computer. */
  readonly #said: Said[] = [];

  constructor(seed: number, clock?: Clock) {
    this.#random = seededRandom(seed + 0x5eed);
    this.storage = new MemoryStorage(new MemoryDatabase(clock));
  }

  /** A tab opens, and finds the database in another mood. */
  places({ isAlive }: StoresTab): CopyPlaces {
    const { storage } = this;
    const { habits } = storage.database;
    Object.assign(habits, this.#isCalm ? PROMPT : mood(this.#random));
    this.#isTrusted &&= isTrusted(habits);
    const guarded: CopyStorage = {
      get length() {
        return storage.length;
      },
      key: (index) => storage.key(index),
      getItem: (key) => storage.getItem(key),
      setItem: (key, value) => (isAlive() ? storage.setItem(key, value) : undefined),
      removeItem: (key) => (isAlive() ? storage.removeItem(key) : undefined),
    };
    let hasAnswered = false;
    this.#hasAnswered = () => hasAnswered;
    const onComplete = (readOf: readonly string[]): void => void (hasAnswered ||= readOf.some((learner) => learner !== AGREED_SITES));
    return {
      storage: guarded,
      databases: storage.database.factory({ isAlive, lands: () => this.#isCalm || this.#random() < 0.8, onComplete }),
    };
  }

  /** Now and then the browser needs room, and takes the database. Local storage stays. */
  mayEvict(): void {
    if (this.#isCalm || this.#random() > 0.01) return;
    this.storage.database.evict();
    this.#isEvicted = true;
    this.#isLost ||= this.#isEmptied;
  }

  /** Another tab of this browser, or somebody else who uses it, logs in. */
  mayLogIn(habits: LoginHabits): void {
    if (this.#random() < 0.02) this.logIn(habits);
  }

  /** The course is opened anew: most often after a login where it could not save. */
  comeBack(habits: LoginHabits): void {
    if (this.#random() < (this.#failed ? 0.7 : 0.2)) this.logIn(habits);
  }

  logIn(habits: LoginHabits): void {
    if (this.#isCalm) return;
    logIn(habits, { local: this.storage, session: this.session });
    if (this.storage.length > 0) return;
    this.#isEmptied = true;
    this.#isEvicted &&= [...this.storage.database.rows.keys()].every((name) => name === AGREED_SITES);
    this.#isLost ||= this.#isEvicted;
  }

  /** Nothing fails any more. */
  calm(): void {
    this.#isCalm = true;
  }

  notice(status: SaveStatus, shown: Answers): void {
    if (isOutcome(status)) this.#failed = status.state === 'not-saved';
    if (status.state === 'not-saved' && status.local) this.#said.push({ at: Date.now(), shown });
  }

  /** Whether what was restored is all that this browser has. A prompt database too is late where it is busy with what an earlier tab asked. */
  get isHeard(): boolean {
    return !this.#isEmptied || this.#hasAnswered();
  }

  /**
   * What was typed until then must be there. Asked once after each restoring. @param at the last moment of the tab
   */
  mustHaveUntil(at: number, typed: TypedText): number {
    const until = at - ALLOWED_MS;
    // What is said after the fault is said of what came back.
    const said = this.#isLost
      ? -Infinity
      : (this.#said.findLast((one) => one.at <= at && typed.isOfAll(one))?.at ?? -Infinity) - ALLOWED_MS;
    const must = this.#isEmptied && !(this.#isTrusted && !this.#isLost) ? Math.max(typed.provedUntil, said) : until;
    this.#isEmptied = this.#isLost = false;
    this.#isTrusted = isTrusted(this.storage.database.habits);
    return must;
  }
}

const PROMPT: DatabaseHabits = { opens: 'at-once', takes: 20, aborts: false, full: false, completesEarly: false };

function mood(random: () => number): DatabaseHabits {
  const dice = random();
  if (dice < 0.7) return { ...PROMPT, takes: random() < 0.5 ? 0 : random() * 100 };
  if (dice < 0.75) return { ...PROMPT, completesEarly: true };
  if (dice < 0.85) return { ...PROMPT, takes: 500 + random() * 6_000 };
  if (dice < 0.92) return { ...PROMPT, opens: 'never' };
  if (dice < 0.96) return { ...PROMPT, opens: 'fails' };
  return { ...PROMPT, aborts: true };
}

function isTrusted({ opens, takes, aborts }: DatabaseHabits): boolean {
  return opens === 'at-once' && !aborts && takes <= 100;
}
