import type { Text } from '../text.ts';
import { listed } from './days-and-numbers.ts';

/** Told where she looks, as soon as it is earned: by `earned-notice-element.ts`, which has their order. */
export const earned: Text['earned'] = {
  classes: (classIds) => `Du fick ${classIds.length === 1 ? 'klass' : 'klasserna'} ${listed(classIds)}.`,
  title: 'Klasser som du har fått',
  licence: 'Körkortet är ditt.',
  thenReady: 'När du är klar, meddela det på sidan Körkort.',
  look: 'Se på körkortet',
  dismiss: 'Stäng meddelandet',
};
