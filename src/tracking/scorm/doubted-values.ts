/** Elements that may not have arrived, and are to be set again though they are the same. */
export class DoubtedValues {
  readonly #elements = new Set<string>();
  #bytesLeft = Infinity;

  add(elements: Iterable<string>): void {
    for (const element of elements) this.#elements.add(element);
  }

  /** It was set. */
  remove(element: string): void {
    this.#elements.delete(element);
  }

  /** From now on so many bytes are repeated; the rest waits for the next save. */
  repeatAtMost(bytes: number): void {
    this.#bytesLeft = bytes;
  }

  /** Whether it is set again in this save: then its bytes are taken from what is left. */
  repeats(element: string, bytes: () => number): boolean {
    if (!this.#elements.has(element) || this.#bytesLeft <= 0) return false;
    this.#bytesLeft -= bytes();
    return true;
  }
}
