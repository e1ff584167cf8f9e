/**
 * The endpoint that a launched course talks to: the fetch address of its token, and in front of the LRS whatever the launcher puts
 * there. Statements and documents are kept in the LRS itself.
 */
import { Hono, type Context } from 'hono';
import { LrsProblem } from '../lrs/lrs-problem.ts';
import { mergeDeep } from './deep-merge.ts';
import { cmi5Objection, isDefined, verbOf, type Json } from './cmi5-judge.ts';
import type { LaunchBook, LaunchSession } from './launch-book.ts';
import { boundedQuery, idAsked, statementObjection, voidedBy, type AskedResource } from './learner-bounds.ts';

export interface EndpointOptions {
  readonly book: LaunchBook;
  /** The LRS behind it, with credentials of the launcher's own; `path` such as `statements?limit=1`. */
  readonly lrs: (path: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
}

const EXPOSED = ['Last-Modified', 'Location', 'Retry-After', 'X-Experience-API-Version', 'X-Experience-API-Consistent-Through'];
const READING = ['GET', 'HEAD'];
const METHODS = [...READING, 'POST', 'PUT', 'DELETE'];
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** Mount it below `/launcher`: `/launcher/<session>/fetch` and `/launcher/<session>/xapi/…`. */
export function launcherEndpoint(options: EndpointOptions): Hono {
  const { book, now } = options;
  const app = new Hono();

  app.onError((error, context) => {
    if (!(error instanceof LrsProblem)) throw error;
    return context.text(error.message, error.status);
  });

  app.post('/:session/fetch', (context) => {
    const session = book.session(context.req.param('session'));
    const habits = session?.profile.address.fetch;
    const error = (code: string, text: string): Response =>
      context.json({ 'error-code': code, ...(habits?.errorText === false ? {} : { 'error-text': text }) });
    if (!session || !habits) return error('2', 'There is no such session.');
    if (session.fetched) return error('1', 'The authorization token has already been returned.');
    session.fetched = true;
    return context.json({ 'auth-token': session.token });
  });

  app.all('/:session/xapi/*', async (context) => {
    const session = book.session(context.req.param('session'));
    if (!session || !isLetIn(session, context.req.header('authorization') ?? '', now()))
      throw new LrsProblem(401, 'These credentials are not known here, or not any more');
    if (!METHODS.includes(context.req.method)) throw new LrsProblem(405, 'An LRS knows no such method');
    const url = new URL(context.req.url);
    const asked: AskedResource = {
      resource: url.pathname.split('/xapi/')[1] ?? '',
      query: url.searchParams,
      reads: READING.includes(context.req.method),
    };
    const answer = await (asked.resource === 'statements' ? statements : document)(context, session, asked, options);
    return shown(answer, session);
  });

  return app;
}

function isLetIn({ token, profile, startedAt, ended, terminated }: LaunchSession, header: string, now: number): boolean {
  const { endsWithTerminated, tokenMinutes } = profile.endpoint;
  if (ended || (terminated && endsWithTerminated)) return false;
  return header === `Basic ${token}` && now - startedAt < tokenMinutes * 60_000;
}

async function document(context: Context, session: LaunchSession, asked: AskedResource, { lrs }: EndpointOptions): Promise<Response> {
  const { req } = context;
  const { resource, query, reads } = asked;
  const { states, etags, posts } = session.profile.endpoint;
  const isPost = req.method === 'POST';
  if (resource === 'agents/profile' && query.get('profileId') === 'cmi5LearnerPreferences') session.preferencesRead = true;
  const known = resource === 'activities/state' && ['suspendData', 'LMS.LaunchData'].includes(query.get('stateId') ?? '');
  if ((states === 'suspendData' && !known) || (isPost && posts === 'ignored')) return context.json({ success: true });
  if (isPost && posts === 'not-found') throw new LrsProblem(404, 'Nothing is posted here');
  const address = `${resource}?${boundedQuery(asked, session).toString()}`;
  const headers = forwarded(req.raw.headers, etags !== 'stripped');
  if (isPost && posts === 'merged-deep') return mergeDeep(await req.text(), address, headers, lrs);
  const answer = await lrs(address, {
    method: reads ? 'GET' : req.method,
    headers,
    ...(reads || req.method === 'DELETE' ? {} : { body: await req.text() }),
  });
  const unknown = states === 'suspendData' && resource === 'activities/state' && reads && answer.status === 404;
  return unknown ? context.json({ success: true }) : answer;
}

async function statements(context: Context, session: LaunchSession, asked: AskedResource, options: EndpointOptions): Promise<Response> {
  const { req } = context;
  const { endpoint } = session.profile;
  const headers = forwarded(req.raw.headers, true);
  if (asked.reads && !endpoint.statementReads) throw new LrsProblem(403, 'Statements are not read here');
  const query = boundedQuery(asked, session);
  const path = `statements?${query.toString()}`;
  if (asked.reads) {
    const answer = await options.lrs(path, { method: 'GET', headers });
    return idAsked(query) === undefined ? answer : ownOnly(answer, session);
  }
  if (endpoint.hears === 'single' && req.method !== 'PUT') return context.json({ success: true });
  const body = await sentBy(context);
  const sent = [body].flat();
  for (const statement of sent) {
    const objection = objectionTo(statement, session, options) ?? (await boundsObjection(statement, session, options));
    if (objection) throw new LrsProblem(403, objection);
  }
  if (endpoint.resent === '400' && (await isThere(sent, options))) throw new LrsProblem(400, 'Error writing to database');
  const kept = sent.filter((statement) => !isDropped(statement, session));
  // Whatever became of them, every statement is acknowledged.
  if (kept.length < sent.length && kept.length === 0) return context.json(sent.map(({ id }) => id));
  const answer = await options.lrs(path, { method: req.method, headers, body: JSON.stringify(Array.isArray(body) ? kept : kept[0]) });
  if (answer.ok) for (const statement of kept) hear(statement, session, options);
  return answer;
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

function hear(statement: Json, session: LaunchSession, { book }: EndpointOptions): void {
  const verb = verbOf(statement);
  const { profile, activityId, enrolment } = session;
  const counts = profile.standard === 'xapi' || isDefined(statement);
  if ((statement['object'] as Json)['id'] !== activityId) return;
  if (verb === 'initialized') session.initializedAt = Date.parse(String(statement['timestamp']));
  if (verb === 'terminated') session.terminated = true;
  const standing = book.registration(enrolment)?.standing ?? { completed: false };
  const result = (statement['result'] ?? {}) as Json;
  const scaled = (result['score'] as Json | undefined)?.['scaled'];
  const percent = (result['extensions'] as Json | undefined)?.[PROGRESS];
  if (verb === 'completed' && counts) {
    // Where the grade is the score's, a completion without one is worth nothing.
    const grade = typeof scaled === 'number' ? scaled * 100 : profile.grading === 'score-of-completed' ? 0 : 100;
    book.note(enrolment, { completed: true, grade });
  }
  if (verb === 'progressed' && profile.grading === 'latest-progress' && typeof percent === 'number') {
    book.note(enrolment, { ...standing, grade: percent });
  }
}

function forwarded(headers: Headers, conditions: boolean): Record<string, string> {
  const names = ['content-type', 'x-experience-api-version', ...(conditions ? ['if-match', 'if-none-match'] : [])];
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])));
}

/** The LRS's answer as the course's origin gets to see it. */
function shown(answer: Response, { profile }: LaunchSession): Response {
  const { etags, failures } = profile.endpoint;
  const status = failures === 'as-412' && !answer.ok && answer.status !== 404 ? 412 : answer.status;
  const headers = new Headers(answer.headers);
  headers.set('Access-Control-Expose-Headers', [...EXPOSED, ...(etags === 'passed' ? ['ETag'] : [])].join(', '));
  if (etags === 'stripped') headers.delete('etag');
  headers.delete('content-length');
  headers.delete('content-encoding');
  const empty = answer.status === 204 || answer.status === 304;
  return new Response(empty ? null : answer.body, { status, headers });
}
