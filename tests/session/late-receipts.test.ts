/** What a closing page has sent is answered to nobody; the next launch in its browser learns from the state itself whether it has arrived. */
import { beforeEach, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome, Snapshot } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage } from './memory.ts';

const ROW = 'b.ideas.ideas.k001';
const WORDS = `${ROW}.what`;
const fresh = freshSurroundings();
let elsewhere: MemoryStorage;

beforeEach(() => {
  elsewhere = new MemoryStorage();
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, replaces: true } };
});

const sent = ({ revision }: Snapshot): SaveOutcome => ({ result: 'sent', revision });

async function opened(storage = fresh.storage): Promise<CourseSession> {
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  const session = await startedIn({ ...fresh, storage, locks: new MemoryLocks() });
  await vi.advanceTimersByTimeAsync(5_000);
  return session;
}

/** The LMS takes what the closing page sends, or nothing; nobody hears of it. */
async function closed(session: CourseSession, arrives = true): Promise<void> {
  const { launch } = fresh.tracker;
  fresh.tracker.answer = sent;
  session.lifecycle.end();
  if (!arrives) fresh.tracker.launch = launch;
  await vi.advanceTimersByTimeAsync(5_000);
}

/** At another computer, where all is said to be saved. */
async function elsewhereSaved(change: (session: CourseSession) => void): Promise<void> {
  const session = await opened(elsewhere);
  change(session);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(session.status.state).toBe('saved');
  session.lifecycle.end();
  await vi.advanceTimersByTimeAsync(5_000);
}

function others({ conflicts }: CourseSession): string[] {
  return conflicts.map(({ other }) => other.text);
}

test('the last words of a closing page that she has written over at another computer are no second version', async () => {
  const one = await opened();
  write(one, 'Viimeinen sana');
  await closed(one);
  await elsewhereSaved((two) => write(two, 'Aivan muuta'));
  const again = await opened();
  expect([textOf(again.store.answers, FIELD), others(again)]).toEqual(['Aivan muuta', []]);
});

test('nor are words that were sent while the page stood open, where an LMS says nothing of what it stores and the last sending is lost', async () => {
  const one = await opened();
  fresh.tracker.answer = sent;
  write(one, 'Viimeinen sana');
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(one, false);
  await elsewhereSaved((two) => write(two, 'Aivan muuta'));
  const again = await opened();
  expect([textOf(again.store.answers, FIELD), others(again)]).toEqual(['Aivan muuta', []]);
});

test('a row with such words that she has removed there stays removed', async () => {
  const one = await opened();
  one.store.change({ [ROW]: '1', [WORDS]: 'Viimeinen sana' });
  await closed(one);
  await elsewhereSaved(({ store }) => store.change({ [ROW]: '' }));
  expect(textOf((await opened()).store.answers, ROW)).toBe('');
});

test('words that have not arrived are offered beside those of the other computer', async () => {
  const one = await opened();
  write(one, 'Viimeinen sana');
  await closed(one, false);
  await elsewhereSaved((two) => write(two, 'Aivan muuta'));
  const again = await opened();
  expect([textOf(again.store.answers, FIELD), others(again)]).toEqual(['Aivan muuta', ['Viimeinen sana']]);
});

test('so are words that she wrote after the last save that has arrived', async () => {
  const one = await opened();
  write(one, 'Tallennettu sana');
  await vi.advanceTimersByTimeAsync(20_000);
  write(one, 'Viimeinen sana');
  await closed(one, false);
  await elsewhereSaved((two) => write(two, 'Aivan muuta'));
  expect(others(await opened())).toEqual(['Viimeinen sana']);
});

test('words that have arrived, and that a page left open elsewhere has written over with its old state, come back', async () => {
  await elsewhereSaved((two) => write(two, 'Alku'));
  const leftOpen = await opened(elsewhere);
  const one = await opened();
  write(one, 'Viimeinen sana', 'a.thoughts.secret');
  await closed(one);
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  write(leftOpen, 'Aivan muuta');
  await vi.advanceTimersByTimeAsync(20_000);
  leftOpen.lifecycle.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(textOf((await opened()).store.answers, 'a.thoughts.secret')).toBe('Viimeinen sana');
});

test('the note of it is in the LMS alone', async () => {
  const one = await opened();
  write(one, 'Sana');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fresh.tracker.last?.answers.has(note.saves)).toBe(true);
  expect([...fresh.storage.entries.values()].join(' ')).not.toContain(note.saves);
  one.lifecycle.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await opened()).store.answers.has(note.saves)).toBe(false);
});

test('an LRS, which merges what it is given, gets none', async () => {
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: { receipts: true, storesAfterCompletion: true } };
  write(await opened(), 'Sana');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(fresh.tracker.last?.answers.has(note.saves)).toBe(false);
});

test('of many browsers the state names the last ones', async () => {
  for (let browser = 0; browser < 19; browser += 1) {
    const one = await opened(new MemoryStorage());
    write(one, `Sana ${browser}`);
    await vi.advanceTimersByTimeAsync(20_000);
    one.lifecycle.end();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  const saves = textOf(fresh.tracker.last?.answers ?? new Map(), note.saves);
  expect(saves).toMatch(/^\*:\d+( \w+:\d+){16}$/);
});

test('and of those before them up to when they have saved: later words that it had not read come back', async () => {
  const session = await opened();
  write(session, 'Alku');
  await vi.advanceTimersByTimeAsync(20_000);
  const leftOpen = await opened(elsewhere);
  for (const text of [...Array.from({ length: 30 }, (_, place) => `Jatko ${place}`), 'Jatko ja loppu']) {
    write(session, text);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  // Now its copy says that the LMS has them. Its page is gone without a word.
  write(session, 'Muuta', 'b.colleague.meaning');
  await vi.advanceTimersByTimeAsync(20_000);
  write(leftOpen, 'Vanhalla sivulla');
  await vi.advanceTimersByTimeAsync(20_000);
  leftOpen.lifecycle.end();
  for (let browser = 0; browser < 17; browser += 1) {
    const wiped = await opened(new MemoryStorage());
    if (browser > 15) write(wiped, 'Kioskissa');
    await vi.advanceTimersByTimeAsync(20_000);
    wiped.lifecycle.end();
    await vi.advanceTimersByTimeAsync(5_000);
  }
  const again = await opened();
  expect([textOf(again.store.answers, FIELD), others(again)]).toEqual(['Kioskissa', ['Jatko ja loppu']]);
});
