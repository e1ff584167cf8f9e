/** Web Locks, which a browser has on https and on this computer: what another tab takes over, and what it is handed. */
import { expect, test, vi } from 'vitest';
import { createTabLock, type TabLock } from '../../src/session/copy/tab-lock.ts';

test('a tab that takes over is handed what the other holds', async () => {
  expect('locks' in navigator).toBe(true);
  const lost = vi.fn(() => first.handOver('viimeiset sanat'));
  const first: TabLock = createTabLock('aspa:test:handed', lost);
  const second = createTabLock('aspa:test:handed', () => undefined);
  expect(await first.acquire()).toBe(true);
  expect(await second.acquire()).toBe(false);
  expect(await second.steal()).toBe('viimeiset sanat');
  expect(lost).toHaveBeenCalledTimes(1);
  second.release();
});

test('one that takes over from nobody does not wait for an answer', async () => {
  const lock = createTabLock('aspa:test:nobody', () => undefined);
  expect(await lock.steal()).toBeUndefined();
  lock.release();
});

test('whether a tab has the work can be asked without taking it', async () => {
  const name = 'aspa:test:asked';
  const ask = (): Promise<boolean> => createTabLock(name, () => undefined).isHeld();
  expect(await ask()).toBe(false);
  const own = createTabLock(name, () => undefined);
  expect(await own.acquire()).toBe(true);
  expect(await ask()).toBe(true);
  own.release();
  await expect.poll(ask).toBe(false);
});
