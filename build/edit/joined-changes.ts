/** What an author has written in one window: several changes, each made in the files as the one before it leaves them. Nothing is written here. */
import { changeAsked, type AskedWhat, type Asking } from './asked-change.ts';
import { changedFiles, differing, filesAfter, type ChangedFiles } from './change.ts';
import { madeWhole, type MadeWhole } from './made-whole.ts';

/**
 * @param changes in an order in which none moves what a later one means
 * @returns the files that are another then, and what is new
 * @throws EditRefused where one of the changes cannot be made: then none is
 */
export async function joinedChanges(
  changes: readonly AskedWhat[],
  asking: Omit<Asking, 'what'>,
): Promise<{ readonly changed: ChangedFiles; readonly made: MadeWhole | undefined }> {
  const { languages, texts: before } = asking;
  let texts = before;
  let made: MadeWhole | undefined;
  for (const what of changes) {
    const change = await changeAsked({ ...asking, texts, what });
    const changed = changedFiles(change, texts, languages);
    made ??= madeWhole(change, changed, languages[0] ?? '');
    texts = filesAfter(texts, changed);
  }
  return { changed: differing(before, texts), made };
}
