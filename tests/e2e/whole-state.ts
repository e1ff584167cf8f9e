/**
 * What reads a SCORM state, in one module with all that it imports. Playwright makes of each private member a function call, and of each imported
 * name a getter: in what the codec does for each bit of a state, that takes longer than all the rest (as in `tests/whole-models.ts`).
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { buildSync } from 'esbuild';
import type * as Whole from '../../src/tracking/scorm/scorm-state.ts';

const entry = fileURLToPath(new URL('../../src/tracking/scorm/scorm-state.ts', import.meta.url));
let loaded: typeof Whole | undefined;

/** Once a process, where it is first asked for. */
export function wholeState(): typeof Whole {
  return (loaded ??= load());
}

function load(): typeof Whole {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    write: false,
  });
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'exports', 'require'], { filename: entry });
  run(module, module.exports, createRequire(entry));
  return module.exports as typeof Whole;
}
