/**
 * Talks to an LRS through @xapi/xapi, with an adapter of our own: theirs lose the HTTP status, have no time-out and cannot
 * outlive a page. Every failure is an `LrsError` with what a tracker needs to go on.
 */
import XAPI from '@xapi/xapi';
import { holdsStatement, isListing } from './found-statement.ts';
import type { Answered, HoldingFetch } from './held-page.ts';
import { KeepaliveRoom } from './keepalive-room.ts';
import { parsed, statusOf } from './lrs-answer.ts';
import { LrsError } from './lrs-error.ts';
import { ASK_AGAIN_MS, LRS_TIME_OUT_MS, pause, retryAfterOf, timeLimit } from './lrs-waits.ts';
import { LrsVersion } from './lrs-version.ts';
import type { Sending } from './sending.ts';
import type { Actor, Statement } from './xapi-types.ts';

export interface StateDocument {
  readonly content: unknown;
  readonly etag: string | undefined;
}

export interface LrsConnection {
  readonly endpoint: string;
  /** The whole Authorization header; undefined where the launcher gave none. */
  readonly auth: string | undefined;
  readonly fetch?: typeof fetch;
  /** Where it is given, a page is held with it for what has to arrive before anything else does. */
  readonly hold?: HoldingFetch;
  /** Waits so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** The key of a State document (xAPI Communication 2.3). */
export interface StateKey {
  readonly activityId: string;
  readonly agent: Actor;
  readonly registration: string | undefined;
  readonly stateId: string;
}

/** Under which a document is replaced (xAPI Communication 3.1): while it is the one with this etag, or there is none yet. */
export interface WriteCondition {
  readonly etag?: string;
  readonly isNew?: boolean;
}

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly data?: unknown;
}

interface Answer<T> {
  readonly data: T;
  readonly headers: Record<string, string>;
  readonly status: number;
}

/** xAPI Communication 2.1.1, which the library lacks. */
class XapiWithPut extends XAPI {
  putStatement(statement: Statement): Promise<unknown> {
    return this.requestURL(`${this.endpoint}statements?statementId=${statement.id}`, { method: 'PUT', data: statement });
  }
}

export class LrsClient {
  readonly #endpoint: string;
  readonly #auth: string | undefined;
  readonly #fetch: typeof fetch;
  readonly #hold: HoldingFetch | undefined;
  readonly #wait: (milliseconds: number) => Promise<void>;
  /** For what a leaving page sends. */
  readonly room = new KeepaliveRoom();
  /**
   * Open edX's XBlock answers `{"success":true}` to whatever it does not know, such as what is posted. And where a web server sends requests on to another
   * address (301, 302), a browser asks there with GET where it had posted (Fetch, 4.4): then statements are listed to whoever sends one.
   */
  #hearsPosts = true;
  readonly #version = new LrsVersion();

  constructor({ endpoint, auth, fetch: fetcher = globalThis.fetch.bind(globalThis), hold, wait = pause }: LrsConnection) {
    this.#fetch = fetcher;
    this.#hold = hold;
    this.#wait = wait;
    this.#endpoint = endpoint;
    this.#auth = auth;
  }

