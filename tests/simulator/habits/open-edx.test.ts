/** Open edX. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { interaction, lms, open, response, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

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
