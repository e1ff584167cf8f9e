/** What a learner has agreed to is remembered in her browser, as long as she comes back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AgreedSites } from '../../src/session/copy/agreed-sites.ts';
import { KEPT_DAYS } from '../../src/session/copy/others-old-copies.ts';
import { MemoryStorage, placesOf, within } from './memory.ts';

const LRS = 'https://lrs.example.net';
const FETCH = 'https://lms.example.org';
const DAY_MS = 86_400_000;
const KEY = 'aspa:agreed-sites';

let browser: MemoryStorage;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
  browser = new MemoryStorage();
});
afterEach(() => vi.useRealTimers());

const agree = (...origins: readonly string[]): Promise<void> => within(2_000, new AgreedSites(placesOf(browser)).agree(origins));
const has = (...origins: readonly string[]): Promise<boolean> => within(3_000, new AgreedSites(placesOf(browser)).has(origins));

test('all of them have to be agreed to', async () => {
  await agree(LRS);
  expect(await has(LRS)).toBe(true);
  expect(await has(LRS, FETCH)).toBe(false);
  await agree(FETCH);
  expect(await has(LRS, FETCH)).toBe(true);
});

test('either place is enough', async () => {
  await agree(LRS);
  browser.clear();
  expect(await has(LRS)).toBe(true);
  browser.database.evict();
  expect(await has(LRS)).toBe(true);
});

test('each launch renews it, and without one it is forgotten', async () => {
  await agree(LRS);
  vi.setSystemTime(Date.now() + (KEPT_DAYS - 1) * DAY_MS);
  expect(await has(LRS)).toBe(true);
  vi.setSystemTime(Date.now() + (KEPT_DAYS - 1) * DAY_MS);
  expect(await has(LRS)).toBe(true);
  vi.setSystemTime(Date.now() + (KEPT_DAYS + 1) * DAY_MS);
  expect(await has(LRS)).toBe(false);
});

test.each(['never', 'fails'] as const)('a database that %s answers keeps nobody waiting for long', async (opens) => {
  browser.database.habits.opens = opens;
  expect(await has(LRS)).toBe(false);
  await agree(LRS);
  expect(await has(LRS)).toBe(true);
});

test('a browser that keeps nothing asks each time', async () => {
  const nowhere = placesOf(undefined);
  await within(2_000, new AgreedSites(nowhere).agree([LRS]));
  expect(await within(3_000, new AgreedSites(nowhere).has([LRS]))).toBe(false);
});

test.each(['', 'null', '[]', '"x"', '{"https://lrs.example.net":"yes"}', '{"https://lrs.example.net":null}', '{', '{"__proto__":1}'])(
  'what stands in the browser as %s is no agreement',
  async (text) => {
    browser.setItem(KEY, text);
    expect(await has(LRS)).toBe(false);
    expect(await has('__proto__')).toBe(false);
    expect(await has('constructor')).toBe(false);
  },
);
