/**
 * An LMS may have the same course twice, as a new activity each year, and none says in SCORM which one a launch is of: an address may be another at each
 * launch. The key in the state (`sealed-copy.ts`) is of one of them alone.
 */
import { note, textOf, type Answers } from '../../course/answers.ts';
import { crcOfText } from '../../tracking/state/checksum.ts';

interface Work {
  /** As it is known where no texts are kept. */
  readonly work?: string | undefined;
  readonly stored: { readonly answers: Answers } | undefined;
}

/** Says which work it is, and not the key. @returns '' where that is not known */
export function workOf({ work, stored }: Work): string {
  const key = stored ? textOf(stored.answers, note.key) : '';
  return work ?? (key && crcOfText(key).toString(36));
}
