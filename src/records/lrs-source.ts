/** Completions out of a Learning Record Store: xAPI 1.0.3 and 2.0, statements resource (1.0.3, 7.2 and "Query"). */
import type { CompletionRecord } from './completion-record.ts';
import { counted } from './counted.ts';
import { StatementReader, storedAt, VERBS, withdrawnBy } from './course-statement.ts';
import { BadRequest, type HttpClient } from './http-client.ts';
import type { LicenceCourse } from './licence-course.ts';
import type { ZoneCalendar } from './local-day.ts';
import { RecordsError } from './records-error.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import { basicToken } from './secrets.ts';

export interface LrsOptions {
  readonly endpoint: URL;
  readonly key: string;
  readonly secret: string;
  readonly course: LicenceCourse;
  /** Other identifiers under which an LMS launches the course. */
  readonly activities: readonly string[];
  readonly pageSize: number;
  /** Only what the LRS had stored by then, ISO 8601. */
  readonly until?: string;
  readonly http: HttpClient;
  readonly calendar: ZoneCalendar;
  readonly progress: (statements: number) => void;
}

/** Statements may become visible a little after their `stored`: so much is read again, and told by its identifiers. */
const overlap = 600_000;

/** An LRS may look through what it filters page by page, and a page may be empty then; so many are more than any has. */
const MOST_PAGES_WITHOUT_NEWS = 1000;
/** Of one query. A hundred thousand learners have ten thousand, where an LRS gives no more than 50 statements at once. */
const MOST_PAGES = 200_000;
/** Longer addresses no server takes. */
const LONGEST_MORE = 16_000;

export class LrsSource implements RecordSource {
  readonly kind = 'adding';
  readonly id: string;
  private readonly name: string;
  private readonly reader: StatementReader;
  private version = '1.0.3';
  /** Milliseconds since 1970 by query: the latest `stored` that was read. */
  private reached: Record<string, number> = {};
  private started = false;
  private consistentThrough: number | undefined;
  private statements = 0;
  private ours = 0;
  private foreign = 0;
  private voided = 0;
  private readonly broken: string[] = [];

  constructor(private readonly options: LrsOptions) {
    const { origin, pathname } = options.endpoint;
    this.id = `lrs ${origin}${pathname.replace(/\/$/, '')} ${[options.course.id, ...options.activities].join(' ')}`;
    this.name = `The LRS ${origin}${pathname.replace(/\/$/, '')}`;
    this.reader = new StatementReader(options.course, options.activities);
  }

  goesOnFrom(cursor: Cursor): boolean {
    const until = this.options.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(this.options.until);
    return Object.values(cursor).every((moment) => Number(moment) <= until);
  }

  async *completions(cursor: Cursor | undefined): AsyncIterable<CompletionRecord> {
    this.startFrom(cursor);
    for (const [verb, activity] of this.queries()) {
      const name = `${verb} ${activity}`;
      for await (const statement of this.query(name, { verb: VERBS[verb], activity, related_activities: 'true' })) {
        const reading = this.reader.read(statement);
        if (reading.kind === 'foreign') this.foreign++;
        else if (reading.kind === 'broken') this.broken.push(reading.reason);
        else {
          this.ours++;
          const { learner, what, id, attempt } = reading;
          const day = this.options.calendar.dayOf(reading.at);
          yield { learner, what, day, exact: true, statement: id, ...(attempt === undefined ? {} : { attempt }) };
        }
      }
    }
  }

  async *withdrawals(cursor: Cursor | undefined): AsyncIterable<string> {
    this.startFrom(cursor);
    // As far back as any statement may be read again, so that what was taken back is not taken in once more.
    const moments = this.queries().map(([verb, activity]) => this.reached[`${verb} ${activity}`]);
    const since = moments.every((moment) => moment !== undefined) ? Math.min(...moments, this.reached['voided'] ?? Infinity) : undefined;
    for await (const statement of this.query('voided', { verb: VERBS.voided }, since)) {
      const id = withdrawnBy(statement);
      if (id === undefined) continue;
      this.voided++;
      yield id;
    }
  }

  private startFrom(cursor: Cursor | undefined): void {
    if (!this.started) this.reached = Object.fromEntries(Object.entries(cursor ?? {}).map(([name, value]) => [name, Number(value)]));
    this.started = true;
  }

  cursor(): Cursor {
    const limit = this.consistentThrough ?? Number.POSITIVE_INFINITY;
    return Object.fromEntries(Object.entries(this.reached).map(([name, moment]) => [name, Math.min(moment, limit)]));
  }

  summary(): ReadSummary {
    return {
      read: `${this.name}: ${counted(this.statements, 'statement', 'statements')} read, ${this.ours} of them completions and beginnings of this course, ${counted(this.voided, 'voiding', 'voidings')}.`,
      leftOut:
        this.foreign === 0
          ? []
          : [`${counted(this.foreign, 'statement is', 'statements are')} not about this course or its classes: left out.`],
      warnings: [],
      notUnderstood: this.broken,
    };
  }

