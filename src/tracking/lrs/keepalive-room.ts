/** What requests that outlive a page may hold together (Fetch, 4.6 "HTTP-network-or-cache fetch": 64 KiB), less a margin. */
const KEEPALIVE_BYTES = 60_000;

/** Room for requests that outlive the page, all together. */
export class KeepaliveRoom {
  #bytesUnderWay = 0;
  #bytesKeptBack = 0;

  /** Bytes that may still be taken. */
  get left(): number {
    return KEEPALIVE_BYTES - this.#bytesUnderWay - this.#bytesKeptBack;
  }

  /** So many bytes are kept for what is sent last; 0 gives them free. */
  keepBack(bytes: number): void {
    this.#bytesKeptBack = bytes;
  }

  /** Takes the room until the request has ended: one that is not waited for any more is under way all the same. */
  async take(bytes: number, asking: Promise<unknown>): Promise<void> {
    this.#bytesUnderWay += bytes;
    await asking.catch(() => undefined);
    this.#bytesUnderWay -= bytes;
  }
}
