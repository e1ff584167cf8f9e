import type { CallResult, ScormApi } from './scorm-api.ts';

/** One element of the data model with its value. */
export type Entry = readonly [element: string, value: string];

/**
 * What this session has set. Sets only what has changed since, and everything again after a failed commit, since some LMSs take what they
 * could not send for sent.
 */
export class ScormModel {
  readonly #api: ScormApi;
  readonly #set = new Map<string, string>();

  constructor(api: ScormApi) {
    this.#api = api;
  }

  /** @returns the first refusal; undefined where all was taken. */
  write(entries: Iterable<Entry>): CallResult | undefined {
    let refusal: CallResult | undefined;
    for (const [element, value] of entries) {
      if (this.#set.get(element) === value) continue;
      const result = this.#api.set(element, value);
      if (result.ok) this.#set.set(element, value);
      else refusal ??= result;
    }
    return refusal;
  }

  /** Nothing counts as set any more. */
  forget(): void {
    this.#set.clear();
  }
}
