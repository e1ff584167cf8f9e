/** Earned classes go with the learner's file into another LMS: shown as hers, told to the LMS with the mark of where they come from. */
import { expect, test } from 'vitest';
import { note, textOf, type AnswerChanges, type Answers } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { notesOfEarlier, notesOfFile } from '../../src/session/file/earned-in-copy.ts';
import { writeLearnerFile } from '../../src/session/file/learner-file-format.ts';
import type { ClassStatus } from '../../src/tracking/tracker.ts';
import { course as plain } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf } from './memory.ts';

const EARNED = '2026-05-03T09:00:00.000Z';
const NOW = Date.parse('2026-11-27T09:00:00Z');
/** B takes two ideas from a day on, and one before. */
const course: Course = {
  ...plain,
  classes: plain.classes.map((one) =>
    one.id === 'B' ? { ...one, earnedBy: [{ exercises: ['b.ideas'] }, { from: '2026-11-01', exercises: ['b.ideas'], minimum: 2 }] } : one,
  ),
};

const answersOf = (texts: Readonly<Record<string, string>>): Answers =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: NOW - 1_000 }]));
const oneIdea = Object.fromEntries(
  ['', '.who', '.channel', '.sort', '.what'].map((local) => [
    `b.ideas.ideas.k001${local}`,
    { '.channel': 'desk', '.sort': 'idea' }[local] ?? '1',
  ]),
);

async function opened(): Promise<{ session: CourseSession; told: () => readonly ClassStatus[] }> {
  const tracker = new MemoryTracker();
  const session = new CourseSession({
    course,
    tracker,
    ...placesOf(new MemoryStorage()),
    tabId: 'tab-1',
    createLock: new MemoryLocks().create,
    now: () => NOW,
  });
  await session.start();
  return {
    session,
    told: () => {
      session.lifecycle.end();
      return tracker.saves.at(-1)?.snapshot.classes ?? [];
    },
  };
}

test('a class that had another id in the release that wrote the file stays hers', () => {
  const before: Course = { ...course, classes: course.classes.map((one) => (one.id === 'B' ? { ...one, id: 'F' } : one)) };
  const file = JSON.parse(writeLearnerFile(before, answersOf({ '@earned.F': EARNED }), NOW)) as Record<string, unknown>;
  expect(file['earned']).toEqual({ F: EARNED });
  const moved = { fields: { '@earned.F': '@earned.B', '@filed.F': '@filed.B' }, options: {} };
  expect(notesOfFile({ ...course, moved }, new Map(), file, new Map(), NOW)).toEqual({ '@filed.B': EARNED });
});

test('her file says when each class was earned, and another LMS shows them as earned and says that a file does', async () => {
  const file = writeLearnerFile(course, answersOf({ '@earned.A1': EARNED, '@earned.B': EARNED }), NOW);
  expect((JSON.parse(file) as { earned: object }).earned).toEqual({ A1: EARNED, B: EARNED });
  const { session, told } = await opened();
  expect(session.file.preview(file).earned).toEqual(['A1', 'B']);
  session.file.import(file, false);
  expect([...session.progress.earned]).toEqual([
    ['A1', { at: Date.parse(EARNED), fromFile: true }],
    ['B', { at: Date.parse(EARNED), fromFile: true }],
  ]);
  expect(session.progress).toMatchObject({ licence: true, complete: true });
  expect(told()).toMatchObject([
    { id: 'A1', earned: true, earnedAt: Date.parse(EARNED), fromFile: true },
    { id: 'B', earned: true, fromFile: true },
  ]);
  // A file out of this LMS carries them on.
  expect((JSON.parse(session.file.export()) as { earned: object }).earned).toEqual({ A1: EARNED, B: EARNED });
});

test('what the course itself has seen goes before the file, which changes nothing then', async () => {
  const { session, told } = await opened();
  session.store.change({ 'a.thoughts.first': 'Näin.' });
  const file = writeLearnerFile(course, answersOf({ '@earned.A1': EARNED }), NOW);
  expect(session.file.preview(file).earned).toEqual([]);
  session.file.import(file, false);
  expect(textOf(session.store.answers, note.filed('A1'))).toBe('');
  expect(told()[0]).toEqual({ id: 'A1', title: 'Kohtaaminen', earned: true, earnedAt: NOW });
});

test('a file of an earlier release has no days: its answers say what was earned, by a rule of before too', async () => {
  const { earned: _days, ...old } = JSON.parse(writeLearnerFile(course, answersOf(oneIdea), NOW)) as Record<string, unknown>;
  const { session } = await opened();
  session.file.import(JSON.stringify(old), false);
  expect(session.progress.earned.get('B')).toEqual({ at: NOW - 1_000, fromFile: true });
  expect(session.progress.earnedClasses.has('A1')).toBe(false);
});

test('a file with days earns nothing by its answers that the rule of now does not give', async () => {
  const { session } = await opened();
  session.file.import(writeLearnerFile(course, answersOf(oneIdea), NOW), false);
  expect([...session.progress.earnedClasses]).toEqual([]);
});

test.each([
  ['a day to come is today', { A1: '2031-01-01T00:00:00Z' }, { [note.filed('A1')]: new Date(NOW).toISOString() }],
  ['a day before any course is none', { A1: '1970-01-01T00:00:00Z' }, {}],
  ['what is no day is none', { A1: 'eilen', B: 7 }, {}],
  ['a class that the course has not is none', { Z9: EARNED }, {}],
  ['something else than days is none', 'A1', {}],
])('a file that somebody has made: %s', async (_what, earned, notes: AnswerChanges) => {
  const { session } = await opened();
  const file = { ...(JSON.parse(writeLearnerFile(course, new Map(), NOW)) as object), earned };
  session.file.import(JSON.stringify(file), false);
  const written = [...session.store.answers].filter(([id]) => id.startsWith('@filed.'));
  expect(Object.fromEntries(written.map(([id, { text }]) => [id, text]))).toEqual(notes);
});

test('her earlier work in this browser brings its days likewise', () => {
  const earlier = answersOf({ '@earned.A1': EARNED, 'a.thoughts.first': 'Näin.' });
  expect(notesOfEarlier(course, new Map(), earlier, NOW)).toEqual({ [note.filed('A1')]: EARNED });
});
