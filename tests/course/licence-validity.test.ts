import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeriod, lastDayOf, readValidPeriod } from '../../src/course/licence-validity.ts';

test('periods go by the calendar', () => {
  const plus = (day: string, text: string): string => addPeriod(day, readValidPeriod(text) ?? { count: 0, unit: 'd' });
  expect(plus('2024-02-29', '3y')).toBe('2027-02-28');
  expect(plus('2026-08-31', '6m')).toBe('2027-02-28');
  expect(plus('2026-12-31', '1d')).toBe('2027-01-01');
  for (const text of ['0y', '3', 'y', '3 years', '-1y', '101y', '1201m', '9999y', '99999d']) expect(readValidPeriod(text)).toBeUndefined();
  expect(readValidPeriod('100y')).toBeDefined();
});

test.each([
  ['2026-03-11', '3y', '2029-03-10'],
  ['2024-02-28', '3y', '2027-02-27'],
  ['2024-02-29', '3y', '2027-02-28'],
  ['2024-02-29', '4y', '2028-02-28'],
  ['2024-03-01', '3y', '2027-02-28'],
  ['2026-08-31', '18m', '2028-02-29'],
  ['2026-01-01', '1y', '2026-12-31'],
  ['2026-11-24', '90d', '2027-02-21'],
])('what is earned on %s and valid for %s is valid to the end of %s, over leap years too', (day, period, last) => {
  expect(lastDayOf(day, readValidPeriod(period) ?? { count: 0, unit: 'd' })).toBe(last);
});

test('a later day is never valid for less', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('y' as const, 'm' as const),
      (date, count, unit) => {
        const day = date.toISOString().slice(0, 10);
        const next = addPeriod(day, { count: 1, unit: 'd' });
        expect(lastDayOf(next, { count, unit }) >= lastDayOf(day, { count, unit })).toBe(true);
      },
    ),
  );
});
