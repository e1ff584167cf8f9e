/**
 * She leaves by the course's own button while the LMS cannot be reached, though it has all of her words. The Moodle app keeps on the device what it cannot
 * send, over what the launch handed over: an end without her words would take their place.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { Fault } from '../../src/simulator/fault.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ACROSS_LAUNCHES, eachScorm } from '../each-habit.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer } from './tabbed-computer.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-25T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const MINUTE = 60_000;
const FAULTS = ['offline', 'session-expired', 'unavailable', 'html'] as const satisfies readonly Fault[];

const inApp = FAULTS.flatMap((fault) => [2, 20].map((minutes) => ({ id: 'moodle-app', standard: 'scorm12', fault, minutes }) as const));
const elsewhere = eachScorm({ of: ACROSS_LAUNCHES }).map((lms) => ({ ...lms, fault: 'offline', minutes: 20 }) as const);

test.each([...inApp, ...elsewhere.filter(({ id }) => id !== 'moodle-app')])(
  '$id $standard: $fault after $minutes minutes',
  async ({ id, standard, fault, minutes }) => {
    const lms = new LmsDouble({ profile: id, standard });
    const { page, session } = await new TabbedComputer(lms, standard).open();
    write(session, 'Aamulla');
    await vi.advanceTimersByTimeAsync(minutes * MINUTE);
    lms.server.fault = fault;
    void session.exit();
    await vi.advanceTimersByTimeAsync(20_000);
    session.exitUnsaved();
    await vi.advanceTimersByTimeAsync(2_000);
    page.close();
    await vi.advanceTimersByTimeAsync(40_000);
    lms.server.fault = undefined;
    lms.server.logIn();
    const next = await new TabbedComputer(lms, standard).open();
    expect(textOf(next.session.store.answers, FIELD)).toBe('Aamulla');
  },
);
