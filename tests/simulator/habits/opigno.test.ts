/** Opigno. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { interaction, lms, open, set12, stopTime } from './opened-lms.ts';

stopTime();

test('until the page of Opigno stands, its API hands over nothing, and takes nothing though it says so', () => {
  const double = lms('opigno');
  const early = open(double, { early: true });
  expect(early.api12.LMSGetValue('cmi.core.student_id')).toBe('');
  expect(early.api12.LMSSetValue('cmi.suspend_data', 'early')).toBe('true');
  expect(early.api12.LMSGetLastError()).toBe('401');
  expect(early.api12.LMSCommit('')).toBe('true');
  expect(double.stored().values).toEqual({});
  early.stands();
  expect(early.api12.LMSGetValue('cmi.core.student_id')).toBe('aino.k');
});

test('what is set after Finish is refused, and Opigno says "true"', () => {
  const session = open(lms('opigno'));
  session.api12.LMSFinish('');
  expect(session.api12.LMSSetValue('cmi.suspend_data', 'too late')).toBe('true');
  expect(session.api12.LMSGetLastError()).toBe('301');
});

test('in 1.2 Opigno calls Finish before the course is told that the page leaves: what is set by then is stored, and nothing after it', () => {
  const double = lms('opigno');
  const session = open(double);
  session.api12.LMSSetValue('cmi.suspend_data', 'in time');
  const heard: string[] = [];
  session.window.addEventListener('beforeunload', () => {
    heard.push(session.api12.LMSSetValue('cmi.suspend_data', 'too late'), session.api12.LMSCommit(''), session.api12.LMSGetLastError());
  });
  session.close();
  expect(heard).toEqual(['true', 'false', '301']);
  expect(double.stored().values['cmi.suspend_data']).toBe('in time');
});

test.each(['scorm12', 'scorm2004'] as const)(
  '%s: each minute the page of Opigno puts what the launch handed over back into the data model, and keeps the interactions',
  async (standard) => {
    const double = lms('opigno', standard);
    const call = (session: ReturnType<typeof open>) =>
      standard === 'scorm12'
        ? { set: session.api12.LMSSetValue, get: session.api12.LMSGetValue, commit: session.api12.LMSCommit }
        : { set: session.api2004.SetValue, get: session.api2004.GetValue, commit: session.api2004.Commit };
    const first = open(double);
    call(first).set('cmi.suspend_data', 'older');
    call(first).commit('');
    first.close();
    const { set, get, commit } = call(open(double));
    set('cmi.suspend_data', 'newer');
    set('cmi.interactions.0.id', 'q.0');
    commit('');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(get('cmi.suspend_data')).toBe('older');
    expect(get('cmi.interactions._count')).toBe('1');
    expect(double.stored().values['cmi.suspend_data']).toBe('newer');
    commit('');
    expect(double.stored().values['cmi.suspend_data']).toBe('older');
  },
);

test('in 2004 a tab that another has taken over from sends once more what it holds, when it is closed', () => {
  const double = lms('opigno', 'scorm2004');
  const [first, second] = [open(double), open(double)];
  first.api2004.SetValue('cmi.suspend_data', 'older');
  first.api2004.Commit('');
  second.api2004.SetValue('cmi.suspend_data', 'newer');
  second.api2004.Commit('');
  first.close();
  expect(double.stored().values['cmi.suspend_data']).toBe('older');
});

test.each([
  ['scorm12', 50_000, true],
  ['scorm12', 70_000, false],
  ['scorm2004', 20_000, true],
  ['scorm2004', 40_000, false],
] as const)('%s: of %i characters, which 2004 sends twice, it is %s that Opigno gets them', (standard, length, arrives) => {
  const double = lms('opigno', standard);
  const session = open(double);
  const [api12, api2004] = [session.api12, session.api2004];
  if (standard === 'scorm12') api12.LMSSetValue('cmi.suspend_data', 'x'.repeat(length));
  else api2004.SetValue('cmi.suspend_data', 'x'.repeat(length));
  expect(standard === 'scorm12' ? api12.LMSCommit('') : api2004.Commit('')).toBe('true');
  expect(double.stored().values['cmi.suspend_data'] !== undefined).toBe(arrives);
});

test('no interaction is kept in Opigno', () => {
  const double = lms('opigno');
  const session = open(double);
  set12(session, interaction(0, 'a'));
  session.api12.LMSCommit('');
  session.close();
  expect(Object.keys(double.stored().values).filter((name) => name.startsWith('cmi.interactions'))).toEqual([]);
});

test('Opigno keeps no time of a session', () => {
  const double = lms('opigno');
  const session = open(double);
  set12(session, { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.session_time': '00:01:30' });
  session.api12.LMSFinish('');
  expect(double.stored().seconds).toBe(0);
});
