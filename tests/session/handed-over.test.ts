/** What an LMS hands over at a launch – too old, nobody’s, nothing, more than this course asks – takes nothing from anybody. */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, SlowTracker, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';

const fresh = freshSurroundings();

describe('a copy that is older than what the LMS is known to have', () => {
  test('is no reason to write over it from an old page', async () => {
    const open = await startedIn(fresh);
    const old = fresh.tracker.launch;
    write(open, 'Vanhempi');
    await vi.advanceTimersByTimeAsync(500);
    const copies = [...fresh.storage.entries];
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    for (const [key, text] of copies) fresh.storage.entries.set(key, text);
    fresh.tracker.launch = old;
    expect((await startedIn(fresh, { cameBack: true })).phase).toBe('stale');
  });
});

describe('an LMS that does not say who the learner is', () => {
  test('shows nobody what another wrote in the same tab, as long as it says a name', async () => {
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: '', name: 'Kirjastonen, Aino' } };
    const first = await startedIn(fresh);
    write(first, 'Ainon oma');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    const other = new SlowTracker();
    other.launch = { ...other.launch, learner: { id: '', name: 'Lainaaja, Onni' } };
    expect(textOf((await startedIn(fresh, { tracker: other })).store.answers, FIELD)).toBe('');
    expect(textOf((await startedIn(fresh, { createLock: new MemoryLocks().create })).store.answers, FIELD)).toBe('Ainon oma');
  });

  test('or says it with half of a character, is an LMS all the same', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: 'aino \ud83d' } };
    expect((await startedIn(fresh)).phase).toBe('open');
  });
});

describe('an LMS that handed over nothing', () => {
  test('where that is doubtful, nothing is written over what it may have until the learner says so', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, doubtful: true };
    const open = await startedIn(fresh);
    expect(open.phase).toBe('stale');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fresh.tracker.saves).toHaveLength(0);
    open.goOnAnyway();
    await vi.advanceTimersByTimeAsync(0);
    expect(fresh.tracker.saves).toHaveLength(1);
  });
});

describe('what this version of the course does not ask', () => {
  test('answers to removed exercises and a newer version’s fields go through every save and both copies', async () => {
    const answers = new Map([
      ['z.removed.old', { text: 'Vanha vastaus', at: 1_700_000_000_000 }],
      ['b.future.list.k001.who', { text: 'Uudempi kenttä', at: 1_700_000_000_000 }],
    ]);
    fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: 3 } };
    const open = await startedIn(fresh);
    write(open, 'Nykyinen');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.answers).toEqual(
      new Map([...answers, ...[...(fresh.tracker.last?.answers ?? [])].filter(([id]) => !answers.has(id))]),
    );
    for (const [id, { text }] of answers) expect(textOf(fresh.tracker.last?.answers ?? new Map(), id)).toBe(text);
    const file = open.file.export();
    const other = await startedIn(fresh, {
      tracker: new SlowTracker(),
      ...placesOf(new MemoryStorage()),
      createLock: new MemoryLocks().create,
    });
    expect(other.file.preview(file).unknown).toEqual(['z.removed.old', 'b.future.list.k001.who']);
    other.file.import(file, true);
    for (const [id, { text }] of answers) expect(textOf(other.store.answers, id)).toBe(text);
  });
});
