/**
 * What values take as the multipart body of a beacon, which is how Moodle sends them out of a page that leaves (mod/scorm/request.js): each in
 * a part of its own, the dots of its name as two underscores. A browser takes 65,536 bytes of all beacons in flight, or nothing.
 */

/** Fetch standard, "inflight keepalive requests". */
export const MOST_BEACON_BYTES = 65_536;

/** `Content-Disposition: form-data; name=""`, and the line ends behind it and behind the value. */
const PART_BYTES = 39 + 4 + 2;
/** The longest known, of an older Firefox; Chromium and WebKit have 42. */
const LONGEST_BOUNDARY = 61;
const SHORTEST_BOUNDARY = 42;

export class BeaconSize {
  #boundary = LONGEST_BOUNDARY;

  /** Finds out how long this browser's boundaries are. Never rejects; until then the longest known counts. */
  async measure(): Promise<void> {
    if (typeof Response !== 'function') return;
    const form = new FormData();
    form.append('a', 'b');
    const { size } = await new Response(form).blob();
    // One part between two boundaries, the last of which has two characters more.
    this.#boundary = Math.max(SHORTEST_BOUNDARY, Math.ceil((size - PART_BYTES - 4) / 2));
  }

  of(element: string, value: string): number {
    const dots = element.split('.').length - 1;
    return this.#boundary + PART_BYTES + element.length + dots + utf8Length(value);
  }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
