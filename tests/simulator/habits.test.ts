/** One test by name for each habit: the double does what the LMS's table says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import { habitsOf, lmsProfile, lmsProfiles } from '../../src/simulator/lms-profiles.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { LaunchFailed } from '../../src/simulator/scorm/open-attempt.ts';
import { MemoryStorage } from '../session/memory.ts';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';
import { logIn } from '../../src/simulator/in-memory/login.ts';

const response = 'cmi.interactions.0.student_response';
const loneSurrogate = '😀'.slice(0, 1);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

function lms(profile: ProfileId, standard: ScormStandard = 'scorm12', seed = 1): LmsDouble {
  return new LmsDouble({ profile, standard, seed, onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds) });
}

function open(double: LmsDouble, launch = {}): DoubleSession {
  const session = double.launch(launch);
  if ('LMSInitialize' in session.api12) session.api12.LMSInitialize('');
  else session.api2004.Initialize('');
  return session;
}

function set12(session: DoubleSession, values: Record<string, string>): string[] {
  return Object.entries(values).map(([element, value]) => session.api12.LMSSetValue(element, value));
}

function interaction(index: number, text: string): Record<string, string> {
  const name = `cmi.interactions.${String(index)}`;
  return { [`${name}.id`]: `q.${String(index)}`, [`${name}.type`]: 'fill-in', [`${name}.student_response`]: text };
}

/** Sets, commits and waits for what is sent later. */
async function store12(session: DoubleSession, values: Record<string, string>): Promise<string> {
  set12(session, values);
  const answer = session.api12.LMSCommit('');
  await vi.advanceTimersByTimeAsync(2000);
  return answer;
}

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

test.each(['moodle', 'moodle-strict'] as const)('%s empties its site’s storages when somebody logs in, not the databases', (profile) => {
  const local = new MemoryStorage();
  const session = new MemoryStorage();
  for (const storage of [local, session]) storage.setItem('aspa:copy', 'sanat');
  logIn(lms(profile).profile, { local, session });
  expect([local.length, session.length]).toEqual([0, 0]);
});

