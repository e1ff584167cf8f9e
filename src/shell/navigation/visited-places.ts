/** Where in a page the learner was when she left it. */
export interface VisitedPlace {
  /** How far the page was scrolled, in pixels. */
  readonly top: number;
  /** The exercise that she was at, and the exercise or step of it that was open. */
  readonly exercise: string | undefined;
  readonly place: string | undefined;
}

/** What an entry of the browser's history carries, so that it is known when the browser goes back or forward to it. */
interface Marked {
  readonly visit: string;
}

/**
 * Remembers for each entry of the browser's history where she was when she left it, while the page is loaded. The browser's own memory is of no
 * use: it scrolls before the other page is drawn.
 */
export class VisitedPlaces {
  readonly #places = new Map<string, VisitedPlace>();
  #here = '';
  #count = 0;

  begin(): void {
    history.scrollRestoration = 'manual';
    this.#mark();
  }

  end(): void {
    history.scrollRestoration = 'auto';
  }

  /**
   * Called as soon as the address is another one.
   * @param left where she was until now
   * @returns where she was at this entry, where the browser went back or forward to it; undefined at a new one
   */
  arrive(left: VisitedPlace): VisitedPlace | undefined {
    this.#places.set(this.#here, left);
    const state = history.state as Partial<Marked> | null;
    const known = state?.visit === undefined ? undefined : this.#places.get(state.visit);
    if (state?.visit === undefined) this.#mark();
    else this.#here = state.visit;
    return known;
  }

  #mark(): void {
    this.#count += 1;
    // Another one after a reload, whose entries an earlier page has marked.
    this.#here = `${String(performance.timeOrigin)}-${String(this.#count)}`;
    history.replaceState({ ...(history.state as object | null), visit: this.#here } satisfies Marked, '');
  }
}
