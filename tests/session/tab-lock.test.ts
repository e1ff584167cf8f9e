/** Where a browser has no Web Locks, as on plain http: the question over a broadcast channel. Node has none either. */
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { createTabLock, type TabLock } from '../../src/session/copy/tab-lock.ts';

const channels: BroadcastChannel[] = [];
const Native = globalThis.BroadcastChannel;
vi.stubGlobal(
  'BroadcastChannel',
  class extends Native {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  },
);
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});
afterAll(() => {
  vi.unstubAllGlobals();
});

let number = 0;
const lockName = (): string => `aspa:test:${(number += 1)}`;
const lock = (name: string, onLost: () => void = () => {}): TabLock => createTabLock(name, onLost);

test('the first tab has the work, the second is told so', async () => {
  const name = lockName();
  expect(await lock(name).acquire()).toBe(true);
  expect(await lock(name).acquire()).toBe(false);
});

test('two learners on one browser do not wait for each other', async () => {
  expect(await lock(lockName()).acquire()).toBe(true);
  expect(await lock(lockName()).acquire()).toBe(true);
});

test('whether a tab has the work can be asked without taking it', async () => {
  const name = lockName();
  expect(await lock(name).isHeld()).toBe(false);
  const own = lock(name);
  expect(await own.acquire()).toBe(true);
  expect(await lock(name).isHeld()).toBe(true);
  own.release();
  expect(await lock(name).isHeld()).toBe(false);
});

test('a tab that opens while another asks has the work', async () => {
  const name = lockName();
  const asking = lock(name).isHeld();
  expect(await lock(name).acquire()).toBe(true);
  await asking;
});

test('a tab that was frozen while another asked keeps the work, and no channel stays open', async () => {
  const name = lockName();
  const lost = vi.fn();
  const own = lock(name, lost);
  expect(await own.acquire()).toBe(true);
  const [frozen] = channels;
  const hears = frozen?.onmessage;
  const heard: MessageEvent[] = [];
  if (!frozen) throw new Error('There is no channel.');
  frozen.onmessage = (event) => void heard.push(event);
  const close = vi.spyOn(Native.prototype, 'close');
  expect(await lock(name).isHeld()).toBe(false);
  expect(close).toHaveBeenCalledTimes(1);
  close.mockRestore();
  await new Promise((over) => setTimeout(over, 50));
  for (const event of heard) hears?.call(frozen, event);
  await new Promise((over) => setTimeout(over, 50));
  expect(heard.length).toBeGreaterThan(0);
  expect(lost).not.toHaveBeenCalled();
});

test('of tabs that a browser opens again at the same moment exactly one has the work', async () => {
  for (let round = 0; round < 4; round += 1) {
    const name = lockName();
    const answers = await Promise.all([lock(name), lock(name), lock(name)].map((one) => one.acquire()));
    expect(answers.filter(Boolean)).toHaveLength(1);
  }
});

test('a tab that takes over tells the other, and a third finds it held', async () => {
  const name = lockName();
  const lost = vi.fn();
  await lock(name, lost).acquire();
  const second = lock(name);
  await second.acquire();
  await second.steal();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
  expect(await lock(name).acquire()).toBe(false);
});

test('a tab that takes over is handed what the other holds, and does not wait for one that is gone', async () => {
  const name = lockName();
  const first: TabLock = lock(name, () => first.handOver('viimeiset sanat'));
  await first.acquire();
  const second = lock(name);
  expect(await second.steal()).toBe('viimeiset sanat');
  second.release();
  expect(await lock(name).steal()).toBeUndefined();
});

test('a session that has ended leaves the work free', async () => {
  const name = lockName();
  const first = lock(name);
  await first.acquire();
  first.release();
  expect(await lock(name).acquire()).toBe(true);
});

test('a tab that was frozen while another asked gives the work up to it', async () => {
  const name = lockName();
  const lost = vi.fn();
  await lock(name, lost).acquire();
  const frozen = channels[0] as BroadcastChannel;
  const heard: MessageEvent[] = [];
  const { onmessage } = frozen;
  frozen.onmessage = (message) => void heard.push(message);
  const second = vi.fn();
  expect(await lock(name, second).acquire()).toBe(true);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1));
  for (const message of heard) onmessage?.call(frozen, message);
  expect(lost).toHaveBeenCalledTimes(1);
  expect(second).not.toHaveBeenCalled();
});

test('a browser that bars channels where it bars storage stops no learner', async () => {
  vi.stubGlobal('BroadcastChannel', function barred() {
    throw new DOMException('barred', 'SecurityError');
  });
  expect(await lock(lockName()).acquire()).toBe(true);
});
