/** A line to the LRS on which learners' documents come later than the statements that were sent behind them. */
import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

export interface LateLine {
  /** The same launch by this line. */
  readonly through: (address: string) => string;
  readonly close: () => Promise<void>;
}

/** @param lateBy milliseconds */
export async function lateDocuments(lateBy: number): Promise<LateLine> {
  let lrs = new URL('http://127.0.0.1');
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const isDocument = request.url?.includes('/activities/state') === true;
    if (isDocument && (request.method === 'POST' || request.method === 'PUT')) await wait(lateBy);
    const { method = 'GET', url = '/', headers } = request;
    const asked = ask(new URL(url, lrs), { method, headers: { ...headers, host: lrs.host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    // The learner's page is gone, or the preview.
    asked.on('error', () => response.destroy());
    asked.end(body);
  };
  const server = createServer((request, response) => void handOn(request, response).catch(() => response.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    through: (address) => {
      const launch = new URL(address);
      lrs = new URL(launch.searchParams.get('endpoint') ?? '');
      launch.searchParams.set('endpoint', new URL(`http://127.0.0.1:${String(port)}${lrs.pathname}`).href);
      return launch.href;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
