import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';

export const customerProfiles: Text['customerProfiles'] = {
  empty: 'There are no profiles yet. Add the first one.',
  heard: (part, count) => `Users’ thoughts from part ${part} (${number(count)})`,
  moreHeard: (part, count) =>
    `Part ${part} has ${count === 1 ? 'one more thought' : counted(count, 'more thought', 'more thoughts')} that did not fit here.`,
  unnamed: (place) => `Profile ${place}`,
  copy: 'Copy',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  copied: (name) => `Copied: ${name}. Give the copy a name.`,
  moved: (name, place, count) => `${name} is now number ${place} of ${count}.`,
};
