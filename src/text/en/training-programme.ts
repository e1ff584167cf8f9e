import type { Text } from '../text.ts';
import { counted, inWords, listed } from './days-and-numbers.ts';

export const trainingProgramme: Text['trainingProgramme'] = {
  choose: 'Choose a training programme',
  agree: 'Talk it over together',
  openProgramme: (title) => `Open ${title}`,
  openProgrammes: 'Open the page with the training programmes',
  steps: 'How to go about it',
  tips: 'Tips',
  links: 'Links',
  newTab: '(opens in a new tab)',
  emptyLog: 'The training log is still empty. Write the first entry as soon as you have tried something.',
  entry: (number) => `Entry ${number}`,
  rule: (count, classIds) =>
    [
      `You need at least ${inWords(count)} ${count === 1 ? 'entry' : 'entries'}.`,
      `At least ${listed(classIds.map((id, at) => `one ${at === 0 ? 'must relate ' : ''}to class ${id}`))}.`,
      ...(classIds.length > 1
        ? [classIds.length === 2 ? 'The same entry may relate to both.' : 'The same entry may relate to several classes.']
        : []),
    ].join(' '),
  noDay: 'no date',
  noDeed: 'No description',
  tally: 'Entries by class',
  entries: (count) => (count === 0 ? 'no entries yet' : counted(count, 'entry', 'entries')),
  entriesOf: (done, all) => `${done}/${counted(all, 'entry', 'entries')}`,
  removeEntry: 'Remove entry',
};
