/** Moodle with "Force new attempt: always": each launch is an attempt of its own, and begins without what she wrote in the one before. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { write } from './fresh-session.ts';
import { MemorySeal } from './memory-seal.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** In a browser that knows nothing of her. @param number as Moodle counts the attempts of a learner, from 1 */
async function opened(lms: LmsDouble, number: number): Promise<Tab> {
  const page = lms.launch({ attempt: `attempt-${number}` });
  page.window.document.referrer = `https://lms.example/mod/scorm/loadSCO.php?a=4&scoid=9&currentorg=&mode=&attempt=${number}`;
  return new TabbedComputer(lms, 'scorm12', new MemorySeal()).open(page);
}

test('a later attempt that opens empty in a fresh browser says that she has earlier answers, and the first one says nothing', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const first = await opened(lms, 1);
  expect([first.session.phase, first.session.earlier]).toEqual(['open', undefined]);
  write(first.session, 'Ensimmäisellä kerralla');
  await vi.advanceTimersByTimeAsync(30_000);
  first.page.close();
  for (const number of [2, 3, 12]) {
    const { session, page } = await opened(lms, number);
    expect([number, session.phase, session.earlier]).toEqual([number, 'open', new Map()]);
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
  }
});

test('an attempt that has her answers says nothing of earlier ones', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
  const second = await opened(lms, 2);
  write(second.session, 'Toisella kerralla');
  await vi.advanceTimersByTimeAsync(30_000);
  second.page.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect((await opened(lms, 2)).session.earlier).toBeUndefined();
});
