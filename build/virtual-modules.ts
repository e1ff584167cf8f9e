/** What the course's modules are given by the build (`src/virtual-course.d.ts`). */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'rollup';
import { exercisesOf, type Course, type Courses, type Language } from '../src/course/course.ts';
import { contentsOf } from '../src/course/settings.ts';
import { statementWordsOf } from '../src/course/statement-words.ts';
import { smallScript } from './small-script.ts';

export const COURSE = 'virtual:course';
export const ELEMENTS = 'virtual:exercise-elements';
const WORDS = 'virtual:words';
const PRIMER_WORKER = 'virtual:primer-worker';

/**
 * The content in the main language, what statements say in the others, and the elements of the kinds of exercise in it. The interface's words in
 * the main language take the place of the Finnish ones; those of a part are its own.
 *
 * @param parts where one bundle holds the parts of a course, each for a page of its own: all of them; `courses` is what they are cut from
 */
export function virtualModules(courses: Courses, parts: readonly Courses[] = []): Plugin {
  const [main] = courses;
  const kinds = new Set(courses.flatMap(exercisesOf).map(({ kind }) => kind));
  const signs = parts.length > 0 ? parts.flatMap(([part]) => signsOf(part)) : main.part && signsOf(main);
  const modules = new Map([
    [COURSE, parts.length > 0 ? partsModule(courses, parts) : courseModule(courses)],
    [ELEMENTS, [...kinds].map((kind) => `import ${JSON.stringify(elementOf(kind))};`).join('\n')],
    [
      WORDS,
      signs ? partWordsModule(main.language, signs) : `export { ${main.language} as fi } from ${JSON.stringify(wordsIn(main.language))};`,
    ],
  ]);
  const hasOwnWords = main.language !== 'fi' || signs !== undefined;
  return {
    name: 'virtual-modules',
    resolveId: (source, importer) => {
      // Settled here: another plugin would ask again without telling who imports.
      if (importer === `\0${WORDS}`) return source;
      const asked = hasOwnWords && source.endsWith('/text/fi.ts') ? WORDS : source;
      return modules.has(asked) || asked === PRIMER_WORKER ? `\0${asked}` : null;
    },
    load: (id) => (id === `\0${PRIMER_WORKER}` ? primerWorkerModule() : id.startsWith('\0') ? (modules.get(id.slice(1)) ?? null) : null),
  };
}

function courseModule(courses: Courses): string {
  const [main, ...others] = courses;
  return [
    `export const contents = ${json(contentsOf([main]))};`,
    'export const shaped = (content) => content;',
    `export const offered = ${json(courses.map(({ language }) => language))};`,
    `export const otherWords = ${json(others.map(statementWordsOf))};`,
  ].join('\n');
}

/** The page says which part it is about: `<html data-part="b">`. */
function partsModule(courses: Courses, parts: readonly Courses[]): string {
  const [main, ...others] = courses;
  const ownWords = parts.map(([{ part }, ...translated]) => [
    part?.key,
    translated.map(({ title, description, classes }) => ({
      title,
      description,
      classes: Object.fromEntries(classes.map((one) => [one.id, one.title])),
    })),
  ]);
  return [
    `import { partsOf } from ${source('course/course-parts.ts')};`,
    `import { namesIn } from ${source('text/part/part-text.ts')};`,
    `import { part as words } from ${source(`text/part/${main.language}.ts`)};`,
    'const key = document.documentElement.dataset.part;',
    `export const contents = ${json(contentsOf([main]))};`,
    'export const shaped = (content) => partsOf(content, namesIn(words)).find(({ part }) => part.key === key);',
    `export const offered = ${json(courses.map(({ language }) => language))};`,
    `const ownWords = ${json(Object.fromEntries(ownWords))}[key];`,
    `export const otherWords = ${json(others.map(statementWordsOf))}.map((all, index) => ({ ...all, ...ownWords[index] }));`,
  ].join('\n');
}

function partWordsModule(language: Language, signs: readonly string[]): string {
  return [
    `import { ${language} as whole } from ${JSON.stringify(wordsIn(language))};`,
    `import { partText } from ${source('text/part/part-text.ts')};`,
    `import { part } from ${source(`text/part/${language}.ts`)};`,
    `export const fi = partText(whole, part, ${JSON.stringify(signs)});`,
  ].join('\n');
}

async function primerWorkerModule(): Promise<string> {
  const script = await smallScript(fileURLToPath(new URL('../src/tracking/state/primer-worker.ts', import.meta.url)));
  return `export const workerScript = ${JSON.stringify(script.trim())};`;
}

/** Signs of exercises that are of no class. */
function signsOf({ part }: Course): string[] {
  return part?.sign === undefined ? [] : [part.sign];
}

/** Parsed faster than the same as code. */
function json(value: unknown): string {
  return `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

/** The module that holds the interface's words in a language, under the language's own name. */
function wordsIn(language: Language): string {
  return fileURLToPath(new URL(`../src/text/${language}.ts`, import.meta.url));
}

function source(path: string): string {
  return JSON.stringify(fileURLToPath(new URL(`../src/${path}`, import.meta.url)));
}

/** The module that defines the element of a kind of exercise. */
export function elementOf(kind: string): string {
  return fileURLToPath(new URL(`../src/exercises/${kind}/element.ts`, import.meta.url));
}
