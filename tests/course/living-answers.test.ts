import { expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { livingAnswers } from '../../src/course/list-field.ts';

const answers = (texts: Record<string, string>): Answers => new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 1000 }]));

test('of a removed item only its empty position is saved', () => {
  const all = answers({
    'c.ideas.ideas.k3f9': '',
    'c.ideas.ideas.k3f9.what': 'Kahviautomaatti',
    'c.ideas.ideas.b2ra': '1',
    'c.ideas.ideas.b2ra.what': 'Sunnuntaiaukiolo',
  });
  expect([...livingAnswers(all, ['c.ideas.ideas']).keys()]).toEqual([
    'c.ideas.ideas.k3f9',
    'c.ideas.ideas.b2ra',
    'c.ideas.ideas.b2ra.what',
  ]);
});

test('an emptied step of the path keeps its marks, since it is no list', () => {
  const all = answers({ 'c.path.need': '', 'c.path.need.marks': 'tip', 'c.path.need.tip': 'Näyttely' });
  expect(livingAnswers(all, ['c.ideas.ideas'])).toEqual(all);
});
