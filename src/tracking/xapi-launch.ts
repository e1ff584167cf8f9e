/**
 * How an xAPI or cmi5 course is told its LRS: by the query of its launch address. Launchers differ (arrays in the actor, no "Basic ",
 * missing slashes), so everything is taken leniently and put into one form. The secrets leave the address bar at once; they stay
 * in this tab's session storage for a reload, and go nowhere else.
 */
import { TrackingError } from './tracking-error.ts';
import type { Actor, Agent } from './xapi-types.ts';

export interface XapiLaunch {
  /** Ends with one slash. */
  readonly endpoint: string;
  /** What goes into the Authorization header, or undefined where a fetch URL gives it (cmi5 8.2). */
  readonly auth: string | undefined;
  readonly actor: Actor;
  readonly activityId: string;
  readonly registration: string | undefined;
  /** An activity id to group statements under (Rustici's launch form). */
  readonly grouping: string | undefined;
  /** cmi5's one-time address of the token. */
  readonly fetchUrl: string | undefined;
}

const SECRET = ['auth', 'fetch', 'endpoint', 'actor', 'registration', 'activity_id', 'activityId', 'grouping'];
const STORED = 'aspa:launch';

/** The parts of a window that a launch uses. */
export type LaunchPage = Pick<Window, 'location' | 'history' | 'sessionStorage'>;

/**
 * Reads the launch parameters and takes them out of the address bar.
 * @throws TrackingError `launch-incomplete` where the course was not launched with them
 */
export function readLaunch(page: LaunchPage): XapiLaunch {
  const query = new URLSearchParams(page.location.search);
  const asked = query.has('endpoint') ? query : new URLSearchParams(remembered(page));
  hideSecrets(page, query);
  const endpoint = asked.get('endpoint') ?? '';
  const activityId = asked.get('activityId') || asked.get('activity_id') || '';
  const actor = parseActor(asked.get('actor') ?? '');
  const missing = Object.entries({ endpoint, activity_id: activityId, actor }).flatMap(([name, value]) => (value ? [] : [name]));
  if (!actor || missing.length > 0) throw new TrackingError('launch-incomplete', `The launch address lacks ${missing.join(', ')}.`);
  remember(page, asked);
  return {
    endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
    auth: authorization(asked.get('auth')),
    actor,
    activityId,
    registration: asked.get('registration') || undefined,
    grouping: asked.get('grouping') || undefined,
    fetchUrl: asked.get('fetch') || undefined,
  };
}

/** A token as an Authorization header wants it; given as it is, since some are no base64 at all. */
export function authorization(auth: string | null): string | undefined {
  if (!auth) return undefined;
  return /^(basic|bearer) /i.test(auth) ? auth : `Basic ${auth}`;
}

/** One agent with one identifier, whatever form the launcher gave it; from here on it is echoed as it is. */
export function parseActor(json: string): Actor | undefined {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const agent = given as Record<string, unknown>;
  const name = first(agent['name']);
  const base: Agent = { objectType: 'Agent', ...(typeof name === 'string' && name ? { name } : {}) };
  const mbox = first(agent['mbox']);
  if (typeof mbox === 'string' && mbox) return { ...base, mbox: mbox.startsWith('mailto:') ? mbox : `mailto:${mbox}` };
  const account = first(agent['account']) as Record<string, unknown> | undefined;
  const homePage = account?.['homePage'] ?? account?.['accountServiceHomePage'];
  const accountName = account?.['name'] ?? account?.['accountName'];
  if (typeof homePage === 'string' && accountName !== undefined) return { ...base, account: { homePage, name: String(accountName) } };
  for (const identifier of ['mbox_sha1sum', 'openid'] as const) {
    const value = first(agent[identifier]);
    if (typeof value === 'string' && value) return { ...base, [identifier]: value };
  }
  return undefined;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function hideSecrets({ location, history }: LaunchPage, query: URLSearchParams): void {
  if (!SECRET.some((name) => query.has(name))) return;
  const kept = new URLSearchParams([...query].filter(([name]) => !SECRET.includes(name)));
  const search = kept.size > 0 ? `?${kept.toString()}` : '';
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}

function remember({ sessionStorage }: LaunchPage, query: URLSearchParams): void {
  try {
    sessionStorage.setItem(STORED, query.toString());
  } catch {
    // Without it a reload has to come from the LMS again.
  }
}

function remembered(page: LaunchPage): string {
  try {
    return page.sessionStorage.getItem(STORED) ?? '';
  } catch {
    return '';
  }
}