test('ILIAS leaves the storages of its site alone', () => {
  const local = new MemoryStorage();
  local.setItem('aspa:copy', 'sanat');
  logIn(lms('ilias-1.2-checked').profile, { local, session: new MemoryStorage() });
  expect(local.getItem('aspa:copy')).toBe('sanat');
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

test.each(['unavailable', 'html', 'session-expired'] as const)('Moodle says "false" and 101 while the server answers %s', (fault) => {
  const double = lms('moodle');
  const session = open(double);
  double.server.fault = fault;
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  expect(session.api12.LMSGetLastError()).toBe('101');
});

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

test('beacons in flight share 65,536 bytes: a second one of 40,000 is refused until the first has arrived', async () => {
  const double = lms('moodle');
  const session = open(double);
  session.leaveNowhere();
  set12(session, { 'cmi.suspend_data': 'a'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('true');
  set12(session, { 'cmi.suspend_data': 'b'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('false');
  await vi.advanceTimersByTimeAsync(1000);
  set12(session, { 'cmi.suspend_data': 'c'.repeat(40_000) });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toMatch(/^c/);
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

test('a beacon turns a newline into two characters', () => {
  const double = lms('moodle');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'a\nb' });
  session.window.addEventListener('pagehide', () => void session.api12.LMSCommit(''));
  session.close();
  expect(double.stored().values['cmi.suspend_data']).toBe('a\r\nb');
});

test('a lone surrogate makes Commit throw in Moodle, and SetValue in ILIAS', () => {
  const moodle = open(lms('moodle'));
  expect(set12(moodle, { 'cmi.suspend_data': loneSurrogate })).toEqual(['true']);
  expect(() => moodle.api12.LMSCommit('')).toThrow(URIError);
  const ilias = open(lms('ilias-1.2-unchecked'));
  expect(() => set12(ilias, { 'cmi.suspend_data': loneSurrogate })).toThrow(URIError);
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

test('ILIAS 2004 blanks the exit at each launch', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const first = open(double);
  first.api2004.SetValue('cmi.exit', 'suspend');
  first.api2004.SetValue('cmi.suspend_data', 'a');
  first.api2004.Commit('');
  first.crash();
  open(double).crash();
  expect(open(double).api2004.GetValue('cmi.suspend_data')).toBe('');
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

test('ILIAS 1.2 in review drops status and score and keeps the rest; ILIAS 2004 keeps nothing', () => {
  const double = lms('ilias-1.2-checked');
  const session = open(double, { mode: 'review' });
  set12(session, { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '100', 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values).toEqual({ 'cmi.suspend_data': 'x' });
  const later = lms('ilias-2004', 'scorm2004');
  const { api2004 } = open(later, { mode: 'review' });
  api2004.SetValue('cmi.suspend_data', 'x');
  expect(api2004.Commit('')).toBe('true');
  expect(later.stored().values).toEqual({});
});

test('the Moodle app answers numbers as numbers, counts 12 as 10, and stores an empty score as 0', () => {
  const double = lms('moodle-app');
  const session = open(double);
  for (let index = 0; index < 12; index += 1) set12(session, { [`cmi.objectives.${String(index)}.id`]: `o${String(index)}` });
  expect(session.api12.LMSGetValue('cmi.objectives._count')).toBe(10);
  set12(session, { 'cmi.core.score.raw': '' });
  session.api12.LMSCommit('');
  expect(double.stored().values['cmi.core.score.raw']).toBe('0');
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

test('ILIAS 1.2 holds 4,096 with its checks on, and any length with them off', () => {
  expect(set12(open(lms('ilias-1.2-checked')), { 'cmi.suspend_data': 'x'.repeat(4097) })).toEqual(['false']);
  expect(set12(open(lms('ilias-1.2-unchecked')), { 'cmi.suspend_data': 'x'.repeat(400_000) })).toEqual(['true']);
});

test('ILIAS 1.2 starts interactions at 0 in each session and refuses a gap', () => {
  const double = lms('ilias-1.2-checked');
  const first = open(double);
  set12(first, { ...interaction(0, 'a'), ...interaction(1, 'b') });
  first.api12.LMSCommit('');
  first.crash();
  const second = open(double);
  expect(second.api12.LMSGetValue('cmi.interactions._count')).toBe('0');
  expect(second.api12.LMSSetValue('cmi.interactions.1.id', 'q.1')).toBe('false');
  expect(second.api12.LMSGetLastError()).toBe('201');
});

test('ILIAS 1.2 empties its queue before sending', () => {
  const double = lms('ilias-1.2-checked');
  const session = open(double);
  double.server.fault = 'unavailable';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  double.server.fault = undefined;
  expect(session.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
  set12(session, { 'cmi.suspend_data': 'x' });
  session.api12.LMSCommit('');
  expect(double.stored().values['cmi.suspend_data']).toBe('x');
});

test('ILIAS 2004 marks lists as saved beforehand, so a field has to change', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const { api2004 } = open(double);
  double.server.fault = 'unavailable';
  api2004.SetValue('cmi.suspend_data', 'x');
  api2004.SetValue('cmi.objectives.0.id', 'A1');
  expect(api2004.Commit('')).toBe('false');
  double.server.fault = undefined;
  api2004.SetValue('cmi.objectives.0.id', 'A1');
  expect(api2004.Commit('')).toBe('true');
  expect(double.stored().values).toEqual({ 'cmi.suspend_data': 'x' });
  api2004.SetValue('cmi.objectives.0.completion_status', 'completed');
  api2004.Commit('');
  expect(double.stored().values).toMatchObject({ 'cmi.objectives.0.completion_status': 'completed' });
});

test('ILIAS says "ok" to a 500 and to 70,000 bytes inside a click', () => {
  const double = lms('ilias-1.2-unchecked');
  const session = open(double);
  double.server.fault = 'unavailable';
  let answer = '';
  set12(session, { 'cmi.suspend_data': 'x' });
  session.click(() => (answer = session.api12.LMSCommit('')));
  expect(answer).toBe('true');
  double.server.fault = undefined;
  set12(session, { 'cmi.suspend_data': 'x'.repeat(70_000) });
  session.click(() => (answer = session.api12.LMSCommit('')));
  expect(answer).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
});

test.each([
  ['beforeunload', 'saved'],
  ['pagehide', undefined],
  ['visibilitychange', undefined],
] as const)('ILIAS: a commit in %s leaves %s', (event, left) => {
  const double = lms('ilias-1.2-checked');
  const session = open(double);
  const target = event === 'visibilitychange' ? session.window.document : session.window;
  target.addEventListener(event, () => {
    set12(session, { 'cmi.suspend_data': 'saved' });
    session.api12.LMSCommit('');
  });
  session.close();
  expect(double.stored().values['cmi.suspend_data']).toBe(left);
});

test('ILIAS leaves the page as soon as its session has ended', () => {
  const double = lms('ilias-1.2-checked');
  const session = open(double);
  double.server.fault = 'session-expired';
  set12(session, { 'cmi.suspend_data': 'x' });
  expect(session.api12.LMSCommit('')).toBe('false');
  expect(session.gone).toBe(true);
});

test('a control character loses the whole batch in ILIAS, and an emoji becomes a question mark', () => {
  const double = lms('ilias-1.2-checked');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'x', ...interaction(0, 'a\nb') });
  expect(session.api12.LMSCommit('')).toBe('false');
  expect(double.stored().values).toEqual({});
  set12(session, interaction(0, 'hyvä 😀'));
  session.api12.LMSCommit('');
  expect(double.stored().values[response]).toBe('hyvä ?');
});

test('ILIAS 2004 turns a number-like response into a number and cuts a long timestamp', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const { api2004 } = open(double);
  const answers = ['0401234567', '1.50'];
  answers.forEach((text, index) => {
    const name = `cmi.interactions.${String(index)}`;
    const fields = { id: `q.${String(index)}`, type: 'long-fill-in', timestamp: '2026-11-24T10:00:00.0Z', learner_response: text };
    for (const [field, value] of Object.entries(fields)) api2004.SetValue(`${name}.${field}`, value);
  });
  api2004.Commit('');
  const { values } = double.stored();
  expect(answers.map((_, index) => values[`cmi.interactions.${String(index)}.learner_response`])).toEqual(['401234567', '1.5']);
  expect(values['cmi.interactions.0.timestamp']).toBe('2026-11-24T10:00:00.');
});

test('ILIAS 2004 deletes an interaction before it inserts it, without a transaction', () => {
  const lost = Array.from({ length: 40 }, (_, seed) => {
    const double = lms('ilias-2004', 'scorm2004', seed);
    const { api2004 } = open(double);
    const fields = { id: 'q', type: 'long-fill-in', learner_response: 'first' };
    for (const [field, value] of Object.entries(fields)) api2004.SetValue(`cmi.interactions.0.${field}`, value);
    api2004.Commit('');
    double.server.fault = 'torn';
    api2004.SetValue('cmi.interactions.0.learner_response', 'second');
    api2004.Commit('');
    return double.stored().values['cmi.interactions.0.learner_response'];
  });
  expect(new Set(lost)).toEqual(new Set([undefined, 'second']));
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

test('one hanging request stalls the queue of Open edX', async () => {
  const double = lms('open-edx');
  const session = open(double);
  double.server.fault = 'hang';
  await store12(session, { 'cmi.core.lesson_location': 'a' });
  double.server.fault = undefined;
  await store12(session, { 'cmi.suspend_data': 'x' });
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
  await vi.advanceTimersByTimeAsync(26_000);
  expect(double.stored().values['cmi.suspend_data']).toBe('x');
});

test('two commits at once run in parallel in Chamilo, and sometimes the older wins', async () => {
  const winners = await Promise.all(
    Array.from({ length: 15 }, async (_, seed) => {
      const double = lms('chamilo', 'scorm12', seed);
      const session = open(double);
      set12(session, { 'cmi.suspend_data': 'older' });
      session.api12.LMSCommit('');
      set12(session, { 'cmi.suspend_data': 'newer' });
      session.api12.LMSCommit('');
      await vi.advanceTimersByTimeAsync(2000);
      return double.stored().values['cmi.suspend_data'];
    }),
  );
  expect(new Set(winners)).toEqual(new Set(['older', 'newer']));
});

test('OpenOlat posts 505 ms later; of a page that closes first only Finish arrives, and that after an earlier commit', async () => {
  const double = lms('openolat');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'a' });
  session.api12.LMSCommit('');
  await vi.advanceTimersByTimeAsync(504);
  expect(double.server.log.at(-1)?.transport).toBe('launch');
  await vi.advanceTimersByTimeAsync(500);
  expect(double.stored().values['cmi.suspend_data']).toBe('a');
  set12(session, { 'cmi.suspend_data': 'b' });
  session.api12.LMSCommit('');
  session.window.addEventListener('pagehide', () => void session.api12.LMSFinish(''));
  session.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.server.log.filter(({ transport }) => transport === 'asynchronous')).toHaveLength(2);
  expect(double.stored().values['cmi.suspend_data']).toBe('b');
});

test('OpenOlat drops a Finish that no commit went before', async () => {
  const double = lms('openolat');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'b' });
  session.api12.LMSFinish('');
  session.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values).toEqual({});
});

test('OpenOlat collapses white space, stores no interactions, throws on write-only elements and knows no unknown ones', async () => {
  const double = lms('openolat');
  const session = open(double);
  await store12(session, { 'cmi.suspend_data': 'a  b   c', ...interaction(0, 'x') });
  const { values } = double.stored();
  expect(values['cmi.suspend_data']).toBe('a b c');
  expect(Object.keys(values).filter((element) => element.startsWith('cmi.interactions.'))).toEqual([]);
  expect(() => session.api12.LMSGetValue('cmi.core.exit')).toThrow(TypeError);
  expect(session.api12.LMSGetValue('cmi.nothing')).toBeUndefined();
});

test.each(['moodle', 'openolat'] as const)('%s completes a status that was never set at Finish', async (profile) => {
  const double = lms(profile);
  const session = open(double);
  await store12(session, { 'cmi.suspend_data': 'x' });
  session.api12.LMSFinish('');
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values['cmi.core.lesson_status']).toBe('completed');
});

test('Chamilo completes an unset status on any leaving, and locks the learner out for good', async () => {
  const double = lms('chamilo-locking');
  open(double).crash();
  expect(double.stored().values['cmi.core.lesson_status']).toBe('completed');
  const second = open(double);
  expect(await store12(second, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'x' })).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
});

test('Chamilo stores nothing after completion in the same session, and with multiple attempts the next launch is empty', async () => {
  const double = lms('chamilo');
  const session = open(double);
  await store12(session, { 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': 'last' });
  expect(await store12(session, { 'cmi.suspend_data': 'too late' })).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBe('last');
  session.close();
  expect(open(double).api12.LMSGetValue('cmi.suspend_data')).toBe('');
  const locking = lms('chamilo-locking');
  const first = open(locking);
  await store12(first, { 'cmi.core.lesson_status': 'completed', 'cmi.suspend_data': 'last' });
  first.close();
  expect(open(locking).api12.LMSGetValue('cmi.suspend_data')).toBe('last');
});

test('setting one interaction blanks all others in Chamilo, and a skipped index all', async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', ...interaction(0, 'a'), ...interaction(1, 'b') });
  await store12(first, interaction(0, 'changed'));
  expect(double.stored().values['cmi.interactions.1.student_response']).toBe('b');
  first.crash();
  const second = open(double);
  await store12(second, interaction(0, 'only'));
  expect(double.stored().values).toMatchObject({ [response]: 'only', 'cmi.interactions.1.student_response': '' });
  await store12(second, interaction(2, 'gap'));
  expect(double.stored().values).toMatchObject({ [response]: '', 'cmi.interactions.2.student_response': '' });
});

test('responses are cut at & and set the status by &status= in Chamilo, + becomes a space, emoji ????', async () => {
  const double = lms('chamilo');
  const session = open(double);
  await store12(session, { 'cmi.core.lesson_status': 'incomplete', ...interaction(0, 'a+b 😀 & c') });
  expect(double.stored().values[response]).toBe('a b ???? ');
  await store12(session, interaction(0, 'x&status=completed'));
  expect(double.stored().values['cmi.core.lesson_status']).toBe('completed');
});

test('at Finish = and & empty the stored response in Chamilo, and % makes Commit throw', async () => {
  const double = lms('chamilo');
  const session = open(double);
  await store12(session, { 'cmi.core.lesson_status': 'incomplete', ...interaction(0, '1=1') });
  expect(double.stored().values[response]).toBe('1=1');
  set12(session, interaction(0, '2=2'));
  session.api12.LMSFinish('');
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values[response]).toBe('');
  const other = open(lms('chamilo'));
  set12(other, interaction(0, '50 % ajasta'));
  expect(() => other.api12.LMSCommit('')).toThrow(URIError);
});

test('Chamilo prints the state into JavaScript unescaped', async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'a\\b\nc😀' });
  first.crash();
  expect(open(double).api12.LMSGetValue('cmi.suspend_data')).toBe('ab\\nc????');
});

