import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriod, lastDayOf, ZoneCalendar } from '../../src/records/local-day.ts';
import { readValidPeriod } from '../../src/course/valid-period.ts';

const helsinki = new ZoneCalendar('Europe/Helsinki');

describe('a moment is the day that it is in the municipality', () => {
  test.each([
    ['2026-11-24T21:59:59Z', '2026-11-24'],
    ['2026-11-24T22:00:00Z', '2026-11-25'],
    ['2026-06-30T20:59:59Z', '2026-06-30'],
    ['2026-06-30T21:00:00Z', '2026-07-01'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
  ])('%s is %s', (moment, day) => {
    expect(helsinki.dayOf(Date.parse(moment))).toBe(day);
  });
  test('in every zone, half and quarter hours too', () => {
    const zones = ['Europe/Helsinki', 'Asia/Kathmandu', 'America/St_Johns', 'UTC', 'Pacific/Chatham'].map((zone) => new ZoneCalendar(zone));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (calendar, date) => {
          expect(calendar.dayOf(date.getTime())).toBe(date.toLocaleDateString('sv-SE', { timeZone: calendar.zone }));
        },
      ),
    );
  });
});

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
