/** Counts what a course and the LMS's own player send, and the calls of the SCORM API between the two. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Request } from 'playwright';
import type { Preview } from '../../src/preview/server.ts';
import { SCORM12_FUNCTIONS, SCORM2004_FUNCTIONS } from '../../src/tracking/scorm/scorm-api.ts';

export interface Traffic {
  /** Calls of the SCORM API's functions, whatever they answer. */
  readonly calls: number;
  /** Requests to the LMS's server or to the LRS, those of the launch too; files of the package are none of them. */
  readonly requests: number;
  /** Bytes of the requests' bodies, before compression. */
  readonly bytes: number;
  readonly statements: number;
}

const CALLS = 'aspaBenchCalls';

export class TrafficMeter {
  #requests = 0;
  #bytes = 0;
  #statements = 0;
  #lastAt = performance.now();

  private constructor(
    private readonly page: Page,
    private readonly preview: Preview,
  ) {}

  /** @param page a page that shows nothing yet */
  static async on(page: Page, preview: Preview): Promise<TrafficMeter> {
    const meter = new TrafficMeter(page, preview);
    page.on('request', (request) => meter.#count(request));
    await page.addInitScript(countApiCalls, { counter: CALLS, apis: [SCORM12_FUNCTIONS.object, SCORM2004_FUNCTIONS.object] });
    return meter;
  }

  async read(): Promise<Traffic> {
    const calls = await this.page.evaluate((counter) => Number((window as unknown as Record<string, unknown>)[counter] ?? 0), CALLS);
    return { calls, requests: this.#requests, bytes: this.#bytes, statements: this.#statements };
  }

  /** Waits until nothing has been sent for so many milliseconds. */
  async quiet(milliseconds: number): Promise<void> {
    for (let rest = milliseconds; rest > 0; rest = this.#lastAt + milliseconds - performance.now()) await wait(rest);
  }

  #count(request: Request): void {
    const { origin, pathname } = new URL(request.url());
    const toLrs = origin === new URL(this.preview.lrsUrl).origin;
    if (!toLrs && !/^\/attempt\/\d+\/(launch|call)/.test(pathname)) return;
    const body = request.postDataBuffer();
    this.#lastAt = performance.now();
    this.#requests += 1;
    this.#bytes += body?.length ?? 0;
    if (pathname.endsWith('/statements') && request.method() !== 'GET' && body) {
      const sent: unknown = JSON.parse(body.toString('utf8'));
      this.#statements += Array.isArray(sent) ? sent.length : 1;
    }
  }
}

/**
 * Runs in the page before anything else: the API that the player puts into its window counts from then on. Methods, since tsx names
 * other functions by a helper that the page does not have.
 */
function countApiCalls({ counter, apis }: { readonly counter: string; readonly apis: readonly string[] }): void {
  if (window !== window.top) return;
  const counts = window as unknown as Record<string, number>;
  counts[counter] = 0;
  for (const name of apis) {
    let counting: object | undefined;
    Object.defineProperty(window, name, {
      configurable: true,
      get() {
        return counting;
      },
      set(api: object) {
        counting = new Proxy(api, {
          get(target, property) {
            const found: unknown = Reflect.get(target, property);
            if (typeof found !== 'function') return found;
            return (...parameters: unknown[]): unknown => {
              counts[counter] = (counts[counter] ?? 0) + 1;
              return Reflect.apply(found, target, parameters);
            };
          },
        });
      },
    });
  }
}
