/** Moodle, its strict mode and its app. One test by name for each habit: the double does what the table says. */
import { describe, expect, test, vi } from 'vitest';
import { MemoryStorage } from '../../session/memory.ts';
import type { DoubleSession } from '../../../src/simulator/in-memory/lms-double.ts';
import { logIn } from '../../../src/simulator/in-memory/storages-at-login.ts';
import { interaction, lms, open, set12, stopTime } from './opened-lms.ts';

stopTime();

test.each(['moodle', 'moodle-strict'] as const)('%s empties its site’s storages when somebody logs in, not the databases', (profile) => {
  const local = new MemoryStorage();
  const session = new MemoryStorage();
  for (const storage of [local, session]) storage.setItem('aspa:copy', 'sanat');
  logIn(lms(profile).profile, { local, session });
  expect([local.length, session.length]).toEqual([0, 0]);
});

test('Moodle says "true" to a commit while offline, and nothing is saved', () => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = 'offline';
  set12(session, { 'cmi.suspend_data': 'lost' });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
});

test('the beacon that Moodle falls back to is seen by whoever watches sendBeacon, and in the resource timings', () => {
  const double = lms('moodle');
  const session = open(double);
  const beacon = vi.spyOn(session.window.navigator, 'sendBeacon');
  set12(session, { 'cmi.suspend_data': 'a' });
  session.api12.LMSCommit('');
  expect(beacon).not.toHaveBeenCalled();
  expect(session.window.performance.getEntriesByType('resource').at(-1)).toMatchObject({ responseStatus: 200 });
  double.server.fault = 'offline';
  set12(session, { 'cmi.suspend_data': 'b' });
  session.api12.LMSCommit('');
  expect(beacon).toHaveBeenCalledOnce();
  expect(session.window.performance.getEntriesByType('resource').some(({ name }) => name.includes('datamodel.php?api=beacon'))).toBe(true);
});

test.each(['unavailable', 'html', 'shut-out', 'session-expired'] as const)(
  'Moodle says "false" and 101 while the server answers %s',
  (fault) => {
    const double = lms('moodle');
    const session = open(double);
    double.server.fault = fault;
    set12(session, { 'cmi.suspend_data': 'x' });
    expect(session.api12.LMSCommit('')).toBe('false');
    expect(session.api12.LMSGetLastError()).toBe('101');
  },
);

test('Moodle 1.2 never sends the values of a failed commit again unless they change', () => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = 'unavailable';
  set12(session, { 'cmi.suspend_data': 'one' });
  session.api12.LMSCommit('');
  double.server.fault = undefined;
  set12(session, { 'cmi.suspend_data': 'one' });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
  set12(session, { 'cmi.suspend_data': 'one ' });
  session.api12.LMSCommit('');
  expect(double.stored().values['cmi.suspend_data']).toBe('one ');
});

test('Moodle 2004 sends everything every time', () => {
  const double = lms('moodle', 'scorm2004');
  const session = open(double);
  double.server.fault = 'unavailable';
  session.api2004.SetValue('cmi.suspend_data', 'one');
  expect(session.api2004.Commit('')).toBe('false');
  double.server.fault = undefined;
  expect(session.api2004.Commit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBe('one');
});

test('in pagehide 178 changed pages arrive in Moodle after a warm-up and 179 are lost whole', () => {
  const arrive = (pages: number): boolean => {
    const double = lms('moodle');
    const session = open(double);
    session.window.addEventListener('pagehide', () => {
      for (let page = 0; page < pages; page += 1) session.api12.LMSSetValue(`cmi.objectives.${String(page)}.id`, 'P'.repeat(255));
      session.api12.LMSCommit('');
    });
    session.close();
    return double.stored().values['cmi.objectives.0.id'] !== undefined;
  };
  expect(arrive(178)).toBe(true);
  expect(arrive(179)).toBe(false);
});

test('Moodle goes on with beacons after a beforeunload that led nowhere, until the page is seen again', () => {
  const double = lms('moodle');
  const session = open(double);
  const transports = (): string[] => double.server.log.slice(1).map(({ transport }) => transport);
  session.leaveNowhere();
  set12(session, { 'cmi.suspend_data': 'a' });
  expect(session.api12.LMSCommit('')).toBe('true');
  session.hide();
  session.show();
  set12(session, { 'cmi.suspend_data': 'b' });
  session.api12.LMSCommit('');
  expect(transports()).toEqual(['beacon', 'synchronous']);
  expect(double.stored().values['cmi.suspend_data']).toBe('b');
});

test('the first commit after a launch in Moodle 1.2 sends all earlier objectives and interactions again', () => {
  const double = lms('moodle');
  const first = open(double);
  set12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.objectives.0.id': 'A1', ...interaction(0, 'x') });
  first.api12.LMSCommit('');
  first.close();
  const second = open(double);
  set12(second, { 'cmi.suspend_data': 'y' });
  second.api12.LMSCommit('');
  expect(double.server.log.at(-1)?.values).toBe(5);
  set12(second, { 'cmi.suspend_data': 'z' });
  second.api12.LMSCommit('');
  expect(double.server.log.at(-1)?.values).toBe(1);
});

test('Moodle drops NUL and compares numbers loosely', () => {
  const double = lms('moodle');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': '0e99', 'cmi.core.lesson_location': 'a\0b' });
  session.api12.LMSCommit('');
  set12(session, { 'cmi.suspend_data': '0e11' });
  session.api12.LMSCommit('');
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': '0e99', 'cmi.core.lesson_location': 'ab' });
});

test('a torn commit leaves the state and not the pages in Moodle, whatever the order of the Sets', () => {
  const outcomes = Array.from({ length: 40 }, (_, seed) => {
    const double = lms('moodle', 'scorm12', seed);
    const session = open(double);
    set12(session, { 'cmi.objectives.0.id': 'page', 'cmi.suspend_data': 'header' });
    double.server.fault = 'torn';
    expect(session.api12.LMSCommit('')).toBe('true');
    return double.stored().values;
  });
  expect(outcomes.some((values) => values['cmi.suspend_data'] && !values['cmi.objectives.0.id'])).toBe(true);
  expect(outcomes.some((values) => !values['cmi.suspend_data'] && values['cmi.objectives.0.id'])).toBe(false);
});

test('Moodle: the tab of an expired session goes on saying "false" until it is launched again', () => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = 'session-expired';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  double.server.fault = undefined;
  set12(session, { 'cmi.suspend_data': 'y' });
  expect(session.api12.LMSCommit('')).toBe('false');
  const next = session.relaunch();
  next.api12.LMSInitialize('');
  set12(next, { 'cmi.suspend_data': 'z' });
  expect(next.api12.LMSCommit('')).toBe('true');
});

