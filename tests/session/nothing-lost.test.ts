/** Moments at which words, or the truth about them, could be lost between the learner, this browser and the LMS. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import { removal } from '../../src/course/list-field.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { GAP_MS } from '../../src/session/save-queue-state.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import type { SaveOutcome, Snapshot } from '../../src/tracking/tracker.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, placesOf, MemoryTracker, within } from './memory.ts';

const FIELD = 'a.thoughts.first';

/** An LMS that answers only when it is let. */
class SlowTracker extends MemoryTracker {
  #letGo: (() => void) | undefined;
  isSlow = false;

  override async save(snapshot: Snapshot): Promise<SaveOutcome> {
    if (this.isSlow) await new Promise<void>((go) => (this.#letGo = go));
    return super.save(snapshot);
  }

  letGo(): void {
    this.isSlow = false;
    this.#letGo?.();
  }
}

let tracker: SlowTracker;
let storage: MemoryStorage;
let locks: MemoryLocks;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new SlowTracker();
  storage = new MemoryStorage();
  locks = new MemoryLocks();
});
afterEach(() => vi.useRealTimers());

async function started(options: Partial<ConstructorParameters<typeof CourseSession>[0]> = {}): Promise<CourseSession> {
  const made = new CourseSession({
    course,
    tracker,
    ...placesOf(storage),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: locks.create,
    ...options,
  });
  await within(0, made.start());
  return made;
}

const write = (to: CourseSession, text: string, field = FIELD): void => to.store.change({ [field]: text });
async function takenOver(by: CourseSession): Promise<void> {
  const taking = by.takeOver();
  await vi.advanceTimersByTimeAsync(400);
  await taking;
}
const held = (): string => textOf(tracker.last?.answers ?? new Map(), FIELD);

describe('the page goes out of sight', () => {
  test('while a save waits for its answer, the newest words go out at once', async () => {
    const open = await started();
    tracker.isSlow = true;
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(4000);
    write(open, 'Alku ja loppu');
    open.hide();
    expect(tracker.saves.at(-1)?.occasion).toBe('hidden');
    expect(held()).toBe('Alku ja loppu');
  });

  test('what was only sent then is saved again as soon as the page is seen', async () => {
    const open = await started();
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Piiloon mennessä');
    open.hide();
    expect(tracker.last).toBeDefined();
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(5000);
    open.resume();
    await vi.advanceTimersByTimeAsync(1100);
    expect(open.status.state).toBe('saved');
  });
});

describe('the save loop', () => {
  test('goes on after an outage that ended in "full", as soon as something is shortened', async () => {
    const open = await started();
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Liian pitkä');
    await vi.advanceTimersByTimeAsync(3000);
    tracker.answer = () => ({ result: 'not-saved', reason: 'full', retry: false });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'full' });
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    write(open, 'Lyhyt');
    await vi.advanceTimersByTimeAsync(4000);
    expect(held()).toBe('Lyhyt');
    expect(open.status.state).toBe('saved');
  });

  test('is not stopped by a tracker that throws though it never should', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const open = await started();
    tracker.answer = () => {
      throw new TypeError('a mistake of ours');
    };
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(held()).toBe('Kirje');
    expect(told).toHaveBeenCalled();
  });

  test('gives the learner as long as it took her: an LMS that hangs does not freeze the page again at once', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    let attempts = 0;
    vi.spyOn(tracker, 'save').mockImplementation(async () => {
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
      const { status } = await started({ tracker: failing, random: () => chance, createLock: new MemoryLocks().create });
      retries.push(status.state === 'not-saved' ? (status.retryAt ?? 0) - Date.now() : 0);
    }
    expect(retries).toEqual([1500, 2000, 2500]);
  });

  test('words typed while a save was under way are not called saved by it', async () => {
    const open = await started();
    tracker.isSlow = true;
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Alku ja loppu');
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    tracker.letGo();
    await vi.advanceTimersByTimeAsync(100);
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).toContain('Alku ja loppu');
  });
});

