/** Launches xAPI and cmi5 packages as a launcher does: registration, LaunchData and preferences in the LRS, and the launch address. */
import { randomBytes, randomUUID } from 'node:crypto';
import { v5 as uuidFromName } from 'uuid';
import type { LaunchSession, Registration } from './launch-book.ts';
import type { EndpointOptions } from './forwarding.ts';
import type { LaunchLearner, LauncherProfile } from './launcher-profile.ts';

export interface LaunchAsked {
  readonly profile: LauncherProfile;
  readonly learner: LaunchLearner;
  /** The package's file name. */
  readonly package: string;
  /** The activity as its manifest names it: the root activity, or the AU. */
  readonly publisherId: string;
  readonly mode: 'normal' | 'browse' | 'review';
  /** A new registration. */
  readonly fresh: boolean;
  /** The course's page. */
  readonly page: string;
  /** Where the endpoint is mounted, without a slash at its end: `http://127.0.0.1:8171/launcher`. */
  readonly endpoint: string;
  readonly returnUrl: string;
}

export interface Launched {
  readonly address: string;
  readonly session: LaunchSession;
}

const HOME_PAGE = 'https://lms.example.org';
const NAMESPACE = '0b5a2f43-6f0c-5a63-8a4e-4f0a5f6c1d27';
const MODES = { normal: 'Normal', browse: 'Browse', review: 'Review' } as const;

/** @throws Error where the LRS does not take what an LMS has to write before a launch */
export async function launch(asked: LaunchAsked, { book, lrs, now }: EndpointOptions): Promise<Launched> {
  const { profile, learner, publisherId } = asked;
  const registered = book.register({ learner: learner.id, package: asked.package, profile: profile.id }, asked.fresh);
  if (profile.endpoint.abandonsOpen) await abandonOpen(book.sessionsOf(registered.id), lrs, now());
  const id = profile.address.isTheSameAtEachLaunch ? registered.id : randomUUID();
  const { registration, activityId } = identifiersOf(asked, registered);
  const session: LaunchSession = {
    id,
    token: profile.address.isTheSameAtEachLaunch ? basicToken(id) : tokenOf(profile),
    profile,
    enrolment: registered.id,
    registration,
    activityId,
    actor: profile.address.actor(learner, HOME_PAGE),
    template: profile.launchData ? templateOf(profile, id, publisherId) : {},
    mode:
      profile.launchData?.reviewOnceSatisfied && registered.standing.completed && asked.mode === 'normal' ? 'Review' : MODES[asked.mode],
    startedAt: now(),
    fetched: false,
    preferencesRead: false,
    initializedAt: undefined,
    terminated: false,
    ended: false,
  };
  book.open(session);
  if (profile.launchData) await prepare(session, asked, lrs);
  return { address: addressOf(session, asked), session };
}

/** cmi5 9.3, abandoned: the LMS says it once, and takes nothing of that session any more. */
async function abandonOpen(sessions: readonly LaunchSession[], lrs: EndpointOptions['lrs'], now: number): Promise<void> {
  for (const session of sessions.filter(({ ended, terminated }) => !ended && !terminated)) {
    const { id, actor, activityId, registration, initializedAt = now } = session;
    session.ended = true;
    const statement = {
      id: randomUUID(),
      timestamp: new Date(now).toISOString(),
      actor,
      verb: { id: 'https://w3id.org/xapi/adl/verbs/abandoned', display: { en: 'abandoned' } },
      object: { id: activityId },
      result: { duration: `PT${(now - initializedAt) / 1000}S` },
      context: {
        registration,
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': id },
        contextActivities: { category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] },
      },
    };
    const headers = { 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' };
    await lrs('statements', { method: 'POST', headers, body: JSON.stringify(statement) });
  }
}

