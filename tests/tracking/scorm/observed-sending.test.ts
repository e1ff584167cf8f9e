import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/tracking/scorm/commit-witness.ts';
import { ObservedSending, type LaunchSigns } from '../../../src/tracking/scorm/observed-sending.ts';

const NO_SIGNS: LaunchSigns = { receipts: true, hearsPagehide: false, maySendWhole: false };

/** What is known after commits in sight, none of which is known to have failed. */
function after(commits: readonly Evidence[], signs: Partial<LaunchSigns> = {}): ObservedSending {
  const habits = new ObservedSending({ ...NO_SIGNS, ...signs });
  for (const evidence of commits) {
    habits.saw(evidence, true);
    habits.succeeded(evidence);
  }
  return habits;
}

describe('receipts', () => {
  test.each<[string, readonly Evidence[], boolean]>([
    ['before the first commit they may be given', [], true],
    ['an answer that came before the commit returned is one', ['answered'], true],
    ['no answer in time: none are given', ['none'], false],
    ['a beacon alone: none are given', ['beacon'], false],
    ['a beacon now and then, from a player that waits otherwise', ['answered', 'beacon'], true],
    ['a beacon first, then an answer', ['beacon', 'answered'], true],
    ['a player that stopped to wait', ['answered', 'none'], false],
    ['a browser that tells nothing changes nothing', ['answered', 'unknown'], true],
    ['a request that failed proves nothing of those that do not', ['answered', 'fallback'], true],
  ])('%s', (_what, commits, given) => {
    expect(after(commits).givesReceipts).toBe(given);
  });

  test('where the launch shows that "true" proves nothing, no answer is one', () => {
    expect(after(['answered'], { receipts: false }).givesReceipts).toBe(false);
  });
});

describe('a closing page', () => {
  test.each<[string, readonly Evidence[], Partial<LaunchSigns>, boolean]>([
    ['nothing is known', [], {}, false],
    ['the LMS waits, and was never seen to use a beacon', ['answered'], {}, true],
    ['it has used one', ['answered', 'beacon'], {}, false],
    ['it has used one after a request failed', ['fallback', 'answered'], {}, false],
    ['it is known to hear `pagehide`', ['answered'], { hearsPagehide: true }, false],
    ['it never waits', ['none'], {}, false],
  ])('may be lost: %s', (_what, commits, signs, loses) => {
    expect(after(commits, signs).losesClosing).toBe(loses);
  });

  test('a beacon out of sight shows that the LMS uses them, but not that it does so in sight', () => {
    const habits = after(['answered']);
    habits.saw('beacon', false);
    expect(habits).toMatchObject({ losesClosing: false, usesBeacons: false, hearsPagehide: false });
  });

  test('`pagehide` is heard by an LMS that uses beacons in sight', () => {
    expect(after(['beacon']).hearsPagehide).toBe(true);
    expect(after(['none']).hearsPagehide).toBe(false);
  });
});

test('the whole model goes out where the standard’s LMSs do that, or one uses beacons alone', () => {
  expect(after([], { maySendWhole: true }).sendsWhole).toBe(true);
  expect(after(['beacon']).sendsWhole).toBe(true);
  expect(after(['answered', 'beacon']).sendsWhole).toBe(false);
  expect(after(['none']).sendsWhole).toBe(false);
});
