/** The first words of a learner whose browser has no room: until the LRS has them they stand on her page alone, and nothing says otherwise. */
import { expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { isOutcome, type SaveStatus } from '../../src/session/save-status.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { MemoryStorage } from '../session/memory.ts';
import { LaunchedLearner } from './launched-learner.ts';
import { withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';

const FIELD = 'e.feedback.together';
const words: Answers = new Map([[FIELD, { text: 'Ensimmäinen ajatus', at: 0 }]]);

function fullBrowser(): MemoryStorage {
  const storage = new MemoryStorage();
  storage.full = true;
  storage.database.habits.full = true;
  return storage;
}

function isSafe(status: SaveStatus): boolean {
  return status.state === 'saved' || ('local' in status && status.local === true);
}

withLauncherClock();

test.each(['open-edx', 'chamilo', 'xapi-sent-on', 'catapult-sent-on'] as LauncherId[])(
  '%s: are not called safe before the LRS has them, and are there after they were',
  async (id) => {
    const told: boolean[] = [];
    for (const afterMs of [300, 1_500, 3_000, 4_500, 6_000, 9_000, 15_000]) {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double, fullBrowser());
      await learner.write(words, afterMs);
      const { status } = learner.session;
      told.push(isSafe(status));
      expect(isOutcome(status) && !isSafe(status), 'nothing has failed').toBe(false);
      await learner.closeTab();
      const isThere = (await LaunchedLearner.in(double)).answers.get(FIELD) === 'Ensimmäinen ajatus';
      expect(isThere || !isSafe(status), `closed ${afterMs} ms after the last letter`).toBe(true);
    }
    expect(new Set(told)).toEqual(new Set([false, true]));
  },
);

test.each(['xapi', 'rustici', 'mod-cmi5', 'ilias-cmi5', 'grassblade'] as LauncherId[])(
  '%s: are in the LRS though the tab is closed at once, where the LRS merges what is posted',
  async (id) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double, fullBrowser());
    await learner.write(words, 300);
    await learner.closeTab();
    expect((await LaunchedLearner.in(double)).answers.get(FIELD)).toBe('Ensimmäinen ajatus');
  },
);
