/** What a launcher does with statements on their way to the LRS: it judges them, drops some, and learns from the rest how the learner stands. */
import type { Context } from 'hono';
import { LrsProblem } from '../lrs/lrs-problem.ts';
import { cmi5Objection, isDefined, verbOf, type Json } from './cmi5-judge.ts';
import { forwardedHeaders, type EndpointOptions } from './forwarding.ts';
import type { LaunchSession } from './launch-book.ts';
import { boundedQuery, idAsked, statementObjection, voidedBy, type AskedResource } from './learner-bounds.ts';

const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** @throws LrsProblem where the launcher refuses them */
export async function statementAnswer(
  context: Context,
  session: LaunchSession,
  asked: AskedResource,
  options: EndpointOptions,
): Promise<Response> {
  return asked.reads ? read(context, session, asked, options) : write(context, session, asked, options);
}

async function read({ req }: Context, session: LaunchSession, asked: AskedResource, { lrs }: EndpointOptions): Promise<Response> {
  if (!session.profile.endpoint.statementReads) throw new LrsProblem(403, 'Statements are not read here');
  const query = boundedQuery(asked, session);
  const answer = await lrs(`statements?${query.toString()}`, { method: 'GET', headers: forwardedHeaders(req.raw.headers, true) });
  if (idAsked(query) === undefined) return answer;
  const own = await ownOnly(answer, session);
  if (session.profile.endpoint.single === 'bare' || !own.ok) return own;
  return Response.json({ statements: [await own.json()], more: '' });
}

async function write(context: Context, session: LaunchSession, asked: AskedResource, options: EndpointOptions): Promise<Response> {
  const { req } = context;
  const { endpoint } = session.profile;
  const path = `statements?${boundedQuery(asked, session).toString()}`;
  if (endpoint.hears === 'single' && req.method !== 'PUT') return context.json({ success: true });
  const body = await sentBy(context);
  const sent = [body].flat();
  for (const statement of sent) {
    const objection = objectionTo(statement, session, options) ?? (await boundsObjection(statement, session, options));
    if (objection) throw new LrsProblem(403, objection);
  }
  if (endpoint.stores === 'one-by-one') return storeOneByOne(sent, path, context, session, options);
  if (endpoint.resent === '400' && (await isThere(sent, options))) throw new LrsProblem(400, 'Error writing to database');
  const kept = sent.filter((statement) => !isDropped(statement, session));
  // Whatever became of them, every statement is acknowledged.
  if (kept.length < sent.length && kept.length === 0) return context.json(sent.map(({ id }) => id));
  const answer = await options.lrs(path, {
    method: req.method,
    headers: forwardedHeaders(req.raw.headers, true),
    body: JSON.stringify(Array.isArray(body) ? kept : kept[0]),
  });
  if (answer.ok) for (const statement of kept) note(statement, session, options);
  return answer;
}

/** What was stored before one is refused stays. */
async function storeOneByOne(
  sent: readonly Json[],
  path: string,
  { req, json }: Context,
  session: LaunchSession,
  options: EndpointOptions,
): Promise<Response> {
  const headers = forwardedHeaders(req.raw.headers, true);
  let answer: Response = json([]);
  for (const statement of sent) {
    if (session.terminated) throw new LrsProblem(400, 'The session has been terminated');
    if (session.profile.endpoint.resent === '400' && (await isThere([statement], options)))
      throw new LrsProblem(400, 'Error writing to database');
    answer = await options.lrs(path, { method: req.method, headers, body: JSON.stringify(req.method === 'PUT' ? statement : [statement]) });
    if (!answer.ok) return answer;
    note(statement, session, options);
  }
  return req.method === 'PUT' ? answer : json(sent.map(({ id }) => id));
}

