import type { BeaconSize } from './beacon-size.ts';
import type { CallResult, ScormApi } from './scorm-api.ts';

/** One element of the data model with its value. `other`: another value that means the same, for LMSs that take what failed for sent. */
export type Entry = readonly [element: string, value: string, other?: string];

interface LastSet {
  readonly value: string;
  readonly isOther: boolean;
}

/** A SetValue that takes longer is a request that the page waits for (Sakai: 20 ms): then calls are counted. */
const COSTLY_MS = 15;
/** So long such calls may hold the page up in one save. */
const MOST_BLOCKED_MS = 300;
/** So often an answer that is refused is set, where calls cost much: as long as others wait for their turn, one save follows another. */
const MOST_TRIES = 3;

/** What this session has set. Sets only what has changed since, and what may be lost once more, in its other form. */
export class ScormModel {
  readonly #api: ScormApi;
  readonly #size: BeaconSize;
  readonly #state: string;
  readonly #set = new Map<string, LastSet>();
  /** Elements that no commit is known to have carried to the LMS, each with the number of the commit that may have. */
  readonly #unheard = new Map<string, number>();
  #commits = 0;
  #repeatBytes = Infinity;
  /** What was refused last for an answer, and how often. */
  readonly #refused = new Map<string, { readonly value: string; readonly times: number }>();
  /** To be set again though they are the same. */
  readonly #doubted = new Set<string>();
  readonly #now: () => number;
  /** The SetValues of this session, and the milliseconds that the quickest of them took. */
  #calls = 0;
  #quickest = Infinity;
  /** GetLastError said once that a "true" for the state was meant so. */
  #isTrueMeant = false;
  /** The state read once as it had been set: this LMS shows what is set. */
  #isShown = false;

  /**
   * @param state the element of which it must be known whether it was taken
   * @param now milliseconds of a clock that nobody sets
   */
  constructor(api: ScormApi, size: BeaconSize, state: string, now: () => number) {
    this.#api = api;
    this.#state = state;
    this.#size = size;
    this.#now = now;
  }

  /** Each call holds the page up, as it was measured since the launch. */
  get isCostly(): boolean {
    return this.#quickest > COSTLY_MS && this.#quickest < Infinity;
  }

  /** Tells, each time it is asked, whether there is time for more in this save: always, where calls cost nothing. */
  budget(): () => boolean {
    const before = this.#calls;
    return () => !this.isCostly || (this.#calls - before) * this.#quickest < MOST_BLOCKED_MS;
  }

  /** Bytes of a beacon that what was set takes, of those elements. */
  bytes(isCounted: (element: string) => boolean): number {
    let bytes = 0;
    for (const [element, { value }] of this.#set) if (isCounted(element)) bytes += this.#size.of(element, value);
    return bytes;
  }

  /** The same of what no commit has carried yet. */
  get unheardBytes(): number {
    return this.bytes((element) => this.#unheard.has(element));
  }

  /**
   * @param what with-doubted: what is new, and what may be lost once more; changes: no more than what is new, since the page may be gone in a moment and a beacon takes 65,536 bytes or nothing
   * @returns the first refusal; undefined where all was taken
   */
  write(entries: Iterable<Entry>, what: 'with-doubted' | 'changes' = 'with-doubted'): CallResult | undefined {
    let refusal: CallResult | undefined;
    for (const [element, value, other] of entries) {
      const before = this.#set.get(element);
      const isSame = before?.value === value;
      if ((isSame && (what === 'changes' || !this.#repeats(element, value))) || this.#rests(element, value)) continue;
      const isOther = isSame && !before.isOther && other !== undefined;
      const result = element === this.#state ? this.#setState(value) : this.#timed(() => this.#api.set(element, isOther ? other : value));
      if (!result.ok) {
        refusal ??= result;
        this.#noteRefusal(element, value, result);
        continue;
      }
      this.#set.set(element, { value, isOther });
      this.#unheard.set(element, this.#commits);
      this.#doubted.delete(element);
    }
    return refusal;
  }

  /** Sets again what stands there by now as something else. */
  writeAnew(entries: readonly Entry[]): void {
    for (const [element] of entries) this.#set.delete(element);
    this.write(entries);
  }

  /** GetLastError is a call more: where calls cost much, it is asked until a "true" was meant so once. */
  #setState(value: string): CallResult {
    if (this.isCostly && this.#isTrueMeant) return this.#timed(() => this.#api.set(this.#state, value));
    const result = this.#api.setForSure(this.#state, value);
    this.#isTrueMeant ||= result.ok;
    return result;
  }

  #timed(call: () => CallResult): CallResult {
    const began = this.#now();
    const result = call();
    this.#calls += 1;
    this.#quickest = Math.min(this.#quickest, this.#now() - began);
    return result;
  }

  /** From now on so many bytes of what is the same are set again; the rest waits for the next save. */
  repeatAtMost(bytes: number): void {
    this.#repeatBytes = bytes;
  }

  /**
   * Some players' pages put what the launch handed over back into the data model, each minute, say (Opigno 3.0.4, run): what was set and committed
   * before is gone with the next commit, whoever makes it. Then all of it is new again. Not asked where a call costs much.
   * @param handedOver the state, as the launch handed it over
   * @returns whether that was seen
   */
  noticePutBack(handedOver: string): boolean {
    if (!this.#isShown || this.isCostly || this.#set.get(this.#state)?.value === handedOver) return false;
    if (this.#api.get(this.#state) !== handedOver) return false;
    this.#set.clear();
    return true;
  }

  /** Once: in some LMSs the state never reads so, in others each call is a request. */
  #noteShown(): void {
    const set = this.#set.get(this.#state);
    if (set && !this.#isShown && !this.isCostly) this.#isShown = this.#api.get(this.#state) === set.value;
  }

  #rests(element: string, value: string): boolean {
    const { value: refused, times = 0 } = this.#refused.get(element) ?? {};
    return this.isCostly && refused === value && times >= MOST_TRIES;
  }

  /** Not of an index that there is no room for: behind it nothing is tried. */
  #noteRefusal(element: string, value: string, { code }: CallResult): void {
    if (!element.startsWith('cmi.interactions.') || code === '201') return;
    const before = this.#refused.get(element);
    this.#refused.set(element, { value, times: before?.value === value ? before.times + 1 : 1 });
  }

  #repeats(element: string, value: string): boolean {
    if (!this.#doubted.has(element) || this.#repeatBytes <= 0) return false;
    this.#repeatBytes -= this.#size.of(element, value);
    return true;
  }

  /** What was set until now is committed. @returns the number of that commit */
  countCommit(): number {
    this.#noteShown();
    return this.#commits++;
  }

  /** The LMS has what was set until that commit, as far as that is ever known. */
  heard(commit: number): void {
    for (const [element, carrier] of this.#unheard) if (carrier <= commit) this.#unheard.delete(element);
  }

  /** unheard: what was set since the last commit that was heard may be lost; everything: all that this session has set. */
  doubt(what: 'unheard' | 'everything'): void {
    for (const element of (what === 'unheard' ? this.#unheard : this.#set).keys()) this.#doubted.add(element);
  }
}