/** Launchers name the activity and the registration by themselves; in xAPI the manifest's id is taken as it is. */
function identifiersOf(
  { profile, package: file, publisherId }: LaunchAsked,
  { id }: Registration,
): { registration: string; activityId: string } {
  return {
    registration: profile.address.registration === 'of-everybody' ? uuidFromName(`${profile.id}:${file}`, NAMESPACE) : id,
    activityId: profile.standard === 'xapi' ? publisherId : `${HOME_PAGE}/activity/${uuidFromName(`${profile.id}:${file}`, NAMESPACE)}`,
  };
}

function tokenOf({ address }: LauncherProfile): string {
  if (address.fetch?.token === 'hex') return randomBytes(20).toString('hex');
  return basicToken(randomBytes(12).toString('hex'));
}

function basicToken(secret: string): string {
  return Buffer.from(`launch:${secret}`).toString('base64');
}

function templateOf({ launchData }: LauncherProfile, sessionId: string, publisherId: string): Record<string, unknown> {
  return {
    contextActivities: { grouping: [{ objectType: 'Activity', id: publisherId }] },
    extensions: launchData?.sessionId ? { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': sessionId } : {},
  };
}

/** cmi5 10.0 and 11.0. */
async function prepare(session: LaunchSession, { learner, returnUrl }: LaunchAsked, lrs: EndpointOptions['lrs']): Promise<void> {
  const { actor, activityId, registration, mode, template, profile } = session;
  const habits = profile.launchData;
  if (!habits) return;
  const agent = JSON.stringify(actor);
  const data = {
    ...(habits.template === 'none' ? {} : { [habits.template]: template }),
    launchMode: mode,
    ...habits.more,
    ...(habits.returnUrl === 'given' ? { returnURL: returnUrl } : habits.returnUrl === 'empty' ? { returnURL: '' } : {}),
  };
  const key = new URLSearchParams({ activityId, agent, registration, stateId: 'LMS.LaunchData' });
  await put(lrs, `activities/state?${key.toString()}`, data);
  if (habits.preferences === 'none') return;
  const name = habits.preferences === 'misspelt' ? 'languagePreferences' : 'languagePreference';
  const path = `agents/profile?${new URLSearchParams({ agent, profileId: 'cmi5LearnerPreferences' }).toString()}`;
  await put(lrs, path, { [name]: learner.language, audioPreference: 'on' });
}

/** Over the document that is there, as 3.1 wants it of profiles, and some LRSs of every document. */
async function put(lrs: EndpointOptions['lrs'], path: string, content: object): Promise<void> {
  const version = { 'X-Experience-API-Version': '1.0.3' };
  const there = await lrs(path, { method: 'GET', headers: version });
  const etag = there.headers.get('etag');
  const condition: Record<string, string> = there.ok && etag ? { 'If-Match': etag } : { 'If-None-Match': '*' };
  const headers = { 'Content-Type': 'application/json', ...version, ...condition };
  const answer = await lrs(path, { method: 'PUT', headers, body: JSON.stringify(content) });
  if (!answer.ok)
    throw new Error(`The LRS did not take what comes before a launch (PUT ${path.split('?')[0] ?? ''}: HTTP ${answer.status}).`);
}

function addressOf({ id, actor, activityId, registration, token, profile }: LaunchSession, { page, endpoint }: LaunchAsked): string {
  const { address } = profile;
  const values: Record<string, string> = {
    endpoint: `${endpoint}/${id}/xapi${address.endpointEndsInSlash ? '/' : ''}`,
    ...(address.auth === undefined ? {} : { auth: { basic: `Basic ${token}`, bare: token, empty: '' }[address.auth] }),
    ...(address.fetch ? { fetch: `${endpoint}/${id}/fetch` } : {}),
    ...(address.registration === 'none' ? {} : { registration }),
    ...(address.grouping ? { grouping: `${HOME_PAGE}/course/1` } : {}),
    ...address.extra,
    [address.activityParameter]: activityId,
  };
  const json = JSON.stringify(actor);
  const query = Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${page}?actor=${address.encodesActor ? encodeURIComponent(json) : json}&${query.join('&')}`;
}
