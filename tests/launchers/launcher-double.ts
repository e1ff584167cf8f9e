/** A launcher with its LRS in memory, a network that a test can break, and everything that went over it. */
import validateStatement from '@learninglocker/xapi-validation';
import { Hono } from 'hono';
import { LaunchBook, type LaunchSession, type Registration } from '../../src/simulator/launchers/launch-book.ts';
import { launch, type LaunchAsked } from '../../src/simulator/launchers/launch.ts';
import { launcherRoutes } from '../../src/simulator/launchers/launcher-routes.ts';
import type { EndpointOptions } from '../../src/simulator/launchers/forwarding.ts';
import type { LauncherProfile } from '../../src/simulator/launchers/launcher-profile.ts';
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { createLrs } from '../../src/simulator/lrs/lrs-app.ts';
import { lrsHabits, type LrsHabits } from '../../src/simulator/lrs/lrs-habits.ts';
import { agentKey } from '../../src/simulator/lrs/statement-filter.ts';
import { LrsStore } from '../../src/simulator/lrs/lrs-store.ts';
import { NOTHING_HELD, type Held } from '../../src/tracking/lrs/held.ts';
import { readDocument } from '../../src/tracking/lrs/lrs-document.ts';
import { parseActor } from '../../src/tracking/lrs/xapi-actor.ts';
import { LaunchedPage } from './launched-page.ts';

export type StatementJson = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: { readonly id: string; readonly definition?: Readonly<Record<string, unknown>> };
  readonly result?: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>> & {
    readonly contextActivities?: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
};

export interface Traffic {
  readonly method: string;
  /** Below the endpoint: `statements`, `activities/state`; or `fetch`. */
  readonly resource: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  readonly keepalive: boolean;
  readonly href: string;
  readonly init: RequestInit;
  status: number;
}

/** Answers instead of the launcher; undefined lets the request through. */
export type Fault = (traffic: Traffic) => Response | Promise<Response> | undefined;

export const ORIGIN = 'https://lrs.example.net';
export const PUBLISHER_ID = 'https://akepike.fi/aspa-ajokortti';
const KEY = 'Basic dGhlOmxycw==';

export class LauncherDouble {
  readonly profile: LauncherProfile;
  readonly store = new LrsStore(':memory:');
  readonly book = new LaunchBook(':memory:');
  readonly traffic: Traffic[] = [];
  readonly warnings: string[] = [];
  fault: Fault = () => undefined;
  /** The page is gone: what it still sent arrives, what is answered does not. */
  deaf = false;
  /** As Firefox: a request of a page that goes is lost where the LRS has to be asked first whether it may be made (CORS preflight). */
  dropsPreflights = false;
  readonly #preflighted = new Set<string>();
  /** What was sent arrives, and the connection breaks before the answer. */
  loses = false;
  /** The LRS behind the launcher answers instead; undefined lets it be. */
  lrsFault: (method: string, path: string) => Response | undefined = () => undefined;
  readonly #options: EndpointOptions;
  readonly #site: Hono;
  #learner = 'aino';

