/** The learner's own copy is what its documented schema says. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Answers } from '../../src/course/answers.ts';
import { MOST_LETTERS } from '../../src/tracking/state/state-records.ts';
import {
  importedAnswers,
  LARGEST_FILE,
  previewLearnerFile,
  readLearnerFile,
  writeLearnerFile,
} from '../../src/session/file/learner-file-format.ts';
import { course } from './fixture-course.ts';

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync('src/session/file/learner-file.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
);
const SAVED_AT = Date.parse('2026-11-25T08:00:00Z');
const ids = fc.constantFrom('a.thoughts.first', 'b.ideas.ideas.k001', 'b.ideas.ideas.k001.who', 'b.map.map.n002.text', 'z.removed.old');
const answers = fc
  .dictionary(ids, fc.record({ text: fc.string({ unit: 'binary' }), at: fc.integer({ min: 0, max: 4e12 }) }))
  .map((all): Answers => new Map(Object.entries(all)));

test('whatever was written is a file of the schema, and comes back out of it', () => {
  fc.assert(
    fc.property(answers, (all) => {
      const file = writeLearnerFile(course, new Map([...all, ['@place', { text: 'b', at: 1 }]]), SAVED_AT);
      expect(schema.safeParse(JSON.parse(file)).error).toBeUndefined();
      expect(readLearnerFile(course, file)).toEqual(all);
    }),
  );
});

test('the file in the docs is one of the schema', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/learner-file.md', 'utf8')) ?? [];
  expect(schema.safeParse(JSON.parse(example)).error).toBeUndefined();
});

test.each([
  ['another format', { format: 'other' }],
  ['a later version', { version: 2 }],
  ['an answer that is no text', { answers: { 'a.b': { text: 1, at: 1 } } }],
  ['an answer with more to it', { answers: { 'a.b': { text: '', at: 1, name: 'Aino' } } }],
  ['notes of the course’s own', { answers: { '@place': { text: 'b', at: 1 } } }],
])('the schema refuses %s', (_what, wrong) => {
  const file = JSON.parse(writeLearnerFile(course, new Map(), SAVED_AT)) as object;
  expect(schema.safeParse(file).success).toBe(true);
  expect(schema.safeParse({ ...file, ...wrong }).success).toBe(false);
});

describe('a file that somebody has made', () => {
  const NOTHING: Answers = new Map();
  const FIRST = 'a.thoughts.first';
  const at = SAVED_AT;
  const fileOf = (texts: Readonly<Record<string, string>>): string =>
    writeLearnerFile(course, new Map(Object.entries(texts).map(([id, text]) => [id, { text, at }])), at);
  const previewOf = (texts: Readonly<Record<string, string>>, current = NOTHING) =>
    previewLearnerFile(course, current, readLearnerFile(course, fileOf(texts)));
  const takenOf = (texts: Readonly<Record<string, string>>, all = false, current = NOTHING): string[] => [
    ...importedAnswers(course, current, fileOf(texts), all).keys(),
  ];

  test('that is larger than any copy is not even read', () => {
    const large = fileOf({ [FIRST]: 'x'.repeat(LARGEST_FILE) });
    expect(() => readLearnerFile(course, large)).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(() => readLearnerFile(course, `${' '.repeat(LARGEST_FILE)}{}`)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  test('with a text that is longer than its field: that one stays out, and the learner is told', () => {
    const texts = { [FIRST]: 'x'.repeat(4001), 'a.thoughts.secret': 'x'.repeat(4000) };
    expect(previewOf(texts)).toMatchObject({ added: ['a.thoughts.secret'], unfit: [{ field: FIRST, length: 4001, limit: 4000 }] });
    expect(takenOf(texts, true)).toEqual(['a.thoughts.secret']);
  });

  test('with a text that she has already, longer than its field is now, changes nothing of it', () => {
    const current: Answers = new Map([[FIRST, { text: 'x'.repeat(5000), at }]]);
    expect(previewOf({ [FIRST]: 'x'.repeat(5000) }, current)).toMatchObject({ same: [FIRST], unfit: [], changed: [] });
  });

  test('with a long answer to a question that was removed, and with a whole list that was: the learner may take them in', () => {
    const list = Array.from({ length: 60 }, (_, item) =>
      ['', '.who', '.what', '.channel', '.response'].map((key) => `z.ideas.i${String(item)}${key}`),
    ).flat();
    const texts = { 'z.old.q': 'x'.repeat(10_000), ...Object.fromEntries(list.map((id) => [id, 'Sana'])) };
    expect(previewOf(texts)).toMatchObject({ unfit: [], unknown: expect.objectContaining({ length: 301 }) as string[] });
    expect(takenOf(texts, true)).toHaveLength(301);
    expect(previewOf({ 'z.old.q': 'x'.repeat(10_001) }).unfit).toEqual([{ field: 'z.old.q', length: 10_001 }]);
  });

  test('with 1,200 answers to no question: the learner may leave them out, and 1,000 are taken at most', () => {
    const texts = Object.fromEntries(Array.from({ length: 1_200 }, (_, index) => [`z.old.q${String(index)}`, 'x']));
    const preview = previewOf({ ...texts, [FIRST]: 'Oma' });
    expect(preview.unknown).toHaveLength(1_000);
    expect(preview.unfit).toHaveLength(200);
    expect(takenOf({ ...texts, [FIRST]: 'Oma' })).toEqual([FIRST]);
    expect(takenOf({ ...texts, [FIRST]: 'Oma' }, true)).toHaveLength(1_001);
  });

  test.each(['__proto__', 'constructor', 'a', '', ' ', 'a..b', 'a.b c', '<img src=x>.y', 'a.'.repeat(200) + 'b', 'a.b\n.c', 'ä.ö'])(
    'with the id "%s": it is none',
    (id) => {
      const json = fileOf({ [FIRST]: 'Oma' }).replace('"answers": {', `"answers": { ${JSON.stringify(id)}: {"text": "x", "at": 1},`);
      expect([...importedAnswers(course, NOTHING, json, true).keys()]).toEqual([FIRST]);
    },
  );

  test('with a row that was removed when it was saved: one that stands here is not taken away', () => {
    const ROW = 'b.ideas.ideas.k001';
    const current: Answers = new Map([
      [ROW, { text: '1', at }],
      [`${ROW}.who`, { text: 'Nuori', at }],
    ]);
    expect(previewOf({ [ROW]: '' }, current)).toMatchObject({ added: [], changed: [], same: [], unfit: [] });
    expect(takenOf({ [ROW]: '', [FIRST]: 'Oma' }, true, current)).toEqual([FIRST]);
    expect(takenOf({ [ROW]: '' })).toEqual([ROW]);
  });

  test('a field that was empty when it was saved takes no text away that was written since', () => {
    const current: Answers = new Map([[FIRST, { text: 'Kirjoitettu sen jälkeen', at }]]);
    expect(previewOf({ [FIRST]: '' }, current)).toMatchObject({ added: [], changed: [], unfit: [] });
    expect(takenOf({ [FIRST]: '' }, true, current)).toEqual([]);
  });

  test('with more entries than a list holds: the first ones are taken, with their fields', () => {
    const items = Array.from({ length: 70 }, (_, index) => `k${String(index).padStart(3, '0')}`);
    const texts = Object.fromEntries(
      items.flatMap((item, index) => [
        [`b.ideas.ideas.${item}`, String(index)],
        [`b.ideas.ideas.${item}.who`, 'Nuori'],
      ]),
    );
    expect(takenOf(texts)).toEqual(items.slice(0, 60).flatMap((item) => [`b.ideas.ideas.${item}`, `b.ideas.ideas.${item}.who`]));
    expect(previewOf(texts).unfit).toHaveLength(20);
  });

  test.each([
    ['a position', 'b.ideas.ideas.k001', 101],
    ['an id of an entry', `b.ideas.ideas.${'k'.repeat(21)}`, 1],
    ['a picked option', 'b.ideas.ideas.k001.channel', 2001],
  ])('with %s that is too long: it is not taken', (_what, id, length) => {
    expect(importedAnswers(course, NOTHING, fileOf({ [id]: '1'.repeat(length) }), false).has(id)).toBe(false);
  });

  test('that would make the work more than is ever saved is refused whole', () => {
    const current: Answers = new Map([['z.much', { text: 'x'.repeat(MOST_LETTERS - 100), at }]]);
    expect(() => previewOf({ [FIRST]: 'x'.repeat(200) }, current)).toThrow(expect.objectContaining({ code: 'too-much' }));
    expect(() => takenOf({ [FIRST]: 'x'.repeat(200) }, false, current)).toThrow(expect.objectContaining({ code: 'too-much' }));
  });
});
