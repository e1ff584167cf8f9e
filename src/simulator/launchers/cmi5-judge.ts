/** Holds a statement to the cmi5 specification, as a strict LMS does. */
import { isDeepStrictEqual } from 'node:util';
import type { LaunchSession } from './launch-book.ts';

export type Json = Readonly<Record<string, unknown>>;

const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const VERB = 'http://adlnet.gov/expapi/verbs/';
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated'];

/** @returns why the statement is refused, with its section of the specification; undefined where it is taken */
export function cmi5Objection(statement: Json, session: LaunchSession): string | undefined {
  return (
    formObjection(statement, session) ??
    orderObjection(statement, session) ??
    (isDefined(statement) ? definedObjection(statement, session) : allowedObjection(statement))
  );
}

/** A statement that cmi5 itself defines, by its category (9.6.2.1). */
export function isDefined(statement: Json): boolean {
  return categories(statement).includes(CMI5_CATEGORY);
}

export function verbOf(statement: Json): string {
  const id = String(object(statement['verb'])['id']);
  return id.startsWith(VERB) ? id.slice(VERB.length) : id;
}

function formObjection(statement: Json, { actor, registration, template }: LaunchSession): string | undefined {
  const context = object(statement['context']);
  if (typeof statement['id'] !== 'string') return '9.1: the statement has no id';
  if (!/^\d.*Z$/.test(String(statement['timestamp']))) return '9.7: the timestamp does not end in Z';
  if (!isDeepStrictEqual(plain(statement['actor']), plain(actor))) return '9.2: the actor is not the one of the launch';
  if (context['registration'] !== registration) return '9.6.1: the registration is not the one of the launch';
  for (const [key, value] of Object.entries(template)) {
    if (key === 'contextActivities' || key === 'extensions') continue;
    if (!isDeepStrictEqual(plain(context[key]), plain(value))) return `10.0: ${key} of the context template was changed`;
  }
  for (const [key, value] of Object.entries(object(template['extensions']))) {
    if (!isDeepStrictEqual(object(context['extensions'])[key], value))
      return `10.0: the extension ${key} of the context template is not there`;
  }
  for (const [kind, activities] of Object.entries(object(template['contextActivities']))) {
    const sent = list(object(context['contextActivities'])[kind]);
    const kept = list(activities).every((activity, index) => isDeepStrictEqual(plain(sent[index]), plain(activity)));
    if (!kept) return `10.0: ${kind} of the context template is not there, or elsewhere`;
  }
  return undefined;
}

function orderObjection(statement: Json, { initializedAt, terminated }: LaunchSession): string | undefined {
  if (terminated) return '9.3.8: the session is terminated';
  const starts = isDefined(statement) && verbOf(statement) === 'initialized';
  if (initializedAt === undefined) return starts ? undefined : '9.3.2: the first statement is not initialized';
  if (starts) return '9.3: initialized is there already';
  return Date.parse(String(statement['timestamp'])) < initializedAt ? '9.3: the timestamp is before initialized' : undefined;
}

function definedObjection(statement: Json, { activityId, mode }: LaunchSession): string | undefined {
  const verb = verbOf(statement);
  const result = object(statement['result']);
  const counts = 'completion' in result || 'success' in result;
  if (!DEFINED.includes(verb)) return `9.3: ${verb} is no verb that cmi5 defines`;
  if (!('account' in object(statement['actor']))) return '9.2: the actor has no account';
  if (object(statement['object'])['id'] !== activityId) return '9.4: the object is not the activity of the launch';
  if (mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated') return `10.0: ${verb} in ${mode}`;
  if (counts !== categories(statement).includes(MOVE_ON_CATEGORY)) return '9.6.2.2: the moveOn category is missing or out of place';
  if ('score' in result && verb !== 'passed' && verb !== 'failed') return `9.5.1: ${verb} has a score`;
  if (verb === 'completed' && result['completion'] !== true) return '9.5.3: completed without completion';
  if (verb !== 'initialized' && !/^P/.test(String(result['duration']))) return `9.5.4.1: ${verb} has no duration`;
  return undefined;
}

function allowedObjection(statement: Json): string | undefined {
  return categories(statement).includes(MOVE_ON_CATEGORY) ? '9.6.2.2: the moveOn category on an allowed statement' : undefined;
}

function categories(statement: Json): unknown[] {
  return list(object(object(statement['context'])['contextActivities'])['category']).map((activity) => object(activity)['id']);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The same for things that are the same in JSON. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