describe('before the LMS is asked', () => {
  test('the newest words are in this browser, since some players take the page away when their session has ended', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    let kept = '';
    vi.spyOn(tracker, 'save').mockImplementation(({ revision }) => {
      kept = [...storage.entries.values()].join();
      return Promise.resolve({ result: 'saved', revision });
    });
    write(open, 'Äsken kirjoitettu');
    open.saveSoon();
    await vi.advanceTimersByTimeAsync(300);
    expect(kept).toContain('Äsken kirjoitettu');
  });

  test('where this browser keeps nothing, typing without a rest is with the LMS within five seconds', async () => {
    const open = await started({ ...placesOf(undefined) });
    await vi.advanceTimersByTimeAsync(2000);
    for (let second = 1; second <= 5; second++) {
      write(open, 'x'.repeat(second));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(held()).not.toBe('');
  });
});

describe('leaving the page', () => {
  test('saves in beforeunload before that returns, and ends in pagehide', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    open.leave();
    open.end();
    expect(tracker.saves.slice(-2).map(({ occasion }) => occasion)).toEqual(['leaving', 'close']);
    expect(tracker.saves.at(-2)?.snapshot.answers.get(FIELD)?.text).toBe('Viimeiset');
  });
});

describe('a clock that is set back by an hour', () => {
  async function setBack(): Promise<CourseSession> {
    const open = await started();
    write(open, 'Ennen');
    await vi.advanceTimersByTimeAsync(4000);
    vi.setSystemTime(Date.now() - 3_600_000);
    write(open, 'Jälkeen');
    return open;
  }

  test('delays no save', async () => {
    await setBack();
    await vi.advanceTimersByTimeAsync(3000);
    expect(held()).toBe('Jälkeen');
  });

  test('stops no save when the page goes out of sight', async () => {
    (await setBack()).hide();
    expect(held()).toBe('Jälkeen');
  });

  test('does not put off what is typed without a rest', async () => {
    const open = await setBack();
    await vi.advanceTimersByTimeAsync(3000);
    const saves = tracker.saves.length;
    write(open, '0');
    vi.setSystemTime(Date.now() - 3_600_000);
    for (let second = 1; second <= 16; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      write(open, String(second));
    }
    expect(tracker.saves.length).toBeGreaterThan(saves);
  });

  test('takes no time from the session', async () => {
    (await setBack()).end();
    expect(tracker.last?.duration).toBe(4000);
  });
});

describe('an LMS that gives no receipts', () => {
  beforeEach(() => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    tracker.launch = { ...tracker.launch, limits: { receipts: false, storesAfterCompletion: true } };
  });

  test('gets the state again on a timer and at each chapter though nothing has changed', async () => {
    const open = await started();
    write(open, 'Lähetetty');
    await vi.advanceTimersByTimeAsync(3000);
    const sent = tracker.saves.length;
    await vi.advanceTimersByTimeAsync(61_000);
    expect(tracker.saves.length).toBe(sent + 1);
    open.saveSoon();
    await vi.advanceTimersByTimeAsync(1500);
    expect(tracker.saves.length).toBe(sent + 2);
    expect(held()).toBe('Lähetetty');
  });

  test('the copy in this browser stays until a later launch has read the work back', async () => {
    const open = await started();
    write(open, 'Todistamaton');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).toContain('Todistamaton');
    const again = await started();
    again.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test('the copy goes then too where the first save of each launch shows that there are none', async () => {
    const limits = { receipts: true, storesAfterCompletion: true };
    tracker.launch = { ...tracker.launch, limits };
    tracker.answer = ({ revision }) => {
      limits.receipts = false;
      return { result: 'sent', revision };
    };
    const open = await started();
    write(open, 'Todistamaton');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).toContain('Todistamaton');
    limits.receipts = true;
    (await started()).end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test('a removed row keeps no text in this browser, for which the LMS could never be asked', async () => {
    const open = await started();
    open.store.change({ 'b.ideas.ideas.k001': '1', 'b.ideas.ideas.k001.what': 'Pelejä', [FIELD]: 'Todistamaton' });
    open.store.change(removal(open.store.answers, 'b.ideas.ideas', 'k001'));
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).not.toContain('Pelejä');
    (await started()).end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).not.toContain('Todistamaton');
  });

  test('an old page is still known after launches in which nothing was written', async () => {
    const session = async (text?: string): Promise<void> => {
      const open = await started();
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      open.end();
      await vi.advanceTimersByTimeAsync(100);
    };
    await session('Vanha');
    const old = tracker.launch;
    await session('Uudempi');
    await session();
    await session();
    tracker.launch = old;
    expect((await started()).phase).toBe('stale');
  });

  test('that hands over nothing though it had work is not written to unasked', async () => {
    const session = async (text?: string): Promise<void> => {
      const open = await started();
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      open.end();
      await vi.advanceTimersByTimeAsync(100);
    };
    await session('Tallessa');
    await session();
    tracker.launch = { ...tracker.launch, state: undefined };
    const saves = tracker.saves.length;
    const failed = await started();
    expect(failed.phase).toBe('stale');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tracker.saves).toHaveLength(saves);
    failed.goOnAnyway();
    await vi.advanceTimersByTimeAsync(0);
    expect(failed.phase).toBe('open');
  });

  test('and starts anew after completion gets the work back from the copy, which stays', async () => {
    tracker.launch = { ...tracker.launch, limits: { receipts: false, storesAfterCompletion: false } };
    for (const text of ['Valmis', undefined]) {
      const open = await started();
      if (text) write(open, text);
      await vi.advanceTimersByTimeAsync(3000);
      expect(open.progress.complete).toBe(true);
      open.end();
      await vi.advanceTimersByTimeAsync(100);
    }
    tracker.launch = { ...tracker.launch, state: undefined };
    const anew = await started();
    expect(anew.phase).toBe('open');
    expect(textOf(anew.store.answers, FIELD)).toBe('Valmis');
  });

  test('a batch that was dropped in silence comes back from the copy at the next launch', async () => {
    const open = await started();
    const { launch } = tracker;
    write(open, 'Pudotettu');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    tracker.launch = launch;
    const again = await started();
    expect(textOf(again.store.answers, FIELD)).toBe('Pudotettu');
    await vi.advanceTimersByTimeAsync(3000);
    expect(held()).toBe('Pudotettu');
  });
});

