/**
 * An LRS for this machine: xAPI 1.0.3 as far as a course and its records use it. For preview and tests, not for production.
 */
import { Hono } from 'hono';
import { ACTIVITY_PROFILE, AGENT_PROFILE, documentRoutes, STATE } from './document-routes.ts';
import { firstWrites } from './first-writes.ts';
import { lrsHabits, type LrsHabits } from './lrs-habits.ts';
import { LrsProblem } from './lrs-problem.ts';
import type { LrsStore } from './lrs-store.ts';
import { agentKey, parsedAgent } from './statement-filter.ts';
import { statementRoutes } from './statement-routes.ts';

export interface LrsOptions {
  readonly store: LrsStore;
  /** Whether an Authorization header is good; 401 otherwise. */
  readonly authorized: (header: string) => boolean;
  readonly largestPage?: number;
  readonly habits?: LrsHabits;
  readonly onStored?: (statement: Readonly<Record<string, unknown>>) => void;
}

const VERSION = '1.0.3';
const EXPOSED = 'ETag, Last-Modified, Location, Retry-After, X-Experience-API-Version, X-Experience-API-Consistent-Through';

/** Mount it under `/lrs`: that is where its `more` links lead. */
export function createLrs({ store, authorized, largestPage = 100, habits = lrsHabits.silent, onStored = () => {} }: LrsOptions): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    context.header('Access-Control-Expose-Headers', EXPOSED);
    context.header('X-Experience-API-Version', VERSION);
    if (!new URL(context.req.url).pathname.endsWith('/about')) {
      if (!authorized(context.req.header('authorization') ?? '')) throw new LrsProblem(401, 'These credentials are not known here');
      if (!/^1\.0(\.\d+)?$/.test(context.req.header('x-experience-api-version') ?? ''))
        throw new LrsProblem(400, 'X-Experience-API-Version is missing, or not 1.0.x');
    }
    return next();
  });
  app.onError((error, context) => {
    context.header('Access-Control-Expose-Headers', EXPOSED);
    if (error instanceof LrsProblem) return context.text(error.message, error.status);
    throw error;
  });

  if (habits.firstWritesAtOnce === '500') app.use(firstWrites());

  app.route('/statements', statementRoutes({ store, largestPage, habits, onStored }));
  app.route('/activities/state', documentRoutes(store, STATE, habits));
  app.route('/activities/profile', documentRoutes(store, ACTIVITY_PROFILE, habits));
  app.route('/agents/profile', documentRoutes(store, AGENT_PROFILE, habits));
  app.get('/about', (context) =>
    context.json({ version: [VERSION], extensions: { 'http://localhost/preview': 'For preview, not for production' } }),
  );
  app.get('/agents', (context) => {
    const agent = parsedAgent(context.req.query('agent') ?? '');
    agentKey(agent);
    const { name, objectType: _objectType, ...identifiers } = agent;
    const arrays = Object.fromEntries(Object.entries({ ...identifiers, ...(name ? { name } : {}) }).map(([key, value]) => [key, [value]]));
    return context.json({ objectType: 'Person', ...arrays });
  });
  app.get('/activities', (context) => {
    const id = context.req.query('activityId');
    if (!id) throw new LrsProblem(400, 'activityId is missing');
    for (const { statement } of store.statements(false, undefined)) {
      const object = statement['object'] as Record<string, unknown> | undefined;
      if (object?.['id'] === id && object['definition']) return context.json(object);
    }
    return context.json({ objectType: 'Activity', id });
  });
  return app;
}
