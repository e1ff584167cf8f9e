/** One script a standard: the course, its content and exactly one tracker, as a plain script that also runs from a file. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { transform } from 'esbuild';
import { rollup, type Plugin, type RollupCache, type RollupOptions } from 'rollup';
import type { Courses } from '../src/course/course.ts';
import { compileTypescript } from './compile-typescript.ts';
import { scriptFile } from './index-page.ts';
import { minifyTemplates } from './minify-templates.ts';
import { packed, packTexts } from './pack-texts.ts';
import { standards, type Standard } from './packages.ts';

const VIRTUAL = 'virtual:course';

/** The entry of a standard; a test may give another one. */
export function entryOf(standard: Standard): string {
  return fileURLToPath(new URL(`../src/entry/${standard}.ts`, import.meta.url));
}

/** The standards that have an entry. */
export function standardsWithEntry(): Standard[] {
  return standards.filter((standard) => existsSync(entryOf(standard)));
}

export interface CourseBundle {
  readonly code: string;
  /** Paths of all modules in it. */
  readonly modules: readonly string[];
  /** Makes the next bundle of the same course faster. */
  readonly cache: RollupCache | undefined;
}

/** @throws rollup's error where a module is missing or broken */
export async function bundleCourse(courses: Courses, entry: string, cache?: RollupCache): Promise<CourseBundle> {
  const { output: outputOptions, ...input } = bundleOptions(courses, entry);
  const bundle = await rollup({ ...input, ...(cache ? { cache } : {}) });
  try {
    const { output } = await bundle.generate(outputOptions ?? {});
    if (output.length !== 1) throw new Error(`The bundle of ${entry} has ${output.length} parts; it has to be one script.`);
    const [{ code, modules }] = output;
    return { code, modules: Object.keys(modules).filter((id) => modules[id]?.renderedLength !== 0), cache: bundle.cache };
  } finally {
    await bundle.close();
  }
}

/** Rollup's options, shared by the build and by `rollup.config.ts`. */
export function bundleOptions(courses: Courses, entry: string): RollupOptions & { readonly output: { readonly file: string } } {
  return {
    input: entry,
    output: { file: scriptFile, format: 'iife', generatedCode: 'es2015', inlineDynamicImports: true },
    plugins: [
      virtualCourse(courses),
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
      // Modules before what a package calls its browser's build, which may be one that nothing can be imported from.
      nodeResolve({ mainFields: ['module', 'main'], exportConditions: ['production', 'browser'] }),
      compileTypescript(),
      minifyTemplates(),
      packTexts(),
      minify(),
    ],
    onwarn(warning, warn) {
      // A name that no module exports, or one that is nowhere, breaks the course at launch: better here.
      if (warning.code === 'MISSING_EXPORT' || warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      if (warning.code !== 'CIRCULAR_DEPENDENCY' || !warning.ids?.some((id) => id.includes('node_modules'))) warn(warning);
    },
  };
}

/** Licences go along in a file of their own; what esbuild thinks of other people's code is of no use here. */
function minify(): Plugin {
  return {
    name: 'minify',
    async renderChunk(code) {
      const { code: small } = await transform(code, {
        minify: true,
        target: 'es2022',
        legalComments: 'none',
        charset: 'utf8',
        logLevel: 'silent',
      });
      return { code: small, map: null };
    },
  };
}

function virtualCourse(courses: Courses): Plugin {
  const unpacker = fileURLToPath(new URL('../src/entry/unpack.ts', import.meta.url));
  return {
    name: 'virtual-course',
    resolveId: (source) => (source === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      return [
        `import { unpack } from ${JSON.stringify(unpacker)};`,
        `export const courses = unpack(${JSON.stringify(packed(courses))});`,
        'export const course = courses[0];',
      ].join('\n');
    },
  };
}
