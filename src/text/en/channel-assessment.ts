import type { Text } from '../text.ts';
import { counted } from './days-and-numbers.ts';

export const channelAssessment: Text['channelAssessment'] = {
  unnamed: 'Channel without a name',
  noneNamed: 'No channels named yet.',
  mineAgain: 'Part of my work',
  othersAway: (notMine) => `When you continue, the other channels are marked “${notMine}”. You can change your choices at any time.`,
  addNote: 'Add a note',
  removeChannel: 'Remove channel',
  profile: 'My profile',
  profileTitle: (skill, presence) => `My profile, channel by channel: ${skill} on the left, ${presence} on the right`,
  profileSame: 'The same information is also in words on this page.',
  inWords: 'My profile in words',
  notAssessed: 'not assessed',
  developing: 'has an idea for development',
  emptyProfile: 'Your profile is drawn here as you assess the channels.',
  stillEmpty: 'What would help you?',
  allOf: (channel) => `${channel}: everything`,
  nothingEmpty: 'Everything is filled in.',
  assessMore: (count) => (count === 1 ? 'Fill in one more item' : `Fill in ${counted(count, 'more item', 'more items')}`),
  orHelp: 'Or fill in at least one channel completely and write what would help you where you do not serve yet',
};
