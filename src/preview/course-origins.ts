/**
 * Who may use the LRS from a web page: the preview’s own pages, where the courses are shown, and no other page in the same browser (Fetch,
 * 3.3 "CORS protocol"). A tool such as the records is no web page; it sends no Origin, and needs the password like everybody.
 */
import type { MiddlewareHandler } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

const ANSWER_TO_PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, HEAD',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match',
  'Access-Control-Max-Age': '600',
};

/** @param origins asked at each request, since the servers learn their ports one after the other */
export function onlyFrom(origins: () => readonly string[]): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (origin === undefined) return next();
    if (!origins().includes(origin)) return context.text('Only courses in this preview may use its LRS.', 403);
    if (context.req.method === 'OPTIONS') context.res = new Response(null, { status: 204, headers: ANSWER_TO_PREFLIGHT });
    else await next();
    // Where the connection was cut there is nothing left to write a header to.
    if (context.res === RESPONSE_ALREADY_SENT) return undefined;
    context.header('Access-Control-Allow-Origin', origin);
    context.header('Vary', 'Origin', { append: true });
    return undefined;
  };
}
