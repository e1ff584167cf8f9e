/** Says what the course with the added kind makes of answers: `tsx ask-course.ts <folder of the project> <folder of the content>`. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type * as ReadCourse from '../../build/read-course.ts';
import type * as Identifiers from '../../build/identifiers.ts';
import type * as Rules from '../../src/course/completion-rules.ts';
import type * as CourseModule from '../../src/course/course.ts';
import type * as Interactions from '../../src/session/reported-answers.ts';

const [project = '', content = ''] = process.argv.slice(2);
const load = (path: string): Promise<unknown> => import(pathToFileURL(join(project, path)).href);

const { readCourse } = (await load('build/read-course.ts')) as typeof ReadCourse;
const { identifiersOf } = (await load('build/identifiers.ts')) as typeof Identifiers;
const { needsOf } = (await load('src/course/completion-rules.ts')) as typeof Rules;
const { exercisesOf } = (await load('src/course/course.ts')) as typeof CourseModule;
const { interactionsOf } = (await load('src/session/reported-answers.ts')) as typeof Interactions;

const course = await readCourse(content);
const [added] = exercisesOf(course).filter(({ id }) => id === 'a.visits');
if (!added) throw new Error('The added exercise is not in the course');
const needsWith = (count: string): string[] =>
  needsOf(added, course, new Map([['a.visits.count', { text: count, at: 0 }]])).map(({ kind, label }) => `${kind}: ${label}`);
const answers = new Map([['a.visits.count', { text: '12', at: 0 }]]);
console.log(
  JSON.stringify({
    identifiers: identifiersOf(course)
      .filter(({ id }) => id.startsWith('a.visits.'))
      .map(({ kind, id, type }) => `${kind} ${id} ${type ?? ''}`),
    withoutNumber: needsWith('monta'),
    withNumber: needsWith('12'),
    reported: interactionsOf(course, answers)
      .filter(({ id }) => id.startsWith('a.visits.'))
      .map(({ type, response }) => [type, ...response]),
  }),
);
