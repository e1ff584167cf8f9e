/** Statements out of an LRS, page by page: xAPI 1.0.3 and 2.0, statements resource (1.0.3, part 3, 2.1 and "Query"). */
import { BadRequest, basicToken, type HttpClient } from './http-client.ts';
import { RecordsError } from '../records-error.ts';

export interface LrsAccess {
  readonly endpoint: URL;
  readonly key: string;
  readonly secret: string;
  readonly http: HttpClient;
}

/** As far as nobody says otherwise. */
export const STATEMENTS_AT_ONCE = 500;
/** An LRS may look through what it filters page by page, and a page may be empty then; so many are more than any has. */
const MOST_PAGES_WITHOUT_NEWS = 1000;
/** Of one query. A hundred thousand learners have ten thousand, where an LRS gives no more than 50 statements at once. */
const MOST_PAGES = 200_000;
/** Longer addresses no server takes. */
const LONGEST_MORE = 16_000;

interface Page {
  readonly statements: readonly unknown[];
  readonly more: URL | undefined;
}

export class StatementPages {
  /** As it is called in messages. */
  readonly name: string;
  /** How many were read. */
  count = 0;
  /** Milliseconds since 1970: the LRS has stored everything until then (`X-Experience-API-Consistent-Through`). */
  consistentThrough: number | undefined;
  #version = '1.0.3';
  /** Where `more` leads the LRS is known by another path. */
  #isKnownElsewhere = false;
  readonly #access: LrsAccess;

  constructor(access: LrsAccess) {
    this.#access = access;
    const { origin, pathname } = access.endpoint;
    this.name = `LRS ${origin}${pathname.replace(/\/$/, '')}`;
  }

  /** All statements of one query, in the order in which the LRS gives them. */
  async *query(parameters: Readonly<Record<string, string>>): AsyncIterable<unknown> {
    const seen = new Set<string>();
    let before: ReadonlySet<unknown> = new Set();
    let withoutNews = 0;
    for (let next: URL | undefined = this.#address(parameters); next;) {
      if (seen.has(next.href)) throw new RecordsError('unreadable', ({ lrs }) => lrs.circle(this.name));
      seen.add(next.href);
      const page = await this.#pageAt(next);
      const ids = new Set(page.statements.map(idOf));
      withoutNews = [...ids].every((id) => before.has(id)) ? withoutNews + 1 : 0;
      if (ids.size > 0) before = ids;
      if (withoutNews > MOST_PAGES_WITHOUT_NEWS)
        throw new RecordsError('unreadable', ({ lrs }) => lrs.withoutNews(this.name, MOST_PAGES_WITHOUT_NEWS));
      if (seen.size > MOST_PAGES) throw new RecordsError('unreadable', ({ lrs }) => lrs.tooManyPages(this.name, MOST_PAGES));
      yield* page.statements;
      next = page.more;
    }
  }

  /** @returns undefined where the LRS has no such voided statement, or does not hand it out */
  async voided(id: string): Promise<unknown> {
    try {
      const { body } = await this.#fetch(this.#address({ voidedStatementId: id }));
      // mod_cmi5 0.0.6 gives a list of one where the standard has the statement itself.
      const { statements } = (body ?? {}) as { statements?: unknown };
      return Array.isArray(statements) ? statements[0] : body;
    } catch (error) {
      if (error instanceof BadRequest || (error instanceof RecordsError && error.code === 'not-found')) return undefined;
      throw error;
    }
  }

  #resource(): URL {
    const url = new URL(this.#access.endpoint);
    url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/statements$/, '')}/statements`;
    return url;
  }

  #address(parameters: Readonly<Record<string, string>>): URL {
    const url = this.#resource();
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
    return url;
  }

  /** A proxy may have the LRS below another path than it knows of itself (xapi-lrs 0.9.6, run): then the same is asked for below the given one. */
  async #pageAt(url: URL): Promise<Page> {
    const below = this.#belowGiven(url);
    if (below && this.#isKnownElsewhere) return this.#page(below);
    try {
      return await this.#page(url);
    } catch (error) {
      if (!below || !(error instanceof RecordsError) || error.code !== 'not-found' || below.href === url.href) throw error;
      const page = await this.#page(below);
      this.#isKnownElsewhere = true;
      return page;
    }
  }

  /** Undefined where the address is not that of statements: what else stands there is not known, and without it all statements would be asked for. */
  #belowGiven(url: URL): URL | undefined {
    const found = /\/statements(\/.*)?$/.exec(url.pathname);
    if (!found) return undefined;
    const below = this.#resource();
    below.pathname += found[1] ?? '';
    below.search = url.search;
    return below;
  }

  async #page(url: URL): Promise<Page> {
    const { body, headers } = await this.#fetch(url);
    const through = Date.parse(headers.get('x-experience-api-consistent-through') ?? '');
    if (!Number.isNaN(through)) this.consistentThrough = Math.min(this.consistentThrough ?? through, through);
    const { statements, more } = (body ?? {}) as { statements?: unknown; more?: unknown };
    if (!Array.isArray(statements)) throw new RecordsError('unreadable', ({ lrs }) => lrs.noStatements(this.name));
    this.count += statements.length;
    return { statements, more: typeof more === 'string' && more !== '' ? this.#resolve(more) : undefined };
  }

  /**
   * `more` is relative to the host, to the endpoint, or absolute; behind a proxy even with another scheme or host. Credentials are for
   * the given origin only, so its path and query are asked for there.
   */
  #resolve(more: string): URL {
    if (more.length > LONGEST_MORE || !URL.canParse(more, this.#resource()))
      throw new RecordsError('unreadable', ({ lrs }) => lrs.noAddress(this.name));
    const { pathname, search } = new URL(more, this.#resource());
    const url = new URL(this.#access.endpoint.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
  }

  async #fetch(url: URL): ReturnType<HttpClient['json']> {
    try {
      return await this.#access.http.json(this.name, url, this.#request());
    } catch (error) {
      // An LRS of 2.0 alone does not take 1.0.3 (xAPI 2.0, "Versioning"): asked once more in its own version.
      if (!(error instanceof BadRequest) || this.#version !== '1.0.3' || this.count > 0) throw error;
      this.#version = '2.0.0';
      return this.#access.http.json(this.name, url, this.#request());
    }
  }

  #request(): RequestInit {
    const { key, secret } = this.#access;
    return {
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${basicToken(key, secret)}`,
        'X-Experience-API-Version': this.#version,
      },
    };
  }
}

function idOf(statement: unknown): unknown {
  return (statement as { readonly id?: unknown } | null)?.id;
}
