import { afterEach, expect, test, vi } from 'vitest';
import { browserStorage } from '../../src/session/copy/quiet-storage.ts';
import { MemoryStorage } from './memory.ts';

afterEach(() => vi.unstubAllGlobals());

test('a storage that is full to the last letter can be read and emptied', () => {
  const storage = new MemoryStorage();
  storage.setItem('aspa:course:aino:1', 'Ainon');
  storage.full = true;
  vi.stubGlobal('localStorage', storage);
  expect(browserStorage()?.getItem('aspa:course:aino:1')).toBe('Ainon');
});

test('one that takes nothing though it is empty keeps nothing, as in private windows of older browsers', () => {
  vi.stubGlobal('localStorage', Object.assign(new MemoryStorage(), { full: true }));
  expect(browserStorage()).toBeUndefined();
});

test('one that is open is left as it was', () => {
  const storage = new MemoryStorage();
  vi.stubGlobal('localStorage', storage);
  expect(browserStorage()).toBe(storage);
  expect(storage.length).toBe(0);
});