test.each(['scorm12', 'scorm2004'] as const)(
  'Moodle (%s): within half a minute the tab of an expired session goes to the page of the login',
  (standard) => {
    const double = lms('moodle', standard);
    const session = open(double);
    double.server.fault = 'session-expired';
    if (standard === 'scorm12') {
      set12(session, { 'cmi.suspend_data': 'x' });
      session.api12.LMSCommit('');
    } else {
      session.api2004.SetValue('cmi.suspend_data', 'x');
      session.api2004.Commit('');
    }
    vi.advanceTimersByTime(29_000);
    expect(session.gone).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(session.gone).toBe(true);
  },
);

test.each([
  ['session-expired', '/login/index.php'],
  ['shut-out', '/course/view.php'],
] as const)(
  'Moodle sends a request for a file on while she is in the state “%s”, and browsers tell where to only where that is followed',
  async (fault, path) => {
    const double = lms('moodle');
    const { window } = open(double);
    double.server.fault = fault;
    expect(await window.fetch('index.html', { redirect: 'manual' })).toMatchObject({
      type: 'opaqueredirect',
      status: 0,
      url: window.location.href,
    });
    expect(await window.fetch('index.html')).toMatchObject({ type: 'basic', status: 200, url: `${window.location.origin}${path}` });
  },
);

test('a network that sends every request on to another site: a browser follows to none', async () => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = 'portal';
  expect(await session.window.fetch('index.html', { redirect: 'manual' })).toMatchObject({ type: 'opaqueredirect' });
  await expect(session.window.fetch('index.html')).rejects.toThrow(TypeError);
  set12(session, { 'cmi.suspend_data': 'lost' });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
});

test('a learner who is shut out of an activity in Moodle stays on its page, and is in again once a teacher lets her in', () => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = 'shut-out';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  vi.advanceTimersByTime(120_000);
  expect(session.gone).toBe(false);
  double.server.fault = undefined;
  set12(session, { 'cmi.suspend_data': 'y' });
  expect(session.api12.LMSCommit('')).toBe('true');
});

describe('Moodle: a login in another tab', () => {
  const asks = {
    'a request for a file': ({ window }: DoubleSession) => void window.fetch('index.html'),
    'a commit': ({ api12 }: DoubleSession) => void api12.LMSCommit(''),
  };

  test.each(Object.entries(asks))('is undone by the answer to %s that was under way meanwhile', (_, ask) => {
    const double = lms('moodle');
    const session = open(double);
    double.server.fault = 'session-expired';
    set12(session, { 'cmi.suspend_data': 'x' });
    ask(session);
    double.server.logIn();
    expect(double.server.faultNow()).toBeUndefined();
    vi.advanceTimersByTime(1_000);
    expect(double.server.faultNow()).toBe('session-expired');
  });

  test.each(Object.entries(asks))('stays where %s was answered before it', (_, ask) => {
    const double = lms('moodle');
    const session = open(double);
    double.server.fault = 'session-expired';
    set12(session, { 'cmi.suspend_data': 'x' });
    ask(session);
    vi.advanceTimersByTime(1_000);
    double.server.logIn();
    vi.advanceTimersByTime(1_000);
    expect(double.server.faultNow()).toBeUndefined();
  });
});

