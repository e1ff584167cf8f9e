/** Versions between which the learner has not chosen are in no LMS: her file holds them too, before she removes what this browser has. */
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { writeLearnerFile } from '../../src/session/file/learner-file-format.ts';
import { course } from './fixture-course.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

const fresh = freshSurroundings();
const AT = Date.parse('2026-11-24T08:00:00Z');
const ROW = 'b.ideas.ideas.k001';

/** In another browser, with another LMS. */
const openedElsewhere = (): Promise<CourseSession> =>
  startedIn(fresh, { tracker: new MemoryTracker(), ...placesOf(new MemoryStorage()), createLock: new MemoryLocks().create });

function fileWith(others: unknown, texts: Readonly<Record<string, string>> = {}): string {
  const answers = new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: AT }]));
  return JSON.stringify({ ...(JSON.parse(writeLearnerFile(course, answers, AT)) as object), others });
}

const versions = ({ conflicts }: CourseSession): string[][] =>
  conflicts.map(({ field, current, other }) => [field, current.text, other.text]);

test('who saves a file, removes the copy and takes the file in elsewhere still has both versions, each with its time', async () => {
  const open = await startedIn(fresh);
  write(open, 'Nyt kurssilla');
  await vi.advanceTimersByTimeAsync(3000);
  const elsewhere = {
    answers: new Map([[FIELD, { text: 'Toinen', at: Date.now() - 1000 }]]),
    agreedAt: 0,
    readUntil: new Map(),
    unread: [],
  };
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision, elsewhere });
  write(open, 'Nyt kurssilla, ja vähän lisää');
  await vi.advanceTimersByTimeAsync(3000);
  const [conflict] = open.conflicts;
  expect(open.copyHere).toBe('ahead');
  const file = open.file.export();
  expect(await within(0, open.removeFromBrowser())).toBe(true);
  open.lifecycle.end();
  const back = await openedElsewhere();
  expect(back.file.preview(file).versions).toBe(1);
  back.file.import(file, false);
  expect(versions(back)).toEqual([[FIELD, 'Nyt kurssilla, ja vähän lisää', 'Toinen']]);
  expect(back.conflicts[0]?.other.at).toBe(conflict?.other.at);
});

