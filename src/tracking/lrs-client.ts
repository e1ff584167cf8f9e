/**
 * Talks to an LRS through @xapi/xapi, with an adapter of our own: theirs lose the HTTP status, have no time-out and cannot
 * outlive a page. Every failure is an `LrsError` with what a tracker needs to go on.
 */
import XAPI from '@xapi/xapi';
import type { NotSaved, NotSavedReason } from './tracker.ts';
import type { Actor, Statement } from './xapi-types.ts';

/** An LRS that says nothing for so long is as good as unreachable. */
const TIME_OUT_MS = 20_000;
/** Browsers refuse more than 64 KB in requests that outlive a page; most of our letters are one byte. */
const KEEPALIVE_CHARACTERS = 48_000;

export class LrsError extends Error {
  override readonly name = 'LrsError';

  /**
   * @param status the HTTP status, 0 where there was no answer
   * @param retryAfter milliseconds, where the LRS says
   */
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(`LRS ${status}: ${detail}`, options);
  }

  get reason(): NotSavedReason {
    if (this.status === 0 || this.status >= 500 || this.status === 429 || this.status === 408) return 'offline';
    if (this.status === 401 || this.status === 403) return 'session-ended';
    return this.status === 413 ? 'full' : 'refused';
  }

  /** In the words of the tracker's port. A token that ran out does not come back; the work then waits for the next launch. */
  get outcome(): NotSaved {
    const { reason, detail, retryAfter } = this;
    return { result: 'not-saved', reason, retry: reason === 'offline', detail, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
}

export interface StateDocument {
  readonly content: unknown;
  readonly etag: string | undefined;
}

export interface LrsConnection {
  readonly endpoint: string;
  /** The whole Authorization header. */
  readonly auth: string;
  readonly fetch?: typeof fetch;
}

/** The key of a State document (xAPI Communication 2.3). */
export interface StateKey {
  readonly activityId: string;
  readonly agent: Actor;
  readonly registration: string | undefined;
  readonly stateId: string;
}

export class LrsClient {
  readonly #xapi: XAPI;
  readonly #fetch: typeof fetch;
  /** Set while the page is leaving: requests then outlive it (at most 64 KB together, by the Fetch standard). */
  leaving = false;

  constructor({ endpoint, auth, fetch: fetcher = globalThis.fetch.bind(globalThis) }: LrsConnection) {
    this.#fetch = fetcher;
    this.#xapi = new XAPI({ endpoint, auth, version: '1.0.3', adapter: (request) => this.#request(request) });
  }

  /** @returns undefined where there is none (404) */
  async state({ agent, registration, ...key }: StateKey): Promise<StateDocument | undefined> {
    const { data, headers } = await this.#missingAsUndefined(this.#xapi.getState({ agent, ...key, ...optional(registration) }));
    return data === undefined ? undefined : { content: data, etag: etagOf(headers) };
  }

  /** Replaces the document; with an etag only where it is still that one. @returns the new etag, where the LRS says it */
  async putState(
    { agent, registration, ...key }: StateKey,
    content: object,
    match: { etag?: string; isNew?: boolean },
  ): Promise<string | undefined> {
    const condition = match.etag
      ? ({ etag: match.etag, matchHeader: 'If-Match' } as const)
      : match.isNew
        ? ({ etag: '*', matchHeader: 'If-None-Match' } as const)
        : {};
    const { headers } = await this.#xapi.setState({
      agent,
      ...key,
      ...optional(registration),
      state: content as Record<string, unknown>,
      ...condition,
    });
    return etagOf(headers);
  }

  /** Merges top-level keys into the document (xAPI Communication 2.3, POST). */
  async postState({ agent, registration, ...key }: StateKey, content: object): Promise<void> {
    await this.#xapi.createState({ agent, ...key, ...optional(registration), state: content as Record<string, unknown> });
  }

  async deleteState({ agent, registration, ...key }: StateKey): Promise<void> {
    await this.#missingAsUndefined(this.#xapi.deleteState({ agent, ...key, ...optional(registration) }));
  }

  /** @returns undefined where there is none (404) */
  async agentProfile(agent: Actor, profileId: string): Promise<unknown> {
    return (await this.#missingAsUndefined(this.#xapi.getAgentProfile({ agent, profileId }))).data;
  }

  /** One request. A statement that the LRS has already (409) is delivered. */
  async send(statement: Statement): Promise<void> {
    await this.#delivered(this.#xapi.sendStatement({ statement: statement as never }));
  }

  /** One request for several. @throws LrsError 409 too: then it is not known which of them are there, so send them one by one. */
  async sendAll(statements: readonly Statement[]): Promise<void> {
    await this.#xapi.sendStatements({ statements: statements as never });
  }

  async #delivered(sending: Promise<unknown>): Promise<void> {
    try {
      await sending;
    } catch (error) {
      if (error instanceof LrsError && error.status === 409) return;
      throw error;
    }
  }

  async #missingAsUndefined<T>(
    asking: Promise<{ data: T; headers: Record<string, string> }>,
  ): Promise<{ data: T | undefined; headers: Record<string, string> }> {
    try {
      return await asking;
    } catch (error) {
      if (error instanceof LrsError && error.status === 404) return { data: undefined, headers: {} };
      throw error;
    }
  }

  async #request<T>({ url, method, headers, data }: { url: string; method: string; headers?: Record<string, string>; data?: unknown }) {
    const body = data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data);
    let response: Response;
    let text: string;
    try {
      const asked = this.#fetch(url, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        keepalive: this.leaving && (body?.length ?? 0) < KEEPALIVE_CHARACTERS,
        signal: AbortSignal.timeout(TIME_OUT_MS),
      });
      response = await asked;
      text = await response.text();
    } catch (cause) {
      throw new LrsError(0, 'The LRS did not answer.', undefined, { cause });
    }
    if (!response.ok) throw new LrsError(response.status, excerpt(text), retryAfterOf(response));
    return { data: parsed(text) as T, headers: Object.fromEntries(response.headers), status: response.status };
  }
}

function optional(registration: string | undefined): { registration?: string } {
  return registration === undefined ? {} : { registration };
}

function etagOf(headers: Record<string, string>): string | undefined {
  return headers['etag'] || undefined;
}

/** JSON where it is JSON; an HTML page with status 200 (a captive portal) comes out as a text and fails the next check of its shape. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Some words of the answer for support; LRSs echo what they refuse, so no more than that. */
function excerpt(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 120);
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}
