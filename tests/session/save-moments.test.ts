/** When the newest words go out: whatever hides, hurries, stops or sets back the page, none of them waits too long. */
import { describe, expect, test, vi } from 'vitest';
import type { CourseSession } from '../../src/session/course-session.ts';
import { FIELD, freshSurroundings, heldBy, SlowTracker, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, placesOf } from './memory.ts';

const fresh = freshSurroundings();

describe('the page goes out of sight', () => {
  test('while a save waits for its answer, the newest words go out at once', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.isSlow = true;
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(4000);
    write(open, 'Alku ja loppu');
    open.lifecycle.hide();
    expect(fresh.tracker.saves.at(-1)?.occasion).toBe('hidden');
    expect(heldBy(fresh)).toBe('Alku ja loppu');
  });

  test('what was only sent then is saved again as soon as the page is seen', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Piiloon mennessä');
    open.lifecycle.hide();
    expect(fresh.tracker.last).toBeDefined();
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(5000);
    open.lifecycle.resume();
    await vi.advanceTimersByTimeAsync(1100);
    expect(open.status.state).toBe('saved');
  });
});

describe('the save loop', () => {
  test('goes on after an outage that ended in "full", as soon as something is shortened', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Liian pitkä');
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'full', retry: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'full' });
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    write(open, 'Lyhyt');
    await vi.advanceTimersByTimeAsync(4000);
    expect(heldBy(fresh)).toBe('Lyhyt');
    expect(open.status.state).toBe('saved');
  });

  test('is not stopped by a tracker that throws though it never should', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const open = await startedIn(fresh);
    fresh.tracker.answer = () => {
      throw new TypeError('a mistake of ours');
    };
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heldBy(fresh)).toBe('Kirje');
    expect(told).toHaveBeenCalled();
  });

  test('gives the learner as long as it took her: an LMS that hangs does not freeze the page again at once', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    let attempts = 0;
    vi.spyOn(fresh.tracker, 'save').mockImplementation(async () => {
      attempts += 1;
      await new Promise((over) => setTimeout(over, 25_000));
      return { result: 'not-saved', reason: 'refused', retry: true };
    });
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(2500 + 25_000);
    expect(attempts).toBe(1);
    await vi.advanceTimersByTimeAsync(24_000);
    expect(attempts).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(attempts).toBe(2);
  });

  test('tries again at another moment in each browser, so that a server that comes back is not stormed', async () => {
    const retries: number[] = [];
    for (const chance of [0, 0.5, 1]) {
      const failing = new SlowTracker();
      failing.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
      const { status } = await startedIn(fresh, { tracker: failing, random: () => chance, createLock: new MemoryLocks().create });
      retries.push(status.state === 'not-saved' ? (status.retryAt ?? 0) - Date.now() : 0);
    }
    expect(retries).toEqual([1500, 2000, 2500]);
  });

  test('words typed while a save was under way are not called saved by it', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.isSlow = true;
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Alku ja loppu');
    fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    fresh.tracker.letGo();
    await vi.advanceTimersByTimeAsync(100);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).toContain('Alku ja loppu');
  });
});

describe('before the LMS is asked', () => {
  test('the newest words are in this browser, since some players take the page away when their session has ended', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    let kept = '';
    vi.spyOn(fresh.tracker, 'save').mockImplementation(({ revision }) => {
      kept = [...fresh.storage.entries.values()].join();
      return Promise.resolve({ result: 'saved', revision });
    });
    write(open, 'Äsken kirjoitettu');
    open.saveSoon();
    await vi.advanceTimersByTimeAsync(300);
    expect(kept).toContain('Äsken kirjoitettu');
  });

  test('where this browser keeps nothing, typing without a rest is with the LMS within five seconds', async () => {
    const open = await startedIn(fresh, { ...placesOf(undefined) });
    await vi.advanceTimersByTimeAsync(2000);
    for (let second = 1; second <= 5; second++) {
      write(open, 'x'.repeat(second));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(heldBy(fresh)).not.toBe('');
  });
});

describe('leaving the page', () => {
  test('saves in beforeunload before that returns, and ends in pagehide', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    open.lifecycle.leave();
    open.lifecycle.end();
    expect(fresh.tracker.saves.slice(-2).map(({ occasion }) => occasion)).toEqual(['leaving', 'close']);
    expect(fresh.tracker.saves.at(-2)?.snapshot.answers.get(FIELD)?.text).toBe('Viimeiset');
  });
});

describe('a clock that is set back by an hour', () => {
  async function setBack(): Promise<CourseSession> {
    const open = await startedIn(fresh);
    write(open, 'Ennen');
    await vi.advanceTimersByTimeAsync(4000);
    vi.setSystemTime(Date.now() - 3_600_000);
    write(open, 'Jälkeen');
    return open;
  }

  test('delays no save', async () => {
    await setBack();
    await vi.advanceTimersByTimeAsync(3000);
    expect(heldBy(fresh)).toBe('Jälkeen');
  });

  test('stops no save when the page goes out of sight', async () => {
    (await setBack()).lifecycle.hide();
    expect(heldBy(fresh)).toBe('Jälkeen');
  });

  test('does not put off what is typed without a rest', async () => {
    const open = await setBack();
    await vi.advanceTimersByTimeAsync(3000);
    const saves = fresh.tracker.saves.length;
    write(open, '0');
    vi.setSystemTime(Date.now() - 3_600_000);
    for (let second = 1; second <= 16; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      write(open, String(second));
    }
    expect(fresh.tracker.saves.length).toBeGreaterThan(saves);
  });

  test('takes no time from the session', async () => {
    (await setBack()).lifecycle.end();
    expect(fresh.tracker.last?.duration).toBe(4000);
  });
});
