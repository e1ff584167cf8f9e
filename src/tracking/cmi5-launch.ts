/** What cmi5 adds to an xAPI launch: the one-time token (cmi5 8.2), LaunchData (10.0) and learner preferences (11.0). */
import type { LrsClient } from './lrs-client.ts';
import { TrackingError } from './tracking-error.ts';
import type { LaunchMode } from './tracker.ts';
import { authorization, type LaunchPage, type XapiLaunch } from './xapi-launch.ts';
import type { Context } from './xapi-types.ts';

const TOKEN_TIME_OUT_MS = 20_000;
const SESSION_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

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
export async function fetchAuthorization({ fetchUrl, auth }: XapiLaunch, page: LaunchPage, fetcher: typeof fetch): Promise<string> {
  if (!fetchUrl) {
    if (auth) return auth;
    throw new TrackingError('launch-incomplete', 'The launch address lacks fetch.');
  }
  const key = `aspa:token:${fetchUrl}`;
  const known = stored(page, key);
  if (known) return known;
  const answer = await postFetch(fetchUrl, fetcher);
  const token = answer['auth-token'];
  const header = typeof token === 'string' ? authorization(token) : undefined;
  if (!header) {
    // cmi5 8.2.3: a second request is answered with an error code and, usually, a text.
    const code = String(answer['error-code'] ?? 'no auth-token');
    throw new TrackingError(
      'fetch-refused',
      `The LMS gave no token (${code}${answer['error-text'] ? `: ${String(answer['error-text'])}` : ''}).`,
    );
  }
  store(page, key, header);
  return header;
}

/** @throws LrsError */
export async function readLaunchData(client: LrsClient, { activityId, actor, registration }: XapiLaunch): Promise<LaunchData> {
  const document = await client.state({ activityId, agent: actor, registration, stateId: 'LMS.LaunchData' });
  const data = objectFrom(document?.content);
  // One LMS misspells it.
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

/** The first language that the learner prefers, if the LMS knows one. @throws LrsError */
export async function readLanguage(client: LrsClient, { actor }: XapiLaunch): Promise<string | undefined> {
  const preferences = objectFrom(await client.agentProfile(actor, 'cmi5LearnerPreferences'));
  const language = preferences['languagePreference'];
  return typeof language === 'string' ? language.split(',')[0]?.trim() || undefined : undefined;
}

async function postFetch(fetchUrl: string, fetcher: typeof fetch): Promise<Record<string, unknown>> {
  let response: Response;
  try {
    response = await fetcher(fetchUrl, {
      method: 'POST',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TOKEN_TIME_OUT_MS),
    });
  } catch (cause) {
    throw new TrackingError('unreachable', 'The LMS did not answer when asked for a token.', { cause });
  }
  try {
    return objectFrom(JSON.parse(await response.text()));
  } catch (cause) {
    throw new TrackingError('fetch-refused', `The LMS answered with something else than a token (HTTP ${response.status}).`, { cause });
  }
}

function modeFrom(launchMode: unknown): LaunchMode {
  switch (launchMode) {
    case 'Browse':
      return 'browse';
    case 'Review':
      return 'review';
    default:
      return 'normal';
  }
}

function objectFrom(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function stored({ sessionStorage }: LaunchPage, key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function store({ sessionStorage }: LaunchPage, key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without it a reload has to come from the LMS again.
  }
}
