/** Finds out how many characters suspend_data holds, since many LMSs hold more than SCORM 1.2 promises. */
import type { ScormApi } from './scorm-api.ts';
import { promisedLength, type ScormDialect } from './scorm-dialect.ts';
import type { ScormState } from './scorm-state.ts';
import { PADDING } from '../state/state-codec.ts';

export class StateTrial {
  readonly #api: ScormApi;
  readonly #state: ScormState;
  readonly #dialect: ScormDialect;
  #isDue: boolean;
  #isLeft = false;

  /** @param isDue false where nothing may be written */
  constructor(api: ScormApi, state: ScormState, dialect: ScormDialect, isDue: boolean) {
    this.#api = api;
    this.#state = state;
    this.#dialect = dialect;
    this.#isDue = isDue;
  }

  /** A trial still stands in suspend_data. */
  get isLeft(): boolean {
    return this.#isLeft;
  }

  /** The state was set in the place of what the trial may have left. */
  overwritten(): void {
    this.#isLeft = false;
  }

  /**
   * Tries it once in a session, and puts back what was there. Not at the launch, since some LMSs store each value at once: a page that came
   * out of a cache would put its old state over a newer one. For the same reason the trial is the state itself, with padding that is never read. An
   * LMS that takes the trial and still shows the value before does not tell: some show a value only once it is on its way to the server. That is
   * no sign of a small place.
   */
  runIfDue(): void {
    if (!this.#isDue) return;
    const { elements, stateLengths } = this.#dialect;
    const before = this.#api.get(elements.state);
    for (const length of stateLengths.slice(0, -1)) {
      if (!this.#api.setForSure(elements.state, before.padEnd(length, PADDING)).ok) continue;
      const shown = this.#api.get(elements.state);
      this.#isDue = false;
      this.#isLeft = !this.#api.set(elements.state, before).ok || this.#api.get(elements.state) !== before;
      if (shown.length === length || shown === before) return this.#state.measured(length);
    }
    // What refuses the state itself too has other reasons.
    this.#isDue = !this.#api.set(elements.state, before).ok;
    this.#isLeft = this.#api.get(elements.state) !== before;
    if (!this.#isDue) this.#state.measured(promisedLength(this.#dialect));
  }
}
