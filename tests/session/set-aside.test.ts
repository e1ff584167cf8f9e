/** What is set aside as of another activity with this course is neither lost on the way nor takes the place of what is this one's. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import type { FoundWork } from '../../src/session/copy/browser-copy.ts';
import { CopyStore, type CopyKey } from '../../src/session/copy/copy-store.ts';
import { workOf } from '../../src/session/copy/work-of.ts';
import { FIELD } from './fresh-session.ts';
import { MemoryStorage, placesOf, within } from './memory.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const stored = (key: string, text: string, revision = 3): FoundWork['stored'] & object => ({
  answers: new Map([
    [note.key, { text: key, at: 1_000 }],
    [FIELD, { text, at: Date.now() }],
  ]),
  revision,
  confirmedAt: 1_000,
});

const of = (key: string): string => workOf({ stored: stored(key, '') });

let storage: MemoryStorage;
beforeEach(() => (storage = new MemoryStorage()));

function storeOf(key: Partial<CopyKey>, found: FoundWork[] = []): CopyStore {
  return new CopyStore({ course: 'c', learner: 'aino', ...key }, placesOf(storage), (work) => found.push(work) > 0);
}

/** A page of the activity with this key, of which the LMS has a state, writes. */
async function wrote(key: string, text: string): Promise<CopyStore> {
  const store = storeOf({ work: of(key) });
  await within(0, store.read());
  await within(0, store.write(stored(key, text)));
  return store;
}

const textIn = ({ stored: copy }: Pick<FoundWork, 'stored'>): string => textOf(copy?.answers ?? new Map(), FIELD);

test('in a browser that has not the few characters more of the other name, nothing is lost', async () => {
  const { name } = await wrote('last', 'Viime vuonna');
  vi.spyOn(storage, 'setItem').mockImplementation((key, value) => {
    if (key !== name) throw new DOMException('full', 'QuotaExceededError');
    storage.entries.set(key, value);
  });
  storage.database.habits.full = true;
  const now = storeOf({ work: of('this') });
  expect(textIn(await within(0, now.read()))).toBe('Viime vuonna');
  expect(storage.getItem(name)).toContain('Viime vuonna');
});

test('a storage that is full gets no empty copy under a name that it does not have', async () => {
  const { name } = await wrote('last', 'Viime vuonna');
  storage.clear();
  vi.spyOn(storage, 'setItem').mockImplementation((key, value) => {
    if (value !== '') throw new DOMException('full', 'QuotaExceededError');
    storage.entries.set(key, value);
  });
  await within(0, storeOf({ work: of('this') }).read());
  expect(storage.getItem(name)).toBeNull();
});

test('a late row of another activity takes nothing out of local storage that is of this one', async () => {
  await wrote('last', 'Viime vuonna');
  storage.clear();
  storage.database.habits.takes = 2_000;
  const store = storeOf({ work: of('this') });
  await within(1_500, store.read());
  void store.write(stored('this', 'Tänä vuonna'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(storage.getItem(store.name)).toContain('Tänä vuonna');
});

test('nor does a row that is read at once', async () => {
  await wrote('last', 'Viime vuonna');
  const rows = new Map(storage.database.rows);
  storage.clear();
  storage.database.rows.clear();
  await wrote('this', 'Tänä vuonna');
  storage.database.rows = rows;
  await within(0, storeOf({ work: of('this') }).read());
  storage.database.rows.clear();
  expect(textIn(await within(0, storeOf({ work: of('this') }).read()))).toBe('Tänä vuonna');
});
