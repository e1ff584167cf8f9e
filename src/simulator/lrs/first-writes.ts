import { setImmediate as turn } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { LrsProblem } from './lrs-problem.ts';
import { agentKey, parsedAgent } from './statement-filter.ts';

/** An LRS that makes a row for a new learner with her first write, and fails on a second one that comes meanwhile. */
export function firstWrites(): MiddlewareHandler {
  const known = new Set<string>();
  const underWay = new Set<string>();
  return async (context, next) => {
    if (context.req.method !== 'PUT' && context.req.method !== 'POST') return next();
    const agent = agentKey(parsedAgent(context.req.query('agent') ?? actorIn(await context.req.text())));
    if (known.has(agent)) return next();
    if (underWay.has(agent)) throw new LrsProblem(500, 'duplicate key value violates unique constraint');
    underWay.add(agent);
    try {
      await turn();
      await next();
      if (context.res.ok) known.add(agent);
    } finally {
      underWay.delete(agent);
    }
  };
}

function actorIn(body: string): string {
  const sent: unknown = JSON.parse(body);
  const [statement] = (Array.isArray(sent) ? sent : [sent]) as { readonly actor?: unknown }[];
  return JSON.stringify(statement?.actor ?? null);
}
