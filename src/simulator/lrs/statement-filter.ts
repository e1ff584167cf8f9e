/** Which statements a query asks for (xAPI Communication 2.1.3). */
import { isDeepStrictEqual } from 'node:util';
import { LrsProblem } from './lrs-problem.ts';

type Json = Readonly<Record<string, unknown>>;

export interface StatementQuery {
  readonly matches: (statement: Json) => boolean;
  readonly ascending: boolean;
  /** Statements on a page. */
  readonly limit: number;
  readonly format: 'exact' | 'ids';
}

/** What an LRS can. */
export interface QueryPowers {
  readonly largestPage: number;
  /** Looks at contexts where it is asked to. */
  readonly relatedActivities: boolean;
}

const KNOWN = new Set(
  'statementId voidedStatementId agent verb activity registration related_activities related_agents since until limit format attachments ascending cursor cachebuster'.split(
    ' ',
  ),
);

/** @throws LrsProblem 400 for a parameter that the standard does not know, or a value that is none */
export function parseQuery(query: Readonly<Record<string, string>>, { largestPage, relatedActivities }: QueryPowers): StatementQuery {
  for (const name of Object.keys(query)) if (!KNOWN.has(name)) throw new LrsProblem(400, `Unknown parameter ${name}`);
  const tests = testsOf(relatedActivities ? query : { ...query, related_activities: 'false' });
  const limit = Number(query['limit'] ?? 0);
  if (!Number.isInteger(limit) || limit < 0) throw new LrsProblem(400, 'limit is no whole number');
  return {
    matches: (statement) => tests.every((test) => test(statement)),
    ascending: query['ascending'] === 'true',
    limit: limit === 0 ? largestPage : Math.min(limit, largestPage),
    format: query['format'] === 'ids' ? 'ids' : 'exact',
  };
}

/** What a statement has to pass, a test for each parameter. @throws LrsProblem 400 */
function testsOf(query: Readonly<Record<string, string>>): readonly ((statement: Json) => boolean)[] {
  const { verb, activity, registration, since, until } = query;
  for (const time of [since, until])
    if (time !== undefined && Number.isNaN(Date.parse(time))) throw new LrsProblem(400, 'since and until are ISO 8601 times');
  const agent = query['agent'] === undefined ? undefined : parsedAgent(query['agent']);
  const relatedActivities = query['related_activities'] === 'true';
  const relatedAgents = query['related_agents'] === 'true';
  const tests: ((statement: Json) => boolean)[] = [];
  if (verb) tests.push((statement) => at(statement, 'verb', 'id') === verb);
  if (registration) tests.push((statement) => at(statement, 'context', 'registration') === registration);
  if (activity) tests.push((statement) => activityIds(statement, relatedActivities).includes(activity));
  if (agent) tests.push((statement) => agents(statement, relatedAgents).some((other) => sameAgent(other, agent)));
  if (since) tests.push((statement) => Date.parse(String(statement['stored'])) > Date.parse(since));
  if (until) tests.push((statement) => Date.parse(String(statement['stored'])) <= Date.parse(until));
  return tests;
}

/** The identifier that tells an agent from all others (xAPI Data 2.4.2.3), as a key. */
export function agentKey(agent: Json): string {
  for (const name of ['mbox', 'mbox_sha1sum', 'openid'] as const) if (typeof agent[name] === 'string') return `${name}:${agent[name]}`;
  const account = object(agent['account']);
  if (account) return `account:${String(account['homePage'])}:${String(account['name'])}`;
  throw new LrsProblem(400, 'An agent needs one identifier: mbox, mbox_sha1sum, openid or account');
}

/** @throws LrsProblem 400 */
export function parsedAgent(json: string): Json {
  try {
    const agent = object(JSON.parse(json));
    if (agent) {
      agentKey(agent);
      return agent;
    }
  } catch (error) {
    if (error instanceof LrsProblem) throw error;
  }
  throw new LrsProblem(400, 'agent is no JSON object');
}

/** The same statement, but for what an LRS may set by itself (xAPI Data 2.3.1). */
export function sameStatement(first: Json, second: Json): boolean {
  const comparable = ({ stored: _stored, authority: _authority, version: _version, timestamp: _timestamp, ...rest }: Json): Json =>
    JSON.parse(JSON.stringify(rest)) as Json;
  return isDeepStrictEqual(comparable(first), comparable(second));
}

/** A statement with its identifiers only. */
export function idsOnly(statement: Json): Json {
  const actor = object(statement['actor']) ?? {};
  const { name: _name, ...identifier } = actor;
  return { ...statement, actor: identifier, verb: { id: at(statement, 'verb', 'id') }, object: withoutDefinition(statement['object']) };
}

function withoutDefinition(value: unknown): unknown {
  const { definition: _definition, ...rest } = object(value) ?? {};
  return rest;
}

function sameAgent(first: Json, second: Json): boolean {
  try {
    return agentKey(first) === agentKey(second);
  } catch {
    return false;
  }
}

function agents(statement: Json, related: boolean): Json[] {
  const named = [
    statement['actor'],
    statement['object'],
    ...(related ? [statement['authority'], at(statement, 'context', 'instructor'), at(statement, 'context', 'team')] : []),
  ];
  return list(named).flatMap((agent) => [agent, ...list(agent['member'])]);
}

function activityIds(statement: Json, related: boolean): string[] {
  const own = [object(statement['object'])?.['id']];
  if (!related) return own.filter((id) => typeof id === 'string');
  const context = object(at(statement, 'context', 'contextActivities')) ?? {};
  const others = Object.values(context)
    .flatMap((value) => list(Array.isArray(value) ? value : [value]))
    .map(({ id }) => id);
  const below = object(statement['object'])?.['objectType'] === 'SubStatement' ? activityIds(object(statement['object']) ?? {}, true) : [];
  return [...own, ...others, ...below].filter((id) => typeof id === 'string');
}

function at(statement: Json, first: string, second: string): unknown {
  return object(statement[first])?.[second];
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object).filter((entry) => entry !== undefined) : [];
}