describe('without an LMS', () => {
  test.each(['full', 'barred'] as const)('a browser whose storage is %s is never said to keep the text', async (how) => {
    tracker.failure = new TrackingError('no-lms', 'no API');
    const alone = await started(how === 'barred' ? { ...placesOf(undefined) } : {});
    storage.full = true;
    storage.database.habits.aborts = true;
    await within(0, alone.goOnWithoutLms());
    write(alone, 'Vain sivulla');
    await vi.advanceTimersByTimeAsync(5000);
    expect(alone.status).toEqual({ state: 'not-saved', reason: 'storage', local: false });
  });
});

describe('the exit button', () => {
  test('says "saved" only when the last words were proved, not when they were sent', async () => {
    const open = await started();
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    write(open, 'Viimeiset');
    await within(GAP_MS, open.exit());
    expect(open.phase).toBe('closed');
    expect(open.status.state).toBe('sent');
  });

  test('saves with an answer first and ends after it, with what was typed meanwhile', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    tracker.isSlow = true;
    const leaving = open.exit();
    expect(open.status.state).toBe('saving');
    expect(open.phase).toBe('closing');
    await vi.advanceTimersByTimeAsync(100);
    write(open, 'Viimeiset sanat');
    tracker.letGo();
    await within(2 * GAP_MS + 500, leaving);
    expect(open.phase).toBe('closed');
    expect(tracker.saves.slice(-2).map(({ occasion }) => occasion)).toEqual(['pause', 'close']);
    expect(held()).toBe('Viimeiset sanat');
  });

  test('a goodbye that is refused takes nothing from what was proved before it', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    vi.spyOn(tracker, 'closeNow').mockResolvedValue({ result: 'not-saved', reason: 'session-ended', retry: true });
    await within(GAP_MS, open.exit());
    expect(open.status.state).toBe('saved');
  });

  test('leaves no page behind that neither saves nor ends, whatever the tracker throws', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    tracker.answer = () => {
      throw new TypeError('a mistake of ours');
    };
    await within(GAP_MS, open.exit());
    expect(open.phase).toBe('closing');
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    open.exitUnsaved();
    await vi.advanceTimersByTimeAsync(0);
    expect(open.phase).toBe('closed');
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    expect([...storage.entries.values()].join()).toContain('Viimeiset');
    expect(told).toHaveBeenCalled();
  });

  test('works again after another tab has had the work meanwhile', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    tracker.isSlow = true;
    const leaving = open.exit();
    await takenOver(await started({ tracker: new SlowTracker() }));
    tracker.letGo();
    await leaving;
    expect(open.phase).toBe('elsewhere');
    await takenOver(open);
    expect(open.phase).toBe('open');
    void open.exit();
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.phase).toBe('closed');
  });

  test('pressed twice, or followed by the end of the page, it ends the session once', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Viimeiset');
    tracker.isSlow = true;
    const leaving = open.exit();
    void open.exit();
    open.end();
    tracker.letGo();
    await leaving;
    expect(tracker.saves.filter(({ occasion }) => occasion === 'close')).toHaveLength(1);
  });
});

