/** A page that closes packs her last words behind what is packed already: what they take the place of is packed with it, and takes room. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const OLDEST = 'b.channels.first';
const NEWEST = 'b.channels.last';

/** Letters that foretell little of one another. */
function someLetters(count: number, seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => 'aeiklmnoprstuvä '.charAt(random() * 16)).join('');
}

/** Where 4,096 characters are all that there is. */
async function launched(lms: LmsDouble): Promise<ScormLearner> {
  const learner = new ScormLearner(lms.launch(), 'scorm12', { overflow: 'warn' });
  await learner.open();
  return learner;
}

test.each([OLDEST, NEWEST])('a long answer that she changes just before she goes (%s) fits where the state does', async (field) => {
  const lms = lmsOf('moodle-strict', 'scorm12');
  const first = await launched(lms);
  first.write({ [OLDEST]: someLetters(1_800, 1) });
  await vi.advanceTimersByTimeAsync(20_000);
  first.write({ 'b.channels.help': someLetters(1_800, 2) });
  await vi.advanceTimersByTimeAsync(20_000);
  expect((await first.write({ [NEWEST]: someLetters(1_800, 3) }).save()).result).toBe('saved');
  await first.closeTab();
  const second = await launched(lms);
  await second.save();
  await vi.advanceTimersByTimeAsync(20_000);
  await second.write({ [field]: someLetters(1_800, 4) }).closeTab();
  const { state, isIncomplete = false } = (await launched(lms)).launch;
  expect(state?.answers).toEqual(second.answers);
  expect(isIncomplete).toBe(false);
});
