/** Says what in the joined people and the table may not be as a reader takes it. */
import { counted, listed } from '../counted.ts';
import type { CompletionTable } from '../people/completion-table.ts';
import type { Joined, Person } from '../people/join-people.ts';
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
  if (conflicts.length > 0)
    messages.warn(
      `${counted(conflicts.length, 'time', 'times')} a number, an address or a user name is of several people: it makes nobody one, and what is known by it alone stands in rows of its own.`,
    );
  if (unlikeNames.length > 0)
    messages.warn(
      `${counted(unlikeNames.length, 'person has', 'people have')} records under different names: look whether the name was changed, or a number, an address or a user name is of two people.`,
    );
  if (sameNames.length > 0)
    messages.warn(
      `${counted(sameNames.length, 'name stands', 'names stand')} in several rows: look whether that is one person with two accounts or addresses, or one of whom a source or the list of people tells the name only. What she has earned then stands in one row and is missing in the other.`,
    );
  if (ofSeveralUnits.length > 0)
    messages.warn(
      `${counted(ofSeveralUnits.length, 'person is', 'people are')} on the list of people in several units: shown in the first of them only, also in the files by unit.`,
    );
  if (unnamed > 0)
    messages.warn(
      `${counted(unnamed, 'learner has', 'learners have')} neither a name nor an address, number or user name: nobody can see who that is. Give a list of people with the e-mail addresses (--people), or ask whoever keeps the source.`,
    );
  if (alike > 0)
    messages.warn(
      `All ${alike} learners have the same name. Check that the source shows the real names, and which column of a column map is the name.`,
    );
  if (mayHold > 0)
    messages.warn(
      `${counted(mayHold, 'person', 'people')} without the licence may have it by an earlier rule: no source says whether the classes were earned before the rule changed. Look for their days in the interactions report, or ask them.`,
    );
  // Who has the licence by a teacher's hand in Moodle has no classes anywhere: that is said of reports only.
  if (withoutClasses > 0 && files.length > 0)
    messages.warn(
      `${counted(withoutClasses, 'person has', 'people have')} the licence, but nothing says which classes: only those that it takes are shown. Classes are missing in ${listed(files.map((name) => `“${name}”`))}.`,
    );
  if (undated > 0)
    messages.warn(
      `${counted(undated, 'completion', 'completions')} without a day, or known only “at the latest” on a later one, ${undated === 1 ? 'is' : 'are'} left out of the state as of ${asOf}.`,
    );
  if (asOf > today) messages.warn(`${asOf} is still to come: shown is what is known today, and who will still have a valid licence then.`);
}

export function tellStrangers(people: readonly Person[], messages: Messages): void {
  const strangers = people.filter(({ onStaffList }) => !onStaffList).length;
  if (strangers > 0) messages.note(`${counted(strangers, 'learner is', 'learners are')} not on the list of people.`);
}
