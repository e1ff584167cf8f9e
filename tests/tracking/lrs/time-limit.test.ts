/** A request that nobody answers is ended, in browsers too that know no `AbortSignal.timeout`. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { timeLimit } from '../../../src/tracking/lrs/lrs-waits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a request is ended when its time is over, and not before', () => {
  const signal = timeLimit(20_000);
  vi.advanceTimersByTime(19_999);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});
