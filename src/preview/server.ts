/** Starts and stops the preview on this machine only. */
import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { bundleClientScripts } from './client-scripts.ts';
import { PackageShelf } from './packages.ts';
import { createPreviewApp } from './preview-app.ts';
import { PreviewStore } from './preview-store.ts';

export interface PreviewOptions {
  /** Where it listens; when taken, the next free one. 0: any free one. */
  readonly port: number;
  /** The SQLite file, or `:memory:`. */
  readonly data: string;
  /** The folder with the packages. */
  readonly packages: string;
  /** How long the fault "no answer" lets a request wait, milliseconds. */
  readonly hangTime?: number;
}

export interface Preview {
  readonly url: string;
  readonly port: number;
  /** The course was built again: players that are open say so. */
  rebuilt(): void;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const portsTried = 50;

/** @throws Error where no port is free. */
export async function startPreview({ port, data, packages, hangTime = 25_000 }: PreviewOptions): Promise<Preview> {
  const store = new PreviewStore(data);
  let buildNumber = 1;
  const app = createPreviewApp({
    store,
    shelf: new PackageShelf(packages),
    scripts: await bundleClientScripts(),
    hangTime,
    buildNumber: () => buildNumber,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server & { closeAllConnections(): void };
  const taken = await listen(server, port);
  return {
    url: `http://${loopback}:${String(taken)}/`,
    port: taken,
    rebuilt: () => {
      buildNumber += 1;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          store.close();
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + portsTried; port += 1) {
    if (await listensOn(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`Ports ${String(first)} to ${String(first + portsTried - 1)} are all taken. Choose one with --port.`);
}

function listensOn(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, loopback, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
