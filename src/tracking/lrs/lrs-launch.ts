/** What both trackers do with a launch: open the learner's state and make the session with the LRS. */
import type { Answers } from '../../course/answers.ts';
import type { Course } from '../../course/course.ts';
import { listIdsOf } from '../../course/fields.ts';
import type { StatementWords } from '../../course/statement-words.ts';
import { CourseWords } from './course-words.ts';
import { siteOf } from './launch-sites.ts';
import { holdingFetch, type HoldablePage } from './held-page.ts';
import { LrsClient } from './lrs-client.ts';
import { LrsError } from './lrs-error.ts';
import { LrsSession } from './lrs-session.ts';
import { LrsState } from './lrs-state.ts';
import { watchReload, type WatchedPage } from './reload-watch.ts';
import { StatementDelivery } from './statement-delivery.ts';
import { StatementReporter, type ReporterOptions } from './statement-reporter.ts';
import { initialized, terminated, type StatementContext } from './statements.ts';
import type { Launch, LaunchMode, SaveOutcome } from '../tracker.ts';
import { TrackingError } from '../tracking-error.ts';
import { actorKey } from './xapi-actor.ts';
import type { LaunchPage, XapiLaunch } from './xapi-launch.ts';
import type { Context, Statement } from './xapi-types.ts';

export interface LrsTrackerOptions {
  /** In its main language, in which it is reported. */
  readonly course: Course;
  /** What statements say in its other languages. */
  readonly otherWords?: readonly StatementWords[];
  readonly page: LaunchPage & WatchedPage & HoldablePage & Partial<Pick<Window, 'close' | 'document'>>;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** Waits so many milliseconds before the LRS is asked again. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Where the two standards differ. */
export interface LrsStandard {
  readonly mode: LaunchMode;
  readonly session: string;
  readonly template: Context;
  readonly moment: (at: number) => number;
  readonly score?: ReporterOptions['score'];
  /** Marks a statement that the standard defines; `counts` where it has a result that counts. */
  readonly defined: (statement: Statement, counts: boolean) => Statement;
}

export interface OpenedSession {
  readonly session: LrsSession;
  readonly launch: Launch;
}

/** Talks to the launch's LRS, from its page. */
export function clientOf({ page, fetch, wait }: LrsTrackerOptions, { endpoint }: XapiLaunch, auth: string | undefined): LrsClient {
  const hold = holdingFetch(page, endpoint);
  return new LrsClient({ endpoint, auth, ...(fetch ? { fetch } : {}), ...(hold ? { hold } : {}), ...(wait ? { wait } : {}) });
}

/** @throws LrsError */
export async function openSession(
  { course, otherWords, page, now = Date.now }: LrsTrackerOptions,
  client: LrsClient,
  xapi: XapiLaunch,
  { mode, session, template, moment, score, defined }: LrsStandard,
): Promise<OpenedSession> {
  const { endpoint, actor, activityId, registration, grouping, memory } = xapi;
  const { origin, standing } = siteOf(endpoint, page, course.lrs);
  const state = new LrsState(client, { activityId, agent: actor, registration }, { lists: listIdsOf(course), moved: course.moved, now });
  const { held, unreadable, unread } = await state.open();
  const words = new CourseWords(course, otherWords);
  const context: StatementContext = { words, actor, activityId, registration, session, template, grouping, moment };
  const delivery = new StatementDelivery(client, (sending) => state.isOpen(sending));
  const reporter = new StatementReporter(
    {
      delivery,
      context,
      known: () => state.held,
      isBehind: (event) => state.isBehind || (event === 'leaving' && !state.isReadLately),
      reportsCompletion: mode === 'normal',
      ...(score ? { score } : {}),
      finish: (statement) => defined(statement, true),
      totalTime: ({ duration }) => {
        const { [session]: _own, ...earlier } = state.held.times;
        return Object.values(earlier).reduce((sum, time) => sum + time, duration);
      },
      now,
    },
    state.held,
  );
  return {
    session: new LrsSession({
      state,
      delivery,
      reporter,
      memory,
      id: session,
      writes: mode !== 'browse',
      isReloading: watchReload(page, now),
      isHidden: () => page.document?.visibilityState === 'hidden',
      initialized: () => defined(initialized(context, memory.launch.startedAt), false),
      terminated: (durationMs) => defined(terminated(context, now(), durationMs), false),
    }),
    launch: {
      learner: {
        id: actorKey(actor),
        ...(actor.name ? { name: actor.name } : {}),
        ...(registration ? { attempt: registration } : {}),
      },
      mode,
      ...(standing === 'own' ? {} : { site: { origin, isVouchedFor: standing === 'vouched' } }),
      state: held && { answers: plain(held.answers), revision: held.revision },
      ...(unread.length > 0 ? { unread } : {}),
      limits: { receipts: true, storesAfterCompletion: true },
      ...(unreadable === undefined ? {} : { unreadable }),
    },
  };
}

/** Without what the document says of them. */
function plain(answers: Answers): Answers {
  return new Map([...answers].map(([id, { text, at }]) => [id, { text, at }]));
}

/** For support: the LRS's host, without what may stand before it (`user:password@`) or in its path. */
export function describeLrs(standard: string, endpoint = ''): Readonly<Record<string, string>> {
  return { API: standard, LRS: /^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(endpoint)?.[1] ?? '?' };
}

/** Why a launch came to nothing, in the words of the port. */
export function launchProblem(error: unknown): TrackingError {
  if (error instanceof TrackingError) return error;
  if (!(error instanceof LrsError)) return new TrackingError('initialize-failed', String(error), { cause: error });
  const { reason, message } = error;
  const code = reason === 'session-ended' ? 'session-over' : reason === 'offline' ? 'unreachable' : 'initialize-failed';
  return new TrackingError(code, message, { cause: error });
}

export function notOpen(): Promise<SaveOutcome> {
  return Promise.resolve({ result: 'not-saved', reason: 'no-lms', retry: false });
}
