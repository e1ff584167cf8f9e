/** What a session keeps in this browser, where Moodle empties local storage at a login and a database may be slow, blocked or gone. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

const FIELD = 'a.thoughts.first';
const OTHER = 'b.colleague.meaning';
const OFFLINE: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true };

let tracker: MemoryTracker;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new MemoryTracker();
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function started(options: Partial<ConstructorParameters<typeof CourseSession>[0]> = {}, waits = 0): Promise<CourseSession> {
  const locks = new MemoryLocks();
  const places = placesOf(storage);
  const made = new CourseSession({ course, tracker, ...places, tabId: 'tab', random: () => 0.5, createLock: locks.create, ...options });
  await within(waits, made.start());
  return made;
}

const write = (to: CourseSession, text: string, field = FIELD): void => to.store.change({ [field]: text });
const shown = ({ store }: CourseSession, field = FIELD): string => textOf(store.answers, field);
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const everywhere = (): string => [...storage.entries.values(), storage.database.texts].join('\n');

/** `core/storage_validation` of Moodle 4.5: the first page after a login empties the site's local storage. */
function logIn(): void {
  storage.entries.clear();
}

describe('a page that leaves', () => {
  test('writes what it has once, however many events tell it so, and again a while later', async () => {
    const open = await started();
    write(open, 'Viimeiset sanat');
    const writing = vi.spyOn(storage, 'setItem');
    open.lifecycle.hide();
    expect(writing.mock.calls.some(([, value]) => value.includes('Viimeiset sanat'))).toBe(true);
    writing.mockClear();
    open.lifecycle.leave();
    open.lifecycle.hide();
    expect(writing).not.toHaveBeenCalled();
    await pass(2_000);
    logIn();
    open.lifecycle.hide();
    expect(everywhere()).toContain('Viimeiset sanat');
    expect(writing).toHaveBeenCalled();
    open.lifecycle.end();
  });
});

describe('a learner whose login has ended', () => {
  beforeEach(async () => {
    const open = await started();
    write(open, 'Ennen');
    await pass(4_000);
    tracker.answer = () => ({ result: 'not-saved', reason: 'session-ended', retry: true });
    write(open, 'Puoli tuntia kirjoitettua tekstiä');
    await pass(7_000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: true });
    open.lifecycle.leave();
    open.lifecycle.end();
    await pass(1_000);
    tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  });

  test('finds what she wrote after logging in anew, and the LMS gets it', async () => {
    logIn();
    const again = await started();
    expect(shown(again)).toBe('Puoli tuntia kirjoitettua tekstiä');
    await pass(4_000);
    expect(textOf(tracker.last?.answers ?? new Map(), FIELD)).toBe('Puoli tuntia kirjoitettua tekstiä');
  });

  test('finds it in a database that answers after she has begun to write, without losing what she writes', async () => {
    logIn();
    storage.database.habits.takes = 5_000;
    const again = await started({}, 1_100);
    expect(again.phase).toBe('open');
    expect(shown(again)).toBe('Ennen');
    write(again, 'Uutta', OTHER);
    await pass(30_000);
    expect([shown(again), shown(again, OTHER)]).toEqual(['Puoli tuntia kirjoitettua tekstiä', 'Uutta']);
    const saved = tracker.last?.answers ?? new Map();
    expect([textOf(saved, FIELD), textOf(saved, OTHER)]).toEqual(['Puoli tuntia kirjoitettua tekstiä', 'Uutta']);
  });

  test('chooses between both where she has written in the same field meanwhile', async () => {
    logIn();
    storage.database.habits.takes = 5_000;
    const again = await started({}, 1_100);
    write(again, 'Jotain aivan muuta');
    await pass(30_000);
    expect(shown(again)).toBe('Jotain aivan muuta');
    expect(again.conflicts).toMatchObject([{ field: FIELD, other: { text: 'Puoli tuntia kirjoitettua tekstiä' } }]);
    await pass(10_000);
    expect(everywhere()).toContain('Puoli tuntia kirjoitettua tekstiä');
  });

  test('is not shown an older text than the LMS has', async () => {
    logIn();
    tracker.launch = {
      ...tracker.launch,
      state: { answers: new Map([[FIELD, { text: 'Toisella koneella', at: Date.now() + 5_000 }]]), revision: 9 },
    };
    storage.database.habits.takes = 5_000;
    const again = await started({}, 1_100);
    await pass(30_000);
    expect(shown(again)).toBe('Toisella koneella');
  });
});

