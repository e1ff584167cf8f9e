import { describe, expect, test } from 'vitest';
import { Doubts } from '../../src/records/sources/doubts.ts';
import { earnedDay } from '../../src/records/sources/earned-day.ts';
import { ZoneCalendar } from '../../src/records/local-day.ts';
import { readTracks, type AttemptReading } from '../../src/records/sources/moodle-tracks.ts';
import { course } from './learners.ts';
import { english } from './said.ts';

const calendar = new ZoneCalendar('Europe/Helsinki');

function read(response: string, last?: string, first?: string): { day: unknown; doubts: readonly string[] } {
  const doubts = new Doubts();
  return {
    day: earnedDay(response, 'class.a1.earned', { first, last }, { calendar, doubts }),
    doubts: doubts.list.map(english.report.notUnderstood),
  };
}

describe('the day of an “earned” interaction', () => {
  test.each(['', ' ', '\u00A0', '-', '–', '\n'])('an unanswered one, %j, is no day and no doubt', (response) => {
    expect(read(response)).toEqual({ day: undefined, doubts: [] });
  });

  test.each(['2026-11-26', '2026-11-26 ', '26.11.2026', '2026-11-26 00:00:00'])('%j is a day, whoever wrote it again', (response) => {
    expect(read(response)).toEqual({ day: { day: '2026-11-26', exact: true }, doubts: [] });
  });

  test.each(['0000-00-00', '1970-01-01', '2026-02-30', '46350', 'true', 'completed', 'kyllä', '0', 'null'])(
    '%j is no day, and that is told',
    (response) => {
      expect(read(response)).toEqual({
        day: undefined,
        doubts: [`Cells of “class.a1.earned” that are not understood: 1. For example “${response}”. Such cells are left out.`],
      });
    },
  );

  test('a day after the last visit comes from a wrong clock: then it was the day of the visit at the latest', () => {
    expect(read('2031-01-01', '2026-11-26').day).toEqual({ day: '2026-11-26', exact: false });
    expect(read('2199-01-01').day).toEqual({ exact: false });
    // The learner's device may be in another time zone than the records.
    expect(read('2026-11-27', '2026-11-26').day).toEqual({ day: '2026-11-27', exact: true });
  });

  test('a day before the attempt began comes from a wrong clock as well, unless it is of an earlier attempt’s file', () => {
    expect(read('2015-01-01', '2026-11-26', '2026-11-24').day).toEqual({ day: '2026-11-26', exact: false });
    expect(read('2015-01-01', undefined, '2026-11-24').day).toEqual({ exact: false });
    expect(read('2026-11-22', '2026-11-26', '2026-11-24').day).toEqual({ day: '2026-11-26', exact: false });
    expect(read('2026-11-23', '2026-11-26', '2026-11-24').day).toEqual({ day: '2026-11-23', exact: true });
    expect(read('2025-01-01 (file)', '2026-11-26', '2026-11-24').day).toEqual({ day: '2025-01-01', exact: true, fromFile: true });
  });
});

function reading(elements: Readonly<Record<string, string>>): AttemptReading & { doubts: readonly string[] } {
  const doubts = new Doubts();
  const tracks = Object.entries(elements).map(([element, value]) => ({ element, value }));
  return { ...readTracks(tracks, { course, calendar, doubts }), doubts: doubts.list.map(english.report.notUnderstood) };
}

describe('what an attempt has stored', () => {
  const modified = { timemodified: '1795653122' };

  test('an interaction that stands there twice, once unanswered, still has its day', () => {
    const { classes } = reading({
      ...modified,
      'cmi.interactions_0.id': 'class.a1.earned',
      'cmi.interactions_0.student_response': '2026-11-24',
      'cmi.interactions_7.id': 'class.a1.earned',
      'cmi.interactions_7.student_response': '',
    });
    expect([...classes]).toEqual([['A1', { day: '2026-11-24', exact: true }]]);
  });

  test('an objective that is complete gives the class, though its day is not there or cannot be read', () => {
    const { classes, doubts } = reading({
      ...modified,
      'cmi.objectives.0.id': 'class.a1',
      'cmi.objectives.0.completion_status': 'completed',
      'cmi.objectives.1.id': 'class.b',
      'cmi.objectives.1.success_status': 'passed',
      'cmi.objectives.2.id': 'class.c',
      'cmi.objectives.2.completion_status': 'incomplete',
      'cmi.interactions.0.id': 'class.b.earned',
      'cmi.interactions.0.learner_response': '26/Nov',
    });
    const latest = { day: '2026-11-26', exact: false };
    expect([...classes]).toEqual([
      ['A1', latest],
      ['B', latest],
    ]);
    expect(doubts).toEqual(['Cells of “class.b.earned” that are not understood: 1. For example “26/Nov”. Such cells are left out.']);
  });

  test('a class that was earned before the attempt began, by the device’s clock, was earned on the last visit at the latest', () => {
    const { classes } = reading({
      ...modified,
      'x.start.time': '1795500000',
      'cmi.interactions_0.id': 'class.a1.earned',
      'cmi.interactions_0.student_response': '2015-01-01',
    });
    expect([...classes]).toEqual([['A1', { day: '2026-11-26', exact: false }]]);
  });

  test('responses without an identifier, and identifiers of no class, say nothing', () => {
    const { classes, doubts } = reading({
      ...modified,
      'cmi.interactions_0.student_response': '2026-11-24',
      'cmi.interactions_1.id': 'class.x.earned',
      'cmi.interactions_1.student_response': '2026-11-24',
      'cmi.interactions_2.id': 'b.channels.help',
      'cmi.interactions_2.student_response': '2026-11-24',
    });
    expect([...classes, ...doubts]).toEqual([]);
  });
});
