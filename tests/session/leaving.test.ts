/** The way out: "save and end" tells how it went, and where it did not go well there is more than one thing to do. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseSession } from '../../src/session/course-session.ts';
import { GAP_MS } from '../../src/session/saving/save-waits.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

const FIELD = 'a.thoughts.first';
const offline: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true };

class LeavingTracker extends MemoryTracker {
  left = 0;
  leave(): void {
    this.left += 1;
  }
}

let tracker: LeavingTracker;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new LeavingTracker();
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function written(text = 'Viimeiset sanat'): Promise<CourseSession> {
  const { create: createLock } = new MemoryLocks();
  const open = new CourseSession({ course, tracker, ...placesOf(storage), tabId: 'tab-1', random: () => 0.5, createLock });
  await within(0, open.start());
  await vi.advanceTimersByTimeAsync(3_000);
  open.store.change({ [FIELD]: text });
  return open;
}

const goodbyes = (): number => tracker.saves.filter(({ occasion }) => occasion === 'close').length;

test('until the outcome is known the course is closing, not closed, and nothing is called saved or sent', async () => {
  const open = await written();
  const phases: string[] = [];
  open.listen(() => phases.push(`${open.phase} ${open.status.state}`));
  await within(GAP_MS, open.exit());
  expect(phases.filter((one) => one.startsWith('closed'))).toEqual(['closed saved']);
  expect(phases[0]).toBe('closing pending');
  expect(open.phase).toBe('closed');
});

describe('where the LMS does not answer', () => {
  let open: CourseSession;

  beforeEach(async () => {
    open = await written();
    tracker.answer = () => offline;
    await within(GAP_MS, open.exit());
  });

  test('the session is not ended, and says what is the matter', () => {
    expect(open.phase).toBe('closing');
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    expect(goodbyes()).toBe(0);
    expect(tracker.left).toBe(0);
    expect(open.file.export()).toContain('Viimeiset sanat');
  });

  test('it is tried again by itself, and the learner is let out as soon as all is saved', async () => {
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open.phase).toBe('closed');
    expect(open.status.state).toBe('saved');
    expect(goodbyes()).toBe(1);
    expect(tracker.left).toBe(1);
    expect([...storage.entries.values()].join()).not.toContain('Viimeiset');
  });

  test('or at once, when she asks for it', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await within(GAP_MS, open.exit());
    expect(open.phase).toBe('closed');
    expect(tracker.left).toBe(1);
  });

  test('she can go on, and what she writes is saved as before', async () => {
    open.stay();
    expect(open.phase).toBe('open');
    open.store.change({ [FIELD]: 'Ja vielä' });
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(open.phase).toBe('open');
    expect(open.status.state).toBe('saved');
    expect(tracker.last?.answers.get(FIELD)?.text).toBe('Ja vielä');
    expect(goodbyes()).toBe(0);
  });

  test('she can end all the same: the text stays here, and nothing is called saved', async () => {
    const goodbye = vi.spyOn(tracker, 'closeNow');
    open.exitUnsaved();
    await vi.advanceTimersByTimeAsync(0);
    expect(goodbye).toHaveBeenCalledTimes(1);
    expect(open.phase).toBe('closed');
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    expect(tracker.left).toBe(0);
    expect([...storage.entries.values()].join()).toContain('Viimeiset sanat');
    open.stay();
    void open.exit();
    expect(open.phase).toBe('closed');
  });

  test('a page that is closed meanwhile says its goodbye, once', () => {
    const goodbye = vi.spyOn(tracker, 'closeNow');
    open.lifecycle.leave();
    open.lifecycle.end();
    open.lifecycle.end();
    expect(goodbye).toHaveBeenCalledTimes(1);
  });
});

test('a full LMS keeps nobody in: she is told, and can end all the same', async () => {
  const open = await written();
  tracker.answer = () => ({ result: 'not-saved', reason: 'full', retry: false });
  await within(GAP_MS, open.exit());
  expect(open.phase).toBe('closing');
  expect(open.status).toMatchObject({ state: 'not-saved', reason: 'full' });
  open.exitUnsaved();
  await vi.advanceTimersByTimeAsync(0);
  expect(open.phase).toBe('closed');
});

test('without an LMS, a browser that keeps nothing lets nobody go unawares', async () => {
  tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
  const open = await written();
  storage.full = true;
  storage.database.habits.aborts = true;
  open.store.change({ [FIELD]: 'Vain sivulla' });
  await within(2 * GAP_MS, open.exit());
  expect(open.phase).toBe('closing');
  expect(open.status).toEqual({ state: 'not-saved', reason: 'storage', local: false });
});

test('a goodbye that fails after work that was only sent is told', async () => {
  const open = await written();
  tracker.answer = ({ revision }) => ({ result: 'sent', revision });
  vi.spyOn(tracker, 'closeNow').mockResolvedValue(offline);
  await within(GAP_MS, open.exit());
  expect(open.phase).toBe('closed');
  expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
  expect(tracker.left).toBe(0);
});

test('a page that ends by itself is closed at once, and its outcome follows', async () => {
  const open = await written();
  open.lifecycle.end();
  expect([open.phase, open.status.state]).toEqual(['closed', 'saving']);
  await vi.advanceTimersByTimeAsync(0);
  expect(open.status.state).toBe('saved');
  // The browser goes elsewhere already.
  expect(tracker.left).toBe(0);
});

test('who only looks in is let out without a save', async () => {
  tracker.launch = { ...tracker.launch, mode: 'browse' };
  const open = await written();
  const saving = vi.spyOn(tracker, 'save');
  await within(0, open.exit());
  expect(open.phase).toBe('closed');
  expect(saving).not.toHaveBeenCalled();
  expect(tracker.left).toBe(1);
});
