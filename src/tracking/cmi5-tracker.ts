import { fetchAuthorization, readLanguage, readLaunchData } from './cmi5-launch.ts';
import { LrsClient } from './lrs-client.ts';
import { LrsSession } from './lrs-session.ts';
import { LrsState } from './lrs-state.ts';
import { StatementReporter } from './statement-reporter.ts';
import { initialized, terminated, withCategories, type StatementContext, type StatementCourse } from './statements.ts';
import type { Launch, SaveOccasion, SaveOutcome, Snapshot, Tracker } from './tracker.ts';
import { readLaunch, type LaunchPage } from './xapi-launch.ts';
import { notOpen, unreachable } from './xapi-tracker.ts';

/** cmi5 9.6.2: marks the statements that the specification defines. */
const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
/** cmi5 9.6.2.2: marks those that count for moveOn. */
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

export interface Cmi5TrackerOptions {
  readonly course: StatementCourse;
  readonly page: LaunchPage & { close?: () => void };
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** cmi5: one assignable unit for the whole licence. */
export class Cmi5Tracker implements Tracker {
  readonly #options: Cmi5TrackerOptions;
  #session: LrsSession | undefined;
  #returnUrl: string | undefined;

  constructor(options: Cmi5TrackerOptions) {
    this.#options = options;
  }

  /** In the order that cmi5 8.2, 10.0 and 11.0 want: token, LaunchData, preferences; then our own state. */
  async open(): Promise<Launch> {
    const { course, page, fetch = globalThis.fetch.bind(globalThis), now = Date.now } = this.#options;
    const launch = readLaunch(page);
    const client = new LrsClient({ endpoint: launch.endpoint, auth: await fetchAuthorization(launch, page, fetch), fetch });
    try {
      const data = await readLaunchData(client, launch);
      const language = await readLanguage(client, launch);
      const state = new LrsState(client, { activityId: launch.activityId, agent: launch.actor, registration: launch.registration });
      const { state: saved, reported, unreadable } = await state.read();
      const context: StatementContext = { ...launch, course, session: data.session ?? String(now()), template: data.template };
      const reporter = new StatementReporter(
        {
          client,
          context,
          reportsCompletion: data.mode === 'normal',
          finish: (statement) => withCategories(statement, [CMI5_CATEGORY, MOVE_ON_CATEGORY]),
          now,
        },
        reported,
      );
      this.#returnUrl = data.returnUrl;
      this.#session = new LrsSession({
        client,
        state,
        reporter,
        writes: data.mode !== 'browse',
        initialized: () => withCategories(initialized(context, now()), [CMI5_CATEGORY]),
        terminated: (durationMs) => withCategories(terminated(context, now(), durationMs), [CMI5_CATEGORY]),
      });
      const { actor, registration } = launch;
      return {
        learner: {
          id: JSON.stringify(actor),
          ...(actor.name ? { name: actor.name } : {}),
          ...(registration ? { attempt: registration } : {}),
        },
        mode: data.mode,
        state: saved,
        ...(language ? { language } : {}),
        limits: { receipts: true, storesAfterCompletion: true },
        ...(unreadable === undefined ? {} : { unreadable }),
      };
    } catch (error) {
      throw unreachable(error);
    }
  }

  save(snapshot: Snapshot, occasion: SaveOccasion): Promise<SaveOutcome> {
    return this.#session?.save(snapshot, occasion) ?? notOpen();
  }

  close(snapshot: Snapshot): Promise<SaveOutcome> {
    return this.#session?.close(snapshot) ?? notOpen();
  }

  /** cmi5 10.2.6: the AU goes to returnURL when it ends, where one was given. */
  leave(): void {
    const { page } = this.#options;
    if (this.#returnUrl) page.location.assign(this.#returnUrl);
    else page.close?.();
  }
}
