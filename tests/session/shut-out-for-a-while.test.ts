/** For a while no save can arrive though she is logged in: a teacher has shut her out, or a network shows a page of its own. It passes by itself. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const places = [
  ['moodle', 'scorm12'],
  ['moodle', 'scorm2004'],
  ['totara', 'scorm12'],
] as const;
const faults = {
  'the activity is hidden, or her enrolment suspended': 'shut-out',
  'the whole course is hidden, or a network answers': 'html',
  'a network sends her on to another site': 'portal',
} as const;

describe.each(places)('%s, %s', (profile, standard) => {
  const opened = async () => {
    const lms = new LmsDouble({ profile, standard });
    const { page, session } = await new TabbedComputer(lms, standard).open();
    write(session, 'Ensin');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.status.state).toBe('saved');
    return { lms, page, session };
  };

  test.each(Object.entries(faults))(
    '%s: no end of her session is told, and her words are saved without a key of hers',
    async (_, fault) => {
      const { lms, session } = await opened();
      lms.server.fault = fault;
      write(session, 'Sillä välin');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(session.status).toMatchObject({ state: 'not-saved', reason: 'other-page', local: true });
      expect(session.status).toHaveProperty('retryAt');
      await vi.advanceTimersByTimeAsync(30 * 60_000);
      expect(session.status).toMatchObject({ state: 'not-saved', reason: 'other-page' });
      lms.server.fault = undefined;
      await vi.advanceTimersByTimeAsync(80_000);
      expect(session.status.state).toBe('saved');
      expect(Object.values(lms.stored().values)).toContain('Sillä välin');
    },
  );

  test('a session that ends meanwhile is told, and no timer asks any more', async () => {
    const { lms, page, session } = await opened();
    lms.server.fault = 'shut-out';
    write(session, 'Sillä välin');
    await vi.advanceTimersByTimeAsync(60_000);
    lms.server.fault = 'session-expired';
    await vi.advanceTimersByTimeAsync(80_000);
    expect(session.status).toMatchObject({ state: 'not-saved', reason: 'session-ended', local: true });
    const ask = vi.spyOn(lms.server, 'askForFile');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ask).not.toHaveBeenCalled();
    lms.server.logIn();
    page.window.dispatchEvent(new Event('focus'));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(session.status.state).toBe('saved');
  });
});