test("a ' in the location loses the state of the same commit in Chamilo", async () => {
  const double = lms('chamilo');
  await store12(open(double), { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'x', 'cmi.core.lesson_location': "b'c" });
  expect(double.stored().values['cmi.suspend_data']).toBeUndefined();
});

test('Chamilo\'s Initialize says "true" though its request failed, and hands over nothing', async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'x' });
  first.crash();
  double.server.fault = 'unavailable';
  const second = double.launch();
  expect(second.api12.LMSInitialize('')).toBe('true');
  expect(second.api12.LMSGetValue('cmi.suspend_data')).toBe('');
});

test('Chamilo leaves entry at ab-initio, reads back no interactions (201), adds the time at every commit, and has olms', async () => {
  const double = lms('chamilo');
  const first = open(double);
  const time = { 'cmi.core.session_time': '00:00:10' };
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend', ...time });
  await store12(first, time);
  expect(double.stored().seconds).toBe(20);
  first.crash();
  const second = open(double);
  expect(second.api12.LMSGetValue('cmi.core.entry')).toBe('ab-initio');
  expect(second.api12.LMSGetValue('cmi.interactions.0.id')).toBe('');
  expect(second.api12.LMSGetLastError()).toBe('201');
  expect('olms' in second.window).toBe(true);
});

