/** The copy in this browser: what is in it, for how long, and when it is all that there is. */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { course } from './fixture-course.ts';
import { freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

const fresh = freshSurroundings();

describe('this browser’s copy', () => {
  test('a tab that crashes half a second after a key has lost nothing', async () => {
    const crashed = await startedIn(fresh);
    write(crashed, 'Viimeinen sana');
    await vi.advanceTimersByTimeAsync(500);
    const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('Viimeinen sana');
  });

  test('no text stays in this browser once the LMS has all of it and the session ends', async () => {
    const open = await startedIn(fresh);
    write(open, 'Yksityinen ajatus');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    expect([...fresh.storage.entries.values()].join()).not.toContain('Yksityinen');
  });

  test('it stays until a save of this very session was proved, since a launch makes some LMSs forget', async () => {
    const first = await startedIn(fresh);
    write(first, 'Viime kerralta');
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const launched = await startedIn(fresh);
    launched.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined };
    expect(textOf((await startedIn(fresh)).store.answers, 'a.thoughts.first')).toBe('Viime kerralta');
  });

  test('nobody else sees it on a shared computer', async () => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const first = await startedIn(fresh);
    write(first, 'Ensimmäisen oma');
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    const other = new MemoryTracker();
    other.launch = { ...other.launch, learner: { id: 'learner-2' } };
    const second = await startedIn(fresh, { tracker: other });
    expect(textOf(second.store.answers, 'a.thoughts.first')).toBe('');
  });

  test('a full storage is said: the text is then not safe here', async () => {
    const open = await startedIn(fresh);
    fresh.storage.full = true;
    fresh.storage.database.habits.aborts = true;
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(4000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: false });
  });

  test('a field edited in two places offers both texts, and the newer is in its place', async () => {
    const here = await startedIn(fresh);
    write(here, 'Yhteinen alku');
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await vi.advanceTimersByTimeAsync(60_000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    const elsewhere = new Map(fresh.tracker.launch.state?.answers).set('a.thoughts.first', { text: 'Toisella koneella', at: Date.now() });
    fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers: elsewhere, revision: 9 } };
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    const back = await startedIn(fresh, { createLock: new MemoryLocks().create });
    expect(textOf(back.store.answers, 'a.thoughts.first')).toBe('Toisella koneella');
    expect(back.conflicts).toHaveLength(1);
    const [conflict] = back.conflicts;
    expect(conflict?.other.text).toBe('Täällä ilman yhteyttä');
    if (conflict) back.resolve(conflict, 'other');
    expect(textOf(back.store.answers, 'a.thoughts.first')).toBe('Täällä ilman yhteyttä');
    expect(back.conflicts).toHaveLength(0);
  });
});

describe('no LMS', () => {
  test('it says so, and goes on with a copy in this browser when asked to', async () => {
    fresh.tracker.failure = new TrackingError('no-lms', 'no API in any parent');
    const alone = await startedIn(fresh);
    expect(alone.phase).toBe('no-lms');
    expect(alone.problem?.code).toBe('no-lms');
    await within(0, alone.goOnWithoutLms());
    write(alone, 'Vain tässä');
    await vi.advanceTimersByTimeAsync(3000);
    expect(alone.status.state).toBe('local');
    alone.lifecycle.end();
    const again = await startedIn(fresh);
    await within(0, again.goOnWithoutLms());
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('Vain tässä');
  });

  test('state that cannot be read is kept for the learner', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'rikki' };
    const open = await startedIn(fresh);
    expect(open.kept).toEqual([{ name: 'lms-state', content: 'rikki' }]);
    fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: 'learner-1' } };
    expect([...fresh.storage.entries.values()].join()).toContain('rikki');
  });
});

describe('without an LMS', () => {
  test.each(['full', 'barred'] as const)('a browser whose storage is %s is never said to keep the text', async (how) => {
    fresh.tracker.failure = new TrackingError('no-lms', 'no API');
    const alone = await startedIn(fresh, how === 'barred' ? { ...placesOf(undefined) } : {});
    fresh.storage.full = true;
    fresh.storage.database.habits.aborts = true;
    await within(0, alone.goOnWithoutLms());
    write(alone, 'Vain sivulla');
    await vi.advanceTimersByTimeAsync(5000);
    expect(alone.status).toEqual({ state: 'not-saved', reason: 'storage', local: false });
  });
});

describe('the learner’s own copy', () => {
  test('written and read back in another attempt, after a look at what will change', async () => {
    const open = await startedIn(fresh);
    write(open, 'Omat sanat {[<script>ä😀');
    const file = open.file.export();
    const other = await startedIn(fresh, {
      tracker: new MemoryTracker(),
      ...placesOf(new MemoryStorage()),
      createLock: new MemoryLocks().create,
    });
    write(other, 'Toiset sanat');
    expect(other.file.preview(file).changed).toEqual([
      { field: 'a.thoughts.first', current: 'Toiset sanat', imported: 'Omat sanat {[<script>ä😀' },
    ]);
    other.file.import(file, false);
    expect(textOf(other.store.answers, 'a.thoughts.first')).toBe('Omat sanat {[<script>ä😀');
  });

  test.each([
    ['not-json', 'hei'],
    ['not-a-copy', '{"a":1}'],
    ['other-course', JSON.stringify({ format: 'aspa-ajokortti-answers', version: 1, course: 'x', answers: {} })],
    ['newer-version', JSON.stringify({ format: 'aspa-ajokortti-answers', version: 2, course: course.id, answers: {} })],
  ])('a file that is none is refused with its reason: %s', async (code, json) => {
    const open = await startedIn(fresh);
    expect(() => open.file.preview(json)).toThrow(expect.objectContaining({ code }));
  });
});