describe('two versions of an answer', () => {
  async function conflicting(): Promise<CourseSession> {
    const here = await started();
    write(here, 'Yhteinen alku');
    await vi.advanceTimersByTimeAsync(3000);
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await vi.advanceTimersByTimeAsync(60_000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    const elsewhere = new Map(tracker.launch.state?.answers).set(FIELD, { text: 'Toisella koneella', at: Date.now() });
    tracker.launch = { ...tracker.launch, state: { answers: elsewhere, revision: 9 } };
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    return started({ createLock: new MemoryLocks().create });
  }

  test('are both there too where the LMS never had the first of them', async () => {
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const here = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    here.end();
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    const there = await started({ ...placesOf(new MemoryStorage()), createLock: new MemoryLocks().create });
    write(there, 'Toisella koneella');
    there.end();
    const back = await started();
    expect(textOf(back.store.answers, FIELD)).toBe('Toisella koneella');
    expect(back.conflicts.map(({ other }) => other.text)).toEqual(['Täällä ilman yhteyttä']);
  });

  test('are one where the newer only goes on from the older', async () => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    write(open, 'Alku');
    await vi.advanceTimersByTimeAsync(3000);
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Alku ja loppu');
    await vi.advanceTimersByTimeAsync(3000);
    const again = await started({ createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, FIELD)).toBe('Alku ja loppu');
    expect(again.conflicts).toEqual([]);
  });

  test('are not offered for the place of a row, which has no words', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(2000);
    tracker.answer = ({ revision }) => ({
      result: 'saved',
      revision,
      elsewhere: new Map([
        ['b.ideas.ideas.k001', { text: '3', at: Date.now() }],
        ['b.ideas.ideas.k001.what', { text: 'Lautapelejä', at: Date.now() }],
      ]),
    });
    open.store.change({ 'b.ideas.ideas.k001': '2', 'b.ideas.ideas.k001.what': 'Pelejä' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.conflicts.map(({ field, other }) => [field, other.text])).toEqual([['b.ideas.ideas.k001.what', 'Pelejä']]);
  });

  test('are still both there when the course was closed before she chose', async () => {
    const first = await conflicting();
    expect(first.conflicts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    await vi.advanceTimersByTimeAsync(100);
    const again = await started({ createLock: new MemoryLocks().create });
    expect(again.conflicts.map(({ current, other }) => [current.text, other.text])).toEqual([
      ['Toisella koneella', 'Täällä ilman yhteyttä'],
    ]);
  });

  test('once she has chosen, no trace of the other stays in this browser', async () => {
    const first = await conflicting();
    for (const conflict of first.conflicts) first.resolve(conflict, 'current');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    await vi.advanceTimersByTimeAsync(100);
    expect([...storage.entries.values()].join()).not.toContain('ilman yhteyttä');
    expect((await started({ createLock: new MemoryLocks().create })).conflicts).toEqual([]);
  });
});

describe('state that could not be read', () => {
  test('is carried in the new state where this browser keeps nothing, so that nothing is written over it', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'Bvanha' };
    await started({ ...placesOf(undefined) });
    expect(tracker.last?.answers.get(note.unreadable)?.text).toBe('Bvanha');
    const later = new SlowTracker();
    later.launch = { ...later.launch, ...(tracker.launch.state ? { state: tracker.launch.state } : {}) };
    const again = await started({ tracker: later, ...placesOf(undefined), createLock: new MemoryLocks().create });
    expect(again.kept).toEqual([{ name: 'lms-state', content: 'Bvanha' }]);
    expect(again.exportCopy()).not.toContain('Bvanha');
  });

  test('is not carried where this browser keeps it', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'Bvanha' };
    const open = await started();
    expect(open.kept).toEqual([{ name: 'lms-state', content: 'Bvanha' }]);
    expect(tracker.last?.answers.has(note.unreadable)).toBe(false);
  });

  test('an own copy that is damaged is set aside and offered', async () => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await started();
    write(open, 'Talteen');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    const [key, text = ''] = [...storage.entries].find(([, value]) => value.includes('Talteen')) ?? ['', ''];
    storage.entries.set(key, text.slice(0, -9));
    const again = await started({ createLock: new MemoryLocks().create });
    expect(again.phase).toBe('open');
    expect(again.kept).toEqual([{ name: 'local-copy', content: text.slice(0, -9) }]);
  });

  test('whatever stands in this browser’s storage, the course opens with what the LMS has', { timeout: 20_000 }, async () => {
    tracker.launch = { ...tracker.launch, state: { answers: new Map([[FIELD, { text: 'Tallessa', at: Date.now() }]]), revision: 3 } };
    const { launch } = tracker;
    const [key = ''] = await (async () => {
      await started();
      return [...storage.entries.keys()];
    })();
    const stored = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('[null]', '{"answers":{"a":null}}', '{"format":1}'));
    await fc.assert(
      fc.asyncProperty(fc.array(stored, { minLength: 4, maxLength: 4 }), async (texts) => {
        const damaged = new MemoryStorage();
        for (const [index, suffix] of ['', ':mark', ':others', ':kept'].entries()) damaged.setItem(`${key}${suffix}`, texts[index] ?? '');
        tracker.launch = launch;
        const open = await started({ ...placesOf(damaged), createLock: new MemoryLocks().create });
        expect(open.phase).toBe('open');
        expect(textOf(open.store.answers, FIELD)).toBe('Tallessa');
        open.end();
      }),
    );
  });

  test('an own copy that is damaged is not lost in a storage that has no room for it twice', async () => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await started();
    write(open, 'Talteen '.repeat(100));
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    const [key, text = ''] = [...storage.entries].find(([, value]) => value.includes('Talteen')) ?? ['', ''];
    storage.entries.set(key, text.slice(0, -9));
    storage.room = text.length * 1.5;
    const again = await started();
    expect(again.kept).toEqual([{ name: 'local-copy', content: text.slice(0, -9) }]);
  });
});

