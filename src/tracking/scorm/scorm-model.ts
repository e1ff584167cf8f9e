import type { BeaconSize } from './beacon-size.ts';
import { CallCost } from './call-cost.ts';
import { emptyList } from './empty-chamilo-list.ts';
import { DoubtedValues } from './doubted-values.ts';
import { RefusedAnswers } from './refused-answers.ts';
import type { CallResult, ScormApi } from './scorm-api.ts';

/** One element of the data model with its value. `other`: another value that means the same, for LMSs that take what failed for sent. */
export type Entry = readonly [element: string, value: string, other?: string];

interface LastSet {
  readonly value: string;
  readonly isOther: boolean;
}

/** What this session has set. Sets only what has changed since, and what may be lost once more, in its other form. */
export class ScormModel {
  readonly #api: ScormApi;
  readonly #size: BeaconSize;
  readonly #state: string;
  readonly #set = new Map<string, LastSet>();
  /** Elements that no commit is known to have carried to the LMS, each with the number of the commit that may have. */
  readonly #unheard = new Map<string, number>();
  #commits = 0;
  readonly #doubted = new DoubtedValues();
  readonly #refused = new RefusedAnswers();
  /** Of its SetValues. */
  readonly #cost: CallCost;
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
    this.#cost = new CallCost(now, api.isFacade);
  }

  /** As `CallCost` says it. */
  budget(): () => boolean {
    return this.#cost.budget();
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
      if (isSame && (what === 'changes' || !this.#doubted.repeats(element, () => this.#size.of(element, value)))) continue;
      if (this.#cost.isCostly && this.#refused.wasTriedOften(element, value)) continue;
      const isOther = isSame && !before.isOther && other !== undefined;
      const result =
        element === this.#state ? this.#setState(value) : this.#cost.timed(() => this.#api.set(element, isOther ? other : value));
      if (!result.ok) {
        refusal ??= result;
        if (element === this.#state) this.#refused.forget();
        else this.#refused.note(element, value, result);
        continue;
      }
      this.#set.set(element, { value, isOther });
      this.#unheard.set(element, this.#commits);
      this.#doubted.remove(element);
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
    if (this.#cost.isCostly && this.#isTrueMeant) return this.#cost.timed(() => this.#api.set(this.#state, value));
    const result = this.#api.setForSure(this.#state, value);
    this.#isTrueMeant ||= result.ok;
    return result;
  }

  /** From now on so many bytes of what is the same are set again; the rest waits for the next save. */
  repeatAtMost(bytes: number): void {
    this.#doubted.repeatAtMost(bytes);
  }

  /**
   * Some players' pages put what the launch handed over back into the data model, each minute, say (Opigno 3.0.4, run): what was set and committed
   * before is gone with the next commit, whoever makes it. Then all of it is new again. Not asked where a call costs much.
   * @param handedOver the state, as the launch handed it over
   * @returns whether that was seen
   */
  noticePutBack(handedOver: string): boolean {
    if (!this.#isShown || this.#cost.isCostly || this.#set.get(this.#state)?.value === handedOver) return false;
    if (this.#api.get(this.#state) !== handedOver) return false;
    this.#set.clear();
    return true;
  }

  /** Once: in some LMSs the state never reads so, in others each call is a request. */
  #noteShown(): void {
    const set = this.#set.get(this.#state);
    if (set && !this.#isShown && !this.#cost.isCostly) this.#isShown = this.#api.get(this.#state) === set.value;
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

  /**
   * The LMS has answered. Where its player would send all of that once more when the page goes, before the course can set its last words, and over what
   * another computer has stored since, the player forgets it; then all is new again to the next save. Not while anything waits to be heard.
   */
  letGo(): void {
    if (this.#unheard.size === 0 && emptyList(this.#api.window)) this.#set.clear();
  }

  /** unheard: what was set since the last commit that was heard may be lost; everything: all that this session has set. */
  doubt(what: 'unheard' | 'everything'): void {
    this.#doubted.add((what === 'unheard' ? this.#unheard : this.#set).keys());
  }
}
