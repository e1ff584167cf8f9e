import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { interactionsOf, withheldFrom } from '../../src/session/reported-answers.ts';
import { writtenIn } from '../../src/shell/workbook/written-answers.ts';
import { fi } from '../../src/text/fi.ts';
import { path } from '../course/exercises.ts';
import { course as other } from './fixture-course.ts';

const course: Course = {
  ...other,
  chapters: [{ id: 'c', title: 'C', shortTitle: 'C', parts: [{ type: 'exercise', exercise: path }] }],
};

/** A note, and the marks of its step, each with the second of its last change. */
function answers(marks: string, marked: number): Answers {
  return new Map([
    ['c.path.need.tip', { text: 'Näyttely', at: 1000 }],
    ['c.path.need.marks', { text: marks, at: marked }],
  ]);
}

const reported = (all: Answers): object | undefined => interactionsOf(course, all).find(({ id }) => id === 'c.path.need.tip');
const read = (all: Answers): string[] =>
  writtenIn(path, course, all, fi).flatMap((part) => (part.type === 'answer' && part.answer !== '' ? [part.answer] : []));

describe('the note of a mark', () => {
  test('is told while the mark is set', () => {
    expect(reported(answers('recommend tip', 900))).toMatchObject({ response: ['Näyttely'], at: 1000 });
    expect(read(answers('tip', 900))).toEqual(['Vinkkaa: Näyttely']);
  });

  test('that was taken away is told to nobody, and the change has its time', () => {
    expect(reported(answers('recommend', 2000))).toMatchObject({ response: [], at: 2000 });
    expect(read(answers('', 2000))).toEqual([]);
  });

  test('comes back with the mark as a change of its own', () => {
    expect(reported(answers('tip', 3000))).toMatchObject({ response: ['Näyttely'], at: 3000 });
  });
});

test('with `report: completion` all answers are withheld, of questions too that the content has no longer, and no day of a class', () => {
  const { has } = withheldFrom({ ...other, report: 'completion' });
  expect(['a.thoughts.first', 'a.removed', 'class.a1.earned'].map((id) => has(id))).toEqual([true, true, false]);
});
