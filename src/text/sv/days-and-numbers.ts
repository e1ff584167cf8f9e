import { formsOf } from '../days-and-numbers.ts';

/** Swedish as it is written in Finland: 24.11.2026, kl. 14.05. */
export const { day, givenDay, dayOfYear, clock, number, listed, counted } = formsOf('sv-FI', 'numeric');

const NUMBERS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'];

/** A count in a sentence: three as a word, twelve as a figure. */
export const inWords = (count: number): string => NUMBERS[count] ?? number(count);
