/**
 * forma.lms holds its data model as an XML document, and sends all of it with each commit: 45,000 to 75,000 bytes, of which a beacon takes 65,536 or
 * nothing (4.0.19, run). What it marks as not set is left out. Its server then lists them no more, until the next launch tells of them again.
 */
import { MOST_BEACON_BYTES } from './beacon-size.ts';

interface FormaApi {
  readonly tom: Document;
  /** What a commit sends. */
  getStrTom(): string;
}

/**
 * Leaves the last of the answers out where a beacon has no room for all: the state has them, and the days of classes stay. Where it is not forma.lms,
 * nothing is done.
 */
export function leaveAnswersOut(api: object): void {
  try {
    const forma = api as FormaApi;
    const isTooLong = (): boolean => new TextEncoder().encode(forma.getStrTom()).length > MOST_BEACON_BYTES;
    let told = isTooLong() ? [...forma.tom.querySelectorAll('interactions > index_entry')].filter(isAnswer) : [];
    // To write it all out takes some milliseconds, and the page is closing.
    while (told.length > 0 && isTooLong()) {
      for (const entry of told.slice(told.length >> 1)) entry.setAttribute('isset', '0');
      told = told.slice(0, told.length >> 1);
    }
  } catch {
    // Another player, or another version of it: it sends what it has.
  }
}

function isAnswer(entry: Element): boolean {
  return !entry.querySelector('id')?.textContent?.startsWith('class.');
}
