/**
 * Every statement this course makes, on one page. Protocol: xAPI 1.0.3 Data 2.4 (statements), 4.1.4 (interaction activities);
 * cmi5 sections 9 (statements) and 10 (context). README, "Statements", shows them as an LRS holds them.
 *
 * Ids are made from what a statement says (RFC 9562 UUID version 5), so that one made again after a crash or a retry is the same
 * statement to the LRS and is never counted twice.
 */
import { v5 as uuidFromName } from 'uuid';
import { classActivityId } from '../course/reported-ids.ts';
import type { Course } from '../course/course.ts';
import type { ClassStatus, Interaction } from './tracker.ts';
import type { Activity, ActivityDefinition, Actor, Context, ContextActivities, LanguageMap, Result, Statement } from './xapi-types.ts';

/** What of the course the statements say. */
export type StatementCourse = Pick<Course, 'id' | 'title' | 'description' | 'language' | 'version'>;

/** What every statement of a session shares. */
export interface StatementContext {
  readonly course: StatementCourse;
  readonly actor: Actor;
  /** The id the launcher gave, which is often not ours. */
  readonly activityId: string;
  readonly registration: string | undefined;
  /** Tells sessions apart; in the ids of what happens once a session. */
  readonly session: string;
  /** cmi5 10.2: entries first and unchanged in every statement; empty in xAPI. */
  readonly template: Context;
  /** Grouping from the launch address. */
  readonly grouping: string | undefined;
}

const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  progressed: 'http://adlnet.gov/expapi/verbs/progressed',
  earned: 'http://id.tincanapi.com/verb/earned',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;

const ACTIVITY_TYPES = {
  course: 'http://adlnet.gov/expapi/activities/course',
  class: 'http://adlnet.gov/expapi/activities/objective',
  question: 'http://adlnet.gov/expapi/activities/cmi.interaction',
} as const;

/** Result extension of cmi5 9.5.5.1: a whole number of percent. */
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
const NAMESPACE = '6f9c1e56-8f43-5b0e-9d50-3a3f0c3f6a11';
const PLATFORM = 'aspa-ajokortti';

/** The learner has opened the course. Once a session, first (cmi5 9.3.2). */
export function initialized(context: StatementContext, at: number): Statement {
  return statement(context, 'initialized', courseActivity(context), {}, at, [context.session]);
}

/** The learner has left. Once a session, last (cmi5 9.3.8). */
export function terminated(context: StatementContext, at: number, durationMs: number): Statement {
  return statement(context, 'terminated', courseActivity(context), { duration: duration(durationMs) }, at, [context.session]);
}

/** The course is complete. Once a registration (cmi5 9.3.3; the score is xAPI launchers' only, cmi5 forbids none but has no use for it). */
export function completed(context: StatementContext, at: number, durationMs: number, score?: Result['score']): Statement {
  const result: Result = { completion: true, duration: duration(durationMs), ...(score ? { score } : {}) };
  return statement(context, 'completed', courseActivity(context), result, at, []);
}

/** How far the learner is, 0 to 1. Never after `completed`. */
export function progressed(context: StatementContext, share: number, at: number): Statement {
  const percent = Math.round(share * 100);
  return statement(context, 'progressed', courseActivity(context), { extensions: { [PROGRESS]: percent } }, at, [
    String(percent),
    String(at),
  ]);
}

/** A class of the licence is earned. Once a registration. */
export function classEarned(context: StatementContext, { id, title, earnedAt }: ClassStatus, at: number): Statement {
  const activity: Activity = {
    objectType: 'Activity',
    id: classActivityId(context.course.id, id),
    definition: { type: ACTIVITY_TYPES.class, name: words(context, `${id} ${title}`) },
  };
  return statement(context, 'earned', activity, { completion: true }, earnedAt ?? at, [id]);
}

/** A question is answered, or its answer changed. A reflection has neither success nor score. */
export function answered(context: StatementContext, interaction: Interaction): Statement {
  const activity: Activity = {
    objectType: 'Activity',
    id: `${context.course.id}/question/${interaction.id}`,
    definition: questionDefinition(context, interaction),
  };
  // xAPI Data 4.1.4 "Response patterns": several choices are joined by [,].
  const response = interaction.response.join('[,]');
  return statement(context, 'answered', activity, { response }, interaction.at, [interaction.id, response, String(interaction.at)]);
}

function questionDefinition(context: StatementContext, { id, type, description, options }: Interaction): ActivityDefinition {
  const base = { type: ACTIVITY_TYPES.question, name: words(context, id), description: words(context, description) };
  const components = (options ?? []).map((option) => ({ id: option.id, description: words(context, option.label) }));
  switch (type) {
    case 'choice':
      return { ...base, interactionType: 'choice', choices: components };
    case 'likert':
      return { ...base, interactionType: 'likert', scale: components };
    case 'text':
      return { ...base, interactionType: 'long-fill-in' };
  }
}

function statement(
  context: StatementContext,
  verb: keyof typeof VERBS,
  object: Activity,
  result: Result,
  at: number,
  identity: readonly string[],
): Statement {
  const { actor, activityId, registration } = context;
  const name = JSON.stringify([actor, activityId, registration ?? '', verb, ...identity]);
  return {
    id: uuidFromName(name, NAMESPACE),
    actor,
    verb: { id: VERBS[verb], display: { en: verb } },
    object,
    ...(Object.keys(result).length > 0 ? { result } : {}),
    context: contextOf(context, object),
    timestamp: new Date(at).toISOString(),
  };
}

/** The template's entries first, at the same index, ours after them. */
function contextOf(context: StatementContext, object: Activity): Context {
  const { course, template, registration, grouping } = context;
  const onCourse = object.id === context.activityId;
  const groups = [course.id, ...(grouping ? [grouping] : [])].filter((id) => id !== context.activityId);
  const own: ContextActivities = {
    ...(onCourse ? {} : { parent: [activity(context.activityId)] }),
    grouping: groups.map(activity),
  };
  return {
    ...template,
    ...(registration ? { registration } : {}),
    contextActivities: joined(template.contextActivities ?? {}, own),
    revision: course.version,
    platform: template.platform ?? PLATFORM,
    language: course.language,
  };
}

function joined(first: ContextActivities, second: ContextActivities): ContextActivities {
  const all: Record<string, readonly Activity[]> = { ...first };
  for (const [kind, activities] of Object.entries(second)) {
    const there = all[kind] ?? [];
    const added = activities.filter(({ id }) => !there.some((other) => other.id === id));
    if (there.length + added.length > 0) all[kind] = [...there, ...added];
  }
  return all;
}

/** A statement with one more category, which is how cmi5 marks those that it defines (9.6.2). */
export function withCategories(made: Statement, ids: readonly string[]): Statement {
  const contextActivities = joined(made.context.contextActivities ?? {}, { category: ids.map(activity) });
  return { ...made, context: { ...made.context, contextActivities } };
}

/** The course as the launcher names it. */
function courseActivity({ activityId, course }: StatementContext): Activity {
  const { title, description, language } = course;
  return {
    objectType: 'Activity',
    id: activityId,
    definition: { type: ACTIVITY_TYPES.course, name: { [language]: title }, description: { [language]: description } },
  };
}

function activity(id: string): Activity {
  return { objectType: 'Activity', id };
}

function words({ course }: StatementContext, text: string): LanguageMap {
  return { [course.language]: text };
}

/** ISO 8601 with hundredths of a second, as xAPI Data 4.4 wants it compared. */
export function duration(milliseconds: number): string {
  return `PT${(Math.max(0, Math.round(milliseconds / 10)) / 100).toString()}S`;
}
