/** What requests that outlive a page may hold together (Fetch, 4.6 "HTTP-network-or-cache fetch": 64 KiB), less a margin. */
const KEEPALIVE_BYTES = 60_000;

/** Room for requests that outlive the page, all together. */
export class KeepaliveRoom {
  #bytesUnderWay = 0;

  has(bytes: number): boolean {
    return this.#bytesUnderWay + bytes <= KEEPALIVE_BYTES;
  }

  /** Takes the room until the request has ended: one that is not waited for any more is under way all the same. */
  async take(bytes: number, asking: Promise<unknown>): Promise<void> {
    this.#bytesUnderWay += bytes;
    await asking.catch(() => undefined);
    this.#bytesUnderWay -= bytes;
  }
}
