/** The soak of xAPI and cmi5; `seeds.ts` says how it is steered. */
import { describe, expect, test } from 'vitest';
import { launcherProfiles } from '../../src/simulator/launchers/launcher-profiles.ts';
import { eachLauncher } from '../each-habit.ts';
import { seedsToRun, takesAll } from './seeds.ts';
import { soakXapi, type XapiSoakResult } from './xapi-soak.ts';

const seedsOf = seedsToRun();
const everywhere = (takesAll() ? launcherProfiles.map(({ id }) => id) : eachLauncher())
  .map((id, place) => [id, seedsOf(place)] as const)
  .filter(([id]) => !process.env['SOAK_PROFILE'] || process.env['SOAK_PROFILE'] === id);

describe.each(everywhere)('%s', (profile, seeds) => {
  test('nothing older than five seconds is lost', { timeout: 60_000 + seeds.length * 20_000 }, async ({ task }) => {
    const results: XapiSoakResult[] = [];
    for (const seed of seeds) results.push(await soakXapi({ profile, seed }));
    const lost = results.filter(({ losses }) => losses.length > 0);
    const faults = results.reduce((sum, result) => sum + result.faults, 0);
    console.log(`${profile}: ${results.length} runs, ${faults} faults, ${lost.length} with losses`);
    task.meta.soak = {
      profile: profile,
      soak: 'one computer',
      runs: results.length,
      lost: results.reduce((sum, { losses }) => sum + losses.length, 0),
      saidSaved: results.reduce((sum, { saidSaved }) => sum + saidSaved.length, 0),
    };
    expect(lost.map(({ seed, losses }) => ({ seed, losses }))).toEqual([]);
  });
});
