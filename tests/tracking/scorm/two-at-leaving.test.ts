import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ScormLearner, lmsOf } from './scorm-learner.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

test('a player that commits by itself as the page leaves sends her last words too: its server may store that behind what the course sends', async () => {
  const lms = lmsOf('opigno', 'scorm2004');
  const learner = await ScormLearner.in(lms, 'scorm2004');
  await learner.write({ 'b.channels.help': 'Ensin' }).save();
  await vi.advanceTimersByTimeAsync(3_000);
  await learner.write({ 'b.channels.help': 'Viimeiset sanat' }).closeTab();
  expect((await ScormLearner.in(lms, 'scorm2004')).launch.state?.answers).toEqual(learner.answers);
});
