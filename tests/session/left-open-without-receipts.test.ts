/** A page that has rested for so long that another computer may have newer words says nothing when it is closed, where the LMS gives no receipts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { write } from './fresh-session.ts';
import type { Tab } from './tabbed-computer.ts';
import { computersAt, WITHOUT_RECEIPTS, type AtLms } from './without-receipts.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;

type Happening = readonly [what: string, happens: (tab: Tab) => void];

describe.each(WITHOUT_RECEIPTS)('%s, %s', (...which) => {
  const [profile, standard] = which;
  const { opened, elsewhere, cutOff } = computersAt(which);

  /** A page that stands open, while another computer has written newer words, and has rested as long. */
  async function leftOpen(): Promise<AtLms> {
    const lms = new LmsDouble({ profile, standard });
    const first = await opened(lms);
    write(first.session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    second.page.crash();
    return { lms, first };
  }

  test('it puts nothing old over the words of another computer', async () => {
    const { lms, first } = await leftOpen();
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  test.each([
    ['the connection comes back', ({ page }: Tab) => page.window.fire('online')],
    [
      'its tab is looked at',
      ({ page }: Tab) => {
        page.hide();
        page.show();
      },
    ],
    ['its window has the focus no more', ({ page }: Tab) => page.window.document.dispatchEvent(new Event('focusout'))],
    ['she turns a page there', ({ session }: Tab) => session.visit('a')],
  ])('nor when %s', async (_, happens) => {
    const { lms, first } = await leftOpen();
    happens(first);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  test('nor when she leaves it by its own button, which ends the session without a word', async () => {
    const { lms, first } = await leftOpen();
    void first.session.exit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([first.session.phase, first.session.status.state]).toEqual(['closed', 'sent']);
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  test.each([
    ['wakes', () => undefined],
    ['wakes, and its tab is looked at', ({ page }: Tab) => page.show()],
    ['wakes, and its connection comes back', ({ page }: Tab) => page.window.fire('online')],
    ['wakes, and its window has the focus no more', ({ page }: Tab) => page.window.document.dispatchEvent(new Event('focusout'))],
  ])('nor where its computer has slept since, and %s', async (_, happens) => {
    const lms = new LmsDouble({ profile, standard });
    const first = await opened(lms);
    write(first.session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(10_000);
    first.page.hide();
    await vi.advanceTimersByTimeAsync(5_000);
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(10_000);
    second.page.crash();
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    happens(first);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  // Within a quarter of an hour: she has gone to another computer at once, and is back.
  const back: readonly Happening[] = [
    ['nothing happens there', () => undefined],
    ['its connection comes back', ({ page }) => page.window.fire('online')],
    ['its window has the focus no more', ({ page }) => page.window.document.dispatchEvent(new Event('focusout'))],
    ['its tab is looked at', ({ page }) => (page.hide(), page.show())],
  ];
  test.each(back)('nor where the other computer wrote four minutes later, and %s', async (_, happens) => {
    const lms = new LmsDouble({ profile, standard });
    const first = await opened(lms);
    write(first.session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(30_000);
    second.page.close();
    await vi.advanceTimersByTimeAsync(30_000);
    happens(first);
    await vi.advanceTimersByTimeAsync(11 * MINUTE);
    expect(await elsewhere(lms)).toBe('Illalla');
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  // She takes her computer along: the connection is gone first, then the lid is closed.
  test.each([
    ['wakes', () => undefined],
    ['wakes, and its connection comes back', ({ page }: Tab) => page.window.fire('online')],
    ['wakes, and is closed', ({ page }: Tab) => page.close()],
    ['wakes, and is left by its own button', ({ session }: Tab) => void session.exit()],
  ])('nor where it could not be sent once more before its computer slept, and %s', async (_, happens) => {
    const { lms, first } = await cutOff();
    while (first.session.status.state !== 'not-saved') await vi.advanceTimersByTimeAsync(1_000);
    await vi.advanceTimersByTimeAsync(45_000);
    lms.server.fault = undefined;
    const second = await opened(lms);
    write(second.session, 'Illalla');
    await vi.advanceTimersByTimeAsync(5_000);
    second.page.crash();
    expect(first.session.status.state).toBe('not-saved');
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    happens(first);
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(first.session.status.state).toBe('sent');
    first.page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Illalla');
  });

  test('what she wrote after that is sent once its computer wakes', async () => {
    const { lms, first } = await cutOff();
    while (first.session.status.state !== 'not-saved') await vi.advanceTimersByTimeAsync(1_000);
    write(first.session, 'Ja vielä');
    await vi.advanceTimersByTimeAsync(5_000);
    lms.server.fault = undefined;
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    first.page.crash();
    expect(await elsewhere(lms)).toBe('Ja vielä');
  });

  test('words that were sent once, as it went to sleep, are sent again when it wakes', async () => {
    const lms = new LmsDouble({ profile, standard });
    const { page, session } = await opened(lms);
    write(session, 'Viimeiset sanat');
    await vi.advanceTimersByTimeAsync(500);
    page.hide();
    await vi.advanceTimersByTimeAsync(5_000);
    const committed = (): number => page.calls.filter(({ call }) => call === 'Commit').length;
    const before = committed();
    vi.setSystemTime(Date.now() + 12 * 60 * MINUTE);
    page.show();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(committed()).toBe(before + 1);
  });

  test('what she writes after all is stored, and the end is told', async () => {
    const lms = new LmsDouble({ profile, standard });
    const { page, session } = await opened(lms);
    write(session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    write(session, 'Ja vielä');
    await vi.advanceTimersByTimeAsync(10_000);
    page.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await elsewhere(lms)).toBe('Ja vielä');
    expect(page.calls.map(({ call }) => call)).toContain('Finish');
  });

  test('her own way out, pressed while the same is sent for the last time, comes to its end', async () => {
    const lms = new LmsDouble({ profile, standard });
    const { page, session } = await opened(lms);
    write(session, 'Aamulla');
    const committed = (): number => page.calls.filter(({ call }) => call === 'Commit').length;
    while (committed() < 3) await vi.advanceTimersByTimeAsync(200);
    void session.exit();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.phase).toBe('closed');
    expect(page.calls.map(({ call }) => call)).toContain('Finish');
  });
});
