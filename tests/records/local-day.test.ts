import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZoneCalendar } from '../../src/records/local-day.ts';

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
