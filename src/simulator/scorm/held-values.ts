/** What the player's page holds and what of it still has to go to the server, by the profile's habits. */
import type { LmsHabits, ScormStandard } from '../lms-profile.ts';
import { elementNames, listElement } from './scorm-elements.ts';

type Pair = readonly [element: string, value: string];

export class HeldValues {
  /** Handed over at launch, then set by the course. */
  readonly #held = new Map<string, string>();
  readonly #unsent = new Map<string, string>();
  /** By the course. */
  readonly #set = new Map<string, string>();
  /** What a player shows that takes a value over when it sends it. */
  readonly #shown = new Map<string, string>();
  readonly #interactionsSet = new Map<string, string>();
  readonly #readOnly: ReadonlySet<string>;

  constructor(
    standard: ScormStandard,
    private readonly habits: LmsHabits,
    values: Readonly<Record<string, string>>,
  ) {
    const names = elementNames[standard];
    this.#readOnly = new Set([names.learnerId, names.learnerName, names.mode, names.credit, names.entry, names.totalTime]);
    for (const [element, value] of Object.entries(values)) {
      const place = listElement(element);
      if (place?.list === 'interactions' && habits.limits.interactionsStartAtZero) continue;
      this.#held.set(element, value);
      this.#shown.set(element, value);
      if (place && habits.sending.resendsListsFirst) this.#unsent.set(element, value);
    }
  }

  get(element: string): string | undefined {
    return this.#held.get(element);
  }

  /** What was handed over, or was in a request that has begun. */
  shown(element: string): string | undefined {
    return this.#shown.get(element);
  }

  set(element: string, value: string): void {
    if (this.habits.sending.equalIsUnchanged && this.#held.get(element) === value) return;
    // In the order of the last setting.
    this.#held.delete(element);
    this.#held.set(element, value);
    this.#unsent.delete(element);
    this.#unsent.set(element, value);
    this.#set.delete(element);
    this.#set.set(element, value);
    if (element.startsWith('cmi.interactions.')) this.#interactionsSet.set(element, value);
  }

  /** What was handed over stands in the place of what was set since; interactions stay. */
  putBack(values: Readonly<Record<string, string>>): void {
    const interactions = [...this.#held].filter(([element]) => element.startsWith('cmi.interactions.'));
    this.#held.clear();
    for (const [element, value] of [...Object.entries(values), ...interactions]) this.#held.set(element, value);
  }

  hasInteractions(): boolean {
    return [...this.#held.keys()].some((element) => element.startsWith('cmi.interactions.'));
  }

  /** Nothing that was set is sent any more; but all interactions are, once one of them is set again. */
  forgetSet(): void {
    for (const pairs of [this.#set, this.#unsent]) pairs.clear();
  }

  /** All but what nobody may set. */
  all(): readonly Pair[] {
    return [...this.#held].filter(([element]) => !this.#readOnly.has(element));
  }

  /** All that the course has set, sent or not. */
  allSet(): readonly Pair[] {
    return [...this.#set];
  }

  /** What the next commit carries. It counts as sent from here on; `takeBack` is for those LMSs that notice a failure. */
  takeOutgoing(): readonly Pair[] {
    const { sending, keeping } = this.habits;
    const values = new Map({ changes: this.#unsent, set: this.#set, everything: this.#held, row: this.#row }[sending.sends]);
    for (const [element, value] of this.#unsent) this.#shown.set(element, value);
    this.#unsent.clear();
    const setsInteractions = [...values.keys()].some((element) => element.startsWith('cmi.interactions.'));
    if (keeping.blanksInteractionsOnSet && setsInteractions)
      for (const [element, value] of this.#interactionsSet) values.set(element, value);
    return [...values].filter(([element]) => !this.#readOnly.has(element));
  }

  get #row(): readonly Pair[] {
    const changed = new Set([...this.#unsent.keys()].map(entryOf));
    return [...this.#held].filter(([element]) => !listElement(element) || changed.has(entryOf(element)));
  }

  /** A commit failed: its values wait for the next one, as far as this LMS does that. */
  takeBack(values: readonly Pair[]): void {
    const { failedValues } = this.habits.sending;
    if (failedValues === 'forgotten') return;
    for (const [element, value] of values) {
      if (failedValues === 'lists-forgotten' && listElement(element)) continue;
      if (this.#held.get(element) === value && !this.#unsent.has(element)) this.#unsent.set(element, value);
    }
  }

  /** The values among these that a course may set. */
  writable(values: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(values).filter(([element]) => !this.#readOnly.has(element)));
  }
}

/** `cmi.interactions.3` of what belongs to it. */
function entryOf(element: string): string {
  return element.split('.').slice(0, 3).join('.');
}
