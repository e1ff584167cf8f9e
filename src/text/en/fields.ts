import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';

export const fields: Text['fields'] = {
  showExample: 'Show an example',
  optional: 'optional',
  private: 'Does not go to the reports',
  charactersLeft: (count) => `${counted(count, 'character', 'characters')} left`,
  tooLong: 'The field is full. If you want to write more, shorten the text first.',
  pasteCut: 'Only the beginning of what you pasted fitted here.',
  clear: 'Clear',
  removed: (what) => `Removed: ${what}`,
  undoRemoval: 'Undo removal',
  remove: 'Remove',
  listFull: (maximum) => `The list is full: it holds ${number(maximum)} items. Remove one if you want to add another.`,
  noDay: 'Check the date. It is not saved as it stands.',
  unfinished: 'In progress',
};
