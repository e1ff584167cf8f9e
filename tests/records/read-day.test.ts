import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZoneCalendar } from '../../src/records/local-day.ts';
import { readDay } from '../../src/records/read-day.ts';
import { englishMoment, finnishMoment } from './moodle-reports.ts';

const helsinki = new ZoneCalendar('Europe/Helsinki');

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
