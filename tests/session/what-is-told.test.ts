/** What a learner is told while she writes, and when she finds an empty course. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { course } from './fixture-course.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf, within } from './memory.ts';

const FIELD = 'a.thoughts.first';
const offline: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true };

let tracker: MemoryTracker;
let storage: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  tracker = new MemoryTracker();
  storage = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

async function started(on: MemoryTracker = tracker): Promise<CourseSession> {
  const { create: createLock } = new MemoryLocks();
  const open = new CourseSession({ course, tracker: on, ...placesOf(storage), tabId: 'tab-1', random: () => 0.5, createLock });
  await within(0, open.start());
  await vi.advanceTimersByTimeAsync(3_000);
  return open;
}

const write = (to: CourseSession, text: string): void => to.store.change({ [FIELD]: text });

describe('words that are only here', () => {
  test('are said to wait as soon as they are written, until they are saved', async () => {
    const open = await started();
    expect(open.status.state).toBe('saved');
    write(open, 'K');
    expect(open.status.state).toBe('pending');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(open.status.state).toBe('saved');
  });

  test('are said to wait again where they came while the save before was under way', async () => {
    const open = await started();
    const save = tracker.save.bind(tracker);
    tracker.save = async (snapshot) => {
      await new Promise((answered) => setTimeout(answered, 2_000));
      return save(snapshot);
    };
    write(open, 'Ennen');
    await vi.advanceTimersByTimeAsync(3_000);
    write(open, 'Kesken tallennuksen');
    expect(open.status.state).toBe('saving');
    await vi.advanceTimersByTimeAsync(1_600);
    expect(open.status.state).toBe('pending');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(open.status.state).toBe('saved');
  });

  test('do not hide that saving fails', async () => {
    const open = await started();
    tracker.answer = () => offline;
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(3_000);
    write(open, 'Kirjeet');
    expect(open.status.state).toBe('not-saved');
  });

  test('are words: to turn a page is no reason to say that something waits', async () => {
    const open = await started();
    open.visit('b');
    expect(open.status.state).toBe('saved');
  });
});

describe('where nothing arrives that a closing page sends', () => {
  beforeEach(() => {
    tracker.launch = { ...tracker.launch, limits: { ...tracker.launch.limits, saveSooner: true } };
  });

  test('words are saved after a rest of a second', async () => {
    const open = await started();
    write(open, 'Kirje');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(textOf(tracker.last?.answers ?? new Map(), FIELD)).toBe('Kirje');
  });

  test('and typing without a rest is saved every five seconds', async () => {
    const open = await started();
    const before = tracker.saves.length;
    for (let step = 1; step <= 30; step += 1) {
      write(open, 'x'.repeat(step));
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(tracker.saves.length - before).toBeGreaterThanOrEqual(2);
  });
});

describe('an attempt that begins empty', () => {
  const inAttempt = (attempt: string): MemoryTracker => {
    const other = new MemoryTracker();
    other.launch = { ...other.launch, learner: { id: 'learner-1', attempt } };
    return other;
  };

  test('is nothing special where the learner never was here before', async () => {
    expect((await started()).earlier).toBeUndefined();
  });

  test('nor is one that was begun before', async () => {
    const first = await started();
    write(first, 'Jatkuu');
    await vi.advanceTimersByTimeAsync(3_000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    expect((await started()).earlier).toBeUndefined();
  });

  test('is told apart where the LMS names no attempts, since this browser knows that it had work', async () => {
    const first = await started();
    write(first, 'Ensimmäinen suoritus');
    await vi.advanceTimersByTimeAsync(3_000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    const again = await started(new MemoryTracker());
    expect(again.phase).toBe('open');
    expect(again.earlier).toEqual(new Map());
    again.file.importEarlier(again.earlier ?? new Map());
    expect(again.store.answers.get(FIELD)).toBeUndefined();
  });

  test.each([
    ['where the LMS names no attempts, or has the course in two places', () => [new MemoryTracker(), new MemoryTracker()]],
    ['and where it names them', () => [inAttempt('1'), inAttempt('2')]],
  ])('is nothing special where she only looked in before, %s', async (_, both) => {
    const [first, second] = both();
    const before = await started(first);
    before.visit('a');
    await vi.advanceTimersByTimeAsync(3_000);
    before.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    expect((await started(second)).earlier).toBeUndefined();
  });

  test('offers what this browser still has of another attempt, and takes it over nothing that was written since', async () => {
    const first = inAttempt('1');
    first.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await started(first);
    open.store.change({ [FIELD]: 'Ensimmäisestä', 'a.thoughts.secret': 'Salaisuus' });
    await vi.advanceTimersByTimeAsync(3_000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    const second = inAttempt('2');
    const again = await started(second);
    expect(textOf(again.store.answers, FIELD)).toBe('');
    expect(again.earlier?.get(FIELD)?.text).toBe('Ensimmäisestä');
    write(again, 'Uusi alku');
    again.file.importEarlier(again.earlier ?? new Map());
    expect(textOf(again.store.answers, FIELD)).toBe('Uusi alku');
    expect(textOf(again.store.answers, 'a.thoughts.secret')).toBe('Salaisuus');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(textOf(second.last?.answers ?? new Map(), 'a.thoughts.secret')).toBe('Salaisuus');
  });

  test('says nothing of another learner’s work in the same browser', async () => {
    const first = inAttempt('1');
    first.launch = { ...first.launch, learner: { id: 'learner-1:x', attempt: '1' } };
    first.answer = () => offline;
    const open = await started(first);
    write(open, 'Toisen oma');
    await vi.advanceTimersByTimeAsync(3_000);
    open.lifecycle.end();
    expect((await started(inAttempt('2'))).earlier).toBeUndefined();
  });
});

describe('words that were written here while no LMS was found', () => {
  /** As after a frame that was loaded anew: the LMS refuses, and she goes on in this browser. */
  async function writtenWithoutLms(text: string): Promise<void> {
    const refusing = new MemoryTracker();
    refusing.failure = new TrackingError('initialize-failed', 'LMSInitialize threw');
    const alone = await started(refusing);
    await within(0, alone.goOnWithoutLms());
    write(alone, text);
    await vi.advanceTimersByTimeAsync(3_000);
    alone.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
  }

  test('are offered when the course is opened from the LMS again, and both texts of a field are shown', async () => {
    const first = await started();
    write(first, 'Oppimisympäristössä');
    await vi.advanceTimersByTimeAsync(3_000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    await writtenWithoutLms('Vain selaimessa');
    const again = await started();
    expect(textOf(again.store.answers, FIELD)).toBe('Oppimisympäristössä');
    expect(again.strays?.get(FIELD)?.text).toBe('Vain selaimessa');
    await within(0, again.takeStrays());
    expect(textOf(again.store.answers, FIELD)).toBe('Vain selaimessa');
    expect(again.conflicts.map(({ other }) => other.text)).toEqual(['Oppimisympäristössä']);
    expect(again.strays).toBeUndefined();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(textOf(tracker.last?.answers ?? new Map(), FIELD)).toBe('Vain selaimessa');
  });

  test('are kept where they are until they are safe under her name, and not offered once they are', async () => {
    await writtenWithoutLms('Vain selaimessa');
    const again = await started();
    expect(again.strays?.size).toBeGreaterThan(0);
    again.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    const third = await started();
    expect(third.strays?.size).toBeGreaterThan(0);
    await within(3_000, third.takeStrays());
    await vi.advanceTimersByTimeAsync(4_000);
    third.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    expect((await started()).strays).toBeUndefined();
    expect([...storage.entries.keys()].filter((key) => key.includes('this-browser'))).toEqual([]);
  });

  test('are not taken over by themselves: the computer may be shared', async () => {
    await writtenWithoutLms('Jonkun toisen');
    const again = await started();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(textOf(again.store.answers, FIELD)).toBe('');
    expect(textOf(tracker.last?.answers ?? new Map(), FIELD)).toBe('');
  });
});

describe('a state of which the LMS had no room for all', () => {
  beforeEach(() => {
    const answers = new Map([[FIELD, { text: 'Mahtui', at: Date.now() }]]);
    tracker.launch = { ...tracker.launch, state: { answers, revision: 3 }, isIncomplete: true };
  });

  test('says in another browser that words are missing', async () => {
    expect((await started()).lacksWords).toBe(true);
  });

  test('and nothing in the browser that has them', async () => {
    tracker.answer = () => offline;
    const first = await started();
    write(first, 'Kaikki');
    await vi.advanceTimersByTimeAsync(3_000);
    first.lifecycle.end();
    await vi.advanceTimersByTimeAsync(0);
    expect((await started()).lacksWords).toBe(false);
  });
});
