/** The page of components: one file, made of the elements' manifest and this course's exercises. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CustomElement, Package } from 'custom-elements-manifest/schema';
import { everyElement } from '../../build/exercise-library.ts';
import { readCourses } from '../../build/read-course.ts';
import { exercisesOf, type Course, type Exercise, type Language } from '../../src/course/course.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import type { AnswerChanges } from '../../src/course/answers.ts';
import { answersOf } from '../gallery/answers.ts';

const STATES = ['empty', 'begun', 'done', 'full', 'read-only'] as const;
type State = (typeof STATES)[number];

/** An element that has a tag. */
export type ShownElement = CustomElement & { readonly tagName: string };

/** What the page's script is told. */
export interface ShownComponents {
  readonly elements: readonly ShownElement[];
  readonly states: readonly State[];
  readonly courses: Readonly<Partial<Record<Language, Pick<Course, 'programmes' | 'classes' | 'chapters' | 'report'>>>>;
  readonly exercises: readonly ShownExercise[];
}

export interface ShownExercise {
  readonly tag: string;
  readonly inLanguages: Readonly<Partial<Record<Language, Exercise>>>;
  readonly answers: Readonly<Record<State, AnswerChanges>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function componentPage(manifest: Package): Promise<string> {
  const shown = JSON.stringify(await shownComponents(manifest)).replaceAll('<', '\\u003c');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tests/components/component-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    plugins: [everyElement()],
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const styles = await Promise.all(
    ['src/records/page/page.css', 'src/records/page/form.css', 'tests/components/component-page.css'].map((path) =>
      readFile(join(root, path), 'utf8'),
    ),
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Components</title>
<style>${styles.join('\n')}</style>
<main id="app"></main>
<script type="application/json" id="shown">${shown}</script>
<script>${(outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')}</script>
</html>
`;
}

/** Those of exercises and fields: what an exercise draws for itself is not for others to place. */
function elementsIn(modules: Package['modules']): ShownElement[] {
  const declarations = modules.flatMap(({ declarations: all = [] }) => all) as readonly CustomElement[];
  return declarations.filter((one): one is ShownElement => one.tagName !== undefined);
}

async function shownComponents({ modules }: Package): Promise<ShownComponents> {
  const courses = await readCourses(join(root, 'content'));
  const [main] = courses;
  const byLanguage = <T>(pick: (course: Course) => T): Partial<Record<Language, T>> =>
    Object.fromEntries(courses.map((course) => [course.language, pick(course)]));
  return {
    elements: elementsIn(modules),
    states: STATES,
    // No chapters: what stands alone refers to no other exercise.
    courses: byLanguage(({ programmes, classes, report }) => ({ programmes, classes, report, chapters: [] })),
    exercises: exercisesOf(main).map((exercise) => ({
      tag: `aspa-${exercise.kind}`,
      inLanguages: byLanguage((course) => exercisesOf(course).find(({ id }) => id === exercise.id) as Exercise),
      answers: answersIn(exercise, main),
    })),
  };
}

function answersIn(exercise: Exercise, course: Course): Record<State, AnswerChanges> {
  const own = (all: AnswerChanges): AnswerChanges =>
    Object.fromEntries(Object.entries(all).filter(([field]) => field.startsWith(`${exercise.id}.`)));
  const [begun, full] = (['begun', 'full'] as const).map((state) => own(Object.assign({}, ...answersOf(state, '')) as AnswerChanges));
  const optional = new Set(fieldsOf(exercise, course).flatMap((field) => ('required' in field && !field.required ? [field.id] : [])));
  const done = Object.fromEntries(Object.entries(full ?? {}).filter(([field]) => !optional.has(field)));
  return { empty: {}, begun: begun ?? {}, done, full: full ?? {}, 'read-only': full ?? {} };
}
