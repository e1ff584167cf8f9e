/** Starts and stops a server on this machine only. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from './own-names.ts';

const PORTS_TRIED = 50;

/**
 * @param first the port; when taken, the next free one. 0: any free one.
 * @returns the port
 * @throws Error where no port is free
 */
export async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port += 1) {
    if (await listensOn(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`Ports ${String(first)} to ${String(first + PORTS_TRIED - 1)} are all taken. Choose one with --port.`);
}

/** Open connections are ended. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
