/** Finds out how many characters a free response holds, since many LMSs hold more than SCORM 1.2 promises. */
import { placeOnly } from './interaction-indexes.ts';
import type { ScormApi } from './scorm-api.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import type { Entry } from './scorm-model.ts';

export class ResponseTrial {
  readonly #api: ScormApi;
  readonly #dialect: ScormDialect;
  #found: number | undefined;

  /** @param isLong the LMS is known to hold the longest. Then nothing is tried, nor where the standard promises that */
  constructor(api: ScormApi, dialect: ScormDialect, isLong: boolean) {
    this.#api = api;
    this.#dialect = dialect;
    if (isLong || dialect.responseLengths.length < 2) [this.#found] = dialect.responseLengths;
  }

  /** What was found out; undefined until it was tried. */
  get found(): number | undefined {
    return this.#found;
  }

  /** Characters: until it was tried, what the standard promises. */
  get length(): number {
    return this.#found ?? this.#promised;
  }

  /**
   * Tries it once in a session, where the standard promises little: on the first interaction that is told, which has to be set in full before
   * the page can leave, or it is committed so.
   * @param first its index
   * @returns whether it holds the trial now
   */
  runIfDue(first: number): boolean {
    if (this.#found !== undefined) return false;
    this.#found = this.#tried(first);
    return true;
  }

  get #promised(): number {
    return this.#dialect.responseLengths.at(-1) ?? 255;
  }

  #tried(first: number): number {
    const { responseLengths, interaction } = this.#dialect;
    const question = { id: 'trial', type: 'text', description: '', response: [], at: 0 } as const;
    const entriesAt = (index: number): readonly Entry[] => interaction({ index, id: 'trial', response: '', interaction: question }, 'full');
    const set = ([element, value]: Entry): boolean => this.#api.set(element, value).ok;
    const entries = entriesAt(first);
    // ILIAS takes no index without the ones before it.
    if (!entries.every(set)) {
      for (let index = 0; index < first; index++) placeOnly(entriesAt(index)).forEach(set);
      entries.forEach(set);
    }
    const response = entries.at(-1)?.[0] ?? '';
    return responseLengths.slice(0, -1).find((length) => this.#api.set(response, 'a'.repeat(length)).ok) ?? this.#promised;
  }
}
