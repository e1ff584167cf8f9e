import type { Text } from '../text.ts';
import { day, listed, number } from './days-and-numbers.ts';

export const licence: Text['licence'] = {
  page: 'Licence',
  lead: 'The card fills up as you do the exercises.',
  isYours: 'The licence is yours',
  allYours: 'You have completed all classes.',
  yours: (classIds) => `You have completed the ${classIds.length === 1 ? 'class' : 'classes'} needed for the licence: ${listed(classIds)}.`,
  card: {
    name: 'LICENCE',
    holder: 'Name',
    noHolder: 'No name given',
    issued: (at) => `Completed ${day(at)}`,
    notIssued: 'Not completed',
  },
  issued: (at) => `Licence completed on ${day(at)}.`,
  day,
  earned: (classId, at) => `Class ${classId} completed on ${day(at)}.`,
  notEarned: (classId) => `Class ${classId} is not completed.`,
  progress: (needed, optional, choice = '') =>
    [
      `Licence ${needed.join('/')}${choice === '' ? '' : ` (${choice})`}`,
      ...(optional[1] === 0 ? [] : [`optional classes ${optional.join('/')}`]),
    ].join(', '),
  together: (classIds, minutes) => `${listed(classIds)} together ${number(minutes)}\u00a0min`,
  needed: 'Still needed for the licence',
  further: 'You can go further',
  optionalClasses: 'Optional classes',
  done: 'Completed classes',
  earnedOn: (at) => `Completed ${day(at)}`,
  saveSvg: 'Save as a picture (SVG)',
  savePng: 'Save as a picture (PNG)',
  notDrawn: 'The browser could not make a PNG picture. Save the card as an SVG picture.',
  print: 'Print the licence',
};
