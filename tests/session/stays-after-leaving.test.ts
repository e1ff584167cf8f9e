/** A page that seems to leave and stays, as after the click on a link that downloads: `beforeunload` comes, and nothing after it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { FIELD } from './fresh-session.ts';
import { startedInLms } from './started-in-lms.ts';

const LAST_WORDS = 'Viimeiset sanat';
const LONG = [...FINNISH_ANSWERS.values()]
  .map(({ text }) => text)
  .join(' ')
  .repeat(10)
  .slice(0, 32_000);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') });
});
afterEach(() => vi.useRealTimers());

test('where the LMS is to have the words in `pagehide` only, the learner is told of no failure, and they are saved at once', async () => {
  const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm2004' });
  const page = lms.launch();
  const window = page.window as unknown as Window;
  const session = startedInLms(window, new Scorm2004Tracker({ page: window, now: () => 0 }));
  await vi.advanceTimersByTimeAsync(3_000);
  session.store.change({ [FIELD]: LONG });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.status.state).toBe('saved');

  session.store.change({ [FIELD]: `${LAST_WORDS} ${LONG}` });
  const told: string[] = [];
  session.listen(() => told.push(session.status.state));
  const before = lms.server.log.length;
  page.leaveNowhere();
  expect(lms.server.log).toHaveLength(before);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual(['saving', 'saving', 'sent']);
  expect(lms.server.log).toHaveLength(before + 1);
  expect(Object.values(lms.stored().values).some((value) => value.startsWith(LAST_WORDS))).toBe(true);
});
