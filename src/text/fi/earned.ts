import { listed } from './days-and-numbers.ts';

/** Told where she looks, as soon as it is earned: by `earned-notice-element.ts`, which has their order. */
export const earned = {
  classes: (classIds: readonly string[]) => `Sait ${classIds.length === 1 ? 'luokan' : 'luokat'} ${listed(classIds)}.`,
  title: 'Saamasi luokat',
  licence: 'Ajokortti on sinun.',
  thenReady: 'Kun olet valmis, ilmoita siitä ajokorttisivulla.',
  look: 'Katso ajokorttia',
  dismiss: 'Sulje viesti',
};
