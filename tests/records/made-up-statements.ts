/** The learners' way as the course's own statements, as an LRS stores them. */
import { classEarned, completed, initialized, type StatementContext } from '../../src/tracking/statements.ts';
import { course, type MadeUpLearner } from './learners.ts';

export interface StoredStatement {
  readonly id: string;
  readonly stored: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string };
  readonly context?: { readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>> };
}

/** How the course was launched: under its own identifier, or under one of the LMS's (cmi5). */
export type Launch = 'own' | 'lms';

export function statementsOf(learner: MadeUpLearner, launch: Launch = 'own'): StoredStatement[] {
  const { number, name, email, begunAt, earned, completedAt } = learner;
  if (begunAt === undefined) return [];
  const context: StatementContext = {
    course: { id: course.id, title: course.title, description: 'Made up.', language: 'fi', version: '1.0.0' },
    actor: { objectType: 'Agent', name, mbox: `mailto:${email}` },
    activityId: launch === 'own' ? course.id : `https://lms.example/au/${number % 3}`,
    registration: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    session: `session-${number}`,
    template: launch === 'own' ? {} : { contextActivities: { grouping: [{ objectType: 'Activity', id: course.id }] } },
    grouping: undefined,
  };
  const made = [
    initialized(context, begunAt),
    ...[...earned].map(([id, at]) => classEarned(context, { id, title: `Osio ${id}`, earned: true, earnedAt: at }, at)),
    ...(completedAt === undefined ? [] : [completed(context, completedAt, 60_000, { scaled: 1, raw: 100, min: 0, max: 100 })]),
  ];
  return made.map((statement) => ({
    ...statement,
    stored: new Date(Date.parse(statement.timestamp) + 1500).toISOString(),
  })) as StoredStatement[];
}

/** In the order in which an LRS got them. */
export function allStatements(learners: readonly MadeUpLearner[], launch?: Launch): StoredStatement[] {
  return learners
    .flatMap((learner) => statementsOf(learner, launch))
    .sort((a, b) => (a.stored < b.stored ? -1 : a.stored > b.stored ? 1 : 0));
}
