import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import { expect, test } from 'vitest';
import { describeStateSize, PACKED, sizeOf } from '../../build/state-size.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
import { listField } from '../../src/fields/list/definition.ts';
import { textField } from '../../src/fields/text/definition.ts';
import { packState } from '../../src/tracking/state/state-codec.ts';
import { lettersOf } from '../tracking/state/codec-figures.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';

const reflection = (questions: number, maxLength: number): Exercise => ({
  kind: 'reflection',
  id: 'e.feedback',
  title: 'Palaute',
  why: '',
  task: '',
  classes: [],
  questions: Array.from({ length: questions }, (_, index) => ({ id: `q${index}`, label: 'Kysymys', maxLength })),
});

const courseWith = (exercise: Exercise): Course => ({
  id: 'https://example.org/course',
  title: 'Kurssi',
  description: '',
  language: 'fi',
  version: '1',
  publisher: '',
  contact: '',
  completeWhen: 'compulsory',
  report: 'answers',
  moved: NOTHING_MOVED,
  classes: [],
  programmes: [],
  chapters: [{ id: 'e', title: 'E', shortTitle: 'E', parts: [{ type: 'exercise', exercise }] }],
});

test('a buyer reads what a licence takes, what every exercise takes, and what 500 letters in each text make of it', () => {
  const compulsory = { ...reflection(2, 4000), id: 'a.training', classes: ['A'] };
  const course = courseWith(compulsory);
  const whole = {
    ...course,
    classes: [{ id: 'A', title: 'A', compulsory: true }],
    chapters: [...course.chapters, { id: 'b', title: 'B', shortTitle: 'B', parts: [{ type: 'exercise', exercise: reflection(10, 4000) }] }],
  } as Course;
  expect(describeStateSize(whole)).toEqual([
    'What the LMS keeps for a learner, in characters (each holds 4,096, Moodle 64,000):',
    '  with the licence: about 500, with 500 letters in each text 700',
    '  with every exercise done: about 1,700, with 500 letters in each text 3,000. What does not fit goes where "overflow" in course.yaml says.',
  ]);
});

test('a list counts as many items as it asks for, and what nobody has to answer counts for nothing', () => {
  const list = listField('b.strengths', '', 3, [
    textField('strength', { label: '', maxLength: 100 }),
    textField('more', { label: '', maxLength: 100, optional: true }),
  ]);
  const optional = textField('b.note', { label: '', maxLength: 100, optional: true });
  expect(sizeOf([list, optional, textField('b.talk', { label: '', maxLength: 10 })], 260)).toEqual({
    fields: 7,
    letters: 3 * 102 + 10,
    items: 3,
  });
});

test('the figures are what the codec needs for natural Finnish', () => {
  const items = [...FINNISH_ANSWERS.keys()].filter((id) => /\.[a-z]\d[a-z]{2}$|\.[a-z]\d\d[a-z]$/.test(id)).length;
  const foretold = lettersOf(FINNISH_ANSWERS) * PACKED.letter + FINNISH_ANSWERS.size * PACKED.field + items * PACKED.item;
  const packed = packState({ answers: FINNISH_ANSWERS, revision: 1, notes: new Map() }).length;
  expect(foretold / packed).toBeGreaterThan(0.97);
  expect(foretold / packed).toBeLessThan(1.1);
});
