/**
 * Rollup reads and shakes the modules of all standards at once and leaves each as a chunk of its own; this puts a standard's together into one
 * plain script, in the order in which they run. Five times faster than five bundles. In chunks that standards share, the order, and with it
 * how well the script packs, hangs on which standards are built together.
 */
import { posix } from 'node:path';
import { build, transform, type Plugin as EsbuildPlugin } from 'esbuild';
import type { OutputChunk, Plugin } from 'rollup';
import { BROWSER_TARGET } from './browser-target.ts';

/** Comes last. Only the entries stay in the bundle, with the modules of all their chunks. */
export function oneScript(): Plugin {
  return {
    name: 'one-script',
    async generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])),
      );
      const scripts = await Promise.all(
        [...chunks.values()]
          .filter(({ isEntry }) => isEntry)
          .map(async (entry) => ({ entry, code: await scriptOf(entry, chunks), modules: modulesOf(entry, chunks) })),
      );
      for (const { entry, code, modules } of scripts) Object.assign(entry, { code, modules, imports: [], dynamicImports: [] });
      for (const [fileName, { isEntry }] of chunks) if (!isEntry) delete bundle[fileName];
    },
  };
}

async function scriptOf(entry: OutputChunk, chunks: ReadonlyMap<string, OutputChunk>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry.fileName],
    bundle: true,
    write: false,
    format: 'iife',
    target: BROWSER_TARGET,
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [inMemory(chunks)],
  });
  // Licences go along in a file of their own; what esbuild thinks of other people's code is of no use here.
  const small = await minified(outputFiles[0]?.text ?? '');
  // What the first time leaves of names and branches is counted the second time: 250 bytes less of a launch. A third time changes nothing.
  return minified(small);
}

async function minified(text: string): Promise<string> {
  const { code } = await transform(text, {
    minify: true,
    target: BROWSER_TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return code;
}

function inMemory(chunks: ReadonlyMap<string, OutputChunk>): EsbuildPlugin {
  return {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path, importer }) => ({ path: posix.join(posix.dirname(importer), path), namespace: 'chunk' }));
      onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({ contents: chunks.get(path)?.code ?? '', loader: 'js' }) as const);
    },
  };
}

/** The modules of a chunk and of all that it imports. */
function modulesOf(entry: OutputChunk, chunks: ReadonlyMap<string, OutputChunk>): OutputChunk['modules'] {
  const seen = new Set([entry.fileName]);
  for (const fileName of seen) {
    const { imports = [], dynamicImports = [] } = chunks.get(fileName) ?? {};
    for (const imported of [...imports, ...dynamicImports]) seen.add(imported);
  }
  return Object.assign({}, ...[...seen].map((fileName) => chunks.get(fileName)?.modules)) as OutputChunk['modules'];
}
