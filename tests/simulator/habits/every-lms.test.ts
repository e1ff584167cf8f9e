/** What holds in every LMS, or in the browser that it runs in. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { habitsOf, lmsProfile, lmsProfiles } from '../../../src/simulator/lms-profiles.ts';
import { LaunchFailed } from '../../../src/simulator/scorm/open-attempt.ts';
import { lms, open, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

const all12 = lmsProfiles.filter((profile) => 'scorm12' in profile.habits).map(({ id }) => id);

test.each(all12)(
  '%s: a safe state, a location, a status and an objective are read back at the next launch, as far as it keeps them',
  async (profile) => {
    const double = lms(profile);
    const { sending, keeping, answers } = habitsOf(lmsProfile(profile), 'scorm12');
    const session = open(double);
    const values = {
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.exit': 'suspend',
      'cmi.suspend_data': '1#Ab~',
      'cmi.core.lesson_location': 'b',
    };
    expect(await store12(session, { ...values, 'cmi.objectives.0.id': 'A1', 'cmi.objectives.0.status': 'completed' })).toBe('true');
    await vi.advanceTimersByTimeAsync(sending.delay);
    session.crash();
    const next = open(double);
    const keeps = (element: string): boolean =>
      (keeping.keepsOnly?.includes(element) ?? true) &&
      (answers.answersOnly?.includes(element) ?? true) &&
      !(element.startsWith('cmi.objectives.') && keeping.objectives === 'not-kept');
    const handedOver = {
      'cmi.suspend_data': '1#Ab~',
      'cmi.core.lesson_location': 'b',
      'cmi.objectives.0.id': 'A1',
      'cmi.objectives.0.status': 'completed',
    };
    for (const [element, value] of Object.entries(handedOver))
      expect(next.api12.LMSGetValue(element), element).toBe(keeps(element) ? value : '');
  },
);

test('beacons in flight share 65,536 bytes: a second one of 40,000 is refused until the first has arrived', async () => {
  const double = lms('moodle');
  const session = open(double);
  session.leaveNowhere();
  const beacon = vi.spyOn(session.window.navigator, 'sendBeacon');
  const timings = (): number => session.window.performance.getEntriesByType('resource').length;
  set12(session, { 'cmi.suspend_data': 'a'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('true');
  const before = timings();
  set12(session, { 'cmi.suspend_data': 'b'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('false');
  // The player asked for it; whoever looks sees that, and no request.
  expect(beacon.mock.results.map(({ value }) => value as boolean)).toEqual([true, false]);
  expect(timings()).toBe(before);
  await vi.advanceTimersByTimeAsync(1000);
  set12(session, { 'cmi.suspend_data': 'c'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toMatch(/^c/);
});

test('a beacon turns a newline into two characters', () => {
  const double = lms('moodle');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'a\nb' });
  session.window.addEventListener('pagehide', () => void session.api12.LMSCommit(''));
  session.close();
  expect(double.stored().values['cmi.suspend_data']).toBe('a\r\nb');
});

test('a server that hangs freezes the page for 25 seconds', () => {
  const double = lms('strict-1.2');
  const session = open(double);
  const before = Date.now();
  double.server.fault = 'hang';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  expect(Date.now() - before).toBe(25_000);
});

test('an answer that is lost on the way leaves the values stored', () => {
  const double = lms('strict-1.2');
  const session = open(double);
  double.server.fault = 'answer-lost';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  expect(double.stored().values['cmi.suspend_data']).toBe('x');
});

test('Exit, then Back: the course is handed what the first load of the player handed over', () => {
  const double = lms('moodle');
  const first = open(double);
  set12(first, { 'cmi.suspend_data': 'newer' });
  first.api12.LMSCommit('');
  const again = first.back();
  again.api12.LMSInitialize('');
  expect(again.api12.LMSGetValue('cmi.suspend_data')).toBe('');
  expect(double.stored().values['cmi.suspend_data']).toBe('newer');
});

test('total time is stored by Finish only', () => {
  const double = lms('moodle');
  const session = open(double);
  set12(session, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': '00:01:30' });
  session.api12.LMSCommit('');
  expect(double.stored().seconds).toBe(0);
  session.api12.LMSFinish('');
  expect(double.stored().seconds).toBe(90);
  session.close();
  expect(open(double).api12.LMSGetValue('cmi.core.total_time')).toBe('00:01:30');
});

test('a player page that the server does not give is no launch', () => {
  const double = lms('moodle');
  double.server.fault = 'offline';
  expect(() => double.launch()).toThrow(LaunchFailed);
});

test('two tabs: the last writer wins for the whole model in 2004', () => {
  const double = lms('moodle', 'scorm2004');
  const [left, right] = [open(double), open(double)];
  left.api2004.SetValue('cmi.completion_status', 'incomplete');
  left.api2004.Commit('');
  right.api2004.SetValue('cmi.completion_status', 'completed');
  right.api2004.Commit('');
  left.api2004.SetValue('cmi.location', 'c');
  left.api2004.Commit('');
  expect(double.stored().values['cmi.completion_status']).toBe('incomplete');
});
