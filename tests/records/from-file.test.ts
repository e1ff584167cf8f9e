/** What only a learner's file says is shown as that, from the course's report to HR's table; and a licence goes by the rule of its day. */
import { describe, expect, test } from 'vitest';
import { earnedInteractionId } from '../../src/course/course-identifiers.ts';
import { readLicenceRule } from '../../src/course/read-licence-rule.ts';
import { parseLicenceCourse, type LicenceCourse } from '../../src/records/licence-course.ts';
import { ZoneCalendar } from '../../src/records/local-day.ts';
import { peopleColumns } from '../../src/records/outputs/output-columns.ts';
import { pageRows } from '../../src/records/page/make-page-data.ts';
import { makeTable, type CompletionTable } from '../../src/records/people/completion-table.ts';
import { StatementReader } from '../../src/records/sources/course-statement.ts';
import { Doubts } from '../../src/records/sources/doubts.ts';
import { proofOf } from '../../src/records/sources/earned-day.ts';
import { readTracks } from '../../src/records/sources/moodle-tracks.ts';
import type { Mark } from '../../src/records/sources/source-ledger.ts';
import { fi } from '../../src/records/text/outputs/fi.ts';
import { CourseWords } from '../../src/tracking/lrs/course-words.ts';
import { classEarned } from '../../src/tracking/lrs/statements.ts';
import { course as told } from '../session/fixture-course.ts';
import { course } from './learners.ts';
import { failureOf } from './said.ts';

const calendar = new ZoneCalendar('Europe/Helsinki');

function tableOf(proofs: Readonly<Record<string, Partial<Mark>>>, of: LicenceCourse = course, asOf = '2027-01-31'): CompletionTable {
  const marks = new Map(Object.entries(proofs).map(([proof, mark]) => [proof, [{ exact: true, ...mark }]]));
  return makeTable([{ key: 'p1', name: 'Aino', onStaffList: false, marks: [marks] }], { course: of, today: asOf });
}

describe('from a file', () => {
  test('a SCORM response with the mark is a day of the file’s', () => {
    const tracks = [
      ['cmi.interactions_0.id', earnedInteractionId('A1')],
      ['cmi.interactions_0.student_response', '2026-05-03 (file)'],
      ['cmi.objectives_0.id', 'class.a1'],
      ['cmi.objectives_0.status', 'completed'],
    ].map(([element = '', value = '']) => ({ element, value }));
    const { classes } = readTracks(tracks, { course, calendar, doubts: new Doubts() });
    expect(classes.get('A1')).toEqual({ day: '2026-05-03', exact: true, fromFile: true });
    expect(proofOf('A1', classes.get('A1') ?? {})).toEqual({ kind: 'filed', id: 'A1' });
  });

  test('an xAPI statement says it by its category', () => {
    const context = {
      words: new CourseWords(told),
      actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'aino' } },
      activityId: told.id,
      registration: 'r1',
      session: 's1',
      template: {},
      grouping: undefined,
      moment: (at: number) => at,
    } as const;
    const status = { id: 'A1', title: '', earned: true, earnedAt: Date.parse('2026-05-03T09:00:00Z') };
    const reader = new StatementReader(told, []);
    expect(reader.read(classEarned(context, { ...status, fromFile: true }, 0))).toMatchObject({ what: { kind: 'filed', id: 'A1' } });
    expect(reader.read(classEarned(context, status, 0))).toMatchObject({ what: { kind: 'class', id: 'A1' } });
  });

  test('class and licence carry the mark in every output, and a completion does not wipe it out', () => {
    const table = tableOf({ 'filed A1': { day: '2026-05-03' }, 'class A2': { day: '2026-06-01' }, completed: { day: '2026-11-27' } });
    const [row] = table.rows;
    expect(row?.classes.get('A1')).toEqual({ day: '2026-05-03', exact: true, fromFile: true });
    expect(row).toMatchObject({ status: 'earned', licence: { day: '2026-06-01', exact: true, fromFile: true } });
    const column = peopleColumns(table, fi, false).find(({ head }) => head === 'Oppijan tiedostosta');
    expect(row && column?.cell(row)).toEqual({ text: 'A1, Ajokortti' });
    expect(pageRows(table, 0)[0]).toMatchObject({ c: ['^2026-05-03', '2026-06-01', null, null, null, null], l: '^2026-06-01' });
  });

  test('what the course has seen itself goes before it, and nothing is marked then', () => {
    const table = tableOf({ 'filed A1': { day: '2026-05-03' }, 'class A1': { day: '2026-06-01' }, 'class A2': { day: '2026-06-02' } });
    expect(table.rows[0]?.classes.get('A1')).toEqual({ day: '2026-06-01', exact: true });
    expect(peopleColumns(table, fi, false).map(({ head }) => head)).not.toContain('Oppijan tiedostosta');
  });
});

describe('the rule of the day', () => {
  const withRules = (licence: LicenceCourse['licence']): LicenceCourse => ({ ...course, ...(licence ? { licence } : {}) });
  const stricter = withRules([{ rule: 'A1' }, { from: '2026-12-01', rule: readLicenceRule('A1 and A2') }]);

  test('keeps a licence that was earned by it', () => {
    expect(tableOf({ 'class A1': { day: '2026-11-30' } }, stricter).rows[0]).toMatchObject({
      status: 'earned',
      licence: { day: '2026-11-30', exact: true },
    });
    expect(tableOf({ 'class A1': { day: '2026-12-01' } }, stricter).rows[0]).toMatchObject({ status: 'begun' });
    expect(tableOf({ 'class A1': { day: '2026-12-01' } }, stricter, '2026-11-30').rows[0]).toMatchObject({ status: 'earned' });
  });

  test('a completion proves the licence, and of the classes only those that every rule asks for', () => {
    const [row] = tableOf({ completed: { day: '2026-12-05', exact: false } }, stricter).rows;
    expect([...(row?.classes.keys() ?? [])]).toEqual(['A1']);
    expect(row).toMatchObject({ status: 'earned', licence: { day: '2026-12-05', exact: false } });
    const either = tableOf({ completed: { day: '2026-12-05' } }, withRules([{ rule: readLicenceRule('A1 or B') }])).rows[0];
    expect(either?.classes.size).toBe(0);
    expect(either).toMatchObject({ status: 'earned', licence: { day: '2026-12-05' } });
  });

  test('is read from course.yaml; what is no rule is refused', () => {
    const yaml = (licence: string): string =>
      `id: https://a.example/c\ntitle: C\nlicence: ${licence}\nclasses: [{ id: A1, title: A }, { id: B, title: B }]\n`;
    expect(parseLicenceCourse(yaml('A1'), 'c').licence).toEqual([{ rule: 'A1' }]);
    expect(parseLicenceCourse(yaml('[{ rule: A1 }, { from: "2026-12-01", rule: A1 or B }]'), 'c').licence?.[1]).toEqual({
      from: '2026-12-01',
      rule: { atLeast: 1, of: ['A1', 'B'] },
    });
    expect(failureOf(() => parseLicenceCourse(yaml('A1 und B'), 'c'))).toContain('the licence’s rule has an unexpected “und”.');
    expect(failureOf(() => parseLicenceCourse(yaml('[{ rule: A1 }, { rule: B }]'), 'c'))).toContain('later than the one before');
  });
});
