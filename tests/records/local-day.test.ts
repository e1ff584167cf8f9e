import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriod, lastDayOf, readDay, ZoneCalendar } from '../../src/records/local-day.ts';
import { readValidPeriod } from '../../src/course/valid-period.ts';
import { englishMoment, finnishMoment } from './moodle-reports.ts';

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

describe('days are read as they are written', () => {
  test.each([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-24 23:52:19', '2026-11-24'],
    ['2026-11-24T22:30:00Z', '2026-11-25'],
    ['2026-11-24T23:30:00+02:00', '2026-11-24'],
    ['2026-11-24 22:30:00Z', '2026-11-25'],
    ['2026-11-24 22:30:00 UTC', '2026-11-25'],
    ['2026-11-24 22:30:00+00', '2026-11-25'],
    ['2026-11-24 22:30:00.123456 +0000', '2026-11-25'],
    ['2026-11-24T22:30:00+00', '2026-11-25'],
    ['2026-11-24T22:30Z', '2026-11-25'],
    ['24.11.2026', '2026-11-24'],
    ['1.2.26', '2026-02-01'],
    ['ti 24.11.2026 klo 23.52', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['Tuesday, 24 November 2026, 11:52 PM', '2026-11-24'],
    ['November 24, 2026, 11:52 PM', '2026-11-24'],
    ['tiistai 24. marraskuuta 2026, 23.52', '2026-11-24'],
    ['tisdag 24 november 2026, 23:52', '2026-11-24'],
    ['3 maj 2026 09:05', '2026-05-03'],
    ['31.2.2026', undefined],
    ['', undefined],
    ['-', undefined],
    ['Suoritettu', undefined],
    ['100', undefined],
  ])('%s', (text, day) => {
    expect(readDay(text, helsinki)).toBe(day);
  });
  test('slashes may be the American way', () => {
    expect(readDay('3/4/2026', helsinki, 'mdy')).toBe('2026-03-04');
    expect(readDay('3/4/2026', helsinki)).toBe('2026-04-03');
  });
  test('Moodle’s long dates in both languages, any moment', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const day = helsinki.dayOf(date.getTime());
        expect(readDay(englishMoment(date.getTime()), helsinki)).toBe(day);
        expect(readDay(finnishMoment(date.getTime()), helsinki)).toBe(day);
      }),
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
