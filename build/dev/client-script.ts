/** The scripts of the author's page beside the course's own. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSER_TARGET } from '../browser-target.ts';

/** @param module beside this one or below @throws esbuild's error where it cannot be bundled */
export async function clientScript(module: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: BROWSER_TARGET,
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
