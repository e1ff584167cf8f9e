import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { inverse, removal } from '../../src/course/list-field.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { GAP_MS } from '../../src/session/save-queue-state.ts';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

let tracker: MemoryTracker;
let storage: MemoryStorage;
let locks: MemoryLocks;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new MemoryTracker();
  storage = new MemoryStorage();
  locks = new MemoryLocks();
});
afterEach(() => vi.useRealTimers());

function session(options: Partial<ConstructorParameters<typeof CourseSession>[0]> = {}): CourseSession {
  return new CourseSession({
    course,
    tracker,
    ...placesOf(storage),
    tabId: 'tab-1',
    random: () => 0.5,
    createLock: locks.create,
    ...options,
  });
}

async function started(options: Partial<ConstructorParameters<typeof CourseSession>[0]> = {}): Promise<CourseSession> {
  const made = session(options);
  await within(0, made.start());
  return made;
}

function write(to: CourseSession, text: string, field = 'a.thoughts.first'): void {
  to.store.change({ [field]: text });
}

describe('saving', () => {
  test('a session is saved at once when it opens, before anything is written', async () => {
    await started();
    expect(tracker.saves.map(({ occasion }) => occasion)).toEqual(['pause']);
  });

  test('typing is saved when it rests, not at each key', async () => {
    const open = await started();
    for (const text of ['K', 'Ki', 'Kir']) {
      write(open, text);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(tracker.saves).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(tracker.saves).toHaveLength(2);
    expect(textOf(tracker.last?.answers ?? new Map(), 'a.thoughts.first')).toBe('Kir');
    expect(open.status.state).toBe('saved');
  });

  test('typing without a rest is saved all the same after fifteen seconds', async () => {
    const open = await started();
    for (let second = 0; second < 16; second += 1) {
      write(open, 'x'.repeat(second + 1));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(tracker.saves.length).toBe(2);
  });

  test('a save that is not proved is told as sent, and the copy stays in this browser', async () => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await started();
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status.state).toBe('sent');
    open.end();
    expect([...storage.entries.values()].join()).toContain('Kirje');
  });

  test('“saved” stands for what was written until the save began, not until its answer came', async () => {
    const open = await started();
    const began: number[] = [];
    const save = tracker.save.bind(tracker);
    tracker.save = async (snapshot) => {
      began.push(Date.now());
      await new Promise((answered) => setTimeout(answered, 8000));
      return save(snapshot);
    };
    const told: SaveStatus[] = [];
    open.listen(() => told.push(open.status));
    write(open, 'Ennen');
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Kesken tallennuksen');
    told.length = 0;
    await vi.advanceTimersByTimeAsync(8000);
    expect(told.filter(({ state }) => state === 'saved')).toContainEqual({ state: 'saved', at: began[0] });
    expect(began[0]).toBeLessThan(Date.now() - 8000);
  });

  test('a failed save is tried again with growing pauses, and says why', async () => {
    const open = await started();
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const attempts = vi.spyOn(tracker, 'save');
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3000);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    const before = attempts.mock.calls.length;
    await vi.advanceTimersByTimeAsync(60_000);
    const inFirstMinute = attempts.mock.calls.length - before;
    expect(inFirstMinute).toBeGreaterThanOrEqual(3);
    expect(inFirstMinute).toBeLessThanOrEqual(6);
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    open.resume();
    await vi.advanceTimersByTimeAsync(1100);
    expect(open.status.state).toBe('saved');
  });

  test('two saves never come within a second', async () => {
    const open = await started();
    const times: number[] = [];
    tracker.answer = ({ revision }) => {
      times.push(Date.now());
      return { result: 'saved', revision };
    };
    for (let index = 0; index < 5; index += 1) {
      write(open, String(index));
      open.saveSoon();
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(5000);
    for (let index = 1; index < times.length; index += 1)
      expect((times[index] ?? 0) - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('nothing is written in browse mode, neither to the LMS nor in this browser', async () => {
    tracker.launch = { ...tracker.launch, mode: 'browse' };
    const open = await started();
    const attempts = vi.spyOn(tracker, 'save');
    write(open, 'Katselen');
    open.visit('b');
    open.saveSoon();
    await vi.advanceTimersByTimeAsync(20_000);
    open.end();
    expect(attempts).not.toHaveBeenCalled();
    expect(tracker.saves).toHaveLength(0);
    expect(storage.entries.size).toBe(0);
  });

  test('after completion everything still is saved, and complete never goes back', async () => {
    const open = await started();
    write(open, 'Valmis');
    await vi.advanceTimersByTimeAsync(3000);
    expect(tracker.last?.complete).toBe(true);
    write(open, '');
    write(open, 'Vielä jotain', 'a.thoughts.secret');
    await vi.advanceTimersByTimeAsync(3000);
    expect(tracker.last?.complete).toBe(true);
    expect(textOf(tracker.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Vielä jotain');
  });
});

describe('what is saved of a list', () => {
  test('the texts of a removed row do not go to the LMS, and undo still brings them back', async () => {
    const open = await started();
    open.store.change({
      'b.ideas.ideas.k001': '1',
      'b.ideas.ideas.k001.what': 'Pelejä',
      'b.map.map.n001': 'partners 1',
      'b.map.map.n001.text': 'Koulut',
    });
    await vi.advanceTimersByTimeAsync(3000);
    expect(textOf(tracker.last?.answers ?? new Map(), 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    const changes = { ...removal(open.store.answers, 'b.ideas.ideas', 'k001'), ...removal(open.store.answers, 'b.map.map', 'n001') };
    const undo = inverse(open.store.answers, changes);
    open.store.change(changes);
    await vi.advanceTimersByTimeAsync(3000);
    const saved = tracker.last?.answers ?? new Map();
    expect([...saved.keys()]).not.toContain('b.ideas.ideas.k001.what');
    expect([...saved.keys()]).not.toContain('b.map.map.n001.text');
    expect(saved.get('b.ideas.ideas.k001')?.text).toBe('');
    expect(open.exportCopy()).not.toContain('Pelejä');
    expect(open.status.state).toBe('saved');
    open.store.change(undo);
    expect(textOf(open.store.answers, 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    await vi.advanceTimersByTimeAsync(3000);
    expect(textOf(tracker.last?.answers ?? new Map(), 'b.ideas.ideas.k001.what')).toBe('Pelejä');
    expect(textOf(tracker.last?.answers ?? new Map(), 'b.map.map.n001.text')).toBe('Koulut');
  });

  test('no text stays in this browser when the last change was a removal', async () => {
    const open = await started();
    open.store.change({ 'b.ideas.ideas.k001': '1', 'b.ideas.ideas.k001.what': 'Pelejä' });
    open.store.change(removal(open.store.answers, 'b.ideas.ideas', 'k001'));
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    expect([...storage.entries.values()].join()).not.toContain('Pelejä');
  });
});

describe('this browser’s copy', () => {
  test('a tab that crashes half a second after a key has lost nothing', async () => {
    const crashed = await started();
    write(crashed, 'Viimeinen sana');
    await vi.advanceTimersByTimeAsync(500);
    const again = await started({ createLock: new MemoryLocks().create });
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('Viimeinen sana');
  });

  test('no text stays in this browser once the LMS has all of it and the session ends', async () => {
    const open = await started();
    write(open, 'Yksityinen ajatus');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    expect([...storage.entries.values()].join()).not.toContain('Yksityinen');
  });

  test('it stays until a save of this very session was proved, since a launch makes some LMSs forget', async () => {
    const first = await started();
    write(first, 'Viime kerralta');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    await vi.advanceTimersByTimeAsync(0);
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const launched = await started();
    launched.end();
    await vi.advanceTimersByTimeAsync(0);
    tracker.launch = { ...tracker.launch, state: undefined };
    expect(textOf((await started()).store.answers, 'a.thoughts.first')).toBe('Viime kerralta');
  });

  test('nobody else sees it on a shared computer', async () => {
    tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const first = await started();
    write(first, 'Ensimmäisen oma');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
    const other = new MemoryTracker();
    other.launch = { ...other.launch, learner: { id: 'learner-2' } };
    const second = await started({ tracker: other });
    expect(textOf(second.store.answers, 'a.thoughts.first')).toBe('');
  });

  test('a full storage is said: the text is then not safe here', async () => {
    const open = await started();
    storage.full = true;
    storage.database.habits.aborts = true;
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(4000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: false });
  });

  test('a field edited in two places offers both texts, and the newer is in its place', async () => {
    const here = await started();
    write(here, 'Yhteinen alku');
    await vi.advanceTimersByTimeAsync(3000);
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await vi.advanceTimersByTimeAsync(60_000);
    write(here, 'Täällä ilman yhteyttä');
    await vi.advanceTimersByTimeAsync(60_000);
    const elsewhere = new Map(tracker.launch.state?.answers).set('a.thoughts.first', { text: 'Toisella koneella', at: Date.now() });
    tracker.launch = { ...tracker.launch, state: { answers: elsewhere, revision: 9 } };
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
    const back = await started({ createLock: new MemoryLocks().create });
    expect(textOf(back.store.answers, 'a.thoughts.first')).toBe('Toisella koneella');
    expect(back.conflicts).toHaveLength(1);
    const [conflict] = back.conflicts;
    expect(conflict?.other.text).toBe('Täällä ilman yhteyttä');
    if (conflict) back.resolve(conflict, 'other');
    expect(textOf(back.store.answers, 'a.thoughts.first')).toBe('Täällä ilman yhteyttä');
    expect(back.conflicts).toHaveLength(0);
  });
});

describe('several tabs and old pages', () => {
  test('a second tab says so and writes nothing', async () => {
    await started();
    const second = new MemoryTracker();
    const other = await started({ tracker: second });
    expect(other.phase).toBe('elsewhere');
    other.end();
    expect(second.saves).toHaveLength(0);
  });

  test('taking over brings the last keystrokes along, and the first tab stops writing', async () => {
    const first = await started();
    const other = await started({ tracker: new MemoryTracker() });
    write(first, 'Kesken jäänyt');
    const takingOver = other.takeOver();
    await vi.advanceTimersByTimeAsync(400);
    await takingOver;
    expect(other.phase).toBe('open');
    expect(first.phase).toBe('elsewhere');
    expect(textOf(other.store.answers, 'a.thoughts.first')).toBe('Kesken jäänyt');
    const before = tracker.saves.length;
    write(first, 'Vanha välilehti');
    await vi.advanceTimersByTimeAsync(20_000);
    first.end();
    expect(tracker.saves).toHaveLength(before);
  });

  test('a page of the LMS out of the cache, with older work than the LMS has, does not write', async () => {
    const old = tracker.launch;
    const open = await started();
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    const cached = new MemoryTracker();
    cached.launch = old;
    const back = await started({ tracker: cached, cameBack: true });
    expect(back.phase).toBe('stale');
    write(back, 'Vanhaa');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(cached.saves).toHaveLength(0);
  });

  test('the page that is loaded instead of an old one finds the work free', async () => {
    const old = tracker.launch;
    const open = await started();
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    const cached = new MemoryTracker();
    cached.launch = old;
    const back = await started({ tracker: cached, cameBack: true });
    back.end();
    expect(back.phase).toBe('closed');
    const loaded = await started();
    expect(loaded.phase).toBe('open');
    expect(textOf(loaded.store.answers, 'a.thoughts.first')).toBe('Uudempi');
  });

  test('taking over after the first tab has closed does not write nothing over its work', async () => {
    const first = await started();
    const second = new MemoryTracker();
    const other = await started({ tracker: second });
    write(first, 'Ensimmäisessä');
    await vi.advanceTimersByTimeAsync(3000);
    first.end();
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
        const other = await started({ tracker: second, ...placesOf(undefined) });
        const takingOver = other.takeOver();
        await vi.advanceTimersByTimeAsync(400);
        await takingOver;
        return other;
      },
    ],
    [
      'the Back button',
      (second: MemoryTracker) => started({ tracker: second, ...placesOf(undefined), cameBack: true, createLock: new MemoryLocks().create }),
    ],
  ])('where the browser keeps nothing, %s writes nothing over newer work unasked', async (_way, come) => {
    const first = await started({ ...placesOf(undefined) });
    const second = new MemoryTracker();
    write(first, 'Tallessa');
    await vi.advanceTimersByTimeAsync(3000);
    const other = await come(second);
    expect(other.phase).toBe('stale');
    expect(second.saves).toHaveLength(0);
  });

  test('a full storage still gets the mark by which an old page is known', async () => {
    const old = tracker.launch;
    const open = await started();
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    const set = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      if (storage.entries.size > 0) throw new DOMException('full', 'QuotaExceededError');
      set(key, value);
    };
    storage.database.habits.aborts = true;
    open.end();
    tracker.launch = old;
    expect((await started({ cameBack: true })).phase).toBe('stale');
  });

  test('a new attempt starts empty and is open', async () => {
    const open = await started();
    write(open, 'Ensimmäinen suoritus');
    await vi.advanceTimersByTimeAsync(3000);
    open.end();
    const fresh = new MemoryTracker();
    const again = await started({ tracker: fresh });
    expect(again.phase).toBe('open');
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('');
  });
});

describe('no LMS', () => {
  test('it says so, and goes on with a copy in this browser when asked to', async () => {
    tracker.failure = new TrackingError('no-lms', 'no API in any parent');
    const alone = await started();
    expect(alone.phase).toBe('no-lms');
    expect(alone.problem?.code).toBe('no-lms');
    await within(0, alone.goOnWithoutLms());
    write(alone, 'Vain tässä');
    await vi.advanceTimersByTimeAsync(3000);
    expect(alone.status.state).toBe('local');
    alone.end();
    const again = await started();
    await within(0, again.goOnWithoutLms());
    expect(textOf(again.store.answers, 'a.thoughts.first')).toBe('Vain tässä');
  });

  test('state that cannot be read is kept for the learner', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'rikki' };
    const open = await started();
    expect(open.kept).toEqual([{ name: 'lms-state', content: 'rikki' }]);
    tracker.launch = { ...tracker.launch, learner: { id: 'learner-1' } };
    expect([...storage.entries.values()].join()).toContain('rikki');
  });
});

describe('the learner’s own copy', () => {
  test('written and read back in another attempt, after a look at what will change', async () => {
    const open = await started();
    write(open, 'Omat sanat {[<script>ä😀');
    const file = open.exportCopy();
    const other = await started({ tracker: new MemoryTracker(), ...placesOf(new MemoryStorage()), createLock: new MemoryLocks().create });
    write(other, 'Toiset sanat');
    expect(other.previewImport(file).changed).toEqual([
      { field: 'a.thoughts.first', current: 'Toiset sanat', imported: 'Omat sanat {[<script>ä😀' },
    ]);
    other.importCopy(file, false);
    expect(textOf(other.store.answers, 'a.thoughts.first')).toBe('Omat sanat {[<script>ä😀');
  });

  test.each([
    ['not-json', 'hei'],
    ['not-a-copy', '{"a":1}'],
    ['other-course', JSON.stringify({ format: 'aspa-ajokortti-answers', version: 1, course: 'x', answers: {} })],
    ['newer-version', JSON.stringify({ format: 'aspa-ajokortti-answers', version: 2, course: course.id, answers: {} })],
  ])('a file that is none is refused with its reason: %s', async (code, json) => {
    const open = await started();
    expect(() => open.previewImport(json)).toThrow(expect.objectContaining({ code }));
  });
});

describe('reports', () => {
  test('private answers stay out of interactions, and lists and maps are one readable answer each', async () => {
    const open = await started();
    write(open, 'Salaista', 'a.thoughts.secret');
    open.store.change({
      'b.ideas.ideas.k001': '1',
      'b.ideas.ideas.k001.who': 'nuori aikuinen',
      'b.ideas.ideas.k001.channel': 'desk',
      'b.ideas.ideas.k001.what': 'Enemmän pelejä',
      'b.map.map.n001': 'partners 1',
      'b.map.map.n001.text': 'Koulut',
      'b.map.map.n002': 'n001 1',
      'b.map.map.n002.text': 'Opettajat',
    });
    await vi.advanceTimersByTimeAsync(3000);
    const interactions = tracker.last?.interactions ?? [];
    expect(interactions.map(({ id }) => id)).toEqual(['a.thoughts.first', 'b.ideas.ideas', 'b.map.map']);
    expect(interactions[1]?.response).toEqual(['1) Kuka: nuori aikuinen; Kanava: Palvelupiste; Mitä: Enemmän pelejä']);
    expect(interactions[2]?.response).toEqual(['Ketkä?\n– Koulut\n– – Opettajat']);
  });

  test('with report: completion no answer leaves the learner’s own state', async () => {
    await started({ course: { ...course, report: 'completion' } });
    expect(tracker.last?.interactions).toEqual([]);
  });
});

describe('the time of a session', () => {
  test('does not count while the page is out of sight, even when the connection comes back meanwhile', async () => {
    const open = await started();
    await vi.advanceTimersByTimeAsync(10_000);
    open.hide();
    await vi.advanceTimersByTimeAsync(10_000);
    open.reconnect();
    await vi.advanceTimersByTimeAsync(60_000);
    open.resume();
    await vi.advanceTimersByTimeAsync(5_000);
    open.end();
    expect(tracker.last?.duration).toBe(15_000);
  });
});

describe('the exit button', () => {
  test('after the last words were stored, no text stays in this browser, and the learner is back in the LMS', async () => {
    let left = 0;
    const open = await started({ tracker: Object.assign(tracker, { leave: () => (left += 1) }) });
    write(open, 'Viimeiset sanat');
    await within(GAP_MS, open.exit());
    expect(left).toBe(1);
    expect([...storage.entries.values()].join('')).not.toContain('Viimeiset sanat');
  });

  test('what did not arrive keeps the page in sight, and its copy in this browser', async () => {
    let left = 0;
    const open = await started({ tracker: Object.assign(tracker, { leave: () => (left += 1) }) });
    write(open, 'Viimeiset sanat');
    tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    await within(GAP_MS, open.exit());
    expect(left).toBe(0);
    expect(open.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
    expect([...storage.entries.values()].join('')).toContain('Viimeiset sanat');
  });
});
