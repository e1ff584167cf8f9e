/** The learner ends the session by its own button: what is saved before, what is said, and what stays in this browser. */
import { describe, expect, test, vi } from 'vitest';
import { GAP_MS } from '../../src/session/saving/save-waits.ts';
import { freshSurroundings, heldBy, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';
import { within } from './memory.ts';

const fresh = freshSurroundings();

describe('the exit button', () => {
  test('says "saved" only when the last words were proved, not when they were sent', async () => {
    const open = await startedIn(fresh);
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    write(open, 'Viimeiset');
    await within(GAP_MS, open.exit());
    expect(open.phase).toBe('closed');
    expect(open.status.state).toBe('sent');
  });

  test('saves with an answer first and ends after it, with what was typed meanwhile', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    fresh.tracker.isSlow = true;
    const leaving = open.exit();
    expect(open.status.state).toBe('saving');
    expect(open.phase).toBe('closing');
    await vi.advanceTimersByTimeAsync(100);
    write(open, 'Viimeiset sanat');
    fresh.tracker.letGo();
    await within(2 * GAP_MS + 500, leaving);
    expect(open.phase).toBe('closed');
    expect(fresh.tracker.saves.slice(-2).map(({ occasion }) => occasion)).toEqual(['in-sight', 'close']);
    expect(heldBy(fresh)).toBe('Viimeiset sanat');
  });

  test('ends only once words that she typed meanwhile were saved with an answer: a goodbye that is lost costs none of them', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    vi.spyOn(fresh.tracker, 'closeNow').mockResolvedValue({ result: 'not-saved', reason: 'offline', retry: true });
    fresh.tracker.isSlow = true;
    const leaving = open.exit();
    await vi.advanceTimersByTimeAsync(100);
    write(open, 'Viimeiset sanat');
    fresh.tracker.letGo();
    await within(2 * GAP_MS + 500, leaving);
    expect(heldBy(fresh)).toBe('Viimeiset sanat');
  });

  test('a goodbye that is refused takes nothing from what was proved before it', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    vi.spyOn(fresh.tracker, 'closeNow').mockResolvedValue({ result: 'not-saved', reason: 'session-ended', retry: true });
    await within(GAP_MS, open.exit());
    expect(open.status.state).toBe('saved');
  });

  test('leaves no page behind that neither saves nor ends, whatever the tracker throws', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    fresh.tracker.answer = () => {
      throw new TypeError('a mistake of ours');
    };
    await within(GAP_MS, open.exit());
    expect(open.phase).toBe('closing');
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    open.exitUnsaved();
    await vi.advanceTimersByTimeAsync(0);
    expect(open.phase).toBe('closed');
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    expect([...fresh.storage.entries.values()].join()).toContain('Viimeiset');
    expect(told).toHaveBeenCalled();
  });

  test('works again after another tab has had the work meanwhile', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    fresh.tracker.isSlow = true;
    const leaving = open.exit();
    await takenOver(await startedIn(fresh, { tracker: new SlowTracker() }));
    fresh.tracker.letGo();
    await leaving;
    expect(open.phase).toBe('elsewhere');
    await takenOver(open);
    expect(open.phase).toBe('open');
    void open.exit();
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.phase).toBe('closed');
  });

  test('pressed twice, or followed by the end of the page, it ends the session once', async () => {
    const open = await startedIn(fresh);
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    fresh.tracker.isSlow = true;
    const leaving = open.exit();
    void open.exit();
    open.lifecycle.end();
    fresh.tracker.letGo();
    await leaving;
    expect(fresh.tracker.saves.filter(({ occasion }) => occasion === 'close')).toHaveLength(1);
  });

  test('after the last words were stored, no text stays in this browser, and the learner is back in the LMS', async () => {
    let left = 0;
    const open = await startedIn(fresh, { tracker: Object.assign(fresh.tracker, { leave: () => (left += 1) }) });
    write(open, 'Viimeiset sanat');
    await within(GAP_MS, open.exit());
    expect(left).toBe(1);
    expect([...fresh.storage.entries.values()].join('')).not.toContain('Viimeiset sanat');
  });

  test('what did not arrive keeps the page in sight, and its copy in this browser', async () => {
    let left = 0;
    const open = await startedIn(fresh, { tracker: Object.assign(fresh.tracker, { leave: () => (left += 1) }) });
    write(open, 'Viimeiset sanat');
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await within(GAP_MS, open.exit());
    expect(left).toBe(0);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    expect([...fresh.storage.entries.values()].join('')).toContain('Viimeiset sanat');
  });
});
