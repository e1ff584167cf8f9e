import { readFileSync, writeFileSync } from 'node:fs';
import validateStatement from '@learninglocker/xapi-validation';
import { describe, expect, test } from 'vitest';
import { cmi5Manifest } from '../../../manifests/cmi5.ts';
import { tincanManifest } from '../../../manifests/tincan.ts';
import type { Course } from '../../../src/course/course.ts';
import { statementWordsOf } from '../../../src/course/statement-words.ts';
import { StatementReader } from '../../../src/records/sources/course-statement.ts';
import { CourseWords } from '../../../src/tracking/lrs/course-words.ts';
import {
  answeredStatement,
  classEarned,
  completed,
  duration,
  initialized,
  progressed,
  type StatementContext,
} from '../../../src/tracking/lrs/statements.ts';
import { course } from '../../session/fixture-course.ts';
import { statementExamples, statementsDocument } from './statements-document.ts';

const DOCUMENT = 'docs/statements.md';

const swedish: Course = {
  ...course,
  language: 'sv',
  title: 'Körkort',
  description: 'En liten kurs',
  classes: [{ id: 'A1', title: 'Bemötande', compulsory: true }],
};
const context: StatementContext = {
  words: new CourseWords(course, [statementWordsOf(swedish)]),
  actor: { account: { homePage: 'https://lms.example.org', name: '7' } },
  activityId: 'https://lms.example.org/activity/1',
  registration: '760e3480-ba55-4991-94b0-01820dbd23a2',
  session: 's1',
  template: {},
  grouping: undefined,
  moment: (at) => at,
};
const question = { id: 'a.thoughts.first', type: 'text', description: 'Ensimmäinen?', response: ['Kyllä'], at: 1000 } as const;

test('the docs show the statements as they are (UPDATE_DOCS=1 writes them anew)', async () => {
  const document = await statementsDocument();
  if (process.env['UPDATE_DOCS']) writeFileSync(DOCUMENT, document);
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(document);
});

test.each(statementExamples.map(({ title, statement }) => [title, statement] as const))(
  'valid by the specification: %s',
  (_title, statement) => {
    expect(validateStatement(statement)).toEqual([]);
  },
);

describe('ids', () => {
  test('the same words have the same id, whatever the learner is called today', () => {
    const renamed = { ...context, actor: { ...context.actor, name: 'Uusi Nimi' } };
    expect(answeredStatement(renamed, question).id).toBe(answeredStatement(context, question).id);
  });

  test('another answer, another time, another question, another learner and another registration have others', () => {
    const others = [
      answeredStatement(context, question),
      answeredStatement(context, { ...question, response: ['Ei'] }),
      answeredStatement(context, { ...question, at: 2000 }),
      answeredStatement(context, { ...question, id: 'a.thoughts.second' }),
      answeredStatement({ ...context, actor: { mbox: 'mailto:a@example.org' } }, question),
      answeredStatement({ ...context, registration: '00000000-0000-4000-8000-000000000000' }, question),
      progressed(context, 0.5, 1000),
      progressed(context, 0.6, 1000),
    ];
    expect(new Set(others.map(({ id }) => id)).size).toBe(others.length);
  });

  test('completed is one a registration whenever it is said, initialized one a session', () => {
    expect(completed(context, 1, 1).id).toBe(completed({ ...context, session: 's2' }, 2, 2).id);
    expect(initialized(context, 1).id).not.toBe(initialized({ ...context, session: 's2' }, 1).id);
  });
});

test('definitions are in every language of the course, the main one first', () => {
  expect(initialized(context, 0).object.definition).toMatchObject({
    name: { fi: 'Ajokortti', sv: 'Körkort' },
    description: { fi: 'Pieni kurssi', sv: 'En liten kurs' },
  });
  const { definition } = classEarned(context, { id: 'A1', title: 'Kohtaaminen', earned: true, earnedAt: 0 }, 0).object;
  expect(definition?.name).toEqual({ fi: 'Kohtaaminen', sv: 'Bemötande' });
  expect(Object.keys(answeredStatement(context, question).object.definition?.description ?? {})).toEqual(['fi', 'sv']);
});

test('a question is named by its own words, not by its id', () => {
  const { name, description } = answeredStatement(context, question).object.definition ?? {};
  expect(name).toEqual(description);
  expect(name?.['fi']).toBe('Ensimmäinen?');
});

test.each([
  ['cmi5.xml', cmi5Manifest],
  ['tincan.xml', tincanManifest],
])('a class has one name and one description, in statements and in %s', (_file, manifest) => {
  const xml = manifest([course, swedish]);
  for (const { id } of course.classes) {
    const { name, description } = classEarned(context, { id, title: '', earned: true }, 0).object.definition ?? {};
    for (const words of [...Object.values(name ?? {}), ...Object.values(description ?? {})]) expect(xml).toContain(`>${words}<`);
  }
});

test('a class is earned when it was earned, not when that was told', () => {
  expect(classEarned(context, { id: 'A1', title: '', earned: true, earnedAt: 86_400_000 }, 99).timestamp).toBe('1970-01-02T00:00:00.000Z');
});

describe('told in a later session, whose beginning is the earliest timestamp (cmi5)', () => {
  const launchedAt = Date.parse('2026-11-25T09:00:00Z');
  const later = { ...context, moment: (at: number) => Math.max(launchedAt, at) };
  const earnedAt = Date.parse('2026-11-20T09:00:00Z');
  const reader = new StatementReader(course, []);

  test.each([
    ['a class', classEarned(later, { id: 'A1', title: '', earned: true, earnedAt }, launchedAt)],
    ['the completion', completed(later, earnedAt, 1)],
  ])('%s has the day on which it was earned, for HR', (_what, statement) => {
    expect(statement.timestamp).toBe('2026-11-25T09:00:00.000Z');
    expect(reader.read(statement)).toMatchObject({ kind: 'ours', at: earnedAt });
    const { extensions: _told, ...result } = statement.result ?? {};
    expect(reader.read({ ...statement, result })).toMatchObject({ kind: 'ours', at: launchedAt });
  });

  test('what is told at once has its timestamp alone', () => {
    expect(completed(later, launchedAt, 1).result).not.toHaveProperty('extensions');
    expect(classEarned(later, { id: 'A1', title: '', earned: true }, launchedAt)).not.toHaveProperty('result');
  });
});

test('several picked options are joined as xAPI has it', () => {
  expect(answeredStatement(context, { ...question, type: 'choice', response: ['desk', 'chat'], options: [] }).result?.response).toBe(
    'desk[,]chat',
  );
});

test.each([
  [0, 'PT0S'],
  [-5, 'PT0S'],
  [1234, 'PT1.23S'],
  [5_400_000, 'PT5400S'],
])('%i milliseconds are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
