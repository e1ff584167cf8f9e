/** OpenOlat. One test by name for each habit: the double does what the table says. */
import { expect, test, vi } from 'vitest';
import { habitsOf, lmsProfile } from '../../../src/simulator/lms-profiles.ts';
import { interaction, lms, open, set12, stopTime, store12 } from './opened-lms.ts';

stopTime();

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

test('OpenOlat refuses 2004 packages', () => {
  expect(() => habitsOf(lmsProfile('openolat'), 'scorm2004')).toThrow('OpenOlat refuses scorm2004 packages');
});
