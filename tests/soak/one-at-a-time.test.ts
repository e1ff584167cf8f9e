/** The soak of a learner who waits until each thing is done; `seeds.ts` says how it is steered. */
import { expect, test } from 'vitest';
import { launcherProfiles } from '../../src/simulator/launchers/launcher-profiles.ts';
import { eachLauncher } from '../each-habit.ts';
import { withLauncherClock } from '../launchers/launched-licence.ts';
import { soakOneAtATime } from './one-at-a-time.ts';
import { seedsToRun, takesAll } from './seeds.ts';

withLauncherClock();

const seedsOf = seedsToRun();
const profiles = (takesAll() ? launcherProfiles.map(({ id }) => id) : eachLauncher())
  .map((id, place) => [id, seedsOf(place)] as const)
  .filter(([id]) => !process.env['SOAK_PROFILE'] || process.env['SOAK_PROFILE'] === id);

test.for(profiles)(
  '%s: nothing is lost, and nobody is asked about her own words',
  { timeout: 600_000 },
  async ([profile, seeds], { task }) => {
    const faults: string[] = [];
    for (const seed of seeds) {
      const fault = await soakOneAtATime(profile, seed);
      if (fault !== undefined) faults.push(fault);
    }
    const needless = faults.filter((fault) => fault.includes(': Error: She is asked')).length;
    task.meta.soak = { profile, soak: 'one thing at a time', runs: seeds.length, lost: faults.length - needless, needless };
    expect(faults).toEqual([]);
  },
);
