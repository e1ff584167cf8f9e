/** What this browser keeps of work that goes to another site than the course's own. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf, type Answers } from '../../src/course/answers.ts';
import type { KeptWork } from '../../src/session/copy/browser-copy.ts';
import { CopyStore, type CopyKey } from '../../src/session/copy/copy-store.ts';
import { MemoryStorage, placesOf, within } from './memory.ts';

const FIELD = 'a.thoughts.first';
const NAME = 'aspa:course:aino:1';
const START = Date.parse('2026-11-25T08:00:00Z');
const FIRST = JSON.stringify({ format: 1, revision: 5, confirmedAt: 9, answers: { [FIELD]: { text: 'Vanha', at: START } } });
const known = { origin: 'https://lrs.example.fi', isOf: () => true };
const strange = { origin: 'https://lrs.example.net', isOf: () => false };

let browser: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  browser = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

function storeOf(site?: CopyKey['site'], learner = 'aino'): CopyStore {
  return new CopyStore({ course: 'course', learner, attempt: '1', ...(site ? { site } : {}) }, placesOf(browser), () => true);
}

const textIn = ({ stored }: Pick<KeptWork, 'stored'>): string => textOf(stored?.answers ?? new Map(), FIELD);
const read = (store: CopyStore): Promise<KeptWork> => within(1_000, store.read());

async function written(text: string, site?: CopyKey['site']): Promise<CopyStore> {
  const store = storeOf(site);
  await read(store);
  const answers: Answers = new Map([[FIELD, { text, at: START }]]);
  await within(0, store.write({ answers, revision: 1, confirmedAt: 0 }));
  return store;
}

test('is not found for another, nor for the course’s own', async () => {
  await written('Agreedille', strange);
  expect(textIn(await read(storeOf(strange)))).toBe('Agreedille');
  for (const other of [known, { ...strange, origin: 'https://lrs.example.net:8443' }, undefined])
    expect(textIn(await read(storeOf(other)))).toBe('');
});

describe('what earlier releases kept under no site', () => {
  test.each([
    ['local storage', () => browser.setItem(NAME, FIRST)],
    ['both places', async () => void (await written('Vanha'))],
    [
      'the database alone',
      async () => {
        await written('Vanha');
        browser.clear();
      },
    ],
  ])('in %s is found for the site that it is of, and stands under that from then on', async (_where, keep) => {
    await keep();
    expect(textIn(await read(storeOf(known)))).toBe('Vanha');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.getItem(NAME)).toBeNull();
    expect(browser.database.rows.get(NAME)?.text ?? '').not.toContain('Vanha');
    expect(textIn(await read(storeOf(known)))).toBe('Vanha');
    browser.clear();
    expect(textIn(await read(storeOf(known)))).toBe('Vanha');
  });

  test('stays where it is while it is safe nowhere else', async () => {
    browser.setItem(NAME, FIRST);
    browser.full = true;
    browser.database.habits.aborts = true;
    expect(textIn(await read(storeOf(known)))).toBe('Vanha');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.getItem(NAME)).toBe(FIRST);
  });

  test('is for any other site no more than an earlier attempt’s, which she is offered', async () => {
    browser.setItem(NAME, FIRST);
    const kept = await read(storeOf(strange));
    expect(textIn(kept)).toBe('');
    expect(kept.otherAttempts.map((answers) => textOf(answers, FIELD))).toEqual(['Vanha']);
    expect(browser.getItem(NAME)).toBe(FIRST);
    expect(textIn(await read(storeOf()))).toBe('Vanha');
  });

  test('is at any site read as far as it is sent nowhere: versions to choose between, and what could not be read', async () => {
    browser.setItem(NAME, FIRST);
    browser.setItem(`${NAME}:others`, `[["b.x",{"text":"Toinen","at":${String(START)}}]]`);
    browser.setItem(`${NAME}:kept`, '[{"name":"lms-state","content":"rikki"}]');
    const store = storeOf(strange);
    const kept = await read(store);
    expect(kept).toMatchObject({ stored: undefined, others: [['b.x', { text: 'Toinen' }]], unreadable: [{ content: 'rikki' }] });
    store.keepOthers([]);
    await vi.advanceTimersByTimeAsync(0);
    expect((await read(storeOf(strange))).others).toEqual([]);
    expect(await read(storeOf({ ...strange, isOf: () => true }))).toMatchObject({ stored: { revision: 15 } });
  });

  test('of another learner is nobody else’s', async () => {
    browser.setItem(NAME, FIRST);
    const kept = await read(storeOf(known, 'eino'));
    expect(textIn(kept)).toBe('');
    expect(kept.otherAttempts).toEqual([]);
  });

  test('of a database that answers late stays where nobody is there to take it over', async () => {
    await written('Vanha');
    browser.clear();
    browser.database.habits.takes = 3_000;
    const store = new CopyStore({ course: 'course', learner: 'aino', attempt: '1', site: known }, placesOf(browser), () => false);
    expect(textIn(await read(store))).toBe('');
    await vi.advanceTimersByTimeAsync(30_000);
    browser.database.habits.takes = 0;
    expect(textIn(await read(storeOf(known)))).toBe('Vanha');
  });

  test('of a database that answers late is taken over when it does', async () => {
    await written('Vanha');
    browser.clear();
    browser.database.habits.takes = 3_000;
    const found: string[] = [];
    const store = new CopyStore({ course: 'course', learner: 'aino', attempt: '1', site: known }, placesOf(browser), (work) => {
      found.push(textIn(work));
      return true;
    });
    void store.read();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(found).toContain('Vanha');
  });
});

test('removing takes away what stands under either name, in both places', async () => {
  await written('Omalle');
  const store = await written('Sovitulle', strange);
  expect(await within(1_000, store.remove(undefined))).toBe(true);
  expect([...browser.entries.values()].join('')).not.toMatch(/Omalle|Sovitulle/);
  expect(browser.database.texts).not.toMatch(/Omalle|Sovitulle/);
});
