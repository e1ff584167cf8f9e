/** Class A of the real course: three entries from a day on, one before; what was earned by one stays. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import { earnedByAnyRule, minimumOf, needsOf, progressOf } from '../../src/course/completion-rules.ts';
import { exercisesOf, type Course, type Exercise } from '../../src/course/course.ts';
import { midnightOf } from '../../src/course/rule-periods.ts';

let course: Course;
let training: Exercise;
let from: number;

beforeAll(async () => {
  course = await readCourse(fileURLToPath(new URL('../../content', import.meta.url)));
  training = exercisesOf(course).find(({ id }) => id === 'a.training') as Exercise;
  from = midnightOf(course.classes[0]?.earnedBy?.at(-1)?.from ?? '');
});

const DAY = 86_400_000;

/** A log with entries that touch these classes. @param at when all of it was written */
function log(touched: readonly string[], at: number): Answers {
  const texts: Record<string, string> = { 'a.training.programme': 'programme_1', 'a.training.agreed': 'Keväisin.' };
  touched.forEach((classes, index) => {
    const item = `a.training.log.a00${index}`;
    Object.assign(texts, { [item]: String(index + 1), [`${item}.date`]: '2026-11-20', [`${item}.what`]: 'Tervehdin.' });
    Object.assign(texts, { [`${item}.touched`]: classes, [`${item}.noticed`]: 'Hymyiltiin.' });
  });
  return new Map(Object.entries(texts).map(([id, text]) => [id, { text, at }]));
}

const asked = (answers: Answers, now: number): string[] =>
  needsOf(training, course, answers, now).map(({ kind, label, count }) =>
    [kind, kind === 'touch' ? label : count].filter(Boolean).join(' '),
  );
const earned = (answers: Answers, now: number): string[] => [...progressOf(course, answers, false, now).earnedClasses];

describe('from the day on', () => {
  test('three entries in all are needed, and one that touches each class', () => {
    const now = from + DAY;
    expect(minimumOf(training, { ...course, now })).toBe(3);
    expect(asked(log(['A1 A2'], now), now)).toEqual(['items 2']);
    expect(asked(log(['A1', 'A1'], now), now)).toEqual(['items 1', 'touch A2']);
    expect(earned(log(['A1 A2', 'A1'], now), now)).toEqual([]);
    expect(earned(log(['A1', 'A1', 'A1'], now), now)).toEqual(['A1']);
    expect(earned(log(['A1', 'A2', 'A1'], now), now)).toEqual(['A1', 'A2']);
    expect(progressOf(course, log(['A1', 'A2', 'A1'], now), false, now)).toMatchObject({ licence: true, complete: true });
  });

  test('one entry of before has earned the classes, and nothing is asked any more', () => {
    const answers = log(['A1 A2'], from - DAY);
    const progress = progressOf(course, answers, false, from + DAY);
    expect([...progress.earned]).toEqual([
      ['A1', { at: from - DAY }],
      ['A2', { at: from - DAY }],
    ]);
    expect(progress).toMatchObject({ licence: true, licenceAt: from - DAY, complete: true, share: 1 / 10 });
    expect(asked(answers, from + DAY)).toEqual([]);
    expect(progress.doneExercises).toContain('a.training');
  });

  test('a class of before leaves the other one to the rule of now', () => {
    const answers = log(['A1'], from - DAY);
    expect(earned(answers, from + DAY)).toEqual(['A1']);
    expect(asked(answers, from + DAY)).toEqual(['items 2', 'touch A2']);
  });

  test('a noted day wins over the rule, whatever became of the answers', () => {
    const noted: Answers = new Map([['@earned.A1', { text: '2026-11-20T08:00:00.000Z', at: 0 }]]);
    expect(earned(noted, from + DAY)).toEqual(['A1']);
    expect(progressOf(course, noted, false, from + DAY).earned.get('A1')).toEqual({ at: Date.parse('2026-11-20T08:00:00.000Z') });
  });
});

test('before the day one entry is enough', () => {
  const then = from - DAY;
  expect(asked(log(['A1'], then), then)).toEqual(['touch A2']);
  expect(earned(log(['A1 A2'], then), then)).toEqual(['A1', 'A2']);
});

test('a file without days earns by any rule that there was', () => {
  expect([...earnedByAnyRule(course, log(['A1'], from + DAY)).keys()]).toEqual(['A1']);
  expect([...earnedByAnyRule(course, new Map()).keys()]).toEqual([]);
});
