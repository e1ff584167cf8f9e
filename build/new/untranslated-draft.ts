/** What a draft writes into a translation is a template, or a copy of the main language: the lock says so until somebody has translated it. */
import { TRANSLATIONS_FILE, untranslated } from '../outdated-translations.ts';
import { readContent } from '../read-course.ts';
import type { Draft } from './new-content.ts';
import { tried } from './tried-draft.ts';

/**
 * @param draft for a course of several languages
 * @param isCopied of the texts of translations, by their file and key
 * @returns the draft with the lock
 * @throws as `tried`
 */
export async function withMarks(
  folder: string,
  { added, changed }: Draft,
  isCopied: (file: string, key: string) => boolean,
): Promise<Draft> {
  const { marks } = await tried(folder, { added, changed }, (trial) => readContent(trial));
  if (marks.lock === undefined) return { added, changed };
  return { added, changed: new Map([...changed, [TRANSLATIONS_FILE, untranslated(marks.lock, isCopied)]]) };
}
