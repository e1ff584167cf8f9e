/** The Statement resource (xAPI Communication 2.1). */
import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { LrsProblem } from './lrs-problem.ts';
import type { LrsHabits } from './lrs-habits.ts';
import type { LrsStore, StoredStatement } from './lrs-store.ts';
import { idsOnly, parseQuery, sameStatement } from './statement-filter.ts';
import { validateStatement } from './validate-statement.ts';

export interface StatementRouteOptions {
  readonly store: LrsStore;
  /** Most statements on a page; LRSs differ, and readers must follow `more`. */
  readonly largestPage: number;
  readonly habits: LrsHabits;
  /** Told of every new statement. */
  readonly onStored: (statement: Readonly<Record<string, unknown>>) => void;
}

const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';
type Json = Record<string, unknown>;

export function statementRoutes({ store, largestPage, habits, onStored }: StatementRouteOptions): Hono {
  const routes = new Hono();

  routes.put('/', async (context) => {
    const id = context.req.query('statementId');
    const [statement] = await sent(context);
    if (!id || !statement) throw new LrsProblem(400, 'statementId is missing');
    if (statement['id'] !== undefined && statement['id'] !== id) throw new LrsProblem(400, 'The id in the address is not the statement’s');
    keep([valid({ ...statement, id })]);
    return context.body(null, 204);
  });

  routes.post('/', async (context) => {
    const statements = (await sent(context)).map((statement) => ({ ...valid(statement), id: statement['id'] ?? randomUUID() }));
    keep(statements);
    return context.json(statements.map(({ id }) => id));
  });

  routes.get('/', (context) => {
    const query = context.req.query();
    const id = query['statementId'] ?? query['voidedStatementId'];
    context.header('X-Experience-API-Consistent-Through', new Date().toISOString());
    if (id !== undefined) {
      const found = store.statement(id);
      if (!found || found.voided !== 'voidedStatementId' in query) throw new LrsProblem(404, 'There is no such statement');
      return context.json(habits.single === 'listed' ? { statements: [found.statement], more: '' } : found.statement);
    }
    return context.json(page(query));
  });

  return routes;

  function page(query: Record<string, string>): { statements: unknown[]; more: string } {
    const { matches, ascending, limit, format } = parseQuery(query, {
      largestPage,
      relatedActivities: habits.relatedActivities === 'found',
    });
    const cursor = query['cursor'] === undefined ? undefined : Number(query['cursor']);
    const found: StoredStatement[] = [];
    for (const stored of store.statements(ascending, cursor)) {
      if (!stored.voided && matches(stored.statement)) found.push(stored);
      if (found.length > limit) break;
    }
    const shown = found.slice(0, limit);
    const more = new URLSearchParams({ ...query, cursor: String(shown.at(-1)?.position ?? 0) });
    return {
      statements: shown.map(({ statement }) => (format === 'ids' ? idsOnly(statement) : statement)),
      more: found.length > limit ? `/lrs/statements?${more.toString()}` : '',
    };
  }

  /** All or none; what is there already in the same words is left as it is. */
  function keep(statements: readonly Json[]): void {
    const fresh = statements.filter((statement) => {
      const there = store.statement(String(statement['id']));
      if (there && !sameStatement(there.statement, statement))
        throw new LrsProblem(409, `Another statement has the id ${String(statement['id'])}`);
      return !there;
    });
    if (new Set(statements.map(({ id }) => id)).size < statements.length)
      throw new LrsProblem(400, 'Two statements of one request have the same id');
    store.insert(
      fresh.map((statement) => ({
        ...statement,
        version: '1.0.0',
        authority: { objectType: 'Agent', account: { homePage: 'http://localhost', name: 'preview' } },
      })),
    );
    for (const statement of fresh) {
      const verb = statement['verb'] as Json;
      if (verb['id'] === VOIDED) store.void(String((statement['object'] as Json)['id']));
      onStored(statement);
    }
  }
}

async function sent(context: Context): Promise<Json[]> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new LrsProblem(400, 'The body is no JSON');
  }
  return (Array.isArray(body) ? body : [body]) as Json[];
}

/** @throws LrsProblem 400 where it is no statement by the specification */
function valid(statement: Json): Json {
  const warning = warningOf(statement);
  if (warning !== undefined) throw new LrsProblem(400, `No xAPI statement: ${warning}`);
  return statement;
}

function warningOf(statement: Json): string | undefined {
  try {
    const [first] = validateStatement(statement);
    return first && JSON.stringify(first);
  } catch (cause) {
    // Both go down into the statement by recursion.
    if (cause instanceof RangeError) throw new LrsProblem(400, 'The statement is nested too deeply');
    throw cause;
  }
}
