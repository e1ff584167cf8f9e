/** Deflates a bundle into the script that runs it (`src/entry/start-packed.ts`). */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { packed } from './packed.ts';

const STARTER = fileURLToPath(new URL('../src/entry/start-packed.ts', import.meta.url));
/** With its quotes: no other sign ends the packed script in it. */
const PLACE = '"@packed-script@"';

export interface PackedScript {
  readonly script: string;
  /** For the page's policy, which lets only this one run. */
  readonly hash: string;
}

/** @param name for stack traces and the browser's tools */
export async function packScript(code: string, name = 'kurssi.js'): Promise<PackedScript> {
  const named = `${code.trimEnd()}\n//# sourceURL=${name}\n`;
  const { outputFiles } = await build({
    entryPoints: [STARTER],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const starter = outputFiles[0]?.text ?? '';
  if (!starter.includes(PLACE)) throw new Error(`${STARTER} has no place for the packed script.`);
  return {
    script: starter.replace(PLACE, () => `"${packed({ script: named })}"`),
    hash: createHash('sha256').update(named).digest('base64'),
  };
}
