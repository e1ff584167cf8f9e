/** A field was written in two places: both texts are there until the learner has chosen. */
import { describe, expect, test, vi } from 'vitest';
import { textOf, type Answers } from '../../src/course/answers.ts';
import { emptyRecord, formatRecord } from '../../src/session/copy/copy-record.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { Elsewhere } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf } from './memory.ts';

const fresh = freshSurroundings();

function writtenElsewhere(answers: Answers, agreedAt: number): Elsewhere {
  return { answers, agreedAt, readUntil: new Map(), unread: [] };
}

function keptOther(field: string, text: string): string {
  return formatRecord({ ...emptyRecord('page'), writings: { page: 1 }, others: [[field, { text, at: Date.now() }]] });
}

describe('two versions of an answer', () => {
  async function conflicting(): Promise<CourseSession> {
    const here = await startedIn(fresh);
    write(here, 'Yhteinen alku');
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await vi.advanceTimersByTimeAsync(60_000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    here.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    const elsewhere = new Map(fresh.tracker.launch.state?.answers).set(FIELD, { text: 'Toisella koneella', at: Date.now() });
    fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers: elsewhere, revision: 9 } };
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    return startedIn(fresh, { createLock: new MemoryLocks().create });
  }

  /** The course was closed before she chose. */
  async function undecided(): Promise<void> {
    const open = await conflicting();
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
  }

  const reopened = (options: Parameters<typeof startedIn>[1] = {}): Promise<CourseSession> =>
    startedIn(fresh, { createLock: new MemoryLocks().create, ...options });

  test('are both there too where the LMS never had the first of them', async () => {
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const here = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    here.lifecycle.end();
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    const there = await startedIn(fresh, { ...placesOf(new MemoryStorage()), createLock: new MemoryLocks().create });
    write(there, 'Toisella koneella');
    there.lifecycle.end();
    const back = await startedIn(fresh);
    expect(textOf(back.store.answers, FIELD)).toBe('Toisella koneella');
    expect(back.conflicts.map(({ other }) => other.text)).toEqual(['Täällä ilman yhteyttä']);
  });

  test('are chosen between though the other was found once more since the learner was shown it', async () => {
    const open = await conflicting();
    const [shown] = open.conflicts;
    if (!shown) throw new Error('Nothing to choose between.');
    open.resolve({ ...shown, other: { ...shown.other } }, 'other');
    expect(open.conflicts).toEqual([]);
    expect(textOf(open.store.answers, FIELD)).toBe('Täällä ilman yhteyttä');
  });

  test('are chosen between for the LMS too, at once, where she keeps the one that it has', async () => {
    const open = await conflicting();
    await vi.advanceTimersByTimeAsync(3000);
    const [shown] = open.conflicts;
    if (!shown) throw new Error('Nothing to choose between.');
    const chosenAt = Date.now();
    open.resolve(shown, 'current');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.answers.get(FIELD)).toEqual({ text: 'Toisella koneella', at: chosenAt });
  });

  test('are shown as they are by now, so that nothing gives way unseen of what she has written on meanwhile', async () => {
    const open = await conflicting();
    write(open, 'Toisella koneella, ja tässä jatkoa');
    expect(open.conflicts.map(({ current, other }) => [current.text, other.text])).toEqual([
      ['Toisella koneella, ja tässä jatkoa', 'Täällä ilman yhteyttä'],
    ]);
  });

  test('are never both missing in this browser, though its process ends right after she has chosen', async () => {
    const open = await conflicting();
    await vi.advanceTimersByTimeAsync(3000);
    const [shown] = open.conflicts;
    if (!shown) throw new Error('Nothing to choose between.');
    open.resolve(shown, 'other');
    await vi.advanceTimersByTimeAsync(0);
    expect([...fresh.storage.entries.values()].join()).toContain('Täällä ilman yhteyttä');
  });

  test('are one where the newer only goes on from the older', async () => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Alku ja loppu');
    await vi.advanceTimersByTimeAsync(3000);
    const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, FIELD)).toBe('Alku ja loppu');
    expect(again.conflicts).toEqual([]);
  });

  test('are not offered for the place of a row, which has no words', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    const agreedAt = Date.now() - 1000;
    fresh.tracker.answer = ({ revision }) => ({
      result: 'saved',
      revision,
      elsewhere: writtenElsewhere(
        new Map([
          ['b.ideas.ideas.k001', { text: '3', at: Date.now() }],
          ['b.ideas.ideas.k001.what', { text: 'Lautapelejä', at: Date.now() }],
        ]),
        agreedAt,
      ),
    });
    open.store.change({ 'b.ideas.ideas.k001': '2', 'b.ideas.ideas.k001.what': 'Pelejä' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.conflicts.map(({ field, other }) => [field, other.text])).toEqual([['b.ideas.ideas.k001.what', 'Pelejä']]);
  });

  test.each([
    ['other', 'Pelejä'],
    ['current', 'Lautapelejä'],
  ] as const)('of a row that was removed meanwhile: the one that she chooses (%s) puts it back', async (keep, chosen) => {
    const ROW = 'b.ideas.ideas.k001';
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    const theirs = new Map([[`${ROW}.what`, { text: 'Lautapelejä', at: Date.now() }]]);
    const elsewhere = writtenElsewhere(theirs, Date.now() - 1000);
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision, elsewhere });
    open.store.change({ [ROW]: '2', [`${ROW}.what`]: 'Pelejä' });
    await vi.advanceTimersByTimeAsync(3000);
    open.store.change({ [ROW]: '' });
    const [shown] = open.conflicts;
    if (!shown) throw new Error('Nothing to choose between.');
    open.resolve(shown, keep);
    expect([textOf(open.store.answers, ROW), textOf(open.store.answers, `${ROW}.what`)]).toEqual(['1', chosen]);
  });

  test('of a row that the LMS has lost with all her work: the one that is taken puts it back', async () => {
    const ROW = 'b.ideas.ideas.k001';
    fresh.storage.setItem('aspa:https%3A%2F%2Fexample.org%2Flicence:learner-1:', keptOther(`${ROW}.what`, 'Pelejä'));
    const open = await startedIn(fresh);
    const [shown] = open.conflicts;
    if (!shown) throw new Error('Nothing to choose between.');
    open.resolve(shown, 'other');
    expect([textOf(open.store.answers, ROW), textOf(open.store.answers, `${ROW}.what`)]).toEqual(['1', 'Pelejä']);
  });

  test('are still both there when the course was closed before she chose', async () => {
    const first = await conflicting();
    expect(first.conflicts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
    expect(again.conflicts.map(({ current, other }) => [current.text, other.text])).toEqual([
      ['Toisella koneella', 'Täällä ilman yhteyttä'],
    ]);
  });

  test('are still both there after a page out of a cache, from before the field was written', async () => {
    const old = fresh.tracker.launch;
    await undecided();
    const cached = new MemoryTracker();
    cached.launch = old;
    const back = await reopened({ tracker: cached, cameBack: true });
    expect(back.phase).toBe('stale');
    back.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    const loaded = await reopened();
    expect(textOf(loaded.store.answers, FIELD)).toBe('Toisella koneella');
    expect(loaded.conflicts.map(({ other }) => other.text)).toEqual(['Täällä ilman yhteyttä']);
  });

  test.each([
    ['here', { here: '', there: 'Kirjoitettu muualla' }],
    ['elsewhere', { here: 'Kirjoitettu täällä', there: '' }],
  ])('a row that was removed %s comes back where the other had written in it before, unread', async (_where, { here, there }) => {
    const ROW = 'b.ideas.ideas.k001';
    const wrote = (text: string): Record<string, string> => (text === '' ? { [ROW]: '' } : { [`${ROW}.what`]: text });
    const first = await startedIn(fresh);
    first.store.change({ [ROW]: '1', [`${ROW}.what`]: 'Alku' });
    await vi.advanceTimersByTimeAsync(3000);
    const state = fresh.tracker.launch.state;
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await vi.advanceTimersByTimeAsync(here === '' ? 120_000 : 60_000);
    first.store.change(wrote(here));
    await vi.advanceTimersByTimeAsync(3000);
    const at = Date.now() + (here === '' ? -60_000 : 60_000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(120_000);
    const answers = new Map(state?.answers);
    for (const [id, text] of Object.entries(wrote(there))) answers.set(id, { text, at });
    if (there === '') answers.delete(`${ROW}.what`);
    fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: 9 } };
    const next = await reopened();
    expect(textOf(next.store.answers, ROW)).toBe('1');
    expect(textOf(next.store.answers, `${ROW}.what`)).toBe(here + there);
  });

  test('are kept where the LMS has lost the work: the other is offered, however often the course is closed', async () => {
    await undecided();
    for (let launch = 0; launch < 2; launch++) {
      const back = await reopened({ tracker: new MemoryTracker() });
      expect(back.conflicts.map(({ current, other }) => [current.text, other.text])).toEqual([['', 'Täällä ilman yhteyttä']]);
      await vi.advanceTimersByTimeAsync(3000);
      back.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
    }
  });

  test('are still both there when another browser, which knows nothing of them, writes on in the field', async () => {
    await undecided();
    const open = await reopened();
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = ({ revision }) => ({
      result: 'saved',
      revision,
      elsewhere: writtenElsewhere(new Map([[FIELD, { text: 'Toisella koneella vielä vähän', at: Date.now() }]]), Date.now() - 1000),
    });
    write(open, 'x', 'a.thoughts.secret');
    await vi.advanceTimersByTimeAsync(5000);
    expect(open.conflicts.map(({ current, other }) => [current.text, other.text])).toEqual([
      ['Toisella koneella vielä vähän', 'Täällä ilman yhteyttä'],
    ]);
  });

  test('once she has chosen, no trace of the other stays in this browser', async () => {
    const first = await conflicting();
    for (const conflict of first.conflicts) first.resolve(conflict, 'current');
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).not.toContain('ilman yhteyttä');
    expect((await startedIn(fresh, { createLock: new MemoryLocks().create })).conflicts).toEqual([]);
  });
});