test('a file with two versions is one of the schema', () => {
  const schema = z.fromJSONSchema(
    JSON.parse(readFileSync('src/session/file/learner-file.schema.json', 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
  );
  const file = writeLearnerFile(course, new Map(), AT, [[FIELD, { text: 'Toinen', at: AT }]]);
  expect(schema.safeParse(JSON.parse(file)).error).toBeUndefined();
});

test('a file without any says nothing of versions', () => {
  expect(JSON.parse(writeLearnerFile(course, new Map(), AT, []))).not.toHaveProperty('others');
});

describe('of versions in a file', () => {
  test('one that she has chosen meanwhile, or that her answer goes on from, is no question', async () => {
    const open = await startedIn(fresh);
    write(open, 'Alku ja loppu');
    const file = fileWith([[FIELD, { text: 'Alku', at: AT }]]);
    expect(open.file.preview(file).versions).toBe(0);
    open.file.import(file, false);
    expect(open.conflicts).toEqual([]);
  });

  test('the same file taken in twice asks once', async () => {
    const open = await startedIn(fresh);
    const file = fileWith([[FIELD, { text: 'Toinen', at: AT }]], { [FIELD]: 'Ensimmäinen' });
    open.file.import(file, false);
    open.file.import(file, false);
    expect(versions(open)).toEqual([[FIELD, 'Ensimmäinen', 'Toinen']]);
  });

  test('three of one answer are all there', async () => {
    const open = await startedIn(fresh);
    const others = ['Toinen', 'Kolmas'].map((text) => [FIELD, { text, at: AT }]);
    open.file.import(fileWith(others, { [FIELD]: 'Ensimmäinen' }), false);
    expect(versions(open).map(([, , other]) => other)).toEqual(['Toinen', 'Kolmas']);
  });

  test('that of a row which is removed in the file puts the row back where she takes it', async () => {
    const open = await startedIn(fresh);
    open.file.import(fileWith([[`${ROW}.what`, { text: 'Pelejä', at: AT }]], { [ROW]: '' }), false);
    const [conflict] = open.conflicts;
    if (!conflict) throw new Error('Nothing to choose between.');
    open.resolve(conflict, 'other');
    expect([textOf(open.store.answers, ROW), textOf(open.store.answers, `${ROW}.what`)]).toEqual(['1', 'Pelejä']);
  });

  test.each([
    ['is too long for its field', [[FIELD, { text: 'x'.repeat(4001), at: AT }]]],
    ['is of no question', [['z.old.q', { text: 'Vanha', at: AT }]]],
    ['is a note of the course’s own', [['@language', { text: 'sv', at: AT }]]],
    ['has no text', [[FIELD, { text: 7, at: AT }]]],
    ['is no list', { [FIELD]: { text: 'Toinen', at: AT } }],
  ])('one that %s is left out', async (_what, others) => {
    const open = await startedIn(fresh);
    expect(open.file.preview(fileWith(others)).versions).toBe(0);
    open.file.import(fileWith(others), true);
    expect(open.conflicts).toEqual([]);
  });

  test.each([1e300, -1e300])('one with a time that is none (%d) is shown with one that can be', async (at) => {
    const open = await startedIn(fresh);
    open.file.import(fileWith([[FIELD, { text: 'Toinen', at }]]), false);
    expect(open.conflicts[0]?.other.at).toBe(Date.now());
  });

  test('so many are taken at most as a whole licence of another attempt has, and more', async () => {
    const open = await startedIn(fresh);
    const others = Array.from({ length: 5_000 }, (_, index) => [FIELD, { text: `Versio ${String(index)}`, at: AT }]);
    open.file.import(fileWith(others, { [FIELD]: 'Ensimmäinen' }), false);
    expect(open.conflicts).toHaveLength(1_000);
  });

  test('one of an earlier release is under the id of now', async () => {
    const moved = { fields: { 'a.old.first': FIELD }, options: {} };
    const open = await startedIn(fresh, { course: { ...course, moved } });
    open.file.import(fileWith([['a.old.first', { text: 'Toinen', at: AT }]], { 'a.old.first': 'Ensimmäinen' }), false);
    expect(versions(open)).toEqual([[FIELD, 'Ensimmäinen', 'Toinen']]);
  });
});

describe('words of another attempt that no LMS is known to have', () => {
  const inAttempt = (attempt: string): MemoryTracker => {
    const tracker = new MemoryTracker();
    tracker.launch = { ...tracker.launch, learner: { id: 'learner-1', attempt } };
    return tracker;
  };

  /** The first attempt ended without a connection; in the second one all is saved. */
  async function inSecondAttempt(): Promise<CourseSession> {
    const first = inAttempt('1');
    first.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const before = await startedIn(fresh, { tracker: first });
    before.store.change({ [FIELD]: 'Ensimmäisestä', [ROW]: '1', [`${ROW}.what`]: 'Pelejä' });
    await vi.advanceTimersByTimeAsync(3000);
    before.lifecycle.end();
    await vi.advanceTimersByTimeAsync(500);
    const open = await startedIn(fresh, { tracker: inAttempt('2'), createLock: new MemoryLocks().create });
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status.state).toBe('saved');
    return open;
  }

  test('are told of before they are removed, and are in the file that she saves then', async () => {
    const open = await inSecondAttempt();
    expect(open.copyHere).toBe('ahead');
    const file = open.file.export();
    await within(0, open.removeFromBrowser());
    const back = await openedElsewhere();
    expect(back.file.preview(file).versions).toBe(2);
    back.file.import(file, false);
    expect(versions(back)).toEqual([
      [FIELD, '', 'Ensimmäisestä'],
      [`${ROW}.what`, '', 'Pelejä'],
    ]);
  });

  test('are no news any more once they were taken in and are saved', async () => {
    const open = await inSecondAttempt();
    open.file.importEarlier(open.earlier ?? new Map());
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.copyHere).toBe('copied');
    expect(JSON.parse(open.file.export())).not.toHaveProperty('others');
  });
});