test('reloading the frame in Moodle: 1.2 throws, 2004 says 103 and an empty state', () => {
  const session = open(lms('moodle'));
  set12(session, interaction(0, 'x'));
  expect(() => session.api12.LMSInitialize('')).toThrow(TypeError);
  const { api2004 } = open(lms('moodle', 'scorm2004'));
  api2004.SetValue('cmi.suspend_data', 'kept');
  expect(api2004.Initialize('')).toBe('false');
  expect(api2004.GetLastError()).toBe('103');
  expect(api2004.GetValue('cmi.suspend_data')).toBe('');
  expect(api2004.SetValue('cmi.location', 'b')).toBe('true');
});

test('after completion Moodle launches in review without credit, and goes on saving', () => {
  const double = lms('moodle');
  const first = open(double);
  set12(first, { 'cmi.core.lesson_status': 'completed' });
  first.api12.LMSFinish('');
  first.close();
  const second = open(double);
  expect(second.api12.LMSGetValue('cmi.core.lesson_mode')).toBe('review');
  expect(second.api12.LMSGetValue('cmi.core.credit')).toBe('no-credit');
  set12(second, { 'cmi.suspend_data': 'after' });
  second.api12.LMSCommit('');
  expect(double.stored().values['cmi.suspend_data']).toBe('after');
});

test('the Moodle app answers numbers as numbers, and stores an empty score as 0', () => {
  const double = lms('moodle-app');
  const session = open(double);
  set12(session, { 'cmi.objectives.0.id': 'o0' });
  expect(session.api12.LMSGetValue('cmi.objectives._count')).toBe(1);
  set12(session, { 'cmi.core.score.raw': '' });
  session.api12.LMSCommit('');
  expect(double.stored().values['cmi.core.score.raw']).toBe('0');
});

test.each([
  [10, 10],
  [11, 10],
  [12, 10],
  [14, 12],
  [102, 100],
])('of %i objectives the Moodle app counts %i at the next launch, and refuses what is beyond', (stored, counted) => {
  const double = lms('moodle-app');
  const first = open(double);
  for (let index = 0; index < stored; index += 1) set12(first, { [`cmi.objectives.${String(index)}.id`]: `o${String(index)}` });
  first.api12.LMSCommit('');
  first.crash();
  const { api12 } = open(double);
  expect(api12.LMSGetValue('cmi.objectives._count')).toBe(counted);
  expect([api12.LMSSetValue(`cmi.objectives.${String(counted + 1)}.id`, 'x'), api12.LMSGetLastError()]).toEqual(['false', '201']);
  expect(api12.LMSSetValue(`cmi.objectives.${String(counted)}.id`, 'x')).toBe('true');
  expect(api12.LMSGetValue('cmi.objectives._count')).toBe(counted + 1);
});

test('the Moodle app goes offline with a snapshot: values sent before in the session are not in it', () => {
  const double = lms('moodle-app');
  const first = open(double);
  set12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.lesson_location': 'a' });
  first.api12.LMSCommit('');
  double.server.fault = 'offline';
  set12(first, { 'cmi.suspend_data': 'on the device' });
  expect(first.api12.LMSCommit('')).toBe('true');
  first.crash();
  const offline = open(double);
  expect(offline.api12.LMSGetValue('cmi.suspend_data')).toBe('on the device');
  expect(offline.api12.LMSGetValue('cmi.core.lesson_location')).toBe('');
  offline.crash();
  double.server.fault = undefined;
  expect(open(double).api12.LMSGetValue('cmi.suspend_data')).toBe('on the device');
  expect(double.stored().values['cmi.suspend_data']).toBe('on the device');
});

test('Moodle’s total is what a page was handed and its own session: of a page that F5 loads, without the one before', () => {
  const double = lms('moodle');
  const first = open(double);
  set12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': '00:01:30' });
  first.window.addEventListener('pagehide', () => first.api12.LMSFinish(''));
  const second = first.reload();
  expect(double.stored().seconds).toBe(90);
  second.api12.LMSInitialize('');
  expect(second.api12.LMSGetValue('cmi.core.total_time')).toBe('00:00:00');
  set12(second, { 'cmi.core.session_time': '00:00:10' });
  second.api12.LMSFinish('');
  expect(double.stored().seconds).toBe(10);
});

test('Moodle takes no empty response of a choice or likert in SCORM 2004: what was picked stays', () => {
  const double = lms('moodle', 'scorm2004');
  const session = open(double);
  const set = (name: string, value: string): unknown => session.api2004.SetValue(`cmi.interactions.0.${name}`, value);
  set('id', 'b.pick');
  set('type', 'choice');
  expect([set('learner_response', 'phone'), set('learner_response', '')]).toEqual(['true', 'false']);
  expect(session.api2004.GetLastError()).toBe('406');
  expect(session.api2004.GetValue('cmi.interactions.0.learner_response')).toBe('phone');
  expect([set('type', 'long-fill-in'), set('learner_response', '')]).toEqual(['true', 'true']);
});
