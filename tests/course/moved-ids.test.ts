import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { itemsOf, revivedItems } from '../../src/course/list-items.ts';
import { currentId, moveAnswers, notShownThere, NOTHING_MOVED, type MovedIds } from '../../src/course/moved-ids.ts';

const MOVED: MovedIds = {
  fields: {
    'b.channels.phone.skill-note': 'b.channels.phone.skill_note',
    'b.channels.social.*.skill-note': 'b.channels.social.*.skill_note',
    'c.ideas.old': 'c.ideas.ideas',
    'c.ideas.old.*': 'c.ideas.ideas.*',
  },
  options: { 'p.guide.act': { 'reaching-out': 'reaching_out' }, 'd.map.map.*': { 'old-branch': 'new_branch' } },
};

function answers(entries: Readonly<Record<string, string>>, at = 1000): Answers {
  return new Map(Object.entries(entries).map(([id, text]) => [id, { text, at }]));
}

describe('an answer under an id of an earlier release', () => {
  test.each([
    ['a field', 'b.channels.phone.skill-note', 'b.channels.phone.skill_note'],
    ['a field of a list’s item', 'b.channels.social.k3f2.skill-note', 'b.channels.social.k3f2.skill_note'],
    ['an item of a list', 'c.ideas.old.k3f2', 'c.ideas.ideas.k3f2'],
    ['one that did not move', 'b.channels.phone.skill', 'b.channels.phone.skill'],
    ['a note of the course', '@place', '@place'],
  ])('%s is found under its id of now', (_what, before, now) => {
    expect(currentId(before, MOVED)).toBe(now);
    expect([...moveAnswers(answers({ [before]: 'Teksti' }), MOVED).keys()]).toEqual([now]);
  });

  test('picked options count as before, alone and among others', () => {
    const moved = moveAnswers(answers({ 'p.guide.act': 'listening reaching-out' }), MOVED);
    expect(moved.get('p.guide.act')).toEqual({ text: 'listening reaching_out', at: 1000 });
  });

  test('a node of a tree hangs under the branch of now', () => {
    expect(moveAnswers(answers({ 'd.map.map.k3f2': 'old-branch 3' }), MOVED).get('d.map.map.k3f2')?.text).toBe('new_branch 3');
  });

  test('two picked options that are one now count once', () => {
    const moved = moveAnswers(answers({ 'p.guide.act': 'reaching-out listening reaching_out' }), MOVED);
    expect(moved.get('p.guide.act')?.text).toBe('reaching_out listening');
  });

  test('answers to questions that are asked in each row now are the first row, which stands at the end of its list', () => {
    const rows: MovedIds = { fields: { 'b.x.email.skill': 'b.x.email.*.skill', 'b.x.email.note': 'b.x.email.*.note' }, options: {} };
    const moved = moveAnswers(answers({ 'b.x.email.skill': 'fluent', 'b.x.email.note': 'Vastaan heti' }), rows);
    expect(moved).toEqual(answers({ 'b.x.email.first.skill': 'fluent', 'b.x.email.first.note': 'Vastaan heti' }));
    const revived = revivedItems(moved, ['b.x.email']);
    expect(itemsOf(new Map([...moved, ...revived]), 'b.x.email')).toEqual([{ id: 'first', order: 1 }]);
    expect(moveAnswers(moved, rows)).toEqual(moved);
  });

  test('words are left alone, whatever they look like', () => {
    expect(moveAnswers(answers({ 'p.guide.text': 'reaching-out' }), MOVED).get('p.guide.text')?.text).toBe('reaching-out');
  });

  test('of both ids the later text stays', () => {
    const both = new Map([
      ...answers({ 'b.channels.phone.skill_note': 'Uusi' }, 3000),
      ...answers({ 'b.channels.phone.skill-note': 'Vanha' }, 2000),
    ]);
    expect(moveAnswers(both, MOVED)).toEqual(answers({ 'b.channels.phone.skill_note': 'Uusi' }, 3000));
    expect(moveAnswers(new Map([...both].reverse()), MOVED)).toEqual(answers({ 'b.channels.phone.skill_note': 'Uusi' }, 3000));
  });
});

describe('a text under the id of now beside one under an old id', () => {
  const both = (before: number, now: number): Answers =>
    new Map([
      ...answers({ 'b.channels.phone.skill-note': 'Vanhalla sivulla' }, before),
      ...answers({ 'b.channels.phone.skill_note': 'Uudella sivulla' }, now),
    ]);

  test('was not shown where the other was written later', () => {
    expect(notShownThere(both(3000, 2000), MOVED)).toEqual([['b.channels.phone.skill_note', { text: 'Uudella sivulla', at: 2000 }]]);
  });

  test('was written by a page that showed the other, where it is the later one', () => {
    expect(notShownThere(both(2000, 3000), MOVED)).toEqual([]);
  });

  test('is there for her to choose where both are of the same time', () => {
    expect(notShownThere(both(2000, 2000), MOVED)).toEqual([['b.channels.phone.skill_note', { text: 'Vanhalla sivulla', at: 2000 }]]);
    expect(moveAnswers(both(2000, 2000), MOVED)).toEqual(answers({ 'b.channels.phone.skill_note': 'Uudella sivulla' }, 2000));
  });
});

describe('a text under one of several older names', () => {
  const TWICE: MovedIds = {
    fields: { 'a.list.*.one': 'a.list.*.three', 'a.list.*.two': 'a.list.*.three', '@earned.C': '@earned.S' },
    options: {},
  };
  const named = (one: number, two: number): Answers =>
    new Map([...answers({ 'a.list.k1.two': 'Toisella' }, two), ...answers({ 'a.list.k1.one': 'Ensimmäisellä' }, one)]);

  test('was not shown by an older page that wrote later', () => {
    expect(notShownThere(named(3000, 2000), TWICE)).toEqual([['a.list.k1.three', { text: 'Toisella', at: 2000 }]]);
  });

  test('was shown by a newer page that wrote later', () => {
    expect(notShownThere(named(2000, 3000), TWICE)).toEqual([]);
  });

  test('is no text of hers where it is a note of the course', () => {
    const days = new Map([...answers({ '@earned.S': '2026-11-01' }, 1000), ...answers({ '@earned.C': '2026-11-02' }, 2000)]);
    expect(notShownThere(days, TWICE)).toEqual([]);
  });

  test.each(['2026-11-01', '2026-11-02'])(
    'is the earliest of several days on which a class was earned, written first under either (%s)',
    (now) => {
      const before = now === '2026-11-01' ? '2026-11-02' : '2026-11-01';
      for (const [first, second] of [
        [1000, 2000],
        [2000, 1000],
        [1000, 1000],
      ] as const) {
        const days = new Map([...answers({ '@earned.S': now }, first), ...answers({ '@earned.C': before }, second)]);
        expect(moveAnswers(days, TWICE).get('@earned.S')?.text).toBe('2026-11-01');
      }
    },
  );
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'an answer, an option and a branch called %s stay what they are',
  (name) => {
    const all = new Map([
      [name, { text: 'Teksti', at: 1000 }],
      ['p.guide.act', { text: `listening ${name}`, at: 1000 }],
      ['d.map.map.k3f2', { text: `${name} 3`, at: 1000 }],
    ]);
    expect(moveAnswers(all, MOVED)).toEqual(all);
  },
);

test('where nothing moved, the answers are the same', () => {
  const same = answers({ 'b.channels.help': 'Apua' });
  expect(moveAnswers(same, NOTHING_MOVED)).toBe(same);
});
