/** SCORM 2004: an objective keeps its identifier for ever, so that each class keeps its index whatever a release does with their order. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyScorm } from '../../every-scorm.ts';
import { lmsOf, ScormLearner, settled } from './scorm-learner.ts';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import type { ProfileId } from '../../../src/simulator/lms-profiles.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const KEEPING = everyScorm
  .filter(({ standard }) => standard === 'scorm2004')
  .map(({ id }) => id)
  .filter((id) => !['opigno', 'forma', 'frappe'].includes(id));

/** What the LMS says of each class. */
function classesIn(lms: LmsDouble): Record<string, string | undefined> {
  const { values } = lms.stored();
  const ids = Object.entries(values).filter(([element]) => /^cmi\.objectives\.\d+\.id$/.test(element));
  return Object.fromEntries(ids.map(([element, id]) => [id, values[element.replace(/id$/, 'completion_status')]]));
}

async function saveIn(id: ProfileId, lms: LmsDouble, classes: readonly string[], earned: readonly string[]): Promise<void> {
  const learner = await ScormLearner.in(lms, 'scorm2004');
  const status = classes.map((name) => ({ id: name, title: `Luokka ${name}`, earned: earned.includes(name) }));
  await settled(learner.begin({ ...learner.write({ 'b.one': `Sanat ${id}` }).snapshot(), classes: status }));
  await vi.advanceTimersByTimeAsync(3_000);
  learner.page.crash();
}

test.each(KEEPING)('%s: a class that a release puts before the others takes nobody’s status', async (id) => {
  const lms = lmsOf(id, 'scorm2004');
  await saveIn(id, lms, ['A1', 'A2', 'B'], ['A1']);
  await saveIn(id, lms, ['A0', 'A1', 'B', 'A2'], ['A1', 'A0']);
  expect(classesIn(lms)).toEqual({ 'class.a0': 'completed', 'class.a1': 'completed', 'class.a2': 'incomplete', 'class.b': 'incomplete' });
  await saveIn(id, lms, ['A0', 'A1', 'B', 'A2'], ['A1', 'A0', 'B']);
  expect(classesIn(lms)).toEqual({ 'class.a0': 'completed', 'class.a1': 'completed', 'class.a2': 'incomplete', 'class.b': 'completed' });
});

test('a class that a release leaves out keeps what it was told', async () => {
  const lms = lmsOf('strict-2004', 'scorm2004');
  await saveIn('strict-2004', lms, ['A1', 'A2'], ['A1']);
  await saveIn('strict-2004', lms, ['A2'], []);
  expect(classesIn(lms)).toEqual({ 'class.a1': 'completed', 'class.a2': 'incomplete' });
});

test('an objective that the LMS has of its own is left to it', async () => {
  const own = { 'cmi.objectives.0.id': 'PRIMARYOBJ', 'cmi.objectives.0.completion_status': 'unknown' };
  const lms = lmsOf('strict-2004', 'scorm2004');
  const { attempt, launch } = { attempt: 'attempt-1', launch: 1 };
  lms.launch().crash();
  lms.server.store({ attempt, launch, mode: 'normal', values: Object.entries(own), finish: false });
  await saveIn('strict-2004', lms, ['A1'], ['A1']);
  expect(classesIn(lms)).toEqual({ PRIMARYOBJ: 'unknown', 'class.a1': 'completed' });
});
