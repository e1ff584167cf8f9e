/** One of a learner's browsers, with a network of its own that may be slow or fail while the other's does not. */
import type { LrsTrackerOptions } from '../../src/tracking/lrs/lrs-launch.ts';
import { MemoryLocks, MemoryStorage } from '../session/memory.ts';
import { LaunchedLearner } from './launched-learner.ts';
import type { LauncherDouble } from './launcher-double.ts';

export type PageHere = LaunchedLearner & {
  /** What was answered, or is answered later, is not heard any more; what it asks for now leaves only where it may outlive the page. */
  die(): void;
};

export class SeparateBrowser {
  readonly storage = new MemoryStorage();
  readonly locks = new MemoryLocks();
  /** Before a request is sent; a rejection is a network that fails. */
  before: (method: string, url: string) => Promise<void> | undefined = () => undefined;
  /** Before its answer is heard: another answer, if any. */
  after: (method: string, url: string, response: Response) => Response | Promise<Response | undefined> | undefined = () => undefined;
  readonly #double: LauncherDouble;

  constructor(double: LauncherDouble) {
    this.#double = double;
  }

  /** A page that is launched, and has not begun. */
  async page(options: Partial<LrsTrackerOptions> = {}): Promise<PageHere> {
    let isGone = false;
    const fetchHere = async (input: string, init: RequestInit = {}): Promise<Response> => {
      const method = init.method ?? 'GET';
      await this.before(method, input);
      if (isGone && !init.keepalive) return never();
      const response = await this.#double.fetch(input, init);
      const answer = (await this.after(method, input, response)) ?? response;
      return isGone ? never() : answer;
    };
    const all = { fetch: fetchHere as typeof fetch, ...options };
    const learner = new LaunchedLearner(await this.#double.launch(), this.#double, this.storage, all, this.locks);
    return Object.assign(learner, { die: () => void (isGone = true) });
  }

  async open(options: Partial<LrsTrackerOptions> = {}): Promise<PageHere> {
    const learner = await this.page(options);
    await learner.start();
    return learner;
  }
}

export const offline = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

export const never = (): Promise<never> => new Promise<never>(() => undefined);

/** Whether this request is about the learner's state. */
export function isOfState(url: string): boolean {
  return url.includes('activities/state') && url.includes('suspendData');
}
