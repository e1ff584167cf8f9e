/** Several tabs, and pages out of the cache: one of them writes, and none writes over newer work. */
import { describe, expect, test, vi } from 'vitest';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { TabLock } from '../../src/session/copy/tab-lock.ts';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, heldBy, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';
import { MemoryLocks, MemoryTracker, placesOf } from './memory.ts';

const fresh = freshSurroundings();

describe('several tabs and old pages', () => {
  test('a second tab says so and writes nothing', async () => {
    await startedIn(fresh);
    const second = new MemoryTracker();
    const other = await startedIn(fresh, { tracker: second });
    expect(other.phase).toBe('elsewhere');
    other.lifecycle.end();
    expect(second.saves).toHaveLength(0);
  });

  test('taking over brings the last keystrokes along, and the first tab stops writing', async () => {
    const first = await startedIn(fresh);
    const other = await startedIn(fresh, { tracker: new MemoryTracker() });
    write(first, 'Kesken jäänyt');
    const takingOver = other.takeOver();
    await vi.advanceTimersByTimeAsync(400);
    await takingOver;
    expect(other.phase).toBe('open');
    expect(first.phase).toBe('elsewhere');
    expect(textOf(other.store.answers, 'a.thoughts.first')).toBe('Kesken jäänyt');
    const before = fresh.tracker.saves.length;
    write(first, 'Vanha välilehti');
    await vi.advanceTimersByTimeAsync(20_000);
    first.lifecycle.end();
    expect(fresh.tracker.saves).toHaveLength(before);
  });

  test('a page of the LMS out of the cache, with older work than the LMS has, does not write', async () => {
    const old = fresh.tracker.launch;
    const open = await startedIn(fresh);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    const cached = new MemoryTracker();
    cached.launch = old;
    const back = await startedIn(fresh, { tracker: cached, cameBack: true });
    expect(back.phase).toBe('stale');
    write(back, 'Vanhaa');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(cached.saves).toHaveLength(0);
  });

  test('the page that is loaded instead of an old one finds the work free', async () => {
    const old = fresh.tracker.launch;
    const open = await startedIn(fresh);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    const cached = new MemoryTracker();
    cached.launch = old;
    const back = await startedIn(fresh, { tracker: cached, cameBack: true });
    back.lifecycle.end();
    expect(back.phase).toBe('closed');
    const loaded = await startedIn(fresh);
    expect(loaded.phase).toBe('open');
    expect(textOf(loaded.store.answers, 'a.thoughts.first')).toBe('Uudempi');
  });

  test('taking over after the first tab has closed does not write nothing over its work', async () => {
    const first = await startedIn(fresh);
    const second = new MemoryTracker();
    const other = await startedIn(fresh, { tracker: second });
    write(first, 'Ensimmäisessä');
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    const takingOver = other.takeOver();
    await vi.advanceTimersByTimeAsync(400);
    await takingOver;
    expect(other.phase).toBe('stale');
    expect(second.saves).toHaveLength(0);
  });

  test.each([
    [
      'taking over',
      async (second: MemoryTracker) => {
        const other = await startedIn(fresh, { tracker: second, ...placesOf(undefined) });
        const takingOver = other.takeOver();
        await vi.advanceTimersByTimeAsync(400);
        await takingOver;
        return other;
      },
    ],
    [
      'the Back button',
      (second: MemoryTracker) =>
        startedIn(fresh, { tracker: second, ...placesOf(undefined), cameBack: true, createLock: new MemoryLocks().create }),
    ],
  ])('where the browser keeps nothing, %s writes nothing over newer work unasked', async (_way, come) => {
    // It does not hear that the work was taken.
    const first = await startedIn(fresh, { ...placesOf(undefined), createLock: (name) => fresh.locks.create(name, () => undefined) });
    const second = new MemoryTracker();
    write(first, 'Tallessa');
    await vi.advanceTimersByTimeAsync(3000);
    const other = await come(second);
    expect(other.phase).toBe('stale');
    expect(second.saves).toHaveLength(0);
  });

  test('where the browser keeps nothing, taking over brings the first tab’s work along', async () => {
    const first = await startedIn(fresh, { ...placesOf(undefined) });
    const second = new MemoryTracker();
    const other = await startedIn(fresh, { tracker: second, ...placesOf(undefined) });
    write(first, 'Tallessa');
    await vi.advanceTimersByTimeAsync(3000);
    write(first, 'Viimeiset sanat', 'a.thoughts.secret');
    await takenOver(other);
    expect(other.phase).toBe('open');
    await vi.advanceTimersByTimeAsync(3000);
    expect(textOf(second.last?.answers ?? new Map(), FIELD)).toBe('Tallessa');
    expect(textOf(second.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Viimeiset sanat');
  });

  test('a full storage still gets the mark by which an old page is known', async () => {
    const old = fresh.tracker.launch;
    const open = await startedIn(fresh);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    const set = fresh.storage.setItem.bind(fresh.storage);
    fresh.storage.setItem = (key, value) => {
      if (fresh.storage.entries.size > 0) throw new DOMException('full', 'QuotaExceededError');
      set(key, value);
    };
    fresh.storage.database.habits.aborts = true;
    open.lifecycle.end();
    fresh.tracker.launch = old;
    expect((await startedIn(fresh, { cameBack: true })).phase).toBe('stale');
  });

  test('a new attempt starts empty and is open', async () => {
    const open = await startedIn(fresh);
    write(open, 'Ensimmäinen suoritus');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    const another = new MemoryTracker();
    const again = await startedIn(fresh, { tracker: another });
    expect(again.phase).toBe('open');
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('');
  });
});

describe('another tab takes over', () => {
  test('once, however often the button is pressed', async () => {
    await startedIn(fresh);
    const second = new SlowTracker();
    const other = await startedIn(fresh, { tracker: second });
    const pressed = other.takeOver();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([takenOver(other), pressed]);
    expect(other.phase).toBe('open');
    expect(second.saves).toHaveLength(1);
  });

  test('and loses it to a third in the same moment: then only the third writes', async () => {
    await startedIn(fresh);
    const second = await startedIn(fresh, { tracker: new SlowTracker() });
    const third = await startedIn(fresh, { tracker: new SlowTracker() });
    const taking = second.takeOver();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([takenOver(third), taking]);
    expect([second.phase, third.phase]).toEqual(['elsewhere', 'open']);
  });

  test('and the first takes it back: what its copy had no room for is not replaced by older text', async () => {
    const first = await startedIn(fresh);
    write(first, 'Vanha');
    await vi.advanceTimersByTimeAsync(4000);
    fresh.storage.full = true;
    fresh.storage.database.habits.aborts = true;
    write(first, 'Uusi');
    await vi.advanceTimersByTimeAsync(4000);
    const second = new SlowTracker();
    second.launch = fresh.tracker.launch;
    await takenOver(await startedIn(fresh, { tracker: second }));
    await takenOver(first);
    write(first, 'Toinen', 'a.thoughts.secret');
    await vi.advanceTimersByTimeAsync(4000);
    expect(heldBy(fresh)).toBe('Uusi');
    expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Toinen');
  });

  test('the first tab’s tracker is told that nothing that waits is to be sent', async () => {
    const abandoned = vi.fn();
    await startedIn(fresh, { tracker: Object.assign(fresh.tracker, { abandon: abandoned }) });
    const other = await startedIn(fresh, { tracker: new SlowTracker() });
    const takingOver = other.takeOver();
    await vi.advanceTimersByTimeAsync(400);
    await takingOver;
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  describe.each(['aborts', 'full'] as const)('where no copy has room (%s)', (habit) => {
    /** The second tab was opened before, as far as the LMS goes with what it was handed at its own launch. */
    async function twoTabs(first: CourseSession): Promise<{ second: SlowTracker; other: CourseSession }> {
      const second = new SlowTracker();
      second.launch = fresh.tracker.launch;
      const other = await startedIn(fresh, { tracker: second });
      fresh.storage.full = true;
      fresh.storage.database.habits[habit] = true;
      write(first, 'Ensimmäisessä');
      await vi.advanceTimersByTimeAsync(500);
      return { second, other };
    }

    test('the last words of the first tab come along', async () => {
      const first = await startedIn(fresh);
      const { other } = await twoTabs(first);
      await takenOver(other);
      expect(other.phase).toBe('open');
      expect(textOf(other.store.answers, FIELD)).toBe('Ensimmäisessä');
    });

    test('and those of the second, when the first takes the course back', async () => {
      const first = await startedIn(fresh);
      const { second, other } = await twoTabs(first);
      await takenOver(other);
      await vi.advanceTimersByTimeAsync(1000);
      write(other, 'Toisessa, tallessa');
      await vi.advanceTimersByTimeAsync(4000);
      write(other, 'Toisessa, vielä tallentamatta', 'a.thoughts.secret');
      await vi.advanceTimersByTimeAsync(500);
      expect(textOf(second.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('');
      await takenOver(first);
      expect(first.phase).toBe('open');
      expect(first.conflicts).toEqual([]);
      await vi.advanceTimersByTimeAsync(4000);
      expect(heldBy(fresh)).toBe('Toisessa, tallessa');
      expect(textOf(fresh.tracker.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Toisessa, vielä tallentamatta');
    });

    test('nothing is written over the work of a second tab that has died, unasked, when the first takes the course back', async () => {
      const isDead = { current: false };
      const first = await startedIn(fresh);
      const second = new SlowTracker();
      second.launch = fresh.tracker.launch;
      const createLock = (name: string, lost: () => void): TabLock => fresh.locks.create(name, () => void (isDead.current || lost()));
      const other = await startedIn(fresh, { tracker: second, createLock });
      fresh.storage.full = true;
      fresh.storage.database.habits[habit] = true;
      await takenOver(other);
      expect(other.phase).toBe('open');
      write(other, 'Toisessa');
      await vi.advanceTimersByTimeAsync(4000);
      isDead.current = true;
      const before = fresh.tracker.saves.length;
      await takenOver(first);
      await vi.advanceTimersByTimeAsync(4000);
      expect(first.phase).toBe('stale');
      expect(fresh.tracker.saves).toHaveLength(before);
    });
  });

  test.each(['aborts', 'full'] as const)(
    'where the first tab’s copy had no room, and it does not hear, older work is not written over it unasked (%s)',
    async (habit) => {
      const first = await startedIn(fresh, { createLock: (name) => fresh.locks.create(name, () => undefined) });
      const second = new SlowTracker();
      second.launch = fresh.tracker.launch;
      const other = await startedIn(fresh, { tracker: second });
      fresh.storage.full = true;
      fresh.storage.database.habits[habit] = true;
      write(first, 'Tallessa vain oppimisympäristössä');
      await vi.advanceTimersByTimeAsync(4000);
      await takenOver(other);
      expect(other.phase).toBe('stale');
      expect(second.saves).toHaveLength(0);
    },
  );

  test('a first tab that hears of it late, since its LMS hangs, writes no older copy over the newer one', async () => {
    const late: (() => void)[] = [];
    const first = await startedIn(fresh, { createLock: (name, lost) => fresh.locks.create(name, () => void late.push(lost)) });
    write(first, 'Ensimmäisessä');
    await vi.advanceTimersByTimeAsync(500);
    const second = new SlowTracker();
    second.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const other = await startedIn(fresh, { tracker: second });
    await takenOver(other);
    await vi.advanceTimersByTimeAsync(2000);
    write(other, 'Toisessa');
    await vi.advanceTimersByTimeAsync(500);
    write(first, 'Jonossa', 'a.thoughts.secret');
    for (const hears of late) hears();
    const again = await startedIn(fresh, { tracker: new SlowTracker(), createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, FIELD)).toBe('Toisessa');
    expect(textOf(again.store.answers, 'a.thoughts.secret')).toBe('Jonossa');
  });
});
