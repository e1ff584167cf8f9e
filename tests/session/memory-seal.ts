import type { Seal } from '../../src/session/copy/seal.ts';

/** A seal in the faked time, which anybody could break; as the real one it opens nothing with another key. */
export class MemorySeal implements Seal {
  /** Milliseconds that a busy browser takes. */
  takes = 20;
  #keys = 0;

  newKey(): string {
    this.#keys += 1;
    return `avain-${String(this.#keys)}`.padEnd(22, '.');
  }

  async close(text: string, key: string): Promise<string> {
    await new Promise((done) => setTimeout(done, this.takes));
    return btoa(encodeURIComponent(JSON.stringify([key, text])));
  }

  async open(sealed: string, key: string): Promise<string> {
    await new Promise((done) => setTimeout(done, this.takes));
    const [closedWith, text] = JSON.parse(decodeURIComponent(atob(sealed))) as [string, string];
    if (closedWith !== key) throw new DOMException('', 'OperationError');
    return text;
  }
}
