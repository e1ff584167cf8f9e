/**
 * An LMS that says nothing of what it stores, two computers by turns, and sendings that are lost: what she has replaced or removed where she saw it is no
 * second version, and does not come back, though this browser has words that the LMS lacks.
 */
import { beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome, Snapshot } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, type Surroundings } from './fresh-session.ts';
import { closed, computer, opened, others, texts } from './one-lms.ts';

const OTHER_FIELD = 'a.thoughts.secret';
const ROW = 'b.ideas.ideas.k001';
const WORDS = `${ROW}.what`;
const fresh = freshSurroundings();
let office: Surroundings;
let home: Surroundings;

beforeEach(() => {
  fresh.tracker.answer = sent;
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: { receipts: false, storesAfterCompletion: true } };
  [office, home] = [computer(fresh), computer(fresh)];
});

function sent({ revision }: Snapshot): SaveOutcome {
  return { result: 'sent', revision };
}

async function written(page: CourseSession, changes: Readonly<Record<string, string>>): Promise<void> {
  page.store.change(changes);
  await vi.advanceTimersByTimeAsync(20_000);
}

/** What is sent meanwhile arrives nowhere. */
async function lost(work: () => Promise<void>): Promise<void> {
  const { state } = fresh.tracker.launch;
  await work();
  fresh.tracker.launch = { ...fresh.tracker.launch, state };
}

async function visited(at: Surroundings, changes: Readonly<Record<string, string>>): Promise<void> {
  const page = await opened(at);
  await written(page, changes);
  await closed(page);
}

/** Whose last words are lost. */
async function leftWith(page: CourseSession, changes: Readonly<Record<string, string>>): Promise<void> {
  await lost(async () => {
    page.store.change(changes);
    await vi.advanceTimersByTimeAsync(500);
    await closed(page);
  });
}

test('words that have arrived are no second version beside those that she wrote over them, though later ones have not', async () => {
  const page = await opened(office);
  await written(page, { [FIELD]: 'Ensin' });
  await leftWith(page, { [OTHER_FIELD]: 'Perille tulematta' });
  await visited(home, { [FIELD]: 'Kotona' });
  const again = await opened(office);
  expect([...texts(again, FIELD, OTHER_FIELD), others(again)]).toEqual(['Kotona', 'Perille tulematta', []]);
});

test('nor are they where what was sent in a later session has not arrived either', async () => {
  const page = await opened(office);
  await written(page, { [FIELD]: 'Ensin' });
  await leftWith(page, { [OTHER_FIELD]: 'Perille tulematta' });
  const { state } = fresh.tracker.launch;
  fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined };
  await closed(await opened(office));
  fresh.tracker.launch = { ...fresh.tracker.launch, state };
  await visited(home, { [FIELD]: 'Kotona' });
  expect(others(await opened(office))).toEqual([]);
});

test('a page that Back brings is known as old by what was sent after its launch, and its words are not taken for arrived', async () => {
  await visited(home, { [FIELD]: 'Ensin' });
  const page = await opened(office);
  const { state } = fresh.tracker.launch;
  await closed(page);
  await visited(home, { [OTHER_FIELD]: 'Kotona' });
  const now = fresh.tracker.launch.state;
  fresh.tracker.launch = { ...fresh.tracker.launch, state };
  const back = await opened(office, { cameBack: true });
  expect(back.phase).toBe('stale');
  await closed(back);
  fresh.tracker.launch = { ...fresh.tracker.launch, state: now };
  expect(texts(await opened(office), OTHER_FIELD)).toEqual(['Kotona']);
});

test('words that have not arrived are one', async () => {
  const page = await opened(office);
  await written(page, { [FIELD]: 'Ensin' });
  await leftWith(page, { [FIELD]: 'Perille tulematta' });
  await visited(home, { [FIELD]: 'Kotona' });
  expect(others(await opened(office))).toEqual(['Perille tulematta']);
});

test('a row that she has removed at the other computer stays removed, though later words have not arrived', async () => {
  const page = await opened(office);
  await written(page, { [ROW]: '1', [WORDS]: 'Rivillä' });
  await leftWith(page, { [FIELD]: 'Perille tulematta' });
  await visited(home, { [ROW]: '' });
  expect(textOf((await opened(office)).store.answers, ROW)).toBe('');
});

test('so does one that she has removed here, where that has not arrived', async () => {
  const page = await opened(office);
  await written(page, { [ROW]: '1', [WORDS]: 'Rivillä' });
  await leftWith(page, { [ROW]: '' });
  expect(textOf((await opened(office)).store.answers, ROW)).toBe('');
});

test('and one with words of the other computer that were not read here comes back', async () => {
  await visited(home, { [ROW]: '1', [WORDS]: 'Ensin' });
  const page = await opened(office);
  await leftWith(page, { [ROW]: '' });
  await visited(home, { [WORDS]: 'Kotona' });
  expect(texts(await opened(office), WORDS)).toEqual(['Kotona']);
});

test('words that the LMS has handed over are known there, though nothing of that session has arrived', async () => {
  await leftWith(await opened(office), { [OTHER_FIELD]: 'Perille tulematta' });
  await visited(home, { [FIELD]: 'Kotona' });
  await lost(async () => closed(await opened(office)));
  await visited(home, { [FIELD]: 'Toisin sanoin' });
  const again = await opened(office);
  expect([...texts(again, FIELD, OTHER_FIELD), others(again)]).toEqual(['Toisin sanoin', 'Perille tulematta', []]);
});

test('words that the player has sent by itself, and that she has replaced since, are none', async () => {
  const set = (snapshot: Snapshot): Promise<void> => {
    fresh.tracker.launch = { ...fresh.tracker.launch, state: snapshot };
    return Promise.resolve();
  };
  const page = await opened(office);
  Object.assign(fresh.tracker, { set });
  page.store.change({ [FIELD]: 'Ensin' });
  await vi.advanceTimersByTimeAsync(1_200);
  Object.assign(fresh.tracker, { set: undefined });
  await leftWith(page, { [FIELD]: 'Perille tulematta' });
  expect(texts(await opened(home), FIELD)).toEqual(['Ensin']);
  const again = await opened(office);
  expect([...texts(again, FIELD), others(again)]).toEqual(['Perille tulematta', []]);
});
