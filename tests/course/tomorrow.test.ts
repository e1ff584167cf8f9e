/** What a chapter asks at its end counts in nothing. */
import { describe, expect, test } from 'vitest';
import { hasAnswers, type Answers } from '../../src/course/answers.ts';
import { progressOf } from '../../src/course/completion-rules.ts';
import { exercisesOf } from '../../src/course/course.ts';
import { allFieldsOf, tomorrowOf } from '../../src/course/fields.ts';
import { interactionsOf, withheldFrom } from '../../src/session/reported-answers.ts';
import { chapterStanding } from '../../src/shell/chapter/chapter-standing.ts';
import { questionOf } from '../../src/shell/workbook/written-answers.ts';
import { routeOf } from '../../src/shell/navigation/route.ts';
import { course } from '../launchers/launched-learner.ts';

const FIELDS = course.chapters.flatMap((chapter) => tomorrowOf(chapter) ?? []);
const nothing: Answers = new Map();
const written: Answers = new Map(FIELDS.map(({ id }) => [id, { text: 'Tervehdin ensin.', at: 1_000 }]));

test('each chapter with an exercise asks it, and no other', () => {
  const withExercises = course.chapters.filter(({ parts }) => parts.some(({ type }) => type === 'exercise'));
  expect(FIELDS.map(({ id }) => id)).toEqual(withExercises.map(({ id }) => `${id}.tomorrow`));
  expect(allFieldsOf(course)).toEqual(expect.arrayContaining(FIELDS));
});

describe('written in every chapter', () => {
  test('it makes nothing done and nothing lacking', () => {
    const [before, after] = [nothing, written].map((answers) => progressOf(course, answers));
    expect(after).toEqual(before);
  });

  test('it begins no exercise and no chapter, and takes no minutes off', () => {
    for (const chapter of course.chapters) {
      const [before, after] = [nothing, written].map((answers) => chapterStanding(chapter, [], progressOf(course, answers), answers));
      expect(after).toEqual(before);
    }
    for (const { id } of exercisesOf(course)) expect(hasAnswers(written, id)).toBe(false);
  });

  test('it is reported nowhere', () => {
    expect(JSON.stringify(interactionsOf(course, written))).not.toContain('Tervehdin');
    for (const { id } of FIELDS) expect(withheldFrom(course)).toContain(id);
  });
});

test('it is no answer to an earlier question, and a link leads to it', () => {
  expect(questionOf(course, 'b.tomorrow')?.label).toBe('Hyödynnä lähteitä ja hae tietoa verkosta: Mitä teen huomenna?');
  expect(routeOf(course, '#b/b.tomorrow')).toEqual({ page: 'b', field: 'b.tomorrow' });
  expect(routeOf(course, 'b.tomorrow')).toEqual({ page: 'b', field: 'b.tomorrow' });
});