  private queries(): (readonly [verb: 'initialized' | 'completed' | 'earned', activity: string])[] {
    return [this.options.course.id, ...this.options.activities].flatMap((activity) => [
      ['initialized', activity] as const,
      ['earned', activity] as const,
      ['completed', activity] as const,
    ]);
  }

  /** All pages of one query, oldest first, from where this query was last time. */
  private async *query(name: string, filter: Record<string, string>, since = this.reached[name]): AsyncIterable<unknown> {
    const first = this.statementsUrl();
    const parameters = { ...filter, ascending: 'true', limit: String(this.options.pageSize), ...this.until() };
    for (const [key, value] of Object.entries(parameters)) first.searchParams.set(key, value);
    if (since !== undefined) first.searchParams.set('since', new Date(since - overlap).toISOString());
    const seen = new Set<string>();
    let last = this.reached[name] ?? 0;
    let before: ReadonlySet<unknown> = new Set();
    let withoutNews = 0;
    for (let next: URL | undefined = first; next;) {
      if (seen.has(next.href))
        throw new RecordsError(
          'unreadable',
          `${this.name} leads round in a circle: its “more” names a page that was read already.`,
          'Report it to whoever keeps the LRS.',
        );
      seen.add(next.href);
      const page = await this.page(next);
      const ids = new Set(page.statements.map(idOf));
      withoutNews = [...ids].every((id) => before.has(id)) ? withoutNews + 1 : 0;
      if (ids.size > 0) before = ids;
      if (withoutNews > MOST_PAGES_WITHOUT_NEWS)
        throw this.endless(`${MOST_PAGES_WITHOUT_NEWS} pages, one after the other, brought no new statement`);
      if (seen.size > MOST_PAGES) throw this.endless(`more than ${MOST_PAGES.toLocaleString('en-GB')} pages`);
      for (const statement of page.statements) {
        last = Math.max(last, storedAt(statement) ?? 0);
        yield statement;
      }
      next = page.more;
    }
    if (last > 0) this.reached[name] = last;
  }

  private endless(reason: string): RecordsError {
    return new RecordsError('unreadable', `${this.name} goes on for ever: ${reason}.`, 'Report it to whoever keeps the LRS.');
  }

  private until(): Record<string, string> {
    return this.options.until === undefined ? {} : { until: this.options.until };
  }

  private statementsUrl(): URL {
    const url = new URL(this.options.endpoint);
    url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/statements$/, '')}/statements`;
    return url;
  }

  private async page(url: URL): Promise<{ statements: readonly unknown[]; more: URL | undefined }> {
    const { body, headers } = await this.fetch(url);
    const through = Date.parse(headers.get('x-experience-api-consistent-through') ?? '');
    if (!Number.isNaN(through)) this.consistentThrough = Math.min(this.consistentThrough ?? through, through);
    const { statements, more } = (body ?? {}) as { statements?: unknown; more?: unknown };
    if (!Array.isArray(statements))
      throw new RecordsError(
        'unreadable',
        `${this.name} sent JSON without a list of statements.`,
        'Check that the address is an xAPI endpoint.',
      );
    this.statements += statements.length;
    this.options.progress(this.statements);
    return { statements, more: typeof more === 'string' && more !== '' ? this.resolve(more) : undefined };
  }

  /**
   * `more` is relative to the host, to the endpoint, or absolute; behind a proxy even with another scheme or host. Credentials are for
   * the given origin only, so its path and query are asked for there.
   */
  private resolve(more: string): URL {
    if (more.length > LONGEST_MORE || !URL.canParse(more, this.statementsUrl()))
      throw new RecordsError('unreadable', `${this.name} sent a “more” that is no address.`, 'Report it to whoever keeps the LRS.');
    const { pathname, search } = new URL(more, this.statementsUrl());
    const url = new URL(this.options.endpoint.origin);
    url.pathname = pathname;
    url.search = search;
    return url;
  }

  private async fetch(url: URL): ReturnType<HttpClient['json']> {
    try {
      return await this.options.http.json(this.name, url, this.request());
    } catch (error) {
      // An LRS of 2.0 alone does not take 1.0.3 (xAPI 2.0, "Versioning"): asked once more in its own version.
      if (!(error instanceof BadRequest) || this.version !== '1.0.3' || this.statements > 0) throw error;
      this.version = '2.0.0';
      return this.options.http.json(this.name, url, this.request());
    }
  }

  private request(): RequestInit {
    const { key, secret } = this.options;
    return {
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${basicToken(key, secret)}`,
        'X-Experience-API-Version': this.version,
      },
    };
  }
}

function idOf(statement: unknown): unknown {
  return (statement as { readonly id?: unknown } | null)?.id;
}
