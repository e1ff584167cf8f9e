/**
 * What a launched course may ask of the LRS: the part of the learner who was launched, in her registration. The launcher's own key opens
 * more than that, and behind it there may be a real LRS with the statements of everybody.
 */
import { isDeepStrictEqual } from 'node:util';
import { LrsProblem } from '../lrs/lrs-problem.ts';
import { agentKey, parsedAgent } from '../lrs/statement-filter.ts';
import type { Json } from './cmi5-judge.ts';
import type { LaunchSession } from './launch-book.ts';

/** What belongs to an activity, and so to everybody who was launched into it. */
const READ_BY_EVERYBODY = ['activities', 'activities/profile', 'about'];
/** What belongs to an agent. */
const OF_A_LEARNER = ['statements', 'activities/state', 'agents', 'agents/profile'];
const WITH_REGISTRATION = ['statements', 'activities/state'];
/** An agent has exactly one of them (xAPI Data 2.4.2.3); LRSs differ in which of two they take. */
const IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid', 'account'];
const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';

export interface AskedResource {
  /** Below the endpoint: `activities/state`. */
  readonly resource: string;
  readonly query: URLSearchParams;
  /** GET or HEAD. */
  readonly reads: boolean;
}

/**
 * The query to pass on: the same, written in the one way that every LRS reads alike.
 * Statements that are sent, or asked for by their id, are looked at by `statementObjection`.
 * @throws LrsProblem where the request leads out of the learner's part
 */
export function boundedQuery({ resource, query, reads }: AskedResource, session: LaunchSession): URLSearchParams {
  if (!OF_A_LEARNER.includes(resource) && !READ_BY_EVERYBODY.includes(resource)) throw new LrsProblem(404, 'An LRS has no such resource');
  // xAPI Communication 1.3: a form may hold another request, with parameters of its own.
  if (query.has('method')) throw new LrsProblem(400, 'A request in the form of another is not taken here');
  const bounded = eachOnce(query);
  if (READ_BY_EVERYBODY.includes(resource)) {
    if (!reads) throw new LrsProblem(403, 'What is everybody’s is not changed by a course');
    return bounded;
  }
  if (resource === 'statements' && (!reads || idAsked(query) !== undefined)) return bounded;
  bounded.set('agent', JSON.stringify(launchedAgent(resource, query, session)));
  return bounded;
}

function eachOnce(query: URLSearchParams): URLSearchParams {
  const once = new URLSearchParams();
  for (const [name, value] of query) {
    if (once.has(name)) throw new LrsProblem(400, `${name} is there twice`);
    once.set(name, value);
  }
  return once;
}

/** @throws LrsProblem 403 where the query asks about somebody else, or about another registration of hers */
function launchedAgent(resource: string, query: URLSearchParams, session: LaunchSession): Json {
  const agent = parsedAgent(query.get('agent') ?? '');
  const isSame = session.profile.endpoint.agents === 'same-person' || isDeepStrictEqual(agent, session.actor);
  if (!isLearner(agent, session) || !isSame) throw new LrsProblem(403, 'agent is not the learner who was launched');
  // Whoever has taught her would be found too, with what they say of others.
  if (query.get('related_agents') === 'true') throw new LrsProblem(403, 'related_agents leads to other people');
  if (WITH_REGISTRATION.includes(resource) && !isOfLaunch(query.get('registration') ?? undefined, session))
    throw new LrsProblem(403, 'registration is not the one of the launch');
  return agent;
}

/** The id of the one statement that a query asks for (xAPI Communication 2.1.3). */
export function idAsked(query: URLSearchParams): string | undefined {
  return query.get('statementId') ?? query.get('voidedStatementId') ?? undefined;
}

/** @returns why the statement is not the learner's own; undefined where it is */
export function statementObjection(statement: unknown, session: LaunchSession): string | undefined {
  const { actor, context } = object(statement);
  if (!isLearner(actor, session)) return 'The actor is not the learner who was launched';
  const registration = object(context)['registration'];
  return registration === undefined || isOfLaunch(registration, session) ? undefined : 'The registration is not the one of the launch';
}

/** The id of the statement that another one voids (xAPI Data 2.3.2). */
export function voidedBy({ verb, object: target }: Json): string | undefined {
  return object(verb)['id'] === VOIDED ? String(object(target)['id']) : undefined;
}

function isOfLaunch(registration: unknown, { profile, registration: launched }: LaunchSession): boolean {
  return registration === (profile.address.registration === 'none' ? undefined : launched);
}

function isLearner(agent: unknown, { actor }: LaunchSession): boolean {
  const named = object(agent);
  return IDENTIFIERS.filter((name) => named[name] !== undefined).length === 1 && agentsOf(actor).map(agentKey).includes(agentKey(named));
}

/**
 * The agents that a course may take the actor of a launch address for: TinCan 0.9 has arrays, several identifiers and other names in it.
 * Where there are several, an e-mail address is the first.
 */
export function agentsOf(actor: Json): Json[] {
  return [
    ...each(actor['mbox']).map((mbox) => ({ mbox: `mailto:${String(mbox).replace(/^mailto:/i, '')}` })),
    ...each(actor['account']).map((account) => {
      const { homePage, accountServiceHomePage, name, accountName } = object(account);
      return { account: { homePage: homePage ?? accountServiceHomePage, name: name ?? accountName } };
    }),
    ...['mbox_sha1sum', 'openid'].flatMap((identifier) => each(actor[identifier]).map((value) => ({ [identifier]: value }))),
  ];
}

function each(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
