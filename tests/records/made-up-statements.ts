/** The learners' way as statements, in the shapes in which LRSs hand out what the course has sent. */
import { createHash } from 'node:crypto';
import { classActivityId } from '../../src/course/course-identifiers.ts';
import { course, type MadeUpLearner } from './learners.ts';

export interface StoredStatement {
  readonly id: string;
  readonly stored: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly context?: { readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>> };
}

/** How the course was launched: under its own identifier, under the package's for its unit, or under one of the LMS's (both cmi5). */
export type Launch = 'own' | 'unit' | 'lms';

const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  earned: 'http://id.tincanapi.com/verb/earned',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

function statementsOf(learner: MadeUpLearner, launch: Launch = 'own'): StoredStatement[] {
  const { number, begunAt, earned, completedAt } = learner;
  if (begunAt === undefined) return [];
  const launched = launchedAs(number, launch);
  const whole = { id: launched, definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { fi: course.title } } };
  const made = [
    statement(learner, launch, 'initialized', whole, begunAt),
    ...[...earned].map(([id, at]) => {
      const definition = { type: 'http://adlnet.gov/expapi/activities/objective', name: { fi: `${id} Osio` } };
      return statement(learner, launch, 'earned', { id: classActivityId(course.id, id), definition }, at, { completion: true });
    }),
  ];
  const score = { scaled: 1, raw: 100, min: 0, max: 100 };
  if (completedAt !== undefined)
    made.push(statement(learner, launch, 'completed', whole, completedAt, { completion: true, duration: 'PT60S', score }));
  return made;
}

function launchedAs(number: number, launch: Launch): string {
  if (launch === 'lms') return `https://lms.example/au/${number % 3}`;
  return launch === 'own' ? course.id : `${course.id}/au`;
}

function statement(
  { number, name, email }: MadeUpLearner,
  launch: Launch,
  verb: keyof typeof verbs,
  object: { readonly id: string; readonly definition: object },
  at: number,
  result?: object,
): StoredStatement {
  const launched = launchedAs(number, launch);
  const category = launch !== 'own' && verb === 'completed' ? [activity('https://w3id.org/xapi/cmi5/context/categories/moveon')] : [];
  return {
    id: uuidOf(`${email} ${verb} ${object.id}`),
    actor: { objectType: 'Agent', name, mbox: `mailto:${email}` },
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', ...object },
    ...(result ? { result } : {}),
    context: {
      registration: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      contextActivities: {
        ...(object.id === launched ? {} : { parent: [activity(launched)] }),
        ...(launched === course.id ? {} : { grouping: [activity(course.id)] }),
        ...(category.length > 0 ? { category } : {}),
      },
      language: 'fi',
      platform: 'aspa-ajokortti',
    },
    timestamp: new Date(at).toISOString(),
    stored: new Date(at + 1500).toISOString(),
    version: '1.0.3',
    authority: { objectType: 'Agent', account: { homePage: 'https://lrs.example', name: 'lms' } },
  } as StoredStatement;
}

/** Takes back another statement (xAPI 1.0.3, 4.1.2.4). */
export function voiding(id: string, stored: string): StoredStatement {
  return {
    id: uuidOf(`voiding ${id}`),
    actor: { objectType: 'Agent', mbox: 'mailto:yllapito@kirjasto.example' },
    verb: { id: verbs.voided, display: { en: 'voided' } },
    object: { objectType: 'StatementRef', id },
    timestamp: stored,
    stored,
  } as StoredStatement;
}

/** In the order in which an LRS got them. */
export function allStatements(learners: readonly MadeUpLearner[], launch?: Launch): StoredStatement[] {
  return learners
    .flatMap((learner) => statementsOf(learner, launch))
    .sort((a, b) => (a.stored < b.stored ? -1 : a.stored > b.stored ? 1 : 0));
}

function activity(id: string): { readonly objectType: 'Activity'; readonly id: string } {
  return { objectType: 'Activity', id };
}

function uuidOf(text: string): string {
  const hex = createHash('sha1').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
