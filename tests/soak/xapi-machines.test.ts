/** Two machines at once, against every kind of LRS; SOAK_RUNS and SOAK_SEED as in the other soaks. */
import { describe, expect, test } from 'vitest';
import { lrsHabits } from '../../src/simulator/lrs/lrs-habits.ts';
import { seedsToRun } from './seeds.ts';
import { runMachines, type MachinesResult } from './xapi-machines.ts';

describe.each(['xapi', 'cmi5', 'mod-cmi5', 'ilias-xapi'] as const)('%s', (profile) => {
  test.each(Object.values(lrsHabits).map(({ id }) => id))(
    'over a %s LRS nothing acknowledged is lost',
    { timeout: 600_000 },
    async (lrs) => {
      const results: MachinesResult[] = [];
      for (const seed of seedsToRun()) results.push(await runMachines({ profile, lrs, seed }));
      console.log(`${profile}, ${lrs}: ${results.length} runs, ${results.reduce((sum, { acknowledged }) => sum + acknowledged, 0)} fields`);
      expect(results.filter(({ losses }) => losses.length > 0).map(({ seed, losses }) => ({ seed, losses }))).toEqual([]);
    },
  );
});
