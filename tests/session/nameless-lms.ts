/** For tests of an LMS that says neither who the learner is nor her name (Frappe LMS), with the course in one tab after another. */
import { vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { SlowTracker, startedIn, write, type Surroundings } from './fresh-session.ts';

/** It gives no receipts, unless it is said so. */
export function nameless(result: 'sent' | 'saved' = 'sent'): SlowTracker {
  const lms = new SlowTracker();
  lms.answer = ({ revision }) => ({ result, revision });
  lms.closeNow = ({ revision }) => Promise.resolve({ result: 'sent', revision });
  lms.launch = { ...lms.launch, learner: { id: '' }, limits: { ...lms.launch.limits, receipts: result === 'saved' } };
  return lms;
}

export function refuses(lms: SlowTracker, reason: 'refused' | 'full' = 'refused'): void {
  const refusal: SaveOutcome = { result: 'not-saved', reason, retry: reason === 'refused' };
  lms.answer = () => refusal;
}

export function accepts(lms: SlowTracker): void {
  lms.answer = ({ revision }) => ({ result: 'sent', revision });
}

export async function later(ms = 20_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

export async function closed(session: CourseSession): Promise<void> {
  session.lifecycle.end();
  await later(100);
}

/** What the LMS has of a field. */
export const storedIn = (lms: SlowTracker, field: string): string => textOf(lms.last?.answers ?? new Map(), field);

/** What is offered as answers without a name; undefined where nothing is. */
export const offered = ({ strays }: CourseSession): Record<string, string> | undefined =>
  strays && Object.fromEntries([...strays].filter(([id]) => !id.startsWith('@')).map(([id, { text }]) => [id, text]));

/** Each opening in a tab of its own, unless it is named. */
export class Tabs {
  readonly #fresh: Surroundings;
  #count = 0;

  constructor(fresh: Surroundings) {
    this.#fresh = fresh;
  }

  async opened(lms: SlowTracker, options: Parameters<typeof startedIn>[1] = {}): Promise<CourseSession> {
    this.#count += 1;
    const opening = startedIn(this.#fresh, { tracker: lms, tabId: `tab-${String(this.#count)}`, ...options });
    await later(3_000);
    return opening;
  }

  /** In a tab that was closed after 3 s in which the LMS refused all. */
  async leftUnsent(
    lms: SlowTracker,
    texts: Readonly<Record<string, string>>,
    options: Parameters<typeof startedIn>[1] = {},
  ): Promise<void> {
    const session = await this.opened(lms, options);
    refuses(lms);
    for (const [field, text] of Object.entries(texts)) write(session, text, field);
    await later(3_000);
    await closed(session);
    accepts(lms);
  }
}
