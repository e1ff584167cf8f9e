/** What a learner's file does to rows of lists and to places on the map, beside the words in them. */
import type { Course } from '../../course/course.ts';
import { listIdsOf } from '../../course/fields.ts';
import { isPosition } from '../../course/list-items.ts';
import type { ImportPreview } from '../../session/session-view.ts';

export interface RowsOfFile {
  /** Rows that stand elsewhere in the file than here. */
  readonly moved: number;
  /** Rows that were removed here, and come back without any new answer. */
  readonly putBack: number;
}

export function rowsOf(course: Course, { added, changed }: Pick<ImportPreview, 'added' | 'changed'>): RowsOfFile {
  const lists = listIdsOf(course);
  const hasNews = (row: string): boolean => added.some((field) => field.startsWith(`${row}.`));
  return {
    moved: changed.filter(({ field }) => isPosition(field, lists)).length,
    putBack: added.filter((field) => isPosition(field, lists) && !hasNews(field)).length,
  };
}
