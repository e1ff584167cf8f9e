/** What becomes of more letters than a state ever holds, where they are many ids as well as texts and the LMS has room for all of it. */
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { lettersIn } from '../../../src/tracking/state/letters.ts';
import { changesText } from '../../../src/tracking/scorm/state-base.ts';
import { MOST_LETTERS } from '../../../src/tracking/state/state-records.ts';
import { ScormState } from '../../../src/tracking/scorm/scorm-state.ts';
import type { PackedState } from '../../../src/tracking/state/state-codec.ts';

const at = 1_700_000_000_000;

const COUNT = 60;
const TEXT = 2400;

/** Their texts alone stay below the limit; with their ids they are beyond what is read again. */
const MANY: Answers = new Map(
  Array.from({ length: 1000 }, (_, index) => [
    `e.stakeholders.${'branch-of-a-long-name.'.repeat(2)}${index}`,
    { text: 'a'.repeat(140), at },
  ]),
);
const state = (answers: Answers): PackedState => ({ answers, revision: 2, notes: new Map() });

test('so much would not be read again: more than 180,000 letters', () => {
  expect(lettersIn(MANY)).toBeGreaterThan(180_000);
  expect(COUNT * TEXT).toBeLessThan(MOST_LETTERS);
});

test('a part of it is stored, as much as is read again', () => {
  let stored = '';
  const stateIn = (): ScormState =>
    new ScormState({ promised: 1_000_000, writesPages: false, read: () => stored, write: (text) => void (stored = text) });
  const scorm = stateIn();
  scorm.restore();
  expect(scorm.set(state(MANY))).toBe('full');
  scorm.setPartly(state(MANY));
  const read = stateIn().restore().state?.answers ?? new Map();
  expect(read.size).toBeGreaterThan(40);
  expect(lettersIn(read)).toBeLessThanOrEqual(MOST_LETTERS);
});

test('beside a base it is not packed either', () => {
  expect(changesText({ answers: new Map(), text: '', generation: 1, places: [1], check: 0 }, state(MANY))).toBeUndefined();
});
