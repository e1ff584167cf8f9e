/** What the server tells the author's page, as server-sent events (HTML, 9.2). */
import type { ContentMistake } from '../content-error.ts';

export interface News {
  /** Which state of content and code can be shown: another than the page's own is loaded. */
  readonly version: string;
  /** What stands over what is wrong, in the author's language. */
  readonly heading: string;
  /** What is wrong in the content now. */
  readonly mistakes: readonly ContentMistake[];
  /** Why the code cannot be bundled. */
  readonly fault?: string;
}

/** Where the events come from. */
export const NEWS_PATH = '/news';

/** Fired at the window before the page is loaded again: what holds unsaved words cancels it. */
export const RELOAD_EVENT = 'aspa-dev-reload';
