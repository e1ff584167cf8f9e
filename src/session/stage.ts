import type { SessionPhase } from './session-view.ts';

/** The phase of a session, and who wants to be told of it and of all else that a session shows. */
export class Stage {
  phase: SessionPhase = 'opening';
  readonly #listeners = new Set<() => void>();

  /** @returns a function that ends the listening */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  go(phase: SessionPhase): void {
    this.phase = phase;
    this.tell();
  }

  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Resolves as soon as something is so. */
  async until(isSo: () => boolean): Promise<void> {
    if (isSo()) return;
    await new Promise<void>((resolve) => {
      const stop = this.listen(() => {
        if (!isSo()) return;
        stop();
        resolve();
      });
    });
  }
}