describe('a copy that is older than what the LMS is known to have', () => {
  test('is no reason to write over it from an old page', async () => {
    const open = await started();
    const old = tracker.launch;
    write(open, 'Vanhempi');
    await vi.advanceTimersByTimeAsync(500);
    const copies = [...storage.entries];
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    await vi.advanceTimersByTimeAsync(100);
    for (const [key, text] of copies) storage.entries.set(key, text);
    tracker.launch = old;
    expect((await started({ cameBack: true })).phase).toBe('stale');
  });
});

describe('an LMS that does not say who the learner is', () => {
  test('shows nobody what another wrote in the same tab, as long as it says a name', async () => {
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    tracker.launch = { ...tracker.launch, learner: { id: '', name: 'Kirjastonen, Aino' } };
    const first = await started();
    write(first, 'Ainon oma');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    const other = new SlowTracker();
    other.launch = { ...other.launch, learner: { id: '', name: 'Lainaaja, Onni' } };
    expect(textOf((await started({ tracker: other })).store.answers, FIELD)).toBe('');
    expect(textOf((await started({ createLock: new MemoryLocks().create })).store.answers, FIELD)).toBe('Ainon oma');
  });

  test('or says it with half of a character, is an LMS all the same', async () => {
    tracker.launch = { ...tracker.launch, learner: { id: 'aino \ud83d' } };
    expect((await started()).phase).toBe('open');
  });
});

describe('an LMS that handed over nothing', () => {
  test('where that is doubtful, nothing is written over what it may have until the learner says so', async () => {
    tracker.launch = { ...tracker.launch, doubtful: true };
    const open = await started();
    expect(open.phase).toBe('stale');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(tracker.saves).toHaveLength(0);
    open.goOnAnyway();
    await vi.advanceTimersByTimeAsync(0);
    expect(tracker.saves).toHaveLength(1);
  });
});

