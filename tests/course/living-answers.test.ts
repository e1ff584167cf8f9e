import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { livingAnswers, revivedItems } from '../../src/course/list-items.ts';

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

describe('of a row that was removed while she wrote on in it in another browser', () => {
  const LIST = 'c.ideas.ideas';
  const all: Answers = new Map([
    [`${LIST}.k3f9`, { text: '', at: 5_000 }],
    [`${LIST}.k3f9.what`, { text: 'Kahviautomaatti', at: 9_000 }],
    [`${LIST}.k3f9.where`, { text: 'Aula', at: 2_000 }],
    [`${LIST}.b2ra`, { text: '4', at: 1_000 }],
  ]);

  test('the later words are saved', () => {
    expect([...livingAnswers(all, [LIST]).keys()]).toEqual([`${LIST}.k3f9`, `${LIST}.k3f9.what`, `${LIST}.b2ra`]);
  });

  test('they put it back at the end, as new as they are', () => {
    expect(revivedItems(all, [LIST])).toEqual(new Map([[`${LIST}.k3f9`, { text: '5', at: 9_000 }]]));
  });

  test('words from before the removal do so where they were not read, by a position that is newer than it', () => {
    const earlier: Answers = new Map([...all, [`${LIST}.k3f9.what`, { text: 'Kahviautomaatti', at: 3_000 }]]);
    const isUnread = (field: string): boolean => field === `${LIST}.k3f9.what`;
    expect(revivedItems(earlier, [LIST])).toEqual(new Map());
    expect(revivedItems(earlier, [LIST], isUnread)).toEqual(new Map([[`${LIST}.k3f9`, { text: '5', at: 6_000 }]]));
  });

  test('an emptied field or one of the same second does not', () => {
    const emptied = new Map([...all, [`${LIST}.k3f9.what`, { text: '', at: 9_000 }]]);
    expect(revivedItems(emptied, [LIST])).toEqual(new Map());
    expect(revivedItems(new Map([...all, [`${LIST}.k3f9.what`, { text: 'Kahvi', at: 5_900 }]]), [LIST])).toEqual(new Map());
  });
});

describe('of a row of which nothing says where it stands', () => {
  const LIST = 'c.ideas.ideas';

  test('the words put it at the end, as new as they are', () => {
    const all = answers({ [`${LIST}.b2ra`]: '4', [`${LIST}.k3f9.what`]: 'Kahviautomaatti', [`${LIST}.k3f9.where`]: 'Aula' });
    expect(revivedItems(all, [LIST])).toEqual(new Map([[`${LIST}.k3f9`, { text: '5', at: 1_000 }]]));
    expect(livingAnswers(all, [LIST])).toEqual(all);
  });

  test('no words do not', () => {
    expect(revivedItems(answers({ [`${LIST}.k3f9.what`]: '' }), [LIST])).toEqual(new Map());
  });
});
