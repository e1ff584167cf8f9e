import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GAP_MS, type Pace } from '../../src/session/saving/save-waits.ts';
import { SaveQueue, type SaveCalls, type CallOutcome } from '../../src/session/saving/save-queue.ts';
import type { LeavingEvent, SaveOutcome, Turn } from '../../src/tracking/tracker.ts';

const saved: SaveOutcome = { result: 'saved', revision: 1 };
const pace: Pace = { pause: 2_500, longest: 15_000 };

interface Call {
  readonly kind: 'save' | LeavingEvent | 'close';
  readonly turn?: Turn;
  readonly at: number;
  readonly answer: (outcome: SaveOutcome) => Promise<void>;
}

let calls: Call[];
let settings: Turn[];
let told: CallOutcome[];
let heard: SaveOutcome[];
let queue: SaveQueue;
let isLeftOpen: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  calls = [];
  isLeftOpen = false;
  settings = [];
  told = [];
  heard = [];
  const call = (kind: Call['kind'], turn?: Turn): Promise<SaveOutcome> =>
    new Promise((resolve) => {
      const answer = async (outcome: SaveOutcome): Promise<void> => {
        resolve(outcome);
        await vi.advanceTimersByTimeAsync(0);
      };
      calls.push({ kind, ...(turn ? { turn } : {}), at: Date.now(), answer });
    });
  const options: SaveCalls = {
    set: (turn) => void settings.push(turn),
    save: (turn) => call('save', turn),
    saveNow: (event) => call(event),
    closeNow: () => call('close'),
    returned: (outcome) => heard.push(outcome),
    told: (one) => told.push(one),
    rested: () => undefined,
    pace: () => pace,
    isLeftOpen: () => isLeftOpen,
    isNews: () => true,
    now: Date.now,
    random: () => 0.5,
  };
  queue = new SaveQueue(options);
});
afterEach(() => vi.useRealTimers());

const kinds = (): string[] => calls.map(({ kind }) => kind);
const lastCall = (): Call => {
  const call = calls.at(-1);
  if (!call) throw new Error('No call was made');
  return call;
};

/** A session whose first save was answered, after a while. */
async function opened(): Promise<void> {
  queue.open();
  await vi.advanceTimersByTimeAsync(0);
  await lastCall().answer(saved);
  await vi.advanceTimersByTimeAsync(5_000);
}

describe('a second after the last word', () => {
  test('the state is set, once, and saved when typing has paused long enough', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(900);
    queue.changed();
    await vi.advanceTimersByTimeAsync(999);
    expect(settings).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(settings).toHaveLength(1);
    expect(kinds()).toEqual(['save']);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(settings).toHaveLength(1);
    expect(kinds()).toEqual(['save', 'save']);
  });

  test('a setting that is not done when something newer begins has lost its turn', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(settings.map(({ isOver }) => isOver)).toEqual([false]);
    queue.leaves('leaving');
    expect(settings.map(({ isOver }) => isOver)).toEqual([true]);
  });

  test('nothing is set while a failed save waits to be tried again', async () => {
    queue.open();
    await vi.advanceTimersByTimeAsync(0);
    await lastCall().answer({ result: 'not-saved', reason: 'offline', retry: true });
    queue.changed();
    await vi.advanceTimersByTimeAsync(1_400);
    expect(settings).toHaveLength(0);
  });
});

