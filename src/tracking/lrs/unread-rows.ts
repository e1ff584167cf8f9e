/**
 * Rows of lists that were removed by a page which had not read what another page had written in them. Whoever reads the document sees it by what its
 * answers say of themselves (`AddedAnswer`); where they say nothing, the words count as read.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { isPosition, revivedItems } from '../../course/list-items.ts';
import { pageOf, type AddedAnswer } from './held.ts';

type Added = ReadonlyMap<FieldId, AddedAnswer>;

/** The page that reads. */
interface Reader {
  readonly page: string;
  readonly hasShown: (field: FieldId, words: AddedAnswer) => boolean;
}

/** The positions with which those rows stand again, newer than the removals. */
export function unreadRows(answers: Added, lists: readonly FieldId[], reader: Reader): Answers {
  return revivedItems(answers, lists, (field, _words, position) => {
    const [words, removal] = [answers.get(field), answers.get(position)];
    return words !== undefined && removal !== undefined && isUnread(field, words, removal, reader);
  });
}

/** The page that writes. */
interface Writer {
  readonly page: string;
  /** As `AddedAnswer` says it. */
  readonly over: (field: FieldId) => number;
  /** What another page has written, and this one only says again. */
  readonly asWritten: (field: FieldId, answer: Answer) => AddedAnswer | undefined;
}

/** With what the document will say of them: who wrote them, and what a removal was written over. */
export function signed(answers: Added, lists: readonly FieldId[], { page, over, asWritten }: Writer): Added {
  return new Map(
    [...answers].map(([id, answer]) => {
      const isRemoval = answer.text === '' && isPosition(id, lists);
      return [id, asWritten(id, answer) ?? { ...answer, page, ...(isRemoval ? { over: over(id) } : {}) }];
    }),
  );
}

function isUnread(field: FieldId, words: AddedAnswer, removal: AddedAnswer, { page, hasShown }: Reader): boolean {
  if (removal.page === undefined || removal.over === undefined || pageOf(words) === pageOf(removal)) return false;
  // What this page has read it knows better.
  return pageOf(removal) === page ? !hasShown(field, words) : words.page !== undefined && words.at > removal.over;
}
