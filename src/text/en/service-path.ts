import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';

export const servicePath: Text['servicePath'] = {
  beginning: 'Target group and channels',
  marksLabel: 'Mark points on the journey',
  marksHelp: 'Open a point and mark it:',
  pathHeading: 'The journey as a picture',
  wordsHeading: 'The journey in words',
  empty: 'No answer yet',
  noGroup: 'Write the target group',
  summary: (answered, steps, marks) =>
    `${number(answered)} of ${number(steps)} points ${answered === 1 ? 'is' : 'are'} described. ${marks === 0 ? 'There are no marks on the journey yet.' : marks === 1 ? 'There is one mark on the journey.' : `There are ${counted(marks, 'mark', 'marks')} on the journey.`}`,
};
