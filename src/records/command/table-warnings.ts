/** Says what in the joined people and the table may not be as a reader takes it. */
import type { CompletionTable } from '../people/completion-table.ts';
import type { Joined, Person } from '../people/join-people.ts';
import type { Said } from '../text/messages/messages-text.ts';
import type { Messages } from './progress-line.ts';

interface Doubtful extends Omit<Joined, 'people'> {
  /** Names of files that do not say of everybody with the licence which classes she has. */
  readonly withoutClasses: readonly string[];
}

/** What in the table may not be as a reader takes it. */
export function tellDoubts(
  { undated, mayHold, withoutClasses, asOf, today }: CompletionTable,
  { conflicts, unlikeNames, sameNames, ofSeveralUnits, unnamed, alike, withoutClasses: files }: Doubtful,
  messages: Messages,
): void {
  const tell = (count: number, said: Said): void => {
    if (count > 0) messages.warn(said);
  };
  tell(conflicts.length, ({ table }) => table.conflicts(conflicts.length));
  tell(unlikeNames.length, ({ table }) => table.unlikeNames(unlikeNames.length));
  tell(sameNames.length, ({ table }) => table.sameNames(sameNames.length));
  tell(ofSeveralUnits.length, ({ table }) => table.ofSeveralUnits(ofSeveralUnits.length));
  tell(unnamed, ({ run }) => run.unnamed(unnamed));
  tell(alike, ({ table }) => table.alike(alike));
  tell(mayHold, ({ table }) => table.mayHold(mayHold));
  // Who has the licence by a teacher's hand in Moodle has no classes anywhere: that is said of reports only.
  if (files.length > 0) tell(withoutClasses, ({ table }) => table.withoutClasses(withoutClasses, files));
  tell(undated, ({ table }) => table.undated(undated));
  if (asOf > today) messages.warn(({ table }) => table.future(asOf));
}

export function tellStrangers(people: readonly Person[], messages: Messages): void {
  const strangers = people.filter(({ onStaffList }) => !onStaffList).length;
  if (strangers > 0) messages.note(({ table }) => table.strangers(strangers));
}
