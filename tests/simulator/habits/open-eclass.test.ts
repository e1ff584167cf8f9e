/** Open eClass. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { interaction, lms, open, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

test('Open eClass keeps the values of its own form, and no objective or interaction', async () => {
  const double = lms('open-eclass');
  const session = open(double);
  await store12(session, { 'cmi.suspend_data': 'ä'.repeat(4096), 'cmi.objectives.0.id': 'p', ...interaction(0, 'x\n'.repeat(300)) });
  expect(double.stored().values).toMatchObject({ 'cmi.suspend_data': 'ä'.repeat(4096) });
  expect(Object.keys(double.stored().values).filter((element) => /objectives|interactions/u.test(element))).toEqual([]);
  expect(set12(session, { 'cmi.suspend_data': 'x'.repeat(4097) })).toEqual(['false']);
});

test('Open eClass sends by a form in a frame: what is set in beforeunload arrives, and nothing after it', async () => {
  for (const [event, kept] of [
    ['beforeunload', 'b'],
    ['pagehide', 'a'],
  ] as const) {
    const double = lms('open-eclass');
    const session = open(double);
    await store12(session, { 'cmi.suspend_data': 'a' });
    session.window.addEventListener(event, () => {
      set12(session, { 'cmi.suspend_data': 'b' });
      session.api12.LMSCommit('');
    });
    session.close();
    await vi.advanceTimersByTimeAsync(2000);
    expect(double.stored().values['cmi.suspend_data']).toBe(kept);
  }
});

test('Open eClass says "true" to a commit that fails, and throws at each one after it: the frame has no form any more', async () => {
  const double = lms('open-eclass');
  const session = open(double);
  double.server.fault = 'unavailable';
  expect(await store12(session, { 'cmi.suspend_data': 'a' })).toBe('true');
  double.server.fault = undefined;
  expect(() => session.api12.LMSCommit('')).toThrow(TypeError);
  expect(() => session.api12.LMSFinish('')).toThrow(TypeError);
  const later = open(double);
  expect(await store12(later, { 'cmi.suspend_data': 'b' })).toBe('true');
  expect(double.stored().values['cmi.suspend_data']).toBe('b');
});
