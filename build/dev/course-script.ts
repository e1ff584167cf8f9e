/** The course's code without its content, bundled again in a moment when a module changes. */
import { fileURLToPath } from 'node:url';
import { context, type BuildFailure, type Plugin } from 'esbuild';
import { everyKind } from '../every-kind.ts';
import { BROWSER_TARGET } from '../browser-target.ts';
import { entryOf } from '../bundle-course.ts';
import { COURSE, ELEMENTS, elementOf } from '../virtual-modules.ts';

/** As the page asks for it. */
export const scriptFile = 'course.js';
/** Its source map. */
export const mapFile = `${scriptFile}.map`;
/** Where the page's script finds the content that `content.js` has put there. */
export const CONTENTS = 'aspaContents';

/** The map tells a debugger where each line comes from; it is apart, since a browser reads it with its tools open only. */
export type Script = { readonly code: string; readonly map: string } | { readonly fault: string };

export interface CourseScript {
  /** The code as its modules are now, or why they cannot be bundled, with file and line. */
  make(): Promise<Script>;
  close(): Promise<void>;
}

/** @param entry the module that starts the course; a test gives one of its own */
export async function courseScript(entry = entryOf('web')): Promise<CourseScript> {
  const bundle = await context({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: BROWSER_TARGET,
    charset: 'utf8',
    outfile: scriptFile,
    sourcemap: 'linked',
    logLevel: 'silent',
    conditions: ['browser'],
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [virtualModules()],
  });
  return {
    make: async () => {
      try {
        const { outputFiles } = await bundle.rebuild();
        const textOf = (name: string): string => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
        return { code: textOf(scriptFile), map: textOf(mapFile) };
      } catch (error) {
        if (!isBuildFailure(error)) throw error;
        return { fault: error.errors.map(({ text, location }) => `${placeOf(location)}${text}`).join('\n') };
      }
    },
    close: () => bundle.dispose(),
  };
}

/** All kinds of exercise, so that a new one in the content needs no new bundle. */
function virtualModules(): Plugin {
  const elements = everyKind.map((kind) => `import ${JSON.stringify(elementOf(kind))};`);
  const modules = new Map([
    [
      COURSE,
      `const [main, ...others] = globalThis.${CONTENTS};
      export const contents = [main];
      export const shaped = (content) => content;
      export const offered = [main, ...others].map(({ language }) => language);
      export const otherWords = [];`,
    ],
    [ELEMENTS, elements.join('\n')],
  ]);
  return {
    name: 'virtual-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
        contents: modules.get(path) ?? '',
        loader: 'js',
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      }));
    },
  };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}

function placeOf(location: BuildFailure['errors'][number]['location']): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ` : '';
}
