import { LrsClient, LrsError } from './lrs-client.ts';
import { LrsSession } from './lrs-session.ts';
import { LrsState } from './lrs-state.ts';
import { StatementReporter } from './statement-reporter.ts';
import { initialized, terminated, type StatementContext, type StatementCourse } from './statements.ts';
import { TrackingError } from './tracking-error.ts';
import type { Launch, SaveOccasion, SaveOutcome, Snapshot, Tracker } from './tracker.ts';
import { readLaunch, type LaunchPage } from './xapi-launch.ts';

/** Launchers that grade take it from here: a complete licence is worth full marks (mod_tincanlaunch, GrassBlade). */
const FULL_SCORE = { scaled: 1, raw: 100, min: 0, max: 100 } as const;

export interface XapiTrackerOptions {
  readonly course: StatementCourse;
  readonly page: LaunchPage & { close?: () => void };
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** xAPI, launched with endpoint, auth, actor, registration and activity_id in the address (tincan.xml packages). */
export class XapiTracker implements Tracker {
  readonly #options: XapiTrackerOptions;
  #session: LrsSession | undefined;

  constructor(options: XapiTrackerOptions) {
    this.#options = options;
  }

  async open(): Promise<Launch> {
    const { course, page, fetch, now = Date.now } = this.#options;
    const launch = readLaunch(page);
    const client = new LrsClient({ endpoint: launch.endpoint, auth: launch.auth ?? 'Basic Og==', ...(fetch ? { fetch } : {}) });
    const state = new LrsState(client, { activityId: launch.activityId, agent: launch.actor, registration: launch.registration });
    const {
      state: saved,
      reported,
      unreadable,
    } = await state.read().catch((error: unknown) => {
      throw unreachable(error);
    });
    const context: StatementContext = { ...launch, course, session: String(now()), template: {} };
    const reporter = new StatementReporter(
      { client, context, reportsCompletion: true, score: FULL_SCORE, finish: (statement) => statement, now },
      reported,
    );
    this.#session = new LrsSession({
      client,
      state,
      reporter,
      writes: true,
      initialized: () => initialized(context, now()),
      terminated: (durationMs) => terminated(context, now(), durationMs),
    });
    const { actor, registration } = launch;
    return {
      learner: {
        id: JSON.stringify(actor),
        ...(actor.name ? { name: actor.name } : {}),
        ...(registration ? { attempt: registration } : {}),
      },
      mode: 'normal',
      state: saved,
      limits: { receipts: true, storesAfterCompletion: true },
      ...(unreadable === undefined ? {} : { unreadable }),
    };
  }

  save(snapshot: Snapshot, occasion: SaveOccasion): Promise<SaveOutcome> {
    return this.#session?.save(snapshot, occasion) ?? notOpen();
  }

  close(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#session?.close(snapshot) ?? notOpen();
  }

  /** A launcher that opened a window waits for it to close; where the browser does not allow that, the page stays. */
  leave(): void {
    this.#options.page.close?.();
  }
}

/** An LRS that cannot be asked at launch, in the words of the port. */
export function unreachable(error: unknown): TrackingError {
  const code = error instanceof LrsError && error.reason === 'session-ended' ? 'fetch-refused' : 'unreachable';
  return new TrackingError(code, error instanceof Error ? error.message : String(error), { cause: error });
}

export function notOpen(): Promise<SaveOutcome> {
  return Promise.resolve({ result: 'not-saved', reason: 'no-lms', retry: false });
}
