/**
 * Every statement this course makes, on one page. Protocol: xAPI 1.0.3 Data 2.4 (statements), 4.1.4 (interaction activities);
 * cmi5 sections 9 (statements) and 10 (context). `docs/statements.md` shows them as an LRS holds them. The verbs and names by which HR finds
 * classes again (earned, completed …) never change: `src/course/course-identifiers.ts`.
 *
 * Ids are made from what a statement says (RFC 9562 UUID version 5), so that one made again after a crash or a retry is the same
 * statement to the LRS and is never counted twice.
 */
import { v5 as uuidFromName } from 'uuid';
import {
  classActivityId,
  fromFileCategory,
  happenedExtension,
  reportedUnder,
  reportedVerbs,
  shortNameOf,
} from '../../course/course-identifiers.ts';
import type { CourseWords } from './course-words.ts';
import type { ClassStatus, Interaction } from '../tracker.ts';
import { actorKey } from './xapi-actor.ts';
import type { Activity, ActivityDefinition, Actor, Context, ContextActivities, Result, Statement } from './xapi-types.ts';

/** What every statement of a session shares. */
export interface StatementContext {
  readonly words: CourseWords;
  readonly actor: Actor;
  /** The id the launcher gave, which is often not ours. */
  readonly activityId: string;
  readonly registration: string | undefined;
  /** Tells sessions apart; in the ids of what happens once a session. */
  readonly session: string;
  /** cmi5 10.0: in every statement, unchanged; empty in xAPI. */
  readonly template: Context;
  /** Grouping from the launch address. */
  readonly grouping: string | undefined;
  /** A moment as a statement may say it. cmi5 9.3 orders a session by timestamps: nothing is earlier than `initialized`. */
  readonly moment: (at: number) => number;
}

