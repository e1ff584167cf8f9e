/** An LMS of a profile as the tests of habits open it, at eight o'clock of a time that stands still. */
import { afterEach, beforeEach, vi } from 'vitest';
import { LmsDouble, type DoubleSession } from '../../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../../src/simulator/lms-profile.ts';
import type { ProfileId } from '../../../src/simulator/lms-profiles.ts';

export const response = 'cmi.interactions.0.student_response';
export const loneSurrogate = '😀'.slice(0, 1);

/** For every test of a file. */
export function stopTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

export function lms(profile: ProfileId, standard: ScormStandard = 'scorm12', seed = 1): LmsDouble {
  return new LmsDouble({ profile, standard, seed, onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds) });
}

export function open(double: LmsDouble, launch = {}): DoubleSession {
  const session = double.launch(launch);
  if ('LMSInitialize' in session.api12) session.api12.LMSInitialize('');
  else session.api2004.Initialize('');
  return session;
}

export function set12(session: DoubleSession, values: Record<string, string>): string[] {
  return Object.entries(values).map(([element, value]) => session.api12.LMSSetValue(element, value));
}

export function interaction(index: number, text: string): Record<string, string> {
  const name = `cmi.interactions.${String(index)}`;
  return { [`${name}.id`]: `q.${String(index)}`, [`${name}.type`]: 'fill-in', [`${name}.student_response`]: text };
}

/** Sets, commits and waits for what is sent later. */
export async function store12(session: DoubleSession, values: Record<string, string>): Promise<string> {
  set12(session, values);
  const answer = session.api12.LMSCommit('');
  await vi.advanceTimersByTimeAsync(2000);
  return answer;
}
