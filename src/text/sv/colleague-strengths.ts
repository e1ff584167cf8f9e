import type { Text } from '../text.ts';

export const colleagueStrengths: Text['colleagueStrengths'] = {
  empty: 'Du har inte antecknat någon styrka ännu.',
  numbered: (label, number) => `${label} ${number}`,
};
