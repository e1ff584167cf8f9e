/** The strict layer keeps to the standards where scorm-again is lax. */
import { expect, test } from 'vitest';
import { LmsDouble, type DoubleSession } from '../../src/simulator/in-memory/lms-double.ts';

function open12(): DoubleSession {
  const session = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' }).launch();
  session.api12.LMSInitialize('');
  return session;
}

function open2004(): DoubleSession {
  const session = new LmsDouble({ profile: 'strict-2004', standard: 'scorm2004' }).launch();
  session.api2004.Initialize('');
  return session;
}

function refusal12(session: DoubleSession, element: string, value: string): string {
  return session.api12.LMSSetValue(element, value) === 'true' ? '0' : session.api12.LMSGetLastError();
}

function refusal2004(session: DoubleSession, element: string, value: string): string {
  return session.api2004.SetValue(element, value) === 'true' ? '0' : session.api2004.GetLastError();
}

test('SCORM 1.2 refuses calls before LMSInitialize and after LMSFinish with 301', () => {
  const { api12 } = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' }).launch();
  expect([api12.LMSSetValue('cmi.suspend_data', 'x'), api12.LMSGetLastError()]).toEqual(['false', '301']);
  expect([api12.LMSCommit(''), api12.LMSGetLastError()]).toEqual(['false', '301']);
  expect(api12.LMSInitialize('')).toBe('true');
  expect([api12.LMSInitialize(''), api12.LMSGetLastError()]).toEqual(['false', '101']);
  expect(api12.LMSFinish('')).toBe('true');
  expect([api12.LMSGetValue('cmi.suspend_data'), api12.LMSGetLastError()]).toEqual(['', '301']);
  expect(api12.LMSGetErrorString('301')).toBe('Not initialized');
});

test.each([
  ['suspend_data of 4,096 ASCII characters', 'cmi.suspend_data', 'x'.repeat(4096), '0'],
  ['suspend_data one longer', 'cmi.suspend_data', 'x'.repeat(4097), '405'],
  ['suspend_data beyond ASCII', 'cmi.suspend_data', 'ä', '405'],
  ['a location of 255', 'cmi.core.lesson_location', 'x'.repeat(255), '0'],
  ['a location of 256', 'cmi.core.lesson_location', 'x'.repeat(256), '405'],
  ['an identifier of 255', 'cmi.objectives.0.id', 'x'.repeat(255), '0'],
  ['an identifier of 256', 'cmi.objectives.0.id', 'x'.repeat(256), '405'],
  ['an identifier with a space', 'cmi.objectives.0.id', 'a b', '405'],
  ['an identifier beyond ASCII', 'cmi.interactions.0.id', 'ä', '405'],
  ['an index gap', 'cmi.objectives.1.id', 'x', '201'],
  ['a read-only element', 'cmi.core.student_id', 'x', '403'],
  ['a keyword', 'cmi.objectives._count', '3', '402'],
  ['an unknown element', 'cmi.nothing', 'x', '401'],
  ['a status outside the vocabulary', 'cmi.core.lesson_status', 'done', '405'],
  ['a date where a time is asked', 'cmi.interactions.0.time', '2026-11-24T10:00:00', '405'],
  ['a score over 100', 'cmi.core.score.raw', '101', '405'],
])('SCORM 1.2: %s', (_name, element, value, code) => {
  expect(refusal12(open12(), element, value)).toBe(code);
});

test('SCORM 1.2: a response has 255 characters at most, no newline, and single characters in a choice', () => {
  const session = open12();
  session.api12.LMSSetValue('cmi.interactions.0.id', 'b.channels.phone.skill');
  session.api12.LMSSetValue('cmi.interactions.0.type', 'fill-in');
  const response = 'cmi.interactions.0.student_response';
  expect(refusal12(session, response, 'ä'.repeat(255))).toBe('0');
  expect(refusal12(session, response, 'ä'.repeat(256))).toBe('405');
  expect(refusal12(session, response, 'a\nb')).toBe('405');
  session.api12.LMSSetValue('cmi.interactions.0.type', 'choice');
  expect(refusal12(session, response, 'a,b')).toBe('0');
  expect(refusal12(session, response, 'recommend')).toBe('405');
  session.api12.LMSSetValue('cmi.interactions.0.type', 'likert');
  expect(refusal12(session, response, '3')).toBe('0');
});

test('SCORM 1.2: interactions are write-only, and a value that is refused leaves the old one', () => {
  const session = open12();
  session.api12.LMSSetValue('cmi.interactions.0.id', 'q');
  expect(session.api12.LMSGetValue('cmi.interactions.0.id')).toBe('');
  expect(session.api12.LMSGetLastError()).toBe('404');
  session.api12.LMSSetValue('cmi.suspend_data', 'old');
  session.api12.LMSSetValue('cmi.suspend_data', 'x'.repeat(5000));
  expect(session.api12.LMSGetValue('cmi.suspend_data')).toBe('old');
});