  constructor(
    /** A row by its name, or one of a test's own. */
    profile: LauncherId | LauncherProfile,
    { now = Date.now, habits = lrsHabits.silent }: { readonly now?: () => number; readonly habits?: LrsHabits } = {},
  ) {
    this.profile = typeof profile === 'string' ? launcherProfile(profile) : profile;
    const lrs = new Hono().route('/lrs', createLrs({ store: this.store, habits, authorized: (header) => header === KEY }));
    this.#options = {
      book: this.book,
      lrs: async (path, init) =>
        this.lrsFault(init.method ?? 'GET', path) ??
        lrs.request(`${ORIGIN}/lrs/${path}`, { ...init, headers: { ...(init.headers as Record<string, string>), Authorization: KEY } }),
      now,
    };
    this.#site = new Hono().route('/launcher', launcherRoutes(this.#options));
  }

  async launch(asked: Partial<LaunchAsked> & { readonly learnerId?: string } = {}): Promise<LaunchedPage> {
    this.#learner = asked.learnerId ?? this.#learner;
    const { address } = await launch(
      {
        profile: this.profile,
        learner: { id: this.#learner, name: 'Kirjastonen, Aino', language: 'fi-FI,sv' },
        package: 'aspa-ajokortti.zip',
        publisherId: this.profile.standard === 'cmi5' ? `${PUBLISHER_ID}/au` : PUBLISHER_ID,
        mode: 'normal',
        fresh: false,
        page: 'https://content.example.com/aspa/index.html',
        endpoint: `${ORIGIN}/launcher`,
        returnUrl: 'https://lms.example.org/course/7',
        ...asked,
      },
      this.#options,
    );
    return new LaunchedPage(address);
  }

  /** What the page has for `fetch`. */
  readonly fetch: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    const { headers } = new Request(url, { method: init.method ?? 'GET', headers: init.headers ?? {} });
    const traffic: Traffic = {
      method: init.method ?? 'GET',
      resource: url.pathname.replace(/^\/launcher\/[^/]+\/(xapi\/)?/, ''),
      query: url.searchParams,
      headers,
      body: init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : String((init.body as string | undefined) ?? ''),
      keepalive: init.keepalive ?? false,
      href: url.href,
      init,
      status: 0,
    };
    this.traffic.push(traffic);
    if (this.#isDropped(traffic)) return new Promise(() => undefined);
    const faulty = this.fault(traffic);
    const response = await (faulty ?? this.answer(traffic));
    traffic.status = response.status;
    if (this.loses) throw new TypeError('Failed to fetch');
    return this.deaf ? new Promise(() => undefined) : asAnotherOriginSees(response);
  };

  /** Fetch, 4.9: what the LRS allows is kept by address and method. Chromium and Firefox ask again where a request is `no-store` (measured). */
  #isDropped({ method, href, init }: Traffic): boolean {
    const isAsked = init.cache === 'no-store' || !this.#preflighted.has(`${method} ${href}`);
    this.#preflighted.add(`${method} ${href}`);
    return isAsked && this.deaf && this.dropsPreflights;
  }

  /** Lets a request through so many milliseconds later, or only its answer. */
  async late(traffic: Traffic, milliseconds: number, what: 'request' | 'answer' = 'request'): Promise<Response> {
    const answered = what === 'answer' ? await this.answer(traffic) : undefined;
    await new Promise((over) => setTimeout(over, milliseconds));
    return answered ?? this.answer(traffic);
  }

  /** What the launcher answers to a request. */
  async answer({ init, href, method }: Traffic): Promise<Response> {
    const { keepalive: _keepalive, signal: _signal, body, ...rest } = init;
    const sent = { ...rest, ...(body ? { body } : {}) };
    const answer = await this.#site.request(href, { ...sent, method });
    if (answer.status !== 302) return answer;
    // Fetch, 4.4, "HTTP-redirect fetch".
    const again = method === 'POST' ? { ...rest, method: 'GET' } : { ...sent, method };
    return this.#site.request(new URL(answer.headers.get('Location') ?? '', href), again);
  }

  /** What the LRS holds, in the order in which it was stored. */
  statements(): StatementJson[] {
    return [...this.store.statements(true, undefined)].map(({ statement }) => statement as StatementJson);
  }

  /** Verbs of what the LRS holds. */
  verbs(): string[] {
    return this.statements().map(verbOf);
  }

  /** Every statement that was sent, in the order of sending, taken or not; but for what came as a reading, since its request was sent on. */
  sent(): StatementJson[] {
    const comes = this.profile.endpoint.sentOn ? ['PUT'] : ['PUT', 'POST'];
    return this.traffic
      .filter(({ method, resource }) => comes.includes(method) && resource === 'statements')
      .flatMap(({ body }) => JSON.parse(body) as StatementJson | StatementJson[]);
  }

  registration(): Registration | undefined {
    return this.book.registrations()[0];
  }

  /** The latest launch. */
  launched(): LaunchSession {
    const session = this.book.sessionOf(this.registration()?.id ?? '');
    if (!session) throw new Error('Nobody was launched yet.');
    return session;
  }

  /** The learner's own document as it stands in the LRS. */
  state(): Record<string, unknown> | undefined {
    const document = this.store.document('state', this.#stateKey(), 'suspendData');
    return document && (JSON.parse(document.content) as Record<string, unknown>);
  }

  /** Somebody puts another one in its place, unasked. */
  putState(document: unknown): void {
    this.store.putDocument('state', this.#stateKey(), 'suspendData', JSON.stringify(document), 'application/json');
  }

  /** Somebody takes it away. */
  forgetState(): void {
    this.store.deleteDocuments('state', this.#stateKey(), 'suspendData');
  }

  /** The document is cut off where it stands. */
  breakState(): void {
    const there = this.store.document('state', this.#stateKey(), 'suspendData');
    if (there) this.store.putDocument('state', this.#stateKey(), 'suspendData', there.content.slice(0, 80), there.contentType);
  }

  #stateKey(): string {
    const { activityId, actor, registration } = this.launched();
    const agent = agentKey(parseActor(JSON.stringify(actor)) as Readonly<Record<string, unknown>>);
    return JSON.stringify([activityId, agent, registration]);
  }

  /** What that document says, whoever wrote which part of it. */
  held(): Held {
    return readDocument(this.state()).held ?? NOTHING_HELD;
  }

  /** What is wrong with any statement that was sent, by the xAPI specification. */
  faultsOfStatements(): string[] {
    return this.sent().flatMap((statement) => validateStatement(statement).map((warning) => JSON.stringify(warning)));
  }

  close(): void {
    this.store.close();
    this.book.close();
  }
}

/** Fetch, 3.3.5: a page of another origin sees no header but these and those that the answer exposes. */
const SAFE_HEADERS = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];

function asAnotherOriginSees({ body, status, headers }: Response): Response {
  const exposed = (headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/,\s*/);
  const seen = [...headers].filter(([name]) => SAFE_HEADERS.includes(name) || exposed.includes(name));
  return new Response(body, { status, headers: seen });
}

export function verbOf({ verb }: StatementJson): string {
  return verb.id.split('/').at(-1) ?? '';
}

export function categoriesOf({ context }: StatementJson): string[] {
  return (context.contextActivities?.['category'] ?? []).map(({ id }) => id);
}
