/** Two computers by turns, with every LMS that keeps one state; `seeds.ts` says how it is steered. */
import { describe, expect, test } from 'vitest';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import { machinesKind } from './machines-kind.ts';
import { runMachines, type MachinesResult } from './scorm-machines.ts';
import { isSteered, seedsToRun } from './seeds.ts';
import { soakedLmss } from './soaked-lmss.ts';

const picked = process.env['SOAK_PROFILE'];
/** Else one after the other, each another run, every second one with pages that are left open. */
const seedsOf = isSteered() ? seedsToRun() : (place: number): readonly number[] => [2 + place];
const everywhere = soakedLmss('two')
  .map(({ id, standard }, place) => ({
    id,
    standard,
    // Where nobody is named, a browser asks of whatever it does not know: each run is told, and fails nothing.
    namesHer: id !== 'frappe',
    givesReceipts: habitsOf(lmsProfile(id), standard).sending.receipt !== 'always-true',
    seeds: seedsOf(place),
  }))
  .filter(({ id }) => !picked || picked === id);

async function runAll(id: ProfileId, standard: ScormStandard, seeds: readonly number[]): Promise<MachinesResult[]> {
  const results: MachinesResult[] = [];
  for (const seed of seeds) results.push(await runMachines({ profile: id, standard, seed }));
  return results;
}

function withSeeds(results: readonly MachinesResult[], of: (result: MachinesResult) => readonly string[]): unknown[] {
  return results.filter((result) => of(result).length > 0).map((result) => ({ seed: result.seed, found: of(result) }));
}

function countOf(results: readonly MachinesResult[], of: (result: MachinesResult) => readonly string[]): number {
  return results.reduce((sum, result) => sum + of(result).length, 0);
}

describe.each(everywhere)('$id, $standard', ({ id, standard, namesHer, givesReceipts, seeds }) => {
  test(
    'what was saved at one computer is there at the other, and nobody is asked for nothing',
    { timeout: 300_000 + seeds.length * 20_000 },
    async ({ task }) => {
      const results = await runAll(id, standard, seeds);
      const moves = results.reduce((sum, result) => sum + result.moves, 0);
      const lost = withSeeds(results, (result) => [...result.losses, ...result.overwritten]);
      const asked = withSeeds(results, ({ questions }) => questions);
      console.log(
        `${id} ${standard}: ${results.length} runs, ${moves} moves, ${lost.length} with losses, ${asked.length} with needless questions`,
      );
      task.meta.soak = {
        profile: `${id} ${standard}`,
        soak: 'two computers',
        runs: results.length,
        lost: countOf(results, ({ losses }) => losses),
        saidSaved: countOf(results, ({ saidSaved, overwritten }) => [...saidSaved, ...overwritten]),
        toAnother: countOf(results, ({ toAnother }) => toAnother),
        needless: countOf(results, ({ questions }) => questions),
      };
      expect(withSeeds(results, ({ toAnother }) => toAnother)).toEqual([]);
      // A browser that keeps nothing does not know its own last words where the LMS says nothing of them either.
      const mayAsk = ({ seed }: MachinesResult): boolean => !givesReceipts && machinesKind(seed).keepsLittle;
      const broken = (result: MachinesResult): readonly string[] => [
        ...result.losses,
        ...result.overwritten,
        ...(mayAsk(result) ? [] : result.questions),
      ];
      expect(namesHer ? withSeeds(results, broken) : []).toEqual([]);
    },
  );
});