test('SCORM 1.2: a status that was never set is completed at LMSFinish', () => {
  const lms = new LmsDouble({ profile: 'strict-1.2', standard: 'scorm12' });
  const session = lms.launch();
  session.api12.LMSInitialize('');
  session.api12.LMSFinish('');
  expect(lms.stored().values['cmi.core.lesson_status']).toBe('completed');
});

test('SCORM 2004 says 103 to a second Initialize, 104 after Terminate, and 122, 132, 142, 112 before', () => {
  const { api2004 } = new LmsDouble({ profile: 'strict-2004', standard: 'scorm2004' }).launch();
  const codeAfter = (call: () => string): string => [call(), api2004.GetLastError()].at(-1) as string;
  expect(codeAfter(() => api2004.GetValue('cmi.mode'))).toBe('122');
  expect(codeAfter(() => api2004.SetValue('cmi.location', 'b'))).toBe('132');
  expect(codeAfter(() => api2004.Commit(''))).toBe('142');
  expect(codeAfter(() => api2004.Terminate(''))).toBe('112');
  expect(codeAfter(() => api2004.Initialize(''))).toBe('0');
  expect(codeAfter(() => api2004.Initialize(''))).toBe('103');
  expect(codeAfter(() => api2004.Terminate(''))).toBe('0');
  expect(codeAfter(() => api2004.Initialize(''))).toBe('104');
  expect(codeAfter(() => api2004.Commit(''))).toBe('143');
});

test.each([
  ['suspend_data of 64,000', 'cmi.suspend_data', 'ä'.repeat(64_000), '0'],
  ['suspend_data of 64,001', 'cmi.suspend_data', 'x'.repeat(64_001), '406'],
  ['a location of 1,001', 'cmi.location', 'x'.repeat(1001), '406'],
  ['an index gap', 'cmi.objectives.1.id', 'x', '351'],
  ['a status before the identifier', 'cmi.objectives.0.completion_status', 'completed', '408'],
  ['a read-only element', 'cmi.mode', 'normal', '404'],
  ['an unknown element', 'cmi.nothing', 'x', '401'],
  ['a status outside the vocabulary', 'cmi.completion_status', 'done', '406'],
  ['a scaled score over 1', 'cmi.score.scaled', '1.5', '407'],
])('SCORM 2004: %s', (_name, element, value, code) => {
  expect(refusal2004(open2004(), element, value)).toBe(code);
});

test('SCORM 2004: an interaction takes 4,000 characters, a description 250, and no newline', () => {
  const session = open2004();
  session.api2004.SetValue('cmi.interactions.0.id', 'b.colleague.talk');
  session.api2004.SetValue('cmi.interactions.0.type', 'long-fill-in');
  expect(refusal2004(session, 'cmi.interactions.0.learner_response', 'ä'.repeat(4000))).toBe('0');
  expect(refusal2004(session, 'cmi.interactions.0.learner_response', 'x'.repeat(4001))).toBe('406');
  expect(refusal2004(session, 'cmi.interactions.0.learner_response', 'a\nb')).toBe('406');
  expect(refusal2004(session, 'cmi.interactions.0.description', 'x'.repeat(250))).toBe('0');
  expect(refusal2004(session, 'cmi.interactions.0.description', 'x'.repeat(251))).toBe('406');
  expect(refusal2004(session, 'cmi.interactions.1.id', 'a b')).toBe('406');
});

test.each([
  ['2026-11-24T10:00:00', '0'],
  ['2026-11-24T10:00:00.0Z', '0'],
  ['2026-11-24T10:00:00Z', '406'],
  ['2026-11-24T10:00:00.000Z', '406'],
])('SCORM 2004: the timestamp %s gives %s', (time, code) => {
  const session = open2004();
  session.api2004.SetValue('cmi.interactions.0.id', 'q');
  expect(refusal2004(session, 'cmi.interactions.0.timestamp', time)).toBe(code);
});

test('SCORM 2004: an objective that comes twice is refused and counted once', () => {
  const session = open2004();
  session.api2004.SetValue('cmi.objectives.0.id', 'A1');
  expect(refusal2004(session, 'cmi.objectives.1.id', 'A1')).toBe('351');
  expect(session.api2004.GetValue('cmi.objectives._count')).toBe('1');
  session.api2004.GetValue('cmi.objectives.1.id');
  expect(session.api2004.GetLastError()).toBe('301');
});

test('the third edition holds 4,000 characters of suspend_data', () => {
  const session = new LmsDouble({ profile: 'strict-2004-3rd', standard: 'scorm2004' }).launch();
  session.api2004.Initialize('');
  expect(refusal2004(session, 'cmi.suspend_data', 'x'.repeat(4000))).toBe('0');
  expect(refusal2004(session, 'cmi.suspend_data', 'x'.repeat(4001))).toBe('406');
});