  /** @returns undefined where there is none (404) */
  async state(key: StateKey, sending: Sending): Promise<StateDocument | undefined> {
    const answer = await foundOrNot(this.#xapi(sending).getState(parametersOf(key)));
    return answer && { content: answer.data, etag: etagOf(answer) };
  }

  /** Replaces the document, where the condition holds. @returns the new etag, where the LRS says it */
  async putState(key: StateKey, content: object, match: WriteCondition, sending: Sending): Promise<string | undefined> {
    const state = content as Record<string, unknown>;
    return etagOf(await this.#xapi(sending).setState({ ...parametersOf(key), state, ...headerOf(match) }));
  }

  /** Merges top-level keys into the document (xAPI Communication 2.2, POST), where the condition holds. @returns as `putState` */
  async postState(key: StateKey, content: object, match: WriteCondition, sending: Sending): Promise<string | undefined> {
    const state = content as Record<string, unknown>;
    return etagOf(await this.#xapi(sending).createState({ ...parametersOf(key), state, ...headerOf(match) }));
  }

  async deleteState(key: StateKey, sending: Sending): Promise<void> {
    await foundOrNot(this.#xapi(sending).deleteState(parametersOf(key)));
  }

  /** @returns undefined where there is none (404) */
  async agentProfile(agent: Actor, profileId: string, sending: Sending): Promise<unknown> {
    return (await foundOrNot(this.#xapi(sending).getAgentProfile({ agent, profileId })))?.data;
  }

  /** Whether statements are heard when they are posted. */
  get hearsPosts(): boolean {
    return this.#hearsPosts;
  }

  /**
   * One request for one statement. Posted, since the address is then the same for all: a browser that asks the LRS beforehand whether it may
   * (CORS preflight) asks once, and a page that leaves has no time to ask. What is answered is not read: some proxies make it up.
   */
  async send(statement: Statement, sending: Sending): Promise<void> {
    if (this.#hearsPosts) await this.#xapi(sending).sendStatement({ statement: statement as never });
    if (!this.#hearsPosts) await this.#xapi(sending).putStatement(statement);
  }

  /**
   * One request for several.
   * @returns false where it is not heard at all
   * @throws LrsError where one of them is not taken: then none may have been
   */
  async sendAll(statements: readonly Statement[], sending: Sending): Promise<boolean> {
    if (this.#hearsPosts) await this.#xapi(sending).sendStatements({ statements: statements as never });
    return this.#hearsPosts;
  }

  /** Whether there is a statement of that id. @throws LrsError where that is not told, as by launchers that let nobody read statements */
  async hasStatement(statementId: string, sending: Sending): Promise<boolean> {
    return holdsStatement((await foundOrNot(this.#xapi(sending).getStatement({ statementId })))?.data, statementId);
  }

  wait(milliseconds: number): Promise<void> {
    return this.#wait(milliseconds);
  }

  /** The library has no room for how a request is sent: so it is made for each. */
  #xapi(sending: Sending): XapiWithPut {
    return new XapiWithPut({
      endpoint: this.#endpoint,
      ...(this.#auth === undefined ? {} : { auth: this.#auth }),
      adapter: (request) => this.#version.found(() => this.#patiently(request, sending)),
    });
  }

  async #patiently<T>(asked: Asked, sending: Sending): Promise<Answer<T>> {
    for (const wait of asked.method === 'GET' && sending.as === 'opening' ? ASK_AGAIN_MS : []) {
      try {
        return await this.#request<T>(asked, sending);
      } catch (error) {
        if (!(error instanceof LrsError) || error.reason !== 'offline') throw error;
        await this.#wait(Math.min(error.retryAfter ?? wait, LRS_TIME_OUT_MS));
      }
    }
    return this.#request<T>(asked, sending);
  }

  async #request<T>({ url, method, headers, data }: Asked, { as }: Sending): Promise<Answer<T>> {
    const detail = `${method} ${url.slice(this.#endpoint.length).split('?')[0] ?? ''}`;
    const body = data === undefined ? undefined : new TextEncoder().encode(JSON.stringify(data));
    let response: Response;
    let text: string;
    try {
      [response, text] = await this.#ask(
        url,
        {
          method,
          headers: { ...headers, 'X-Experience-API-Version': this.#version.value },
          ...(body === undefined ? {} : { body }),
          credentials: 'omit',
          // A cache answers reads only. On a write, `no-store` makes Chromium and Firefox repeat the CORS preflight before every request: one
          // request more for each statement, and for those of a page that is closing.
          ...(method === 'GET' ? { cache: 'no-store' } : {}),
          referrerPolicy: 'no-referrer',
        },
        as,
      );
    } catch (cause) {
      throw new LrsError(0, detail, undefined, { cause });
    }
    if (!response.ok) throw new LrsError(statusOf(response, headers), detail, retryAfterOf(response));
    // A captive portal or an error page answers 200 with a page, and Moodle with an error of its own in JSON; no LRS does.
    if (/^\s*(<|\{\s*"(error|exception)")/.test(text)) throw new LrsError(0, `${detail}, answered with a page or an error`);
    const answer = parsed(text);
    if (/^\s*\{\s*"success"\s*:\s*true\s*\}\s*$/.test(text) || (method === 'POST' && isListing(answer))) this.#hearsPosts = false;
    return { data: answer as T, headers: Object.fromEntries(response.headers), status: response.status };
  }

  /** Held, outliving the page, or given up after a time. */
  #ask(url: string, init: RequestInit & { readonly body?: Uint8Array<ArrayBuffer> }, as: Sending['as']): Promise<Answered> {
    if (as === 'holding' && this.#hold) return this.#hold(url, init);
    const size = init.body?.byteLength ?? 0;
    if (as === 'opening' || as === 'open' || size > this.room.left)
      // Firefox and WebKit drop a request with a signal when the page that holds the signal goes.
      return answered(this.#fetch(url, { ...init, signal: timeLimit(LRS_TIME_OUT_MS) }));
    const asking = answered(this.#fetch(url, { ...init, keepalive: true }));
    void this.room.take(size, asking);
    return Promise.race([asking, timeOut()]);
  }
}

async function answered(asking: Promise<Response>): Promise<Answered> {
  const response = await asking;
  return [response, await response.text()];
}

function headerOf({ etag, isNew }: WriteCondition): { etag?: string; matchHeader?: 'If-Match' | 'If-None-Match' } {
  if (etag) return { etag, matchHeader: 'If-Match' };
  return isNew ? { etag: '*', matchHeader: 'If-None-Match' } : {};
}

async function foundOrNot<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof LrsError && error.status === 404) return undefined;
    throw error;
  }
}

function parametersOf({ registration, ...key }: StateKey): Omit<StateKey, 'registration'> & { registration?: string } {
  return { ...key, ...(registration === undefined ? {} : { registration }) };
}

function etagOf({ headers }: { readonly headers: Record<string, string> }): string | undefined {
  return headers['etag'] || undefined;
}

function timeOut(): Promise<never> {
  return new Promise((_answer, refuse) =>
    setTimeout(() => refuse(new DOMException('No answer in time.', 'TimeoutError')), LRS_TIME_OUT_MS),
  );
}