/** Those by which HR finds classes again stand, frozen, in `course/course-identifiers.ts`. */
const VERBS = {
  ...reportedVerbs,
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  progressed: 'http://adlnet.gov/expapi/verbs/progressed',
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

/** The learner has opened the course. Once a session, first (cmi5 9.3.2). */
export function initialized(context: StatementContext, at: number): Statement {
  return statement(context, 'initialized', courseActivity(context), {}, at, [context.session]);
}

/** The learner has left. Once a session, last (cmi5 9.3.8). */
export function terminated(context: StatementContext, at: number, durationMs: number): Statement {
  return statement(context, 'terminated', courseActivity(context), { duration: duration(durationMs) }, at, [context.session]);
}

/** The course is complete. Once a registration (cmi5 9.3.3, which forbids a score here; some xAPI launchers take theirs from it). */
export function completed(context: StatementContext, at: number, durationMs: number, score?: Result['score']): Statement {
  const result: Result = { completion: true, duration: duration(durationMs), ...(score ? { score } : {}), ...toldLater(context, at) };
  return statement(context, 'completed', courseActivity(context), result, at, []);
}

/** cmi5 9.3 lets it be told once; a launcher may take the same statement, sent again, for a second one. */
export function isOnceARegistration({ verb }: Statement): boolean {
  return verb.id === VERBS.completed;
}

export function isAnswer({ verb }: Statement): boolean {
  return verb.id === VERBS.answered;
}

/** How far the learner is, 0 to 1, since the change at `at`. Never after `completed`. */
export function progressed(context: StatementContext, share: number, at: number): Statement {
  const percent = Math.round(share * 100);
  const result: Result = { extensions: { [PROGRESS]: percent } };
  return statement(context, 'progressed', courseActivity(context), result, at, [String(percent), String(at)]);
}

/** A class of the licence is earned. Once a registration. A category marks what only a learner's file says. */
export function classEarned(context: StatementContext, { id, earnedAt, fromFile }: ClassStatus, at: number): Statement {
  const { words } = context;
  const object: Activity = {
    objectType: 'Activity',
    id: classActivityId(reportedUnder(words.course), id),
    definition: { type: ACTIVITY_TYPES.class, name: words.classTitle(id), description: words.classDescription(id) },
  };
  const happened = earnedAt ?? at;
  const made = statement(context, 'earned', object, toldLater(context, happened), happened, fromFile ? [id, 'file'] : [id]);
  return fromFile ? withCategories(made, [fromFileCategory(reportedUnder(words.course))]) : made;
}

/** The moment itself, where the statement may not have it as its timestamp: HR counts by the day. */
function toldLater({ words, moment }: StatementContext, at: number): Pick<Result, 'extensions'> {
  return moment(at) === at ? {} : { extensions: { [happenedExtension(reportedUnder(words.course))]: new Date(at).toISOString() } };
}

/** A question is answered, or its answer changed. A reflection has neither success nor score. */
export function answeredStatement(context: StatementContext, interaction: Interaction): Statement {
  const { id, at } = interaction;
  const object: Activity = {
    objectType: 'Activity',
    id: `${reportedUnder(context.words.course)}/question/${id}`,
    definition: questionDefinition(context.words, interaction),
  };
  // xAPI Data 4.1.4, "Response Patterns": several choices are joined by [,].
  const response = interaction.response.join('[,]');
  return statement(context, 'answered', object, { response }, at, [id, response, String(at)]);
}

function questionDefinition(words: CourseWords, interaction: Interaction): ActivityDefinition {
  const question = words.question(interaction);
  const base = { type: ACTIVITY_TYPES.question, name: question, description: question };
  switch (interaction.type) {
    case 'choice':
      return { ...base, interactionType: 'choice', choices: words.options(interaction) };
    case 'likert':
      return { ...base, interactionType: 'likert', scale: words.options(interaction) };
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
  const { actor, activityId, registration, moment } = context;
  const name = JSON.stringify([actorKey(actor), activityId, registration ?? '', verb, ...identity]);
  return {
    id: uuidFromName(name, NAMESPACE),
    actor,
    verb: { id: VERBS[verb], display: { en: verb } },
    object,
    ...(Object.keys(result).length > 0 ? { result } : {}),
    context: contextOf(context, object),
    timestamp: new Date(moment(at)).toISOString(),
  };
}

/** Nothing of the template is overwritten (cmi5 10.0); its entries come first, at the same index, ours after them. */
function contextOf({ words, activityId, registration, template, grouping }: StatementContext, object: Activity): Context {
  const { id, part, version, language } = words.course;
  const groups = [id, grouping].flatMap((group) => (group && group !== activityId ? [activity(group)] : []));
  const { contextActivities: given, ...rest } = template;
  const contextActivities = joined(given ?? {}, {
    parent: object.id === activityId ? [] : [activity(activityId)],
    grouping: groups,
    // By which a query for the whole finds its parts; in `grouping` an LMS's own name of the part would pass for one of the whole.
    ...(part ? { other: [activity(part.of)] } : {}),
  });
  return {
    ...(registration ? { registration } : {}),
    revision: version,
    platform: shortNameOf(words.course),
    language,
    ...rest,
    ...(Object.keys(contextActivities).length > 0 ? { contextActivities } : {}),
  };
}

/** Ours after those that are there already; no list that is empty, which some LRSs refuse. */
function joined(there: ContextActivities, ours: ContextActivities): ContextActivities {
  const all: Record<string, readonly Activity[]> = {};
  for (const [kind, activities] of Object.entries({ ...there, ...ours })) {
    const first = listOf(there[kind as keyof ContextActivities]);
    const added = listOf(activities).filter(({ id }) => !first.some((other) => other.id === id));
    if (first.length + added.length > 0) all[kind] = [...first, ...added];
  }
  return all;
}

/** xAPI Data 2.4.6.2: a reader must take a single activity for a list of one. */
function listOf(activities: readonly Activity[] | Activity | undefined): readonly Activity[] {
  if (activities === undefined) return [];
  return Array.isArray(activities) ? (activities as readonly Activity[]) : [activities as Activity];
}

/** A statement with more categories, which is how cmi5 marks those that it defines (9.6.2). */
export function withCategories(made: Statement, ids: readonly string[]): Statement {
  const contextActivities = joined(made.context.contextActivities ?? {}, { category: ids.map(activity) });
  return { ...made, context: { ...made.context, contextActivities } };
}

/** The course as the launcher names it. */
function courseActivity({ activityId, words }: StatementContext): Activity {
  return {
    objectType: 'Activity',
    id: activityId,
    definition: { type: ACTIVITY_TYPES.course, name: words.title, description: words.description },
  };
}

function activity(id: string): Activity {
  return { objectType: 'Activity', id };
}

/** ISO 8601 with hundredths of a second, as xAPI Data 4.4 wants it compared. */
export function duration(milliseconds: number): string {
  return `PT${(Math.max(0, Math.round(milliseconds / 10)) / 100).toString()}S`;
}
