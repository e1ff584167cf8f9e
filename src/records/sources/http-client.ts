/** Requests as a polite job makes them: with a time limit, a few tries, and as much waiting as a server asks for. */
import { AnswerTooLarge, boundedText } from './bounded-body.ts';
import { RecordsError } from '../records-error.ts';
import type { Said } from '../text/messages/messages-text.ts';

export interface HttpOptions {
  /** Milliseconds until a whole answer must be there. */
  readonly timeout: number;
  /** Milliseconds from the first failure of a request until it is given up: a server may be down, busy, or ask to wait. */
  readonly patience: number;
  /** Told when there is something to wait for. */
  readonly notice: (said: Said) => void;
}

interface Reached {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface JsonAnswer {
  readonly body: unknown;
  readonly headers: Headers;
}

/** For what waiting hardly mends, such as half an answer or a name that nobody has. */
const TRIES = 4;
/** Milliseconds between two tries, where the server does not say: longer each time. */
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** Whoever gives a wrong name or an untrusted certificate gives it a minute later as well. */
const LASTING = /^(ENOTFOUND|ERR_TLS_.*|CERT_.*|.*_CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_.*)$/;

export class HttpClient {
  constructor(private readonly options: HttpOptions) {}

  /**
   * @param source as it is called in messages: `LRS https://…`
   * @param isDown what an answer of status 200 says that is no answer yet, such as a database that is being restarted
   * @throws RecordsError refused, not-found, unavailable or unreadable
   */
  async json(source: string, url: URL, init: RequestInit, isDown?: (body: unknown) => RecordsError | undefined): Promise<JsonAnswer> {
    let failedAt: number | undefined;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.once(source, url, init);
      const down = outcome instanceof TryLater ? undefined : isDown?.(outcome.body);
      const failure = down ? new TryLater(down, true) : outcome;
      if (!(failure instanceof TryLater)) return failure;
      failedAt ??= Date.now();
      const pause = pauseAfter(failure, attempt, this.options.patience - (Date.now() - failedAt));
      if (pause === undefined) throw failure.error;
      this.options.notice((text) => text.server.tryingAgain(failure.error.said(text)[0], Math.ceil(pause / 1000)));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private async once(source: string, url: URL, init: RequestInit): Promise<JsonAnswer | TryLater> {
    const reached = await this.reached(source, url, init);
    return reached instanceof TryLater ? reached : answerOf(source, url, reached);
  }

  /** Whatever the server answers, read to its end. */
  private async reached(source: string, url: URL, init: RequestInit): Promise<Reached | TryLater> {
    const limit = AbortSignal.timeout(this.options.timeout);
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: limit });
      return { status: response.status, headers: response.headers, text: await boundedText(response) };
    } catch (error) {
      if (error instanceof AnswerTooLarge)
        throw new RecordsError('unreadable', ({ server }) => server.tooLarge(source, error.kind, error.most), { cause: error });
      const unavailable = unreached(source, error, limit.aborted ? this.options.timeout : undefined);
      return new TryLater(unavailable, !LASTING.test(codeOf(error) ?? ''));
    }
  }
}

/** @throws RecordsError where another try would change nothing */
function answerOf(source: string, url: URL, reached: Reached): JsonAnswer | TryLater {
  const { status, headers, text } = reached;
  if (status === 429 || status >= 500) return new TryLater(overloaded(source, status, headers), true, retryAfter(headers));
  if (status >= 300) throw unwelcome(source, url, reached);
  try {
    return { body: JSON.parse(text) as unknown, headers };
  } catch (error) {
    return notJson(source, reached, error);
  }
}

/** What an answer of a status between 300 and 499 means. */
function unwelcome(source: string, url: URL, { status, headers, text }: Reached): RecordsError {
  if (status === 401 || status === 403) return refusal(source, status);
  if (status === 404 || status === 410)
    return new RecordsError('not-found', ({ server }) => server.nothingThere(source, url.pathname, status));
  if (status >= 400) return new BadRequest(source, status, words(text));
  return new RecordsError('not-found', ({ server }) => server.moved(source, status, placeOf(headers.get('location'), url)));
}

/** @returns half an answer, which is worth another try. @throws RecordsError where it is something else than JSON */
function notJson(source: string, { headers, text }: Reached, cause: unknown): TryLater {
  if (/^\s*[[{]/.test(text))
    return new TryLater(new RecordsError('unreadable', ({ server }) => server.half(source, text.length), { cause }), false);
  const type = headers.get('content-type') ?? undefined;
  throw new RecordsError('unreadable', ({ server }) => server.notJson(source, type, words(text)), { cause });
}

/** The server did not like the request (400 and the like). */
export class BadRequest extends RecordsError {
  constructor(
    source: string,
    readonly status: number,
    readonly answer: string,
  ) {
    super('unreadable', ({ server }) => server.badRequest(source, status, answer));
  }
}

/** Worth another try. */
class TryLater {
  /**
   * @param passes whether it ends by itself, so that it is waited for as long as there is patience
   * @param after milliseconds that the server asks for
   */
  constructor(
    readonly error: RecordsError,
    readonly passes: boolean,
    readonly after?: number,
  ) {}
}

/** @param left milliseconds of patience. @returns undefined where it is used up */
function pauseAfter({ passes, after }: TryLater, attempt: number, left: number): number | undefined {
  if (after !== undefined) return after <= left && left > 0 ? Math.max(after, SHORTEST_PAUSE) : undefined;
  if (left < SHORTEST_PAUSE || (!passes && attempt >= TRIES)) return undefined;
  return Math.min(SHORTEST_PAUSE * 3 ** (attempt - 1), LONGEST_PAUSE, left);
}

function refusal(source: string, status: number): RecordsError {
  return new RecordsError('refused', ({ server }) => server.refused(source, status));
}

function overloaded(source: string, status: number, headers: Headers): RecordsError {
  const after = retryAfter(headers);
  const seconds = after === undefined ? undefined : Math.ceil(after / 1000);
  return new RecordsError('unavailable', ({ server }) => server.overloaded(source, status, seconds));
}

function unreached(source: string, error: unknown, timeout: number | undefined): RecordsError {
  if (timeout !== undefined)
    return new RecordsError('unavailable', ({ server }) => server.silent(source, Math.round(timeout / 1000)), { cause: error });
  const cause = causeOf(error);
  const reason = codeOf(error) ?? (cause instanceof Error ? cause.message : String(cause));
  return new RecordsError('unavailable', ({ server }) => server.unreached(source, reason), { cause: error });
}

/** What fetch hides behind "fetch failed". */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

function codeOf(error: unknown): string | undefined {
  return (causeOf(error) as { readonly code?: string }).code;
}

/** Milliseconds from a Retry-After of either form (RFC 9110, 10.2.3). */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - Date.now());
}

function placeOf(location: string | null, from: URL): string | undefined {
  if (location === null || !URL.canParse(location, from)) return undefined;
  const { origin, pathname } = new URL(location, from);
  return origin + pathname;
}

/** Characters of a body that are looked at for words: taking markup out of much more would take minutes where none of it ends. */
const BEGINNING = 10_000;

/** The beginning of a body, fit for a message: one line, no markup. */
function words(body: string): string {
  const text = body
    .slice(0, BEGINNING)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${text.slice(0, 120)}${text.length > 120 ? '…' : ''}`;
}

/** Credentials of RFC 7617 in UTF-8, without the word "Basic". */
export function basicToken(key: string, secret: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)));
}
