/**
 * Moodle adds up the time in its page: Finish stores the total that the page was handed, and the session. A page that is loaded anew (F5) is made
 * before the old one's Finish comes (4.5.6, 5.1.3, run), and would put its own session alone in the place of both. The tab remembers what was told.
 */
import { navigationType } from '../navigation-type.ts';

export class TimeOfReload {
  /** Milliseconds that the page before this one has told, and this one was not handed. */
  readonly missed: number;
  /** Of all sessions before, as the page was handed them. */
  readonly #handed: number;
  readonly #page: Window;
  readonly #key: string;

  constructor(page: Window, learnerId: string, handed: number) {
    this.#handed = handed;
    this.#page = page;
    this.#key = `aspa:time:${learnerId}`;
    const missed = this.#swap(handed) - handed;
    this.missed = missed > 0 && navigationType(page) === 'reload' ? missed : 0;
  }

  /** @param duration milliseconds of this session */
  told(duration: number): void {
    this.#swap(this.#handed + this.missed + duration);
  }

  /** @returns what the tab remembered until now; 0 where it remembers nothing */
  #swap(total: number): number {
    try {
      const { sessionStorage } = this.#page;
      const known = Number(sessionStorage.getItem(this.#key));
      sessionStorage.setItem(this.#key, String(total));
      return known;
    } catch {
      return 0;
    }
  }
}
