/** One script a standard: the course, its content and exactly one tracker, as a plain script that also runs from a file. */
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup, type OutputOptions, type Plugin, type RollupOptions } from 'rollup';
import { exercisesOf, type Courses, type Language } from '../src/course/course.ts';
import { contentsOf } from '../src/course/settings.ts';
import { statementWordsOf } from '../src/course/statement-words.ts';
import { compileTypescript } from './compile-typescript.ts';
import { minifyTemplates } from './minify-templates.ts';
import { oneScript } from './one-script.ts';
import type { Standard } from './packages.ts';

/** What `src` imports from the build (`src/virtual-course.d.ts`). */
export const COURSE = 'virtual:course';
export const ELEMENTS = 'virtual:exercise-elements';
const WORDS = 'virtual:words';

/** The entry of a standard. */
export function entryOf(standard: Standard): string {
  return fileURLToPath(new URL(`../src/entry/${standard}.ts`, import.meta.url));
}

/** The module that holds the interface's words in a language, under the language's own name. */
function wordsIn(language: Language): string {
  return fileURLToPath(new URL(`../src/text/${language}.ts`, import.meta.url));
}

/** Modules that become a script each, by name. */
type Entries<Name extends string> = Readonly<Record<Name, string>>;

export interface CourseBundle {
  readonly code: string;
  /** Paths of all modules in it. */
  readonly modules: readonly string[];
}

/** @throws rollup's error where a module is missing or broken */
export async function bundleCourse<Name extends string>(
  courses: Courses,
  entries: Entries<Name>,
): Promise<ReadonlyMap<Name, CourseBundle>> {
  const { output: outputOptions, ...input } = bundleOptions(courses, entries);
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
): RollupOptions & { readonly output: OutputOptions } {
  return {
    input: entries,
    output: { dir: 'dist/bundles', format: 'es', generatedCode: 'es2015', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
    plugins: [
      virtualModules(courses),
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
      // Modules before what a package calls its browser's build, which may be one that nothing can be imported from.
      nodeResolve({ mainFields: ['module', 'main'], exportConditions: ['production', 'browser'] }),
      compileTypescript(),
      minifyTemplates(),
      oneScript(),
    ],
    onwarn(warning, warn) {
      // A name that no module exports, or one that is nowhere, breaks the course at launch: better here.
      if (warning.code === 'MISSING_EXPORT' || warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      if (warning.code !== 'CIRCULAR_DEPENDENCY' || !warning.ids?.some((id) => id.includes('node_modules'))) warn(warning);
    },
  };
}

/**
 * What the course's modules are given by the build: its content in the main language, what statements say in the others, and the elements of the
 * kinds of exercise in it. Where the main language is not Finnish, its words take the place of the Finnish ones.
 */
function virtualModules(courses: Courses): Plugin {
  const [main, ...others] = courses;
  const kinds = new Set(courses.flatMap(exercisesOf).map(({ kind }) => kind));
  // Parsed faster than the same as code.
  const json = (value: unknown): string => `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
  const content = [
    `export const contents = ${json(contentsOf([main]))};`,
    `export const offered = ${json(courses.map(({ language }) => language))};`,
    `export const otherWords = ${json(others.map(statementWordsOf))};`,
  ].join('\n');
  const elements = [...kinds].map((kind) => `import ${JSON.stringify(elementOf(kind))};`).join('\n');
  const modules = new Map([
    [COURSE, content],
    [ELEMENTS, elements],
    [WORDS, `export { ${main.language} as fi } from ${JSON.stringify(wordsIn(main.language))};`],
  ]);
  return {
    name: 'virtual-modules',
    resolveId: (source) => {
      const asked = main.language !== 'fi' && source.endsWith('/text/fi.ts') ? WORDS : source;
      return modules.has(asked) ? `\0${asked}` : null;
    },
    load: (id) => (id.startsWith('\0') ? (modules.get(id.slice(1)) ?? null) : null),
  };
}

/** The module that defines the element of a kind of exercise. */
export function elementOf(kind: string): string {
  return fileURLToPath(new URL(`../src/exercises/${kind}/element.ts`, import.meta.url));
}
