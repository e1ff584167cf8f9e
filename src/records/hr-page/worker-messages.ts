/** What the page and its worker tell each other. Plain data, and files by reference. */
import type { Language } from '../../course/course.ts';
import type { PageData, PageRow } from '../page/page-data.ts';
import type { GivenFile, Rules, TableFacts } from './desk.ts';
import type { Decision, FileState } from './file-state.ts';

/** `zip`: a spreadsheet and a calendar for each unit. */
export type SavedAs = 'xlsx' | 'csv' | 'html' | 'ics' | 'zip';

export type ToWorker =
  | { readonly type: 'rules'; readonly rules: Rules; readonly language: Language }
  | { readonly type: 'take'; readonly given: GivenFile }
  | { readonly type: 'decide'; readonly id: number; readonly decision: Decision }
  | { readonly type: 'remove'; readonly id: number }
  | { readonly type: 'save'; readonly as: SavedAs };

export interface ShownTable {
  /** Tells the rows of this table from those of one before. */
  readonly number: number;
  /** Markup, with every text of others escaped. */
  readonly sections: string;
  /** With the first rows; the others follow. */
  readonly data: PageData;
  readonly rowsToCome: number;
  readonly facts: TableFacts;
}

export type FromWorker =
  | { readonly type: 'file'; readonly state: FileState }
  | { readonly type: 'making' }
  | ({ readonly type: 'table' } & ShownTable)
  | { readonly type: 'rows'; readonly number: number; readonly rows: readonly PageRow[] }
  | { readonly type: 'nothing'; readonly staffOnly: boolean }
  | { readonly type: 'saved'; readonly as: SavedAs; readonly content: Blob }
  | { readonly type: 'fault'; readonly reason: string };
