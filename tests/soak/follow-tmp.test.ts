import { test } from 'vitest';
import { runMachines } from '/work/main/tests/soak/scorm-machines.ts';
test('f', async () => { const [p, s, n] = (process.env.RUN ?? '').split(' '); const r = await runMachines({ profile: p as never, standard: s as never, seed: Number(n) }, (w) => console.log(w)); console.log(JSON.stringify(r, null, 1)); });