describe('“tallessa tällä koneella”', () => {
  test.each([100, 1_500, 3_000])('is said once the database has the text, and not before: a transaction takes %i ms', async (takes) => {
    const open = await started();
    await pass(2_000);
    tracker.answer = () => OFFLINE;
    storage.database.habits.takes = takes;
    const said: boolean[] = [];
    open.listen(() => {
      if (open.status.state !== 'not-saved') return;
      said.push(open.status.local);
      if (open.status.local) expect(storage.database.texts).toContain('Kirje');
    });
    write(open, 'Kirje');
    await pass(500);
    expect([...storage.entries.values()].join()).toContain('Kirje');
    await pass(20_000);
    expect(said.at(-1)).toBe(true);
    expect(said.includes(false)).toBe(takes > 2_000);
  });

  test.each([
    ['is opened by nobody', { opens: 'never' }],
    ['is refused', { opens: 'fails' }],
    ['has no room', { aborts: true }],
    ['takes minutes', { takes: 120_000 }],
  ] as const)('is not said where the database %s, though local storage has the text', async (_how, habits) => {
    Object.assign(storage.database.habits, habits);
    tracker.answer = () => OFFLINE;
    const open = await started({}, 5_000);
    write(open, 'Kirje');
    await pass(10_000);
    expect(everywhere()).toContain('Kirje');
    expect(open.status).toMatchObject({ state: 'not-saved', local: false });
  });

  test('is taken back where the database stops answering, and said again when it does', async () => {
    const open = await started();
    tracker.answer = () => OFFLINE;
    write(open, 'Kirje');
    await pass(10_000);
    expect(open.status).toMatchObject({ local: true });
    storage.database.habits.aborts = true;
    write(open, 'Kirje ja lisää');
    await pass(1_000);
    expect(open.status).toMatchObject({ local: false });
    storage.database.habits.aborts = false;
    write(open, 'Kirje ja lisää vielä');
    await pass(1_000);
    expect(open.status).toMatchObject({ local: true });
  });

  test('without an LMS, “in this browser” is said once the database has it', async () => {
    tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
    storage.database.habits.aborts = true;
    const open = await started();
    write(open, 'Vain tässä');
    await pass(5_000);
    expect(open.status).toEqual({ state: 'not-saved', reason: 'storage', local: false });
    storage.database.habits.aborts = false;
    write(open, 'Vain tässä vielä');
    await pass(5_000);
    expect(open.status.state).toBe('local');
  });
});

describe('closing', () => {
  test('leaves the last keystrokes in local storage before it returns, and in the database', async () => {
    const open = await started();
    await pass(2_000);
    tracker.answer = () => OFFLINE;
    write(open, 'Viimeiset');
    open.lifecycle.leave();
    open.lifecycle.end();
    expect([...storage.entries.values()].join()).toContain('Viimeiset');
    await pass(100);
    logIn();
    expect(shown(await started())).toBe('Viimeiset');
  });

  test('removes the texts from both places once the LMS has them, and a late write does not bring them back', async () => {
    const open = await started();
    write(open, 'Perillä');
    await pass(4_000);
    const late = new Map(storage.database.rows);
    open.lifecycle.end();
    await pass(100);
    expect(everywhere()).not.toContain('Perillä');
    storage.database.rows = late;
    tracker.launch = { ...tracker.launch, state: undefined };
    const again = await started();
    expect(shown(again)).toBe('');
    await pass(4_000);
    expect(everywhere()).not.toContain('Perillä');
  });

  test('an old page is known by the mark after a login too', async () => {
    const old = tracker.launch;
    const open = await started();
    write(open, 'Uudempi');
    await pass(4_000);
    open.lifecycle.end();
    await pass(100);
    logIn();
    tracker.launch = old;
    expect((await started({ cameBack: true })).phase).toBe('stale');
  });
});

describe('two tabs', () => {
  test('what a frozen tab writes late reaches the tab that has the work, and the LMS', async () => {
    const frozen = await started();
    await pass(2_000);
    tracker.answer = () => OFFLINE;
    write(frozen, 'Jäätyneestä');
    const second = new MemoryTracker();
    const open = await started({ tracker: second });
    write(open, 'Uudesta', OTHER);
    await pass(4_000);
    // It hears only now that it has lost the work.
    frozen.lifecycle.hide();
    write(open, 'Uudesta lisää', OTHER);
    await pass(8_000);
    expect(shown(open)).toBe('Jäätyneestä');
    expect(textOf(second.last?.answers ?? new Map(), FIELD)).toBe('Jäätyneestä');
    expect(shown(open, OTHER)).toBe('Uudesta lisää');
  });
});

