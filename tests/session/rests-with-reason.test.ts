/** Where the LMS gives no receipts, a page that was left open rests only with what it has sent, and never in the way of the learner. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { write } from './fresh-session.ts';
import type { Tab } from './tabbed-computer.ts';
import { computersAt, WITHOUT_RECEIPTS } from './without-receipts.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

describe.each(WITHOUT_RECEIPTS)('%s, %s', (...which) => {
  const [profile, standard] = which;
  const { opened, elsewhere, cutOff } = computersAt(which);

  // She takes her computer along: the connection is gone first, then the lid is closed.
  test.each([
    [
      'its tab is looked at',
      async ({ page }: Tab) => {
        page.hide();
        await vi.advanceTimersByTimeAsync(5_000);
        page.show();
      },
    ],
    ['its connection seems to come back', ({ page }: Tab) => page.window.fire('online')],
    ['its window has the focus no more', ({ page }: Tab) => page.window.document.dispatchEvent(new Event('focusout'))],
  ])('nothing old goes over newer words, where the connection is gone when %s, and its computer sleeps', async (_, happens) => {
    const { lms, first } = await cutOff();
    await happens(first);
    while (first.session.status.state !== 'not-saved') await vi.advanceTimersByTimeAsync(1_000);
    lms.server.fault = undefined;
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(5_000);
    second.page.crash();
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  test('her own way out comes to its end, pressed while the connection was gone for long', async () => {
    const { first } = await cutOff();
    while (first.session.status.state !== 'not-saved') await vi.advanceTimersByTimeAsync(1_000);
    void first.session.exit();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect([first.session.phase, first.session.status.state]).toEqual(['closed', 'sent']);
  });

  test('her own way out waits for the save that is due, pressed while the page that was hidden is heard of no more', async () => {
    const { lms, first } = await cutOff();
    write(first.session, 'Vielä');
    await vi.advanceTimersByTimeAsync(100);
    first.page.hide();
    first.page.show();
    void first.session.exit();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([first.session.phase, first.session.status.state]).toEqual(['closing', 'not-saved']);
    lms.server.fault = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(first.session.phase).toBe('closed');
    expect(await elsewhere(lms)).toBe('Vielä');
  });

  // Opigno's player ends the session of SCORM 1.2 in that event.
  test.skipIf(profile === 'opigno' && standard === 'scorm12')(
    'words that were sent by a page that leaves alone, which nobody hears, are sent again',
    async () => {
      const lms = new LmsDouble({ profile, standard });
      const { page, session } = await opened(lms);
      await vi.advanceTimersByTimeAsync(2 * MINUTE);
      lms.server.fault = 'offline';
      write(session, 'Matkalla');
      await vi.advanceTimersByTimeAsync(500);
      // A link to a mail address, whose program then covers the page.
      page.leaveNowhere();
      await vi.advanceTimersByTimeAsync(3_000);
      page.hide();
      await vi.advanceTimersByTimeAsync(30 * MINUTE);
      lms.server.fault = undefined;
      await vi.advanceTimersByTimeAsync(5 * MINUTE);
      page.crash();
      expect(await elsewhere(lms)).toBe('Matkalla');
    },
  );
});
