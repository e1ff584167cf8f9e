/** A script of a few lines that stands in a page or starts one: a module of `src/entry/` with what it imports. */
import { build } from 'esbuild';
import { BROWSER_TARGET } from './browser-target.ts';

/** @param entry path of the module @returns its text as a plain script */
export async function smallScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: BROWSER_TARGET,
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