describe('state that could not be read', () => {
  test('is kept in the database, and offered after a login', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'rikki' };
    const open = await started();
    await pass(4_000);
    open.lifecycle.end();
    await pass(100);
    logIn();
    tracker.launch = { learner: { id: 'learner-1' }, mode: 'normal', state: undefined, limits: tracker.launch.limits };
    expect((await started()).kept).toEqual([{ name: 'lms-state', content: 'rikki' }]);
  });

  test('is offered when a database that answers late has it', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'rikki' };
    (await started()).lifecycle.end();
    await pass(100);
    logIn();
    tracker.launch = { learner: { id: 'learner-1' }, mode: 'normal', state: undefined, limits: tracker.launch.limits };
    storage.database.habits.takes = 3_000;
    const again = await started({}, 1_100);
    expect(again.kept).toEqual([]);
    await pass(10_000);
    expect(again.kept).toEqual([{ name: 'lms-state', content: 'rikki' }]);
  });

  test('is carried in the new state where the database does not say that it has it', async () => {
    tracker.launch = { ...tracker.launch, unreadable: 'rikki' };
    storage.database.habits.opens = 'never';
    const open = await started({}, 2_200);
    open.store.change({ [FIELD]: 'Uusi alku' });
    await pass(4_000);
    expect(textOf(tracker.last?.answers ?? new Map(), '@unreadable')).toBe('rikki');
  });
});

describe('a learner who has her work removed from the browser', () => {
  test('goes on, and what she writes is saved in the LMS and kept nowhere here', async () => {
    const open = await started();
    write(open, 'Yhteisellä koneella');
    await pass(4_000);
    expect(open.copyHere).toBe('copied');
    expect(await within(0, open.removeFromBrowser())).toBe(true);
    expect(open.copyHere).toBe('removed');
    expect(everywhere()).not.toContain('Yhteisellä koneella');
    write(open, 'Jatkoa', OTHER);
    await pass(10_000);
    const saved = tracker.last?.answers ?? new Map();
    expect([textOf(saved, FIELD), textOf(saved, OTHER)]).toEqual(['Yhteisellä koneella', 'Jatkoa']);
    tracker.answer = () => OFFLINE;
    write(open, 'Ilman yhteyttä', OTHER);
    await pass(5_000);
    expect(open.status).toMatchObject({ state: 'not-saved', local: false });
    open.lifecycle.leave();
    open.lifecycle.end();
    await pass(1_000);
    expect(everywhere()).not.toContain('Ilman yhteyttä');
  });

  test('is told before that the LMS lacks something: an answer, a version to choose from, a state that could not be read', async () => {
    const open = await started();
    tracker.answer = () => OFFLINE;
    write(open, 'Vain täällä');
    expect(open.copyHere).toBe('ahead');
    await pass(4_000);
    open.lifecycle.end();
    await pass(100);
    tracker = new MemoryTracker();
    tracker.launch = { ...tracker.launch, unreadable: 'rikki' };
    const other = await started();
    await pass(4_000);
    expect(other.copyHere).toBe('ahead');
  });

  test('can do so after the course has closed without being saved', async () => {
    const open = await started();
    tracker.answer = () => OFFLINE;
    write(open, 'Ei perillä');
    await pass(4_000);
    open.lifecycle.end();
    await pass(1_000);
    expect(everywhere()).toContain('Ei perillä');
    expect(await within(0, open.removeFromBrowser())).toBe(true);
    expect(everywhere()).not.toContain('Ei perillä');
    expect(open.status).toMatchObject({ local: false });
  });

  test('ends her session where no LMS is, and nothing is written when the page closes', async () => {
    tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
    const forget = vi.fn();
    const open = await started({ tracker: Object.assign(tracker, { forget }) });
    write(open, 'Vain tässä');
    await pass(5_000);
    expect(open.copyHere).toBe('only');
    const saves = tracker.saves.length;
    await within(0, open.removeFromBrowser());
    expect(open.phase).toBe('closed');
    expect(forget).toHaveBeenCalledOnce();
    open.lifecycle.leave();
    open.lifecycle.end();
    await pass(60_000);
    expect(tracker.saves.length).toBe(saves);
    expect(everywhere()).not.toContain('Vain tässä');
  });

  test.each([
    ['gone', 'at-once', 'removed'],
    ['not known to be gone', 'never', 'uncertain'],
  ] as const)('where no LMS is, is told that it is %s once that is known, and not before', async (_what, opens, copyHere) => {
    tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, thisBrowserOnly: true } };
    Object.assign(storage.database.habits, { opens });
    const open = await started({}, 10_000);
    const told: string[] = [];
    open.listen(() => open.phase === 'closed' && told.push(open.copyHere));
    write(open, 'Vain tässä');
    await pass(5_000);
    const removing = open.removeFromBrowser();
    write(open, 'Ei tallennu');
    await within(2_000, removing);
    expect(told).toEqual([copyHere]);
    expect(everywhere()).not.toContain('Ei tallennu');
  });

  test('is offered no such thing where the browser keeps nothing', async () => {
    expect((await started(placesOf(undefined))).copyHere).toBe('nothing');
    tracker.launch = { ...tracker.launch, mode: 'browse' };
    expect((await started()).copyHere).toBe('nothing');
  });
});
