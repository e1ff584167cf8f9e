/** The pages' scripts, bundled from their TypeScript when the preview starts. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export type ClientScripts = ReadonlyMap<string, string>;

/** @returns the scripts by the path that they are served under. */
export async function bundleClientScripts(): Promise<ClientScripts> {
  const entry = (name: string): string => fileURLToPath(new URL(`./player/${name}.client.ts`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { player: entry('player'), launched: entry('launched'), start: entry('start') },
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${path.split(/[/\\]/).at(-1) ?? ''}`, text]));
}
