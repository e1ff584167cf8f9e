/** ILIAS, SCORM 1.2 and 2004. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { MemoryStorage } from '../../session/memory.ts';
import type { ProfileId } from '../../../src/simulator/lms-profiles.ts';
import { logIn } from '../../../src/simulator/in-memory/storages-at-login.ts';
import { interaction, lms, open, response, set12, stopTime } from './opened-lms.ts';

stopTime();

test('ILIAS leaves the storages of its site alone', () => {
  const local = new MemoryStorage();
  local.setItem('aspa:copy', 'sanat');
  logIn(lms('ilias-1.2-checked').profile, { local, session: new MemoryStorage() });
  expect(local.getItem('aspa:copy')).toBe('sanat');
});

test('ILIAS 2004 hands the state over again after a launch from which nothing was sent, and none without exit suspend', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const first = open(double);
  first.api2004.SetValue('cmi.exit', 'suspend');
  first.api2004.SetValue('cmi.suspend_data', 'a');
  first.api2004.Commit('');
  first.crash();
  open(double).crash();
  const third = open(double);
  expect(third.api2004.GetValue('cmi.suspend_data')).toBe('a');
  third.api2004.SetValue('cmi.exit', '');
  third.api2004.Commit('');
  third.crash();
  expect(open(double).api2004.GetValue('cmi.suspend_data')).toBe('');
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
  expect(double.stored().values).toEqual({ 'cmi.learner_preference.language': 'fi', 'cmi.suspend_data': 'x' });
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

test.each([
  ['beforeunload', 'false'],
  ['pagehide', 'false'],
  ['click', 'true'],
] as const)('ILIAS 2004 takes a commit in %s, and says "%s"', async (event, said) => {
  const double = lms('ilias-2004', 'scorm2004');
  const session = open(double);
  session.api2004.SetValue('cmi.suspend_data', 'saved');
  let answer = '';
  session.window.addEventListener(event, () => (answer = session.api2004.Commit('')));
  session.window.fire(event);
  session.crash();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([answer, double.stored().values['cmi.suspend_data']]).toEqual([said, 'saved']);
});

test('ILIAS 2004, set to store within a session only, stores what a page sends that was left open for whoever has come after', () => {
  const double = lms('ilias-2004-session', 'scorm2004');
  const first = open(double, { attempt: 'of-the-first' });
  open(double, { attempt: 'of-the-second' });
  first.api2004.SetValue('cmi.suspend_data', 'of the first');
  expect(first.api2004.Commit('')).toBe('true');
  expect(double.stored('of-the-second').values['cmi.suspend_data']).toBe('of the first');
});

test('ILIAS 2004 takes nothing more from a page once the course has been launched anew, though nothing is done there and it is closed', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const first = open(double);
  first.api2004.SetValue('cmi.suspend_data', 'before');
  expect(first.api2004.Commit('')).toBe('true');
  const second = open(double);
  second.close();
  first.api2004.SetValue('cmi.suspend_data', 'after');
  expect([first.api2004.Commit(''), first.api2004.GetLastError()]).toEqual(['false', '391']);
  expect(first.window.resources.at(-1)).toMatchObject({ responseStatus: 200, contentType: 'text/html' });
  expect(first.api2004.Terminate('')).toBe('false');
  expect(double.stored().values['cmi.suspend_data']).toBe('before');
});

test('so does the ILIAS whose SCORM 1.2 knows its launches, and that of 7.10 stores from both', () => {
  const kept = (profile: ProfileId): string | undefined => {
    const double = lms(profile);
    const first = open(double);
    open(double);
    set12(first, { 'cmi.suspend_data': 'after' });
    first.api12.LMSCommit('');
    return double.stored().values['cmi.suspend_data'];
  };
  expect(['ilias-1.2-last-launch', 'ilias-1.2-checked', 'ilias-1.2-unchecked'].map((id) => kept(id as ProfileId))).toEqual([
    undefined,
    'after',
    'after',
  ]);
});

test.each([
  ['ilias-1.2-checked', 'scorm12'],
  ['ilias-2004', 'scorm2004'],
] as const)('%s stores from a page whose learner has logged out', (profile, standard) => {
  const double = lms(profile, standard);
  const session = open(double);
  double.server.fault = 'session-expired';
  const said =
    standard === 'scorm12'
      ? [session.api12.LMSSetValue('cmi.suspend_data', 'x'), session.api12.LMSCommit('')]
      : [session.api2004.SetValue('cmi.suspend_data', 'x'), session.api2004.Commit('')];
  expect([said, session.gone]).toEqual([['true', 'true'], false]);
  expect(double.stored().values['cmi.suspend_data']).toBe('x');
});

test('ILIAS 2004, set to store within a session only, leaves the page as soon as that has ended', () => {
  const double = lms('ilias-2004-session', 'scorm2004');
  const session = open(double);
  double.server.fault = 'session-expired';
  session.api2004.SetValue('cmi.suspend_data', 'x');
  expect(session.api2004.Commit('')).toBe('false');
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

test('ILIAS counts the time of a session at each commit, from what stood at the launch: told again it is not added again', () => {
  const double = lms('ilias-1.2-checked');
  const first = open(double);
  set12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': '00:01:00' });
  first.api12.LMSCommit('');
  set12(first, { 'cmi.core.session_time': '00:02:00' });
  first.api12.LMSCommit('');
  expect(double.stored().seconds).toBe(120);
  first.crash();
  const second = open(double);
  set12(second, { 'cmi.core.session_time': '00:00:30' });
  second.api12.LMSCommit('');
  expect(double.stored().seconds).toBe(150);
  const later = lms('ilias-2004', 'scorm2004');
  const { api2004 } = open(later);
  for (const time of ['PT1M', 'PT2M']) {
    api2004.SetValue('cmi.session_time', time);
    api2004.Commit('');
  }
  expect(later.stored().seconds).toBe(120);
});

test('ILIAS 2004 sends the whole entry of a list in which something has changed, and stores it in the place of the one before', () => {
  const double = lms('ilias-2004', 'scorm2004');
  const first = open(double);
  const set = (session: typeof first, name: string, value: string): unknown => session.api2004.SetValue(`cmi.objectives.0.${name}`, value);
  first.api2004.SetValue('cmi.exit', 'suspend');
  set(first, 'id', 'class.a1');
  set(first, 'completion_status', 'incomplete');
  first.api2004.Commit('');
  first.crash();
  const second = open(double);
  set(second, 'id', 'class.a1');
  set(second, 'completion_status', 'completed');
  second.api2004.Commit('');
  expect(double.stored().values).toMatchObject({ 'cmi.objectives.0.id': 'class.a1', 'cmi.objectives.0.completion_status': 'completed' });
});

test('ILIAS 2004 takes a choice that is empty, and a likert that is empty not', () => {
  const session = open(lms('ilias-2004', 'scorm2004'));
  const set = (name: string, value: string): unknown => session.api2004.SetValue(`cmi.interactions.0.${name}`, value);
  set('id', 'b.pick');
  set('type', 'choice');
  expect([set('learner_response', 'phone'), set('learner_response', '')]).toEqual(['true', 'true']);
  set('type', 'likert');
  expect([set('learner_response', '3'), set('learner_response', '')]).toEqual(['true', 'false']);
});
