import type { Text } from '../text.ts';

export const customerProfiles: Text['customerProfiles'] = {
  empty: 'There are no profiles yet. Add the first one.',
  heard: (part, count) => `Users’ thoughts from part ${part} (${count})`,
  moreHeard: (part, count) => (count === 1 ? `One more thought is in part ${part}.` : `${count} more thoughts are in part ${part}.`),
  unnamed: (number) => `Profile ${number}`,
  copy: 'Copy',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  copyOf: (name) => (name === '' ? '' : `${name} (copy)`),
  copied: (name) => `Copied: ${name}`,
  moved: (name, place, count) => `${name} is now number ${place} of ${count}.`,
};
