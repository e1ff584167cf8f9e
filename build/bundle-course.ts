/** One script a standard: the course, its content and exactly one tracker, as a plain script that also runs from a file. */
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';
import type { Courses } from '../src/course/course.ts';
import { compileTypescript } from './compile-typescript.ts';
import { minifyTemplates } from './minify-templates.ts';
import { oneScript } from './one-script.ts';
import type { Standard } from './packages.ts';
import { virtualModules } from './virtual-modules.ts';
import { withoutWordsToDevelopers } from './words-to-developers.ts';

/** The entry of a standard. */
export function entryOf(standard: Standard): string {
  return fileURLToPath(new URL(`../src/entry/${standard}.ts`, import.meta.url));
}

/** Modules that become a script each, by name. */
type Entries<Name extends string> = Readonly<Record<Name, string>>;

export interface CourseBundle {
  readonly code: string;
  /** Paths of all modules in it. */
  readonly modules: readonly string[];
}

/**
 * @param parts those that one bundle holds, where it holds several (`virtual-modules.ts`)
 * @throws rollup's error where a module is missing or broken
 */
export async function bundleCourse<Name extends string>(
  courses: Courses,
  entries: Entries<Name>,
  parts: readonly Courses[] = [],
): Promise<ReadonlyMap<Name, CourseBundle>> {
  const { output: outputOptions, ...input } = bundleOptions(courses, entries, parts);
  const bundle = await rollup(input);
  try {
    const { output } = await bundle.generate(outputOptions);
    return new Map(
      output.flatMap((script) => {
        if (script.type !== 'chunk') return [];
        const { name, code, modules } = script;
        return [[name as Name, { code, modules: Object.keys(modules).filter((id) => modules[id]?.renderedLength !== 0) }] as const];
      }),
    );
  } finally {
    await bundle.close();
  }
}

/** Rollup's options, shared by the build and by `rollup.config.ts`. */
export function bundleOptions(
  courses: Courses,
  entries: Readonly<Record<string, string>>,
  parts: readonly Courses[] = [],
): RollupOptions & { readonly output: OutputOptions } {
  return {
    input: entries,
    output: { dir: 'dist/bundles', format: 'es', generatedCode: 'es2015', entryFileNames: '[name].js', preserveModules: true },
    plugins: [
      virtualModules(courses, parts),
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
      // Modules before what a package calls its browser's build, which may be one that nothing can be imported from.
      nodeResolve({ mainFields: ['module', 'main'], exportConditions: ['production', 'browser'] }),
      compileTypescript(),
      minifyTemplates(),
      withoutWordsToDevelopers(),
      oneScript(),
    ],
    onwarn(warning, warn) {
      // A name that no module exports, or one that is nowhere, breaks the course at launch: better here.
      if (warning.code === 'MISSING_EXPORT' || warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      if (warning.code !== 'CIRCULAR_DEPENDENCY' || !warning.ids?.some((id) => id.includes('node_modules'))) warn(warning);
    },
  };
}
