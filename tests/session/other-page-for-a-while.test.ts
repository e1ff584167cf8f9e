/** For a while a page comes in the place of the LMS's answers, with status 200, while another server hands out the course's files as ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

test.each([
  ['openolat', 'scorm12'],
  ['open-edx', 'scorm12'],
  ['ilias-2004', 'scorm2004'],
] as const)('%s: the words arrive once it is over, though she does nothing', async (profile, standard) => {
  const lms = new LmsDouble({ profile, standard });
  const { page, session } = await new TabbedComputer(lms, standard).open();
  write(session, 'Ensin');
  await vi.advanceTimersByTimeAsync(25_000);
  const file = { ok: true, status: 200, type: 'basic', headers: new Headers({ ETag: '"1"' }) };
  Object.assign(page.window, { fetch: () => Promise.resolve(file) });
  lms.server.fault = 'html';
  write(session, 'Sitten');
  await vi.advanceTimersByTimeAsync(25_000);
  expect(session.status).toMatchObject({ state: 'not-saved', reason: 'replaced' });
  lms.server.fault = undefined;
  await vi.advanceTimersByTimeAsync(90_000);
  expect(session.status.state).not.toBe('not-saved');
  expect((await new TabbedComputer(lms, standard).open()).session.store.answers.get(FIELD)?.text).toBe('Sitten');
});
