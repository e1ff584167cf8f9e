/**
 * The course in two tabs of one browser, in every LMS: a page that does not write puts nothing old over what the other one has stored, whatever its
 * player sends or ends by itself when it is closed. Where an LMS takes nothing more from the older of two launches, what is written there is kept in
 * this browser, she is told so, and the next launch there brings it.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { SaveStatus } from '../../src/session/save-status.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, takenOver, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const SAVED_MS = 25_000;

describe.each(eachScorm({ of: ACROSS_LAUNCHES }))('$id $standard', ({ id, standard }) => {
  const takesOfLastOnly = habitsOf(lmsProfile(id), standard).sending.storesFor === 'last-launch';

  /** A computer with one tab, in which she has written. */
  async function begun() {
    const lms = new LmsDouble({ profile: id, standard });
    const computer = new TabbedComputer(lms, standard);
    const first = await computer.open();
    expect(first.session.phase).toBe('open');
    write(first.session, 'Ensimmäisessä');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    return { lms, computer, first };
  }

  /** The text as a computer opens it, another one where none is given. */
  async function shown(lms: LmsDouble, at = new TabbedComputer(lms, standard)): Promise<string> {
    const { session } = await at.open();
    return textOf(session.store.answers, FIELD);
  }

  /** Words written in the tab of the older launch, which has died since: they are at every computer, or at its own, from where they go on. */
  async function expectLast(text: string, lms: LmsDouble, { computer, status }: { computer: TabbedComputer; status: SaveStatus }) {
    if (takesOfLastOnly) {
      expect(status).toMatchObject({ state: 'not-saved', reason: 'replaced', local: true });
      const { session, page } = await computer.open();
      expect(textOf(session.store.answers, FIELD)).toBe(text);
      await vi.advanceTimersByTimeAsync(SAVED_MS);
      page.crash();
    }
    expect(await shown(lms)).toBe(text);
  }

  test('the tab that has lost the course is closed last', async () => {
    const { lms, computer, first } = await begun();
    const second = await computer.open();
    await takenOver(second.session);
    write(second.session, 'Toisessa');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    second.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    first.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await shown(lms)).toBe('Toisessa');
  });

  test('it is closed, and the browser dies with the other one', async () => {
    const { lms, computer, first } = await begun();
    const second = await computer.open();
    await takenOver(second.session);
    write(second.session, 'Toisessa');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    first.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    second.page.crash();
    expect(await shown(lms)).toBe('Toisessa');
  });

  test('the tab that was only looked at is closed, and the browser dies with the other one', async () => {
    const { lms, computer, first } = await begun();
    const second = await computer.open();
    expect(second.session.phase).toBe('elsewhere');
    write(first.session, 'Ensimmäisessä, toisen jo ollessa auki');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    second.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    const { status } = first.session;
    first.page.crash();
    computer.died();
    await expectLast('Ensimmäisessä, toisen jo ollessa auki', lms, { computer, status });
  });

  test('the tab takes the course back, and what is written there arrives', async () => {
    const { lms, computer, first } = await begun();
    const second = await computer.open();
    await takenOver(second.session);
    write(second.session, 'Toisessa');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    await takenOver(first.session);
    write(first.session, 'Taas ensimmäisessä');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    second.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    const { status } = first.session;
    first.page.crash();
    computer.died();
    await expectLast('Taas ensimmäisessä', lms, { computer, status });
  });
});
