/** What a browser lets out of a page that may be gone: the bodies of its beacons and of its requests with `keepalive`, all those in flight together. */

/** Fetch standard, "inflight keepalive requests". */
const MOST_BYTES = 65_536;

export class KeepaliveQuota {
  #inFlight = 0;

  /** @returns to be called when the request is over; undefined where the browser refuses it */
  take(bytes: number): (() => void) | undefined {
    if (this.#inFlight + bytes > MOST_BYTES) return undefined;
    this.#inFlight += bytes;
    return () => (this.#inFlight -= bytes);
  }

  /** The page's `fetch`: what the browser refuses fails as if there were no connection. */
  limit(send: typeof fetch): typeof fetch {
    return async (input, init = {}) => {
      const over = init.keepalive ? this.take(bytesOf(init.body)) : () => undefined;
      if (!over) throw new TypeError('Failed to fetch');
      try {
        return await send(input, init);
      } finally {
        over();
      }
    };
  }
}

function bytesOf(body: RequestInit['body']): number {
  return body instanceof Uint8Array ? body.byteLength : new TextEncoder().encode(String(body ?? '')).byteLength;
}
