import { formsOf } from '../days-and-numbers.ts';

/** British English; months in letters, because 3/4/2026 is read in two ways: 24 Nov 2026, 14:05. */
export const { day, givenDay, dayOfYear, clock, number, listed, counted } = formsOf('en-GB', 'short');

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers in words. */
export const inWords = (count: number): string => NUMBERS[count] ?? String(count);
