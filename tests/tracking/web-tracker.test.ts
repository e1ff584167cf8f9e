import { expect, test } from 'vitest';
import { textOf, type Answers } from '../../src/course/answers.ts';
import { packState } from '../../src/tracking/state/state-codec.ts';
import { WebTracker } from '../../src/tracking/web-tracker.ts';
import { MemoryStorage } from '../session/memory.ts';

const RECORD = 'aspa:run-time';
const FIELD = 'a.thoughts.first';

test('what version 1.0.0 left in its run-time’s record is found, until the learner removes her work from this computer', async () => {
  const storage = new MemoryStorage();
  const answers: Answers = new Map([[FIELD, { text: 'Ajatus', at: 1_795_593_600_000 }]]);
  storage.setItem(RECORD, JSON.stringify({ cmi: { suspend_data: packState({ answers, revision: 3, notes: new Map() }) } }));
  const tracker = new WebTracker(storage);
  expect(textOf((await tracker.open()).state?.answers ?? new Map(), FIELD)).toBe('Ajatus');
  tracker.forget();
  expect(storage.length).toBe(0);
  expect((await tracker.open()).state).toBeUndefined();
});
