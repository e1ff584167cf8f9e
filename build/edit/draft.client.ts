/** Words that an author has written in a window and not saved yet, with the change that saves them. */
import type { AskedWhat } from './asked-change.ts';

export interface Draft {
  readonly isChanged: () => boolean;
  /** @returns false where a text that it needs is empty: the page shows then which */
  readonly isComplete: () => boolean;
  readonly change: () => AskedWhat;
}
