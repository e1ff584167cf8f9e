/** Exercises without a course, for any web page: `import 'aspa-ajokortti/exercises'`. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { BROWSER_TARGET } from './browser-target.ts';
import { everyKind } from './every-kind.ts';
import { ELEMENTS, elementOf } from './virtual-modules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Gives a bundle the elements of every kind of exercise. */
export function everyElement(): Plugin {
  const contents = everyKind.map((kind) => `import ${JSON.stringify(elementOf(kind))};`).join('\n');
  return {
    name: 'every-element',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^${ELEMENTS}$`) }, () => ({ path: ELEMENTS, namespace: 'elements' }));
      onLoad({ filter: /.*/, namespace: 'elements' }, () => ({ contents, resolveDir: root }));
    },
  };
}

/**
 * Writes `exercises.js`, the modules that it loads when they are asked for, and `example.html`, a page that uses it.
 * @param out a folder of its own
 */
export async function buildExerciseLibrary(out: string): Promise<void> {
  await build({
    entryPoints: { exercises: join(root, 'src/exercises/shared/single-exercise.ts') },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: BROWSER_TARGET,
    outdir: out,
    chunkNames: '[name]-[hash]',
    minify: true,
    legalComments: 'linked',
    plugins: [everyElement()],
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await copyFile(join(root, 'docs/guides/exercise-on-a-page.html'), join(out, 'example.html'));
}
