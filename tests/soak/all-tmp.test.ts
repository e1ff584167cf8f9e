import { test } from 'vitest';
import { runMachines } from './scorm-machines.ts';
import { machinesKind } from './machines-kind.ts';
test('f', { timeout: 900000 }, async () => { for (const seed of (process.env.SEEDS ?? '').split(' ').map(Number)) { const r = await runMachines({ profile: (process.env.P ?? 'moodle') as never, standard: 'scorm12', seed }); if (r.losses.length || r.overwritten.length || r.questions.length) console.log('SEED', seed, JSON.stringify(machinesKind(seed)), JSON.stringify({ losses: r.losses, overwritten: r.overwritten, questions: r.questions }, null, 1)); } });
