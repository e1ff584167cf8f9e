/** Two computers by turns, with every LMS that keeps one state; `seeds.ts` says how it is steered. */
import { describe, expect, test } from 'vitest';
import type { LmsProfile, ScormStandard } from '../../src/simulator/lms-profile.ts';
import { lmsProfiles } from '../../src/simulator/lms-profiles.ts';
import { machinesKind } from './machines-kind.ts';
import { runMachines, type MachinesResult } from './scorm-machines.ts';
import { seedsToRun } from './seeds.ts';

const picked = process.env['SOAK_PROFILE'];
const isSteered = ['SOAK_SEED', 'SOAK_RUNS', 'SOAK_FROM'].some((name) => process.env[name]);
/** Else one after the other, each another run, every second one with pages that are left open. */
const seedsOf = isSteered ? seedsToRun() : (place: number): readonly number[] => [1 + place];
/** An app that keeps work on the device replaces all that the LMS has by it, whatever another computer has saved since. */
const everywhere = (lmsProfiles as readonly LmsProfile[])
  .flatMap(({ id, habits }) => (['scorm12', 'scorm2004'] as const).map((standard) => ({ id, standard, habits: habits[standard] })))
  .filter(({ habits }) => habits?.answers.hasApi && !habits.sending.onDevice)
  .map(({ id, standard, habits }, place) => ({
    id,
    standard,
    // Where nobody is named, a browser asks of whatever it does not know: each run is told, and fails nothing.
    namesHer: id !== 'frappe',
    givesReceipts: habits?.sending.receipt !== 'always-true',
    seeds: seedsOf(place),
  }))
  .filter(({ id }) => !picked || picked === id);

async function runAll(id: string, standard: ScormStandard, seeds: readonly number[]): Promise<MachinesResult[]> {
  const results: MachinesResult[] = [];
  for (const seed of seeds)
    results.push(await runMachines({ profile: id as Parameters<typeof runMachines>[0]['profile'], standard, seed }));
  return results;
}

function withSeeds(results: readonly MachinesResult[], of: (result: MachinesResult) => readonly string[]): unknown[] {
  return results.filter((result) => of(result).length > 0).map((result) => ({ seed: result.seed, found: of(result) }));
}

describe.each(everywhere)('$id, $standard', ({ id, standard, namesHer, givesReceipts, seeds }) => {
  test(
    'what was saved at one computer is there at the other, and nobody is asked for nothing',
    { timeout: 300_000 + seeds.length * 20_000 },
    async () => {
      const results = await runAll(id, standard, seeds);
      const moves = results.reduce((sum, result) => sum + result.moves, 0);
      const lost = withSeeds(results, (result) => [...result.losses, ...result.overwritten]);
      const asked = withSeeds(results, ({ questions }) => questions);
      console.log(
        `${id} ${standard}: ${results.length} runs, ${moves} moves, ${lost.length} with losses, ${asked.length} with needless questions`,
      );
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
