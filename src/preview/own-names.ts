/**
 * Keeps a server of the preview to the names that it has on this machine. A page of somebody else can make its own name lead to
 * 127.0.0.1 (DNS rebinding). Its browser then takes the preview for a part of that page: Host and Origin agree, and only the name tells.
 */
import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';

/** Where the servers listen: no other machine reaches them. */
export const LOOPBACK = '127.0.0.1';
const NAMES = [LOOPBACK, 'localhost'];

type Answering = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** The origins of a server on a port; without the port where it is the protocol's own. */
export function ownOrigins(port: number): string[] {
  return NAMES.map((name) => new URL(`http://${name}:${String(port)}`).origin);
}

/** A server that answers under its own names only. */
export function serverUnderOwnNames(answer: Answering): Server {
  return createAdaptorServer({
    fetch: (request, bindings) => {
      const { incoming } = bindings as HttpBindings;
      const port = incoming.socket.localPort ?? 0;
      if (isUnderOwnName(request, incoming, port)) return answer(request, bindings as HttpBindings);
      // RFC 9110, 15.5.20: this server does not answer for that name.
      return new Response(`The preview is at ${ownOrigins(port)[0] ?? ''}/ and nowhere else.`, { status: 421 });
    },
  }) as Server;
}

/** A request line may name a host too, and then it counts (RFC 9112, 3.2.2): both have to be ours. */
function isUnderOwnName({ url }: Request, { headers }: IncomingMessage, port: number): boolean {
  const own = ownOrigins(port).map((origin) => new URL(origin).host);
  return own.includes(new URL(url).host) && own.includes((headers.host ?? '').toLowerCase());
}