test('Chamilo 2004 completes on leaving and stores nothing else', async () => {
  const double = lms('chamilo', 'scorm2004');
  const { api2004 } = open(double);
  api2004.SetValue('cmi.suspend_data', 'x');
  expect(api2004.Commit('')).toBe('true');
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values).toEqual({});
  open(double).crash();
  expect(double.stored().values).toEqual({ 'cmi.completion_status': 'completed' });
});

test('Open edX answers "" for status, score, mode, credit, entry and _count', async () => {
  const session = open(lms('open-edx'));
  await store12(session, { 'cmi.core.lesson_status': 'incomplete', ...interaction(0, 'x') });
  const asked = ['lesson_status', 'score.raw', 'lesson_mode', 'credit', 'entry'].map((name) => `cmi.core.${name}`);
  expect([...asked, 'cmi.interactions._count'].map((element) => session.api12.LMSGetValue(element))).toEqual(['', '', '', '', '', '']);
  expect(session.api12.LMSGetValue(response)).toBe('x');
});

test('one bad score loses the whole batch of Open edX, and it takes completion back', async () => {
  const double = lms('open-edx');
  const session = open(double);
  await store12(session, { 'cmi.core.lesson_location': 'b', 'cmi.core.score.raw': '', 'cmi.suspend_data': 'x' });
  expect(double.stored().values).toEqual({ 'cmi.core.lesson_location': 'b' });
  await store12(session, { 'cmi.core.lesson_status': 'completed' });
  await store12(session, { 'cmi.core.lesson_status': 'incomplete' });
  expect(double.stored().values['cmi.core.lesson_status']).toBe('incomplete');
});

