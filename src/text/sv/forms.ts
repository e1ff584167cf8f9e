import { formsOf } from '../forms.ts';

/** Swedish as it is written in Finland: 24.11.2026, kl. 14.05. */
export const { day, givenDay, shortDay, dayOfYear, clock, number, listed, counted } = formsOf('sv-FI', 'numeric');
