/**
 * A tab that only says that the course is open elsewhere was launched before the other one's last save. A player that sends all it has at each
 * commit would put the state of that launch over what was saved since.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-12-01T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

test.each(['moodle', 'totara-12', 'forma'] as const)('in %s nothing is sent out of it', async (id) => {
  const lms = new LmsDouble({ profile: id, standard: 'scorm2004' });
  const computer = new TabbedComputer(lms, 'scorm2004');
  const { session } = await computer.open();
  write(session, 'Tallennettu');
  await vi.advanceTimersByTimeAsync(25_000);
  const before = lms.server.log.filter(({ result }) => result === 'stored').length;
  expect(before).toBeGreaterThan(0);
  const beside = await computer.open();
  expect(beside.session.phase).toBe('elsewhere');
  expect(lms.server.log.filter(({ result }) => result === 'stored')).toHaveLength(before);
});
