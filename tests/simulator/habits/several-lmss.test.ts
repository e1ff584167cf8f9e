/** Habits in which LMSs are held against each other. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { type ProfileId } from '../../../src/simulator/lms-profiles.ts';
import { lms, loneSurrogate, open, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

test.each([
  ['open-edx', 'application/json'],
  ['openolat', ''],
  ['chamilo', 'text/html'],
] as const)(
  '%s says "true" to a captive portal’s page; only the type of the answer is another than “%s”, if that',
  async (profile, type) => {
    const double = lms(profile);
    const session = open(double);
    await store12(session, { 'cmi.suspend_data': 'a' });
    double.server.fault = 'html';
    expect(await store12(session, { 'cmi.suspend_data': 'b' })).toBe('true');
    expect(double.stored().values['cmi.suspend_data']).toBe('a');
    const types = session.window.resources.map(({ responseStatus, contentType }) => [responseStatus, contentType]);
    expect([types[0], types.at(-1)]).toEqual([
      [200, type],
      [200, 'text/html'],
    ]);
  },
);

test('a lone surrogate makes Commit throw in Moodle, and SetValue in ILIAS', () => {
  const moodle = open(lms('moodle'));
  expect(set12(moodle, { 'cmi.suspend_data': loneSurrogate })).toEqual(['true']);
  expect(() => moodle.api12.LMSCommit('')).toThrow(URIError);
  const ilias = open(lms('ilias-1.2-unchecked'));
  expect(() => set12(ilias, { 'cmi.suspend_data': loneSurrogate })).toThrow(URIError);
});

test.each(['strict-2004', 'moodle', 'ilias-2004'] as const)('%s 2004: without exit suspend the next launch is blank', (profile) => {
  const double = lms(profile, 'scorm2004');
  const first = open(double);
  first.api2004.SetValue('cmi.suspend_data', 'a');
  first.api2004.Commit('');
  first.crash();
  const second = open(double);
  expect(second.api2004.GetValue('cmi.suspend_data')).toBe('');
  second.api2004.SetValue('cmi.exit', 'suspend');
  second.api2004.SetValue('cmi.suspend_data', 'b');
  second.api2004.Commit('');
  second.crash();
  expect(open(double).api2004.GetValue('cmi.suspend_data')).toBe('b');
});

test('Moodle in browse mode writes into the real attempt; ILIAS keeps nothing and says "true"', () => {
  const kept = (profile: ProfileId): [string, string | undefined] => {
    const double = lms(profile);
    const session = open(double, { mode: 'browse' });
    set12(session, { 'cmi.suspend_data': 'x' });
    return [session.api12.LMSCommit(''), double.stored().values['cmi.suspend_data']];
  };
  expect(kept('moodle')).toEqual(['true', 'x']);
  expect(kept('ilias-1.2-checked')).toEqual(['true', undefined]);
});

test.each(['chamilo', 'open-edx', 'openolat'] as const)('%s: Commit is always "true", whatever becomes of it', async (profile) => {
  for (const fault of ['offline', 'unavailable', 'html', 'empty', 'session-expired', 'hang'] as const) {
    const double = lms(profile);
    const session = open(double);
    double.server.fault = fault;
    expect(await store12(session, { 'cmi.suspend_data': 'x' })).toBe('true');
    expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
  }
});

test('Open edX drops a failed batch in silence; Chamilo and OpenOlat send its values with the next commit', async () => {
  const afterwards = async (profile: ProfileId): Promise<string | undefined> => {
    const double = lms(profile);
    const session = open(double);
    double.server.fault = 'unavailable';
    await store12(session, { 'cmi.suspend_data': 'x' });
    double.server.fault = undefined;
    await store12(session, { 'cmi.core.lesson_location': 'b' });
    return double.stored().values['cmi.suspend_data'];
  };
  expect(await afterwards('open-edx')).toBeUndefined();
  expect(await afterwards('chamilo')).toBe('x');
  expect(await afterwards('openolat')).toBe('x');
});

test.each(['moodle', 'openolat'] as const)('%s completes a status that was never set at Finish', async (profile) => {
  const double = lms(profile);
  const session = open(double);
  await store12(session, { 'cmi.suspend_data': 'x' });
  session.api12.LMSFinish('');
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values['cmi.core.lesson_status']).toBe('completed');
});
