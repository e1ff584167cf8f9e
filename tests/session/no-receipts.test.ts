/** An LMS that never proves that it has stored anything: what is sent again, and how long this browser keeps its copy. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { removal } from '../../src/course/list-items.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { FIELD, freshSurroundings, heldBy, startedIn, write } from './fresh-session.ts';

const fresh = freshSurroundings();

describe('an LMS that gives no receipts', () => {
  beforeEach(() => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    fresh.tracker.launch = { ...fresh.tracker.launch, limits: { receipts: false, storesAfterCompletion: true } };
  });

  test.each(['on a timer', 'where a field is left'])('gets the state once more %s though nothing has changed', async (when) => {
    const open = await startedIn(fresh);
    write(open, 'Lähetetty');
    await vi.advanceTimersByTimeAsync(3000);
    const sent = fresh.tracker.saves.length;
    if (when === 'on a timer') await vi.advanceTimersByTimeAsync(60_000);
    else open.saveSoon();
    await vi.advanceTimersByTimeAsync(1500);
    expect(fresh.tracker.saves.length).toBe(sent + 1);
    expect(heldBy(fresh)).toBe('Lähetetty');
  });

  test('what was sent twice goes out no more for a field that is left, a page that is seen or a connection that is back', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, replaces: true } };
    const open = await startedIn(fresh);
    write(open, 'Lähetetty');
    await vi.advanceTimersByTimeAsync(65_000);
    const sent = fresh.tracker.saves.length;
    open.saveSoon();
    open.lifecycle.hide();
    open.lifecycle.resume();
    open.lifecycle.reconnect();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fresh.tracker.saves.length).toBe(sent);
  });

  test('a page that is left open stops sending its state after three minutes, and goes on when she writes', async () => {
    const open = await startedIn(fresh);
    write(open, 'Lähetetty');
    await vi.advanceTimersByTimeAsync(3000);
    const sent = fresh.tracker.saves.length;
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(fresh.tracker.saves.length).toBe(sent + 2);
    await vi.advanceTimersByTimeAsync(10 * 3_600_000);
    expect(fresh.tracker.saves.length).toBe(sent + 2);
    write(open, 'Seuraavana aamuna');
    await vi.advanceTimersByTimeAsync(3000);
    expect(heldBy(fresh)).toBe('Seuraavana aamuna');
  });

  test('the copy in this browser stays until a later launch has read the work back', async () => {
    const open = await startedIn(fresh);
    write(open, 'Todistamaton');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).toContain('Todistamaton');
    const again = await startedIn(fresh);
    again.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test('the copy goes then too where the first save of each launch shows that there are none', async () => {
    const limits = { receipts: true, storesAfterCompletion: true };
    fresh.tracker.launch = { ...fresh.tracker.launch, limits };
    fresh.tracker.answer = ({ revision }) => {
      limits.receipts = false;
      return { result: 'sent', revision };
    };
    const open = await startedIn(fresh);
    write(open, 'Todistamaton');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).toContain('Todistamaton');
    limits.receipts = true;
    (await startedIn(fresh)).lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test('a removed row keeps no text in this browser, for which the LMS could never be asked', async () => {
    const open = await startedIn(fresh);
    open.store.change({ 'b.ideas.ideas.k001': '1', 'b.ideas.ideas.k001.what': 'Pelejä', [FIELD]: 'Todistamaton' });
    open.store.change(removal(open.store.answers, 'b.ideas.ideas', 'k001'));
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).not.toContain('Pelejä');
    (await startedIn(fresh)).lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...fresh.storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test.each([
    ['half an emoji', 'Ensin \ud83d', 'Sitten jotain muuta'],
    ['a null character', 'Ensin \0', 'Sitten jotain muuta'],
    ['nothing such', 'Ensin', 'Sitten jotain muuta'],
  ])('a text of her own that arrived with %s is no other version of the next, which did not arrive', async (_what, first, second) => {
    const open = await startedIn(fresh);
    write(open, 'Alku', FIELD);
    await vi.advanceTimersByTimeAsync(3000);
    write(open, first);
    await vi.advanceTimersByTimeAsync(3000);
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, second);
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    const again = await startedIn(fresh);
    expect(textOf(again.store.answers, FIELD)).toBe(second);
    expect(again.conflicts).toEqual([]);
  });

  test('an old page is still known after launches in which nothing was written', async () => {
    const session = async (text?: string): Promise<void> => {
      const open = await startedIn(fresh);
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      open.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
    };
    await session('Vanha');
    const old = fresh.tracker.launch;
    await session('Uudempi');
    await session();
    await session();
    fresh.tracker.launch = old;
    expect((await startedIn(fresh)).phase).toBe('stale');
  });

  test('that hands over nothing though it had work is not written to unasked', async () => {
    const session = async (text?: string): Promise<void> => {
      const open = await startedIn(fresh);
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      open.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
    };
    await session('Tallessa');
    await session();
    fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined };
    const saves = fresh.tracker.saves.length;
    const failed = await startedIn(fresh);
    expect(failed.phase).toBe('stale');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fresh.tracker.saves).toHaveLength(saves);
    failed.goOnAnyway();
    await vi.advanceTimersByTimeAsync(0);
    expect(failed.phase).toBe('open');
  });

  test('and starts anew after completion gets the work back from the copy, which stays', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, limits: { receipts: false, storesAfterCompletion: false } };
    for (const text of ['Valmis', undefined]) {
      const open = await startedIn(fresh);
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      expect(open.progress.complete).toBe(true);
      open.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
    }
    fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined };
    const anew = await startedIn(fresh);
    expect(anew.phase).toBe('open');
    expect(textOf(anew.store.answers, FIELD)).toBe('Valmis');
  });

  describe('where the save of a page that closed was lost', () => {
    /** She writes over what was sent, and closes the page at once; the LMS has what it had before. */
    async function lostAtClosing(open: CourseSession, text: string): Promise<void> {
      const { launch } = fresh.tracker;
      write(open, text);
      await vi.advanceTimersByTimeAsync(500);
      open.lifecycle.hide();
      await vi.advanceTimersByTimeAsync(40);
      open.lifecycle.leave();
      open.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      fresh.tracker.launch = launch;
    }

    async function sentAndLost(): Promise<void> {
      const open = await startedIn(fresh);
      await vi.advanceTimersByTimeAsync(2000);
      write(open, 'Aamulla lähetetty');
      await vi.advanceTimersByTimeAsync(5000);
      await lostAtClosing(open, 'Illalla kirjoitettu');
    }

    test('her own words that it replaced are no other version', async () => {
      await sentAndLost();
      const again = await startedIn(fresh);
      expect(textOf(again.store.answers, FIELD)).toBe('Illalla kirjoitettu');
      expect(again.conflicts).toEqual([]);
    });

    test('nor after another page whose saves were all lost', async () => {
      await sentAndLost();
      const { launch } = fresh.tracker;
      const second = await startedIn(fresh);
      await vi.advanceTimersByTimeAsync(5000);
      await lostAtClosing(second, 'Yöllä kirjoitettu');
      fresh.tracker.launch = launch;
      const third = await startedIn(fresh);
      expect(textOf(third.store.answers, FIELD)).toBe('Yöllä kirjoitettu');
      expect(third.conflicts).toEqual([]);
    });

    test('words of another browser are, though they are older than those', async () => {
      await sentAndLost();
      const [sent] = [...(fresh.tracker.launch.state?.answers ?? [])].filter(([id]) => id === FIELD);
      const elsewhere = { text: 'Toisella koneella', at: (sent?.[1].at ?? 0) - 1000 };
      fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers: new Map([[FIELD, elsewhere]]), revision: 50 } };
      const again = await startedIn(fresh);
      expect(textOf(again.store.answers, FIELD)).toBe('Illalla kirjoitettu');
      expect(again.conflicts.map(({ other }) => other.text)).toEqual(['Toisella koneella']);
    });

    test('nor is what the LMS has, where this browser tells late what it keeps', async () => {
      await sentAndLost();
      fresh.storage.entries.clear();
      fresh.storage.database.habits.takes = 3_000;
      const starting = startedIn(fresh);
      await vi.advanceTimersByTimeAsync(15_000);
      const again = await starting;
      expect(textOf(again.store.answers, FIELD)).toBe('Illalla kirjoitettu');
      expect(again.conflicts).toEqual([]);
    });
  });

  test('a batch that was dropped in silence comes back from the copy at the next launch', async () => {
    const open = await startedIn(fresh);
    const { launch } = fresh.tracker;
    write(open, 'Pudotettu');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    fresh.tracker.launch = launch;
    const again = await startedIn(fresh);
    expect(textOf(again.store.answers, FIELD)).toBe('Pudotettu');
    await vi.advanceTimersByTimeAsync(3000);
    expect(heldBy(fresh)).toBe('Pudotettu');
  });
});
