/**
 * The course in two tabs of one browser, in every LMS: a page that does not write puts nothing old over what the other one has stored, whatever its
 * player sends or ends by itself when it is closed.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { everyScorm } from '../every-scorm.ts';
import { FIELD, takenOver, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const SAVED_MS = 25_000;

describe.each(everyScorm)('$id $standard', ({ id, standard }) => {
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

  /** The text as another computer opens it. */
  async function elsewhere(lms: LmsDouble): Promise<string> {
    const { session } = await new TabbedComputer(lms, standard).open();
    return textOf(session.store.answers, FIELD);
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
    expect(await elsewhere(lms)).toBe('Toisessa');
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
    expect(await elsewhere(lms)).toBe('Toisessa');
  });

  test('the tab that was only looked at is closed, and the browser dies with the other one', async () => {
    const { lms, computer, first } = await begun();
    const second = await computer.open();
    expect(second.session.phase).toBe('elsewhere');
    write(first.session, 'Ensimmäisessä, toisen jo ollessa auki');
    await vi.advanceTimersByTimeAsync(SAVED_MS);
    second.page.close();
    await vi.advanceTimersByTimeAsync(3_000);
    first.page.crash();
    expect(await elsewhere(lms)).toBe('Ensimmäisessä, toisen jo ollessa auki');
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
    first.page.crash();
    expect(await elsewhere(lms)).toBe('Taas ensimmäisessä');
  });
});
