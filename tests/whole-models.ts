/**
 * The models of the state's codec, each in one module with all that it imports, as the built course has them. Vitest makes of every imported
 * name a getter on another module: in what a model does for each bit of a state, that takes longer than all the rest.
 */
import { build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const MODEL = /\/src\/tracking\/state\/(?:context|light)-model\.ts$/;

export function wholeModels(): Plugin {
  return {
    name: 'whole-models',
    // Before the file is read.
    enforce: 'pre',
    async load(id) {
      if (!MODEL.test(id)) return undefined;
      const { outputFiles } = await build({
        entryPoints: [id],
        bundle: true,
        format: 'esm',
        sourcemap: 'external',
        outdir: '.',
        write: false,
      });
      const [map = '', code = ''] = ['.map', '.js'].map((end) => outputFiles.find(({ path }) => path.endsWith(end))?.text);
      return { code, map };
    },
  };
}