async function sentBy({ req }: Context): Promise<Json | Json[]> {
  const body = jsonOf(await req.text());
  const isStatement = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!(Array.isArray(body) ? body.every(isStatement) : isStatement(body))) throw new LrsProblem(400, 'The body holds no statement');
  return body as Json | Json[];
}

/** A statement of somebody else's is none at all. */
async function ownOnly(answer: Response, session: LaunchSession): Promise<Response> {
  if (!answer.ok) return answer;
  const text = await answer.text();
  if (statementObjection(jsonOf(text), session)) throw new LrsProblem(404, 'There is no such statement');
  return new Response(text, answer);
}

async function boundsObjection(statement: Json, session: LaunchSession, { lrs }: EndpointOptions): Promise<string | undefined> {
  const objection = statementObjection(statement, session);
  const target = voidedBy(statement);
  if (objection !== undefined || target === undefined) return objection;
  const found = await lrs(`statements?${new URLSearchParams({ statementId: target }).toString()}`, {
    method: 'GET',
    headers: { 'X-Experience-API-Version': '1.0.3' },
  });
  const own = found.ok && statementObjection(jsonOf(await found.text()), session) === undefined;
  return own ? undefined : 'The statement to be voided is not the learner’s';
}

/** @throws LrsProblem 400 */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LrsProblem(400, 'That is no JSON');
  }
}

function objectionTo(statement: Json, session: LaunchSession, { book }: EndpointOptions): string | undefined {
  const { preferencesFirst, judges, completedOnce } = session.profile.endpoint;
  if (preferencesFirst && !session.preferencesRead) return '11.0: the learner preferences were not read';
  const objection = judges ? cmi5Objection(statement, session) : undefined;
  if (objection) return objection;
  const again = completedOnce && verbOf(statement) === 'completed' && book.registration(session.enrolment)?.standing.completed;
  return again ? '9.3: completed is there already in this registration' : undefined;
}

async function isThere(statements: readonly Json[], { lrs }: EndpointOptions): Promise<boolean> {
  const headers = { 'X-Experience-API-Version': '1.0.3' };
  for (const { id } of statements) if ((await lrs(`statements?statementId=${String(id)}`, { method: 'GET', headers })).ok) return true;
  return false;
}

/** ILIAS keeps what is about the activity itself, and acknowledges the rest. */
function isDropped(statement: Json, { profile, activityId }: LaunchSession): boolean {
  return profile.endpoint.drops === 'about-anything-else' && (statement['object'] as Json)['id'] !== activityId;
}

/** What a statement about the activity itself tells the launcher. */
function note(statement: Json, session: LaunchSession, { book }: EndpointOptions): void {
  const { activityId, enrolment } = session;
  if ((statement['object'] as Json)['id'] !== activityId) return;
  const verb = verbOf(statement);
  if (verb === 'initialized') session.initializedAt = Date.parse(String(statement['timestamp']));
  if (verb === 'terminated') session.terminated = true;
  const grade = gradeOf(statement, session);
  if (grade === undefined) return;
  const standing = book.registration(enrolment)?.standing ?? { completed: false };
  book.note(enrolment, { ...standing, ...(verb === 'completed' ? { completed: true } : {}), grade });
}

/** @returns the grade that the statement gives, 0 to 100; undefined where it gives none */
function gradeOf(statement: Json, { profile }: LaunchSession): number | undefined {
  const verb = verbOf(statement);
  const result = (statement['result'] ?? {}) as Json;
  const scaled = (result['score'] as Json | undefined)?.['scaled'];
  const percent = (result['extensions'] as Json | undefined)?.[PROGRESS];
  if (verb === 'completed' && (profile.standard === 'xapi' || isDefined(statement))) {
    // Where the grade is the score's, a completion without one is worth nothing.
    return typeof scaled === 'number' ? scaled * 100 : profile.grading === 'score-of-completed' ? 0 : 100;
  }
  return verb === 'progressed' && profile.grading === 'latest-progress' && typeof percent === 'number' ? percent : undefined;
}
