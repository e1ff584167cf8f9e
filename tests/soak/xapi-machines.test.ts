/** Two machines at once, against every kind of LRS; SOAK_RUNS and SOAK_SEED as in the other soaks. */
import { describe, expect, test } from 'vitest';
import { lrsHabits } from '../../src/simulator/lrs/lrs-habits.ts';
import { eachLrs } from '../each-habit.ts';
import { seedsToRun, takesAll } from './seeds.ts';
import { runMachines, type MachinesResult } from './xapi-machines.ts';

const seedsOf = seedsToRun();
const lrss = takesAll() ? Object.values(lrsHabits) : eachLrs();
const launchers = (['xapi', 'cmi5', 'mod-cmi5', 'ilias-xapi'] as const).map((profile, row) => ({ profile, row }));

describe.each(launchers)('$profile', ({ profile, row }) => {
  // Each row begins with another of the four turns, so that every LRS has every kind of learner.
  test.for(lrss.map(({ id }, column) => ({ lrs: id, seeds: seedsOf(row + column) })))(
    'over a $lrs LRS nothing acknowledged is lost',
    { timeout: 600_000 },
    async ({ lrs, seeds }, { task }) => {
      const results: MachinesResult[] = [];
      for (const seed of seeds) results.push(await runMachines({ profile, lrs, seed }));
      console.log(`${profile}, ${lrs}: ${results.length} runs, ${results.reduce((sum, { acknowledged }) => sum + acknowledged, 0)} fields`);
      const lost = results.reduce((sum, { losses }) => sum + losses.length, 0);
      task.meta.soak = { profile: `${profile}, ${lrs} LRS`, soak: 'two machines at once', runs: results.length, lost, saidSaved: lost };
      expect(results.filter(({ losses }) => losses.length > 0).map(({ seed, losses }) => ({ seed, losses }))).toEqual([]);
    },
  );
});
