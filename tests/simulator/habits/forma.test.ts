/** forma.lms. One test by name for each habit: the double does what the table says. */
import { expect, test } from 'vitest';
import { interaction, lms, open, set12, stopTime } from './opened-lms.ts';

stopTime();

test('forma.lms ends the session by a function of its own before the course is told that the page leaves, and Finish calls that too', () => {
  const double = lms('forma');
  const session = open(double);
  const api = session.api12 as unknown as Record<string, (parameter: string) => string>;
  const ends = api['commonLMSFinish'] as () => string;
  let ended = 0;
  api['commonLMSFinish'] = () => {
    ended += 1;
    return ends();
  };
  session.api12.LMSSetValue('cmi.suspend_data', 'in time');
  session.close();
  expect(ended).toBe(1);
  expect(double.stored().values['cmi.suspend_data']).toBe('in time');
  const next = open(double);
  expect(next.api12.LMSFinish('')).toBe('true');
});

test('all of it goes out at once, as XML: a beacon without room for that is gone, and nothing says so', () => {
  const double = lms('forma');
  const session = open(double);
  set12(session, { 'cmi.suspend_data': 'short', ...interaction(0, 'first') });
  expect(session.api12.LMSCommit('')).toBe('true');
  for (let index = 1; index < 200; index++) set12(session, interaction(index, 'an answer of a few words'));
  session.api12.LMSSetValue('cmi.suspend_data', 'with much beside it');
  session.window.fire('beforeunload');
  expect(double.stored().values['cmi.suspend_data']).toBe('short');
});

test('in SCORM 2004 forma.lms refuses identifiers with a dot, a hyphen or an underscore: what it lists has no name', () => {
  const session = open(lms('forma', 'scorm2004'));
  expect(session.api2004.SetValue('cmi.interactions.0.id', 'b.channels')).toBe('false');
  expect(session.api2004.GetLastError()).toBe('406');
});