describe('what this version of the course does not ask', () => {
  test('answers to removed exercises and a newer version’s fields go through every save and both copies', async () => {
    const answers = new Map([
      ['z.removed.old', { text: 'Vanha vastaus', at: 1_700_000_000_000 }],
      ['b.future.list.k001.who', { text: 'Uudempi kenttä', at: 1_700_000_000_000 }],
    ]);
    tracker.launch = { ...tracker.launch, state: { answers, revision: 3 } };
    const open = await started();
    write(open, 'Nykyinen');
    await vi.advanceTimersByTimeAsync(3000);
    expect(tracker.last?.answers).toEqual(new Map([...answers, ...[...(tracker.last?.answers ?? [])].filter(([id]) => !answers.has(id))]));
    for (const [id, { text }] of answers) expect(textOf(tracker.last?.answers ?? new Map(), id)).toBe(text);
    const file = open.exportCopy();
    const other = await started({ tracker: new SlowTracker(), ...placesOf(new MemoryStorage()), createLock: new MemoryLocks().create });
    expect(other.previewImport(file).unknown).toEqual(['z.removed.old', 'b.future.list.k001.who']);
    other.importCopy(file, true);
    for (const [id, { text }] of answers) expect(textOf(other.store.answers, id)).toBe(text);
  });
});

describe('another tab takes over', () => {
  test('once, however often the button is pressed', async () => {
    await started();
    const second = new SlowTracker();
    const other = await started({ tracker: second });
    const pressed = other.takeOver();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([takenOver(other), pressed]);
    expect(other.phase).toBe('open');
    expect(second.saves).toHaveLength(1);
  });

  test('and loses it to a third in the same moment: then only the third writes', async () => {
    await started();
    const second = await started({ tracker: new SlowTracker() });
    const third = await started({ tracker: new SlowTracker() });
    const taking = second.takeOver();
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all([takenOver(third), taking]);
    expect([second.phase, third.phase]).toEqual(['elsewhere', 'open']);
  });

  test('and the first takes it back: what its copy had no room for is not replaced by older text', async () => {
    const first = await started();
    write(first, 'Vanha');
    await vi.advanceTimersByTimeAsync(4000);
    storage.full = true;
    storage.database.habits.aborts = true;
    write(first, 'Uusi');
    await vi.advanceTimersByTimeAsync(4000);
    const second = new SlowTracker();
    second.launch = tracker.launch;
    await takenOver(await started({ tracker: second }));
    await takenOver(first);
    write(first, 'Toinen', 'a.thoughts.secret');
    await vi.advanceTimersByTimeAsync(4000);
    expect(held()).toBe('Uusi');
    expect(textOf(tracker.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Toinen');
  });

  test('the first tab’s tracker is told that nothing that waits is to be sent', async () => {
    const abandoned = vi.fn();
    await started({ tracker: Object.assign(tracker, { abandon: abandoned }) });
    const other = await started({ tracker: new SlowTracker() });
    const takingOver = other.takeOver();
    await vi.advanceTimersByTimeAsync(400);
    await takingOver;
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  test('where the first tab’s copy had no room, older work is not written over it unasked', async () => {
    const first = await started();
    const second = new SlowTracker();
    second.launch = tracker.launch;
    const other = await started({ tracker: second });
    storage.full = true;
    storage.database.habits.aborts = true;
    write(first, 'Tallessa vain oppimisympäristössä');
    await vi.advanceTimersByTimeAsync(4000);
    await takenOver(other);
    expect(other.phase).toBe('stale');
    expect(second.saves).toHaveLength(0);
  });

  test('a first tab that hears of it late, since its LMS hangs, writes no older copy over the newer one', async () => {
    const late: (() => void)[] = [];
    const first = await started({ createLock: (name, lost) => locks.create(name, () => void late.push(lost)) });
    write(first, 'Ensimmäisessä');
    await vi.advanceTimersByTimeAsync(500);
    const second = new SlowTracker();
    second.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const other = await started({ tracker: second });
    await takenOver(other);
    await vi.advanceTimersByTimeAsync(2000);
    write(other, 'Toisessa');
    await vi.advanceTimersByTimeAsync(500);
    write(first, 'Jonossa', 'a.thoughts.secret');
    for (const hears of late) hears();
    const again = await started({ tracker: new SlowTracker(), createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, FIELD)).toBe('Toisessa');
    expect(textOf(again.store.answers, 'a.thoughts.secret')).toBe('Jonossa');
  });
});
