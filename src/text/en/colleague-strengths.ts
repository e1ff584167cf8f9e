import type { Text } from '../text.ts';

export const colleagueStrengths: Text['colleagueStrengths'] = {
  empty: 'You have not written down any strengths yet.',
  numbered: (label, number) => `${label} ${number}`,
};
