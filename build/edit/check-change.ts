/** Whether the course can still be built with changed files, and what learners would lose. */
import { toAuthorOf } from '../author-language.ts';
import { ContentError } from '../content-error.ts';
import { ContentFile } from '../content-file.ts';
import { checkIdentifiers, LOCK_FILE, lostIdentifiers, withRemoved } from '../identifiers-lock.ts';
import { readContent } from '../read-course.ts';
import { inTrial } from '../trial.ts';
import type { ChangedFiles } from './change.ts';
import { normalized, withOwnLineEnds } from './line-ends.ts';
import type { Outcome } from './page-messages.ts';

type Checked = { readonly files: ChangedFiles } | Exclude<Outcome, { readonly done: string } | { readonly refused: string }>;

/**
 * @param draft files as they would be, with their own line ends; undefined: gone
 * @param lock `identifiers.lock` as it is; undefined where nothing was ever released
 * @param confirmed released ids may go: the lock says so then
 * @returns the files to write, or why they are not
 */
export function checkChange(folder: string, draft: ChangedFiles, lock: string | undefined, confirmed: boolean): Promise<Checked> {
  return toAuthorOf(folder, () => check(folder, draft, lock, confirmed));
}

async function check(folder: string, draft: ChangedFiles, lock: string | undefined, confirmed: boolean): Promise<Checked> {
  const trial = new Map<string, string | undefined>([...draft, ...(lock === undefined ? [] : [[LOCK_FILE, undefined] as const])]);
  try {
    const [course] = (await inTrial(folder, trial, (copy) => readContent(copy))).courses;
    if (lock === undefined) return { files: draft };
    const lost = lostIdentifiers(normalized(lock), course);
    if (lost.length > 0 && !confirmed) return { asks: lost.map(({ id }) => id) };
    const known = withRemoved(normalized(lock), lost);
    const file = new ContentFile(LOCK_FILE, known);
    checkIdentifiers(file, course);
    if (file.mistakes.length > 0) return { mistakes: file.mistakes };
    return { files: lost.length === 0 ? draft : new Map([...draft, [LOCK_FILE, withOwnLineEnds(lock, known)]]) };
  } catch (error) {
    if (error instanceof ContentError) return { mistakes: error.mistakes };
    throw error;
  }
}
