/**
 * What cmi5 adds to an xAPI launch: the one-time token (cmi5 8.2), LaunchData (10.0) and learner preferences (11.0). Of `moveOn` nothing is read
 * here: `manifests/cmi5.ts` writes it (without `masteryScore`, as nothing is scored), and `cmi5-tracker.ts` marks the statements that satisfy it.
 */
import type { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import type { LrsTrackerOptions } from './lrs-launch.ts';
import { ASK_AGAIN_MS, LRS_TIME_OUT_MS, pause, retryAfterOf, timeLimit } from './lrs-waits.ts';
import { OPENING } from './sending.ts';
import { TrackingError } from '../tracking-error.ts';
import type { LaunchMode } from '../tracker.ts';
import { authorization, type XapiLaunch } from './xapi-launch.ts';
import type { Context } from './xapi-types.ts';

const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

type Asking = Pick<LrsTrackerOptions, 'fetch' | 'wait'>;

export interface LaunchData {
  readonly template: Context;
  readonly mode: LaunchMode;
  readonly returnUrl: string | undefined;
  /** The LMS's id of this session; undefined where it gives none. */
  readonly session: string | undefined;
}

/**
 * The Authorization header for this session. The fetch URL answers once; the token is kept in this tab for a reload.
 * @throws TrackingError `fetch-refused` where the LMS gives none, `unreachable` where it does not answer
 */
export async function fetchAuthorization({ fetchUrl, auth, memory }: XapiLaunch, asking: Asking): Promise<string> {
  const known = memory.launch.authorization;
  if (known) return known;
  if (!fetchUrl) {
    if (auth) return auth;
    throw new TrackingError('launch-incomplete', 'The launch address lacks fetch.');
  }
  const answer = await postFetch(fetchUrl, asking);
  const given = authorization(answer['auth-token']);
  if (given) {
    memory.note({ authorization: given });
    return given;
  }
  // GrassBlade sends both; where the one is used up the other still holds.
  if (auth) return auth;
  // cmi5 8.2.3: a second request is answered with HTTP 200, an error code and, usually, a text.
  throw new TrackingError('fetch-refused', `The LMS gave no token (error-code ${errorCode(answer)}).`);
}

/**
 * Where there is none it is asked for again, since an LRS that fails may answer so for some seconds: without it a launch in Browse or Review would write
 * as any other, and a strict LMS takes no statement. @throws LrsError
 */
export async function readLaunchData(client: LrsClient, { activityId, actor, registration }: XapiLaunch): Promise<LaunchData> {
  const read = () => client.state({ activityId, agent: actor, registration, stateId: 'LMS.LaunchData' }, OPENING);
  let document = await read();
  for (const wait of ASK_AGAIN_MS) {
    if (document) break;
    await client.wait(wait);
    document = await read();
  }
  const data = objectFrom(document?.content);
  // Chamilo misspells it.
  const template = objectFrom(data['contextTemplate'] ?? data['contentTemplate']) as Context;
  const returnUrl = data['returnURL'];
  const session = template.extensions?.[SESSION_EXTENSION];
  return {
    template,
    mode: modeFrom(data['launchMode']),
    returnUrl: typeof returnUrl === 'string' && /^https?:/.test(returnUrl) ? returnUrl : undefined,
    session: typeof session === 'string' ? session : undefined,
  };
}

/**
 * The languages that the learner prefers (cmi5 11.1). Asked for even where there is none, since one player takes no statement before that;
 * where the LMS knows none, refuses or fails, the course has its own. @throws LrsError where there is no LMS now, or the session is over
 */
export async function readLanguages(client: LrsClient, { actor }: XapiLaunch): Promise<string | undefined> {
  let content: unknown;
  try {
    content = await client.agentProfile(actor, 'cmi5LearnerPreferences', OPENING);
  } catch (error) {
    // cmi5 11.0: 403 is no error here.
    if (!(error instanceof LrsError) || [0, 401, 429, 503].includes(error.status)) throw error;
  }
  const named = Object.entries(objectFrom(content)).find(([name]) => /^language/i.test(name))?.[1];
  return typeof named === 'string' ? named : undefined;
}

/** Asked again where the LMS says that it could not: it has given no token then. Where nothing was heard it may have, and gives no second one. */
async function postFetch(fetchUrl: string, asking: Asking): Promise<Record<string, unknown>> {
  let [response, text] = await post(fetchUrl, asking);
  for (const wait of ASK_AGAIN_MS) {
    if (!isInTrouble(response)) break;
    await (asking.wait ?? pause)(Math.min(retryAfterOf(response) ?? wait, LRS_TIME_OUT_MS));
    [response, text] = await post(fetchUrl, asking);
  }
  if (isInTrouble(response)) throw new TrackingError('unreachable', `The LMS had no token to give (HTTP ${response.status}).`);
  try {
    return objectFrom(JSON.parse(text));
  } catch {
    // The error would quote what was answered.
    throw new TrackingError('fetch-refused', `The LMS answered with something else than a token (HTTP ${response.status}).`);
  }
}

async function post(fetchUrl: string, { fetch: fetcher = globalThis.fetch.bind(globalThis) }: Asking): Promise<[Response, string]> {
  try {
    const response = await fetcher(fetchUrl, {
      method: 'POST',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: timeLimit(LRS_TIME_OUT_MS),
    });
    return [response, await response.text()];
  } catch (cause) {
    throw new TrackingError('unreachable', 'The LMS did not answer when asked for a token.', { cause });
  }
}

function isInTrouble({ status }: Response): boolean {
  return new LrsError(status, 'POST fetch').reason === 'offline';
}

function errorCode(answer: Record<string, unknown>): string {
  const code = answer['error-code'];
  return typeof code === 'string' || typeof code === 'number' ? String(code) : 'none';
}

function modeFrom(launchMode: unknown): LaunchMode {
  switch (String(launchMode).toLowerCase()) {
    case 'browse':
      return 'browse';
    case 'review':
      return 'review';
    default:
      return 'normal';
  }
}

function objectFrom(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
