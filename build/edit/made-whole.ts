/** What a change has made that was not there: its title, and where the page shows it. */
import type { Change, ChangedFiles } from './change.ts';
import { valueAt } from './new-value.ts';
import { yamlOf } from './source-text.ts';
import { valueOf } from './yaml-text.ts';

export interface MadeWhole {
  readonly title: string;
  /** As the page's address has it after `#`. */
  readonly shownAt: string;
}

/** @param main the main language @returns undefined where the change is another than a new exercise or chapter */
export function madeWhole(change: Change, changed: ChangedFiles, main: string): MadeWhole | undefined {
  if ((change.kind !== 'exercise' && change.kind !== 'chapter') || change.change.kind !== 'add') return undefined;
  const [file, source] = [...changed].find(([path]) => path.startsWith(`${main}/`)) ?? [];
  const front = file === undefined || source === undefined ? undefined : valueOf(yamlOf(file, source));
  const chapter = String(valueAt(front, 'id'));
  if (!('id' in change.change)) return { title: String(valueAt(front, 'title')), shownAt: chapter };
  const { id } = change.change;
  const exercise = valueAt(valueAt(front, 'exercises'), { id });
  return { title: String(valueAt(exercise, 'title')), shownAt: `${chapter}/${id}` };
}