test('Open edX sends the first Set by itself, what is set meanwhile together after it, and Commit sends nothing', async () => {
  const double = lms('open-edx');
  const session = open(double);
  session.api12.LMSCommit('');
  await store12(session, { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'x', 'cmi.core.lesson_location': 'b' });
  expect(double.server.log.flatMap(({ transport, values }) => (transport === 'asynchronous' ? [values] : []))).toEqual([1, 2]);
});

test('Open edX answers the value before until the request with the new one has begun', async () => {
  const session = open(lms('open-edx'));
  await store12(session, { 'cmi.suspend_data': 'old' });
  set12(session, { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'new' });
  expect(session.api12.LMSGetValue('cmi.suspend_data')).toBe('old');
  await vi.advanceTimersByTimeAsync(2000);
  expect(session.api12.LMSGetValue('cmi.suspend_data')).toBe('new');
});

test('of what a closing page sets only the first value arrives in Open edX', async () => {
  const double = lms('open-edx');
  const session = open(double);
  session.window.addEventListener('beforeunload', () => void set12(session, { 'cmi.suspend_data': 'x', 'cmi.core.lesson_location': 'b' }));
  session.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values).toEqual({ 'cmi.suspend_data': 'x' });
});

test('OpenOlat refuses 2004 packages', () => {
  expect(() => habitsOf(lmsProfile('openolat'), 'scorm2004')).toThrow('OpenOlat refuses scorm2004 packages');
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
