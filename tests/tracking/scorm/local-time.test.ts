import { expect, test } from 'vitest';
import { localTime } from '../../../src/tracking/scorm/local-time.ts';

test.each([
  [2026, 0, 1, 0, 0, 0],
  [2026, 2, 29, 12, 30, 5],
  [2026, 9, 25, 3, 59, 59],
  [2026, 11, 31, 23, 59, 59],
])('the calendar and the clock of this computer: %i, %i, %i, %i, %i, %i', (year, month, ...rest) => {
  const [day = 0, hours = 0, minutes = 0, seconds = 0] = rest;
  const two = (number: number): string => String(number).padStart(2, '0');
  expect(localTime(+new Date(year, month, day, hours, minutes, seconds))).toBe(
    `${year}-${two(month + 1)}-${two(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}`,
  );
});

test.each([1e15, 8.7e15, Infinity])('a time that no calendar has stops no save: %d', (at) => {
  expect(localTime(at)).toMatch(/^9892-\d\d-\d\dT\d\d:\d\d:\d\d$/);
});
