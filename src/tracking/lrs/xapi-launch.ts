/**
 * How an xAPI or cmi5 course is told its LRS: by the query of its launch address. Launchers differ (names, missing slashes, no "Basic ", an
 * actor that is not encoded), so everything is taken leniently and put into one form. The secrets leave the address bar at once.
 */
import { LaunchMemory } from './launch-memory.ts';
import { TrackingError } from '../tracking-error.ts';
import { parseActor } from './xapi-actor.ts';
import type { Actor } from './xapi-types.ts';

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
  readonly memory: LaunchMemory;
}

/** The parts of a window that a launch uses. */
export type LaunchPage = Pick<Window, 'location' | 'history' | 'sessionStorage'>;

const PARAMETERS = ['endpoint', 'auth', 'fetch', 'actor', 'registration', 'activityId', 'activity_id', 'grouping'];

/**
 * Reads the launch parameters and takes the whole query out of the address bar; after a reload, those of the launch before it.
 * @throws TrackingError `launch-incomplete` where the course was not launched with them, `session-over` where the learner has left since, or
 *   another page was launched in this tab
 */
export function readLaunch(page: LaunchPage, now: number): XapiLaunch {
  const storage = (): Storage => page.sessionStorage;
  const given = launchQuery(page.location.search);
  clearAddress(page);
  if (!given.has('endpoint') && LaunchMemory.hasEnded(storage))
    throw new TrackingError('session-over', 'The course was left by its own button in this tab.');
  const before = LaunchMemory.recall(storage);
  const { pathname } = page.location;
  // By the Back button, say: what is written here would become the other page's, and its completion too.
  if (!given.has('endpoint') && before?.isOf(pathname) === false)
    throw new TrackingError('session-over', 'Another page of the course was launched in this tab since.');
  const asked = given.has('endpoint') ? given : new URLSearchParams(before?.launch.query);
  const endpoint = asked.get('endpoint')?.trim().replace(/\/+$/, '');
  const actor = parseActor(asked.get('actor') ?? '');
  const activityId = asked.get('activityId') || asked.get('activity_id') || undefined;
  if (!endpoint || !actor || !activityId) {
    const missing = Object.entries({ endpoint, actor, activity_id: activityId }).flatMap(([name, value]) => (value ? [] : [name]));
    throw new TrackingError('launch-incomplete', `The launch address lacks ${missing.join(', ')}.`);
  }
  const query = asked.toString();
  return {
    endpoint: `${endpoint}/`,
    auth: authorization(asked.get('auth')),
    actor,
    activityId,
    registration: asked.get('registration') || undefined,
    grouping: asked.get('grouping') || undefined,
    fetchUrl: asked.get('fetch') || undefined,
    // The same one-time fetch URL is the same session, even where the address could not be cleared.
    memory:
      before?.launch.query === query && (!given.has('endpoint') || asked.has('fetch'))
        ? before
        : LaunchMemory.begin(storage, query, now, pathname),
  };
}

/**
 * A token as an Authorization header wants it; never decoded, since some are no base64 at all. A space within was a plus that the
 * launcher did not encode.
 */
export function authorization(auth: unknown): string | undefined {
  const [, scheme = 'Basic', token] = /^\s*(?:(basic|bearer) +)?(\S.*)$/i.exec(typeof auth === 'string' ? auth : '') ?? [];
  return token === undefined ? undefined : `${scheme} ${token.trim().replaceAll(' ', '+')}`;
}

/** The known parameters. An actor that the launcher did not encode may hold `&` and `+` (Open edX's XBlock). */
function launchQuery(search: string): URLSearchParams {
  const raw = /[?&]actor=(?=\{)/.exec(search);
  const actor = raw ? jsonAt(search.slice(raw.index + raw[0].length)) : undefined;
  const query = new URLSearchParams(raw && actor ? search.replace(actor, encodeURIComponent(decoded(actor))) : search);
  return new URLSearchParams([...query].filter(([name]) => PARAMETERS.includes(name)));
}

/** The shortest beginning that is a JSON object. */
function jsonAt(text: string): string | undefined {
  for (let end = text.indexOf('}'); end !== -1; end = text.indexOf('}', end + 1)) {
    const json = text.slice(0, end + 1);
    try {
      JSON.parse(decoded(json));
      return json;
    } catch {
      // The object ends at a later brace.
    }
  }
  return undefined;
}

/** Browsers encode quotes and spaces of an address by themselves. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function clearAddress({ location, history }: LaunchPage): void {
  if (location.search === '') return;
  try {
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  } catch {
    // A page opened from a file may not change its address; it has no secrets of an LMS in it either.
  }
}
