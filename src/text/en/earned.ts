import type { Text } from '../text.ts';
import { listed } from './days-and-numbers.ts';

/** Told where she looks, as soon as it is earned: by `earned-notice-element.ts`, which has their order. */
export const earned: Text['earned'] = {
  classes: (classIds) => `You earned ${classIds.length === 1 ? 'class' : 'classes'} ${listed(classIds)}.`,
  title: 'Classes you have earned',
  licence: 'The licence is yours.',
  thenReady: 'When you have finished, say so on the licence page.',
  look: 'Look at the licence',
  dismiss: 'Close this message',
};
