/** An LRS that answers as recorded ones do: filters, paging with a cap, every form of `more`, and every way to fail. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from 'vitest';
import type { StoredStatement } from './made-up-statements.ts';

/**
 * host: `/xapi/…`; absolute; elsewhere: absolute with an inner host and scheme, as behind a proxy; relative: to the statements resource; inner: `/xapi/…`,
 * where a proxy has the LRS below another path (xapi-lrs 0.9.6, which says so whatever its address is, run).
 */
export type MoreForm = 'host' | 'absolute' | 'elsewhere' | 'relative' | 'inner';

/** Answers a request in its own way, or leaves it to the double by returning false. */
export type Fault = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

export class LrsDouble {
  statements: StoredStatement[] = [];
  /** Identifiers that were voided: left out of answers, as xAPI wants it. */
  readonly voided = new Set<string>();
  /** An LRS that goes on handing out what was voided. */
  leavesVoidedOut = true;
  /**
   * A statement about another one (a voiding) meets a filter that the other one meets (xAPI 1.0.3, part 3, 2.1.3 "Filter Conditions for
   * StatementRefs"; read). Some LRSs leave it out.
   */
  followsReferences = true;
  /** Hands out a voided statement by its identifier (`voidedStatementId`, 2.1.3). */
  handsOutVoided = true;
  /** Gives what has an activity in its context (`related_activities`, 2.1.3). mod_cmi5 0.0.6 looks at the object alone (run). */
  seesContexts = true;
  /** mod_cmi5 0.0.6 puts the one statement that is asked for by its identifier into a list (run). */
  listsSingle = false;
  pageCap = 1000;
  more: MoreForm = 'host';
  versions: readonly string[] = ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '2.0.0'];
  fault: Fault | undefined;
  readonly requests: URL[] = [];
  served = 0;
  private server: Server | undefined;

  constructor(
    readonly key = 'hr-avain',
    readonly secret = 'säläinen:salaisuus',
  ) {}

  /** @param port any free one by default */
  async start(port = 0): Promise<URL> {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
    return this.endpoint;
  }

  get endpoint(): URL {
    return new URL(`http://127.0.0.1:${(this.server?.address() as AddressInfo).port}${this.path}`);
  }

  private get path(): string {
    return this.more === 'inner' ? '/lrs/xapi' : '/xapi';
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.endpoint);
    this.requests.push(url);
    if (this.fault?.(request, response, url)) return;
    const expected = `Basic ${Buffer.from(`${this.key}:${this.secret}`, 'utf8').toString('base64')}`;
    if (request.headers.authorization !== expected)
      return send(response, 401, { error: `no access with ${request.headers.authorization}` });
    if (!this.versions.includes(String(request.headers['x-experience-api-version'])))
      return send(response, 400, { error: 'unknown version' });
    if (url.pathname !== `${this.path}/statements`) return send(response, 404, {});
    const query = url.searchParams;
    if (query.has('voidedStatementId')) return this.answerVoided(query, response);
    const found = this.matching(query);
    const from = Number(query.get('from') ?? 0);
    const size = Math.min(this.pageCap, Number(query.get('limit') ?? 0) || this.pageCap);
    const statements = found.slice(from, from + size);
    this.served += statements.length;
    const rest = from + size < found.length ? this.moreOf(url, from + size) : '';
    send(response, 200, { statements, more: rest }, { 'X-Experience-API-Version': '2.0.0' });
  }

  private answerVoided(query: URLSearchParams, response: ServerResponse): void {
    const statement = this.statements.find(({ id }) => id === query.get('voidedStatementId') && this.voided.has(id));
    if (!this.handsOutVoided || query.size > 1) return send(response, 400, { error: 'unknown parameters' });
    return statement
      ? send(response, 200, this.listsSingle ? { statements: [statement], more: '' } : statement)
      : send(response, 404, { error: 'no such statement' });
  }

  private matching(query: URLSearchParams): StoredStatement[] {
    let known: Map<string, StoredStatement> | undefined;
    const byId = (): Map<string, StoredStatement> => (known ??= new Map(this.statements.map((statement) => [statement.id, statement])));
    const [verb, activity, since, until] = ['verb', 'activity', 'since', 'until'].map((name) => query.get(name));
    const found = this.statements.filter((statement) => {
      if (this.leavesVoidedOut && this.voided.has(statement.id)) return false;
      if (since && statement.stored <= since) return false;
      if (until && statement.stored > until) return false;
      const meets = ({ verb: own, ...rest }: StoredStatement): boolean =>
        (!verb || own.id === verb) &&
        (!activity || concerns({ verb: own, ...rest }, activity, this.seesContexts && query.get('related_activities') === 'true'));
      const target = this.followsReferences && statement.verb.id.endsWith('/voided') ? byId().get(statement.object.id) : undefined;
      return meets(statement) || (target !== undefined && meets(target));
    });
    return query.get('ascending') === 'true' ? found : found.reverse();
  }

  private moreOf(url: URL, from: number): string {
    const next = new URL(url);
    next.searchParams.set('from', String(from));
    switch (this.more) {
      case 'host':
        return next.pathname + next.search;
      case 'absolute':
        return next.href;
      case 'elsewhere':
        return `http://lrs.inside:8080${next.pathname}${next.search}`;
      case 'relative':
        return `statements${next.search}`;
      case 'inner':
        return `/xapi/statements${next.search}`;
    }
  }
}

/** A test that has an LRS of its own. */
export const test = base.extend<{ lrs: LrsDouble }>({
  // Vitest reads from the pattern which fixtures this one needs.
  lrs: async ({}, use) => {
    const lrs = new LrsDouble();
    await lrs.start();
    await use(lrs);
    await lrs.stop();
  },
});

/** By the object, or by any activity of the context (xAPI 1.0.3, `related_activities`). */
function concerns(statement: StoredStatement, activity: string, related: boolean): boolean {
  if (statement.object.id === activity) return true;
  return related && Object.values(statement.context?.contextActivities ?? {}).some((list) => list.some(({ id }) => id === activity));
}

export function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