describe('a save', () => {
  test('begins in a timer, never in the event or the promise that asked for it', async () => {
    queue.open();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(kinds()).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).toEqual(['save']);
  });

  test('of a learner who wants to leave begins in a timer too, since a click is no moment for some LMSs', async () => {
    await opened();
    queue.notice('asked');
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(kinds()).toEqual(['save']);
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).toEqual(['save', 'save']);
  });

  test('waits for the one before it, however long that takes', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(3_000);
    const first = lastCall();
    queue.changed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kinds()).toEqual(['save', 'save']);
    await first.answer(saved);
    await vi.advanceTimersByTimeAsync(GAP_MS - 10);
    expect(kinds()).toEqual(['save', 'save']);
    await vi.advanceTimersByTimeAsync(10);
    expect(kinds()).toEqual(['save', 'save', 'save']);
  });

  test('rests between two commits, and learns when its turn is over', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(3_000);
    const { turn } = lastCall();
    const rested = turn?.rest();
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(GAP_MS);
    expect(await rested).toBe(true);
    expect(Date.now() - from).toBeGreaterThanOrEqual(1_050);
    const again = turn?.rest();
    queue.leaves('leaving');
    await vi.advanceTimersByTimeAsync(GAP_MS);
    expect(await again).toBe(false);
  });
});

describe('what the page goes through', () => {
  test.each(['hidden', 'leaving'] as const)('%s: the turn of the save is over before the page hurries, and at once', async (event) => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(2_500 + GAP_MS);
    const { turn } = lastCall();
    let wasOver: boolean | undefined;
    const push = calls.push.bind(calls);
    calls.push = (call) => {
      wasOver = turn?.isOver;
      return push(call);
    };
    queue.leaves(event);
    expect(kinds().at(-1)).toBe(event);
    expect(wasOver).toBe(true);
  });

  test('closed: the goodbye is made at once, and nothing comes after it', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(3_000);
    const { turn } = lastCall();
    queue.close();
    expect(kinds().at(-1)).toBe('close');
    expect(turn?.isOver).toBe(true);
    queue.leaves('leaving');
    queue.changed();
    queue.close();
    await lastCall().answer(saved);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(kinds()).toEqual(['save', 'save', 'close']);
    expect(told.at(-1)).toMatchObject({ outcome: saved, isLast: true });
  });
});

describe('an outcome', () => {
  test('of a save whose turn is over is not told, but what it found elsewhere is not lost', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(4_000);
    const over = lastCall();
    queue.leaves('hidden');
    const hurried = lastCall();
    told.length = 0;
    heard.length = 0;
    const answers = new Map([['a', { text: 'Muualla', at: 1 }]]);
    const found: SaveOutcome = { ...saved, elsewhere: { answers, agreedAt: 0, readUntil: new Map(), unread: [] } };
    await over.answer(found);
    expect(told).toEqual([]);
    expect(heard).toEqual([found]);
    await hurried.answer({ result: 'sent', revision: 2 });
    expect(told.map(({ outcome }) => outcome.result)).toEqual(['sent']);
  });

  test('is told with the moment at which its save began', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(2_500);
    const began = Date.now();
    await vi.advanceTimersByTimeAsync(8_000);
    await lastCall().answer(saved);
    expect(told.at(-1)?.asOf).toBe(began);
  });

  test('with more to tell later brings another save then, though nothing was written', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(3_000);
    await lastCall().answer({ ...saved, dueIn: 20_000 });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(kinds()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kinds()).toHaveLength(3);
    await lastCall().answer(saved);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(kinds()).toHaveLength(3);
  });
});

describe('a wait that is longer than a timer of the browser can be', () => {
  const days = 25 * 86_400_000;
  const failed: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true, retryAfter: days };

  test.each<[string, SaveOutcome]>([
    ['until a failed save is tried again', failed],
    ['until there is more to tell', { ...saved, dueIn: days }],
  ])('%s, is not taken for none', async (_wait, outcome) => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(2_500);
    await lastCall().answer(outcome);
    const before = calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(before);
  });
});

describe('another tab', () => {
  test('that takes over stops everything; one that gives back waits for what is still under way', async () => {
    await opened();
    queue.changed();
    await vi.advanceTimersByTimeAsync(3_000);
    const underWay = lastCall();
    queue.stop();
    expect(underWay.turn?.isOver).toBe(true);
    queue.changed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kinds()).toHaveLength(2);
    queue.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kinds()).toHaveLength(2);
    await underWay.answer(saved);
    await vi.advanceTimersByTimeAsync(GAP_MS);
    expect(kinds()).toHaveLength(3);
  });
});
