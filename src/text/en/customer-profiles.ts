import type { Text } from '../text.ts';

export const customerProfiles: Text['customerProfiles'] = {
  empty: 'There are no profiles yet. Add the first one.',
  heard: (count) => `What users said in part C (${count})`,
  moreHeard: (count) => (count === 1 ? 'One more thought is in the course.' : `${count} more thoughts are in the course.`),
  unnamed: (number) => `Profile ${number}`,
  copy: 'Copy',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  copyOf: (name) => (name === '' ? '' : `${name} (copy)`),
  copied: (name) => `Copied: ${name}`,
  moved: (name, place, count) => `${name} is now number ${place} of ${count}.`,
};
