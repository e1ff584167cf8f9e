/**
 * The endpoint that a launched course talks to: the fetch address of its token, and in front of the LRS whatever the launcher puts
 * there. Statements and documents are kept in the LRS itself.
 */
import { Hono, type Context } from 'hono';
import { LrsProblem } from '../lrs/lrs-problem.ts';
import { mergeDeep } from './deep-merge.ts';
import { forwardedHeaders, VERSION, type EndpointOptions } from './forwarding.ts';
import type { LaunchSession } from './launch-book.ts';
import { agentsOf, boundedQuery, type AskedResource } from './learner-bounds.ts';
import { statementAnswer } from './statement-gate.ts';

const EXPOSED = ['Last-Modified', 'Location', 'Retry-After', 'X-Experience-API-Version', 'X-Experience-API-Consistent-Through'];
const READING = ['GET', 'HEAD'];
const METHODS = [...READING, 'POST', 'PUT', 'DELETE'];
/** Where requests are sent on to: in the place of `/xapi/` in the address. */
const SENT_ON = '/moved/xapi/';

/** Mount it below `/launcher`: `/launcher/<session>/fetch` and `/launcher/<session>/xapi/…`. */
export function launcherRoutes(options: EndpointOptions): Hono {
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

  app.all('/:session/xapi/*', (context, next) => {
    const isSentOn = book.session(context.req.param('session'))?.profile.endpoint.sentOn;
    return isSentOn ? Promise.resolve(context.redirect(context.req.url.replace('/xapi/', SENT_ON))) : next();
  });

  app.on('ALL', ['/:session/xapi/*', `/:session${SENT_ON}*`], async (context) => {
    const session = book.session(context.req.param('session'));
    if (!session || !isKnown(session, context.req.header('authorization') ?? '', now()))
      throw new LrsProblem(401, 'These credentials are not known here, or not any more');
    const { version, over, largestBody } = session.profile.endpoint;
    if (isOver(session)) throw new LrsProblem(over, 'The session is over');
    if (!context.req.header(VERSION)?.startsWith(version))
      throw new LrsProblem(400, `X-Experience-API-Version is missing, or not ${version}`);
    if (!METHODS.includes(context.req.method)) throw new LrsProblem(405, 'An LRS knows no such method');
    if ((await context.req.arrayBuffer()).byteLength > largestBody) throw new LrsProblem(413, 'The body is larger than what is taken here');
    const url = new URL(context.req.url);
    const asked: AskedResource = {
      resource: url.pathname.split('/xapi/')[1] ?? '',
      query: listed(url, session),
      reads: READING.includes(context.req.method),
    };
    const answer = await (asked.resource === 'statements' ? statementAnswer : document)(context, session, asked, options);
    return shown(answer, session);
  });

  return app;
}

/** What was posted without a query, and asks with GET where it was sent on, asks for all that the LRS has; here for all that is hers. */
function listed({ searchParams, pathname }: URL, { actor, registration, profile }: LaunchSession): URLSearchParams {
  if (searchParams.size > 0 || !pathname.includes(SENT_ON)) return searchParams;
  const [agent] = profile.endpoint.agents === 'same-json' ? [actor] : agentsOf(actor);
  return new URLSearchParams({ agent: JSON.stringify(agent), registration });
}

function isKnown({ token, profile, startedAt }: LaunchSession, header: string, now: number): boolean {
  return header === `Basic ${token}` && now - startedAt < profile.endpoint.tokenMinutes * 60_000;
}

function isOver({ profile, ended, terminated }: LaunchSession): boolean {
  return ended || (terminated && profile.endpoint.endsWithTerminated);
}

async function document(context: Context, session: LaunchSession, asked: AskedResource, { lrs }: EndpointOptions): Promise<Response> {
  const { req } = context;
  const { resource, query, reads } = asked;
  const { etags, posts } = session.profile.endpoint;
  const isPost = req.method === 'POST';
  if (resource === 'agents/profile' && query.get('profileId') === 'cmi5LearnerPreferences') session.preferencesRead = true;
  if (!isKept(asked, session) || (isPost && posts === 'ignored')) return context.json({ success: true });
  if (isPost && posts === 'not-found') throw new LrsProblem(404, 'Nothing is posted here');
  const address = `${resource}?${boundedQuery(asked, session).toString()}`;
  const headers = forwardedHeaders(req.raw.headers, etags !== 'stripped');
  if (isPost && posts === 'merged-deep') return mergeDeep(await req.text(), address, headers, lrs);
  const answer = await lrs(address, {
    method: reads ? 'GET' : req.method,
    headers,
    ...(reads || req.method === 'DELETE' ? {} : { body: await req.text() }),
  });
  return answer.status === 404 && hidesMissing(asked, session) ? context.json({ success: true }) : answer;
}

/** Some launchers have a place for one state only. */
function isKept({ resource, query }: AskedResource, { profile }: LaunchSession): boolean {
  if (profile.endpoint.states !== 'suspendData') return true;
  return resource === 'activities/state' && ['suspendData', 'LMS.LaunchData'].includes(query.get('stateId') ?? '');
}

/** Those answer as if there were a state, where there is none. */
function hidesMissing({ resource, reads }: AskedResource, { profile }: LaunchSession): boolean {
  return profile.endpoint.states === 'suspendData' && resource === 'activities/state' && reads;
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
