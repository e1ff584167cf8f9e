/** The learner's own copy is what its documented schema says. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Answers } from '../../src/course/answers.ts';
import { readLearnerCopy, writeLearnerCopy } from '../../src/session/learner-copy.ts';
import { course } from './fixture-course.ts';

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync('src/session/learner-copy.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
);
const SAVED_AT = Date.parse('2026-11-25T08:00:00Z');
const ids = fc.constantFrom('a.thoughts.first', 'b.ideas.ideas.k001', 'b.ideas.ideas.k001.who', 'b.map.map.n002.text', 'z.removed.old');
const answers = fc
  .dictionary(ids, fc.record({ text: fc.string({ unit: 'binary' }), at: fc.integer({ min: 0, max: 4e12 }) }))
  .map((all): Answers => new Map(Object.entries(all)));

test('whatever was written is a file of the schema, and comes back out of it', () => {
  fc.assert(
    fc.property(answers, (all) => {
      const file = writeLearnerCopy(course, new Map([...all, ['@place', { text: 'b', at: 1 }]]), SAVED_AT);
      expect(schema.safeParse(JSON.parse(file)).error).toBeUndefined();
      expect(readLearnerCopy(course, file)).toEqual(all);
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
  const file = JSON.parse(writeLearnerCopy(course, new Map(), SAVED_AT)) as object;
  expect(schema.safeParse(file).success).toBe(true);
  expect(schema.safeParse({ ...file, ...wrong }).success).toBe(false);
});
