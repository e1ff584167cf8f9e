import { expect, test } from 'vitest';
import { NewlyEarned } from '../../src/shell/notices/newly-earned.ts';
import { fi } from '../../src/text/fi.ts';
import { course } from './fixture-course.ts';

const progress = (licence: boolean, ...earned: string[]): { earnedClasses: ReadonlySet<string>; licence: boolean } => ({
  earnedClasses: new Set(earned),
  licence,
});

test('a class is news once', () => {
  const newlyEarned = new NewlyEarned(course, progress(false));
  expect(newlyEarned.since(progress(false))).toBeUndefined();
  expect(newlyEarned.since(progress(false, 'B'))).toEqual({ classes: ['B'], licence: false });
  expect(newlyEarned.since(progress(false, 'B'))).toBeUndefined();
});

test('the last compulsory class brings the licence, a later one does not bring it again', () => {
  const newlyEarned = new NewlyEarned(course, progress(false, 'B'));
  expect(newlyEarned.since(progress(true, 'B', 'A1'))).toEqual({ classes: ['A1'], licence: true });
  expect(newlyEarned.since(progress(true, 'B', 'A1', 'C'))).toEqual({ classes: ['C'], licence: false });
});

test('encouragement is one sentence, however many classes there are', () => {
  const { classes } = fi.earned;
  expect([classes(['B']), classes(['A1', 'A2']), classes(['A1', 'A2', 'B'])]).toEqual([
    'Sait luokan B.',
    'Sait luokat A1 ja A2.',
    'Sait luokat A1, A2 ja B.',
  ]);
});
