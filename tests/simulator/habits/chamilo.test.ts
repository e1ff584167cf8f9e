/** Chamilo. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { interaction, lms, open, response, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

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

test('Chamilo has no API for a package of SCORM 2004, and completes it on leaving', () => {
  const double = lms('chamilo', 'scorm2004');
  const session = double.launch();
  expect([session.window.API_1484_11, 'olms' in session.window]).toEqual([undefined, true]);
  session.crash();
  expect(double.stored().values).toEqual({ 'cmi.completion_status': 'completed' });
});

test("Chamilo's player sends by itself what the course had set when its page goes, over what another tab has stored since", async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'older', 'cmi.core.lesson_location': 'a' });
  const looked = open(double);
  const second = open(double);
  await store12(second, { 'cmi.suspend_data': 'newer', 'cmi.core.lesson_location': 'b' });
  looked.close();
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'newer', 'cmi.core.lesson_location': 'b' });
  first.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'older', 'cmi.core.lesson_location': 'a' });
  second.api12.LMSFinish('');
  await store12(open(double), { 'cmi.suspend_data': 'newest' });
  second.close();
  expect(double.stored().values['cmi.suspend_data']).toBe('newest');
});

test('once the session has ended Chamilo answers with another page and status 200, and its page of the package never has a version', async () => {
  const double = lms('chamilo');
  const session = open(double);
  const { window } = session;
  const asked = async (): Promise<unknown> => {
    const { status, type, headers } = await window.fetch('index.html', { method: 'HEAD' });
    return [status, type, headers.has('ETag')];
  };
  expect(await asked()).toEqual([200, 'basic', false]);
  await store12(session, { 'cmi.suspend_data': 'a' });
  double.server.fault = 'session-expired';
  expect(await asked()).toEqual([200, 'basic', false]);
  expect(await store12(session, { 'cmi.suspend_data': 'b' })).toBe('true');
  const answers = window.resources.map(({ responseStatus, decodedBodySize }) => [responseStatus, decodedBodySize]);
  expect([answers.at(-2), answers.at(-1)]).toEqual([
    [200, 79],
    [200, 12_733],
  ]);
});

test('once an objective was set Chamilo sends them beside each commit, and has an empty answer with 200 whether anything was stored or not', async () => {
  const double = lms('chamilo');
  const session = open(double);
  const answered = (): unknown[] =>
    session.window.resources
      .splice(0)
      .map(({ name, responseStatus, decodedBodySize }) => [name.replace(/.*_/, ''), responseStatus, decodedBodySize]);
  answered();
  await store12(session, { 'cmi.suspend_data': 'a' });
  expect(answered()).toEqual([['item.php', 200, 79]]);
  const stored = ['objectives.php', 200, 0];
  await store12(session, { 'cmi.objectives.0.id': 'A1' });
  expect(answered()).toEqual([stored, ['item.php', 200, 79]]);
  double.server.fault = 'session-expired';
  await store12(session, { 'cmi.suspend_data': 'b' });
  expect(answered()).toEqual([stored, ['item.php', 200, 12_733]]);
});

test('each commit carries to Chamilo all that was set since Initialize, changed or not', async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'older', 'cmi.core.lesson_location': 'a' });
  await store12(open(double), { 'cmi.suspend_data': 'newer', 'cmi.core.lesson_location': 'b' });
  await store12(first, { 'cmi.core.lesson_location': 'c' });
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'older', 'cmi.core.lesson_location': 'c' });
});

test("Chamilo's player sends by request and by beacon when its page goes, in this order, and without objectives", async () => {
  const double = lms('chamilo');
  const session = open(double);
  await store12(session, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'a', 'cmi.objectives.0.id': 'A1' });
  const { log } = double.server;
  log.length = 0;
  session.window.addEventListener('beforeunload', () => {
    set12(session, { 'cmi.suspend_data': 'b', 'cmi.objectives.0.status': 'completed' });
    session.api12.LMSCommit('');
  });
  session.close();
  expect(log.map(({ transport, values }) => [transport, values])).toEqual([
    ['beacon', 2],
    ['beacon', 2],
  ]);
  expect(double.stored().values['cmi.suspend_data']).toBe('b');
  await vi.advanceTimersByTimeAsync(400);
  expect(log.slice(2).map(({ transport, values }) => [transport, values])).toEqual(Array(4).fill(['asynchronous', 2]));
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'b', 'cmi.objectives.0.id': 'A1' });
  expect(double.stored().values['cmi.objectives.0.status']).toBeUndefined();
});

test("Chamilo's player forgets what was set by a function of its own, keeps the values, and remembers what is set then", async () => {
  const double = lms('chamilo');
  const first = open(double);
  await store12(first, { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'older', ...interaction(0, 'a') });
  await store12(open(double), { 'cmi.suspend_data': 'newer', ...interaction(0, 'b') });
  (first.window as unknown as { reinit_updatable_vars_list: () => void }).reinit_updatable_vars_list();
  expect(first.api12.LMSGetValue('cmi.suspend_data')).toBe('older');
  await store12(first, { 'cmi.core.lesson_location': 'c' });
  first.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'newer', [response]: 'b', 'cmi.core.lesson_location': 'c' });
});
