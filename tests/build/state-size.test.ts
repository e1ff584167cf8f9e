import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import { expect, test } from 'vitest';
import { describeStateSize, PACKED, sizeOf } from '../../build/state-size.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
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

test('a course of a few short answers fits everywhere', () => {
  expect(
    describeStateSize(courseWith(reflection(5, 500)))
      .slice(1)
      .every((line) => line.includes('mahtuu aina')),
  ).toBe(true);
});

test('one whose fields take more than an LMS holds says where it fits and where not', () => {
  const lines = describeStateSize(courseWith(reflection(60, 4000)));
  expect(lines[0]).toContain('60 kenttää, 240 000 kirjainta');
  expect(lines.slice(1).map((line) => line.trim().split(':')[0])).toEqual([
    'ei mahdu',
    'mahtuu tavallisesti',
    'ei mahdu',
    'mahtuu tavallisesti',
  ]);
});

test('a list counts all items that it may have', () => {
  const course = courseWith({
    kind: 'colleague-strengths', id: 'b.colleague', title: '', why: '', task: '', classes: [],
    talk: { id: 'talk', label: '', maxLength: 10 },
    strengths: { label: '', add: '', minimum: 1, strength: { id: 'strength', label: '', maxLength: 100 } },
    presenting: { id: 'presenting', label: '', maxLength: 10 },
    meaning: { id: 'meaning', label: '', maxLength: 10 },
  }); // prettier-ignore
  expect(sizeOf(course, true)).toEqual({ fields: 123, letters: 30 + 60 * 102, items: 60 });
});

test('the figures are what the codec needs for natural Finnish', () => {
  const items = [...FINNISH_ANSWERS.keys()].filter((id) => /\.[a-z]\d[a-z]{2}$|\.[a-z]\d\d[a-z]$/.test(id)).length;
  const foretold = lettersOf(FINNISH_ANSWERS) * PACKED.letter + FINNISH_ANSWERS.size * PACKED.field + items * PACKED.item;
  const packed = packState({ answers: FINNISH_ANSWERS, revision: 1, notes: new Map() }).length;
  expect(foretold / packed).toBeGreaterThan(0.97);
  expect(foretold / packed).toBeLessThan(1.1);
});
