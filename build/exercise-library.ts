/** The elements of all kinds of exercise for a bundle of esbuild's: a page that shows exercises without a course. */
import type { Plugin } from 'esbuild';
import { fileURLToPath } from 'node:url';
import * as kinds from '../src/exercises/kinds.ts';
import { ELEMENTS, elementOf } from './virtual-modules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Gives a bundle the elements of every kind of exercise. */
export function everyElement(): Plugin {
  const contents = Object.values(kinds)
    .map(({ kind }) => `import ${JSON.stringify(elementOf(kind))};`)
    .join('\n');
  return {
    name: 'every-element',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: new RegExp(`^${ELEMENTS}$`) }, () => ({ path: ELEMENTS, namespace: 'elements' }));
      onLoad({ filter: /.*/, namespace: 'elements' }, () => ({ contents, resolveDir: root }));
    },
  };
}
