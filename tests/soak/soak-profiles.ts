import { describe, expect, test } from 'vitest';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { soakedLmss } from './soaked-lmss.ts';
import { soakScorm, type SoakResult } from './scorm-soak.ts';
import { seedsToRun } from './seeds.ts';

/**
 * One test for each LMS that keeps a learner's state in that standard; each prints its runs, faults and losses. `seeds.ts` says
 * which runs, SOAK_PROFILE picks one LMS.
 */
export function soakProfiles(standard: ScormStandard): void {
  const picked = process.env['SOAK_PROFILE'];
  const seedsOf = seedsToRun();
  const profiles = soakedLmss('one')
    .filter((lms) => lms.standard === standard)
    .map(({ id }, place) => ({ id, seeds: seedsOf(place) }))
    .filter(({ id }) => !picked || picked === id);

  describe.skipIf(profiles.length === 0)(`soak of ${standard}`, () => {
    for (const { id, seeds } of profiles)
      test(`${id}: nothing older than five seconds is lost`, { timeout: 300_000 + seeds.length * 20_000 }, async ({ task }) => {
        const results: SoakResult[] = [];
        for (const seed of seeds) results.push(await soakScorm({ profile: id, standard, seed }));
        const lost = results.flatMap(({ seed, losses }) => (losses.length > 0 ? [{ seed, losses }] : []));
        const faults = results.reduce((sum, result) => sum + result.faults, 0);
        console.log(`${id} ${standard}: ${results.length} runs, ${faults} faults, ${lost.length} losses`);
        task.meta.soak = {
          profile: `${id} ${standard}`,
          soak: 'one computer',
          runs: results.length,
          lost: results.reduce((sum, { losses }) => sum + losses.length, 0),
          saidSaved: results.reduce((sum, { saidSaved }) => sum + saidSaved.length, 0),
        };
        expect(lost).toEqual([]);
      });
  });
}
