/** Starts and stops the preview on this machine only. */
import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { bundleClientScripts } from './client-scripts.ts';
import type { PreviewFault } from './faults.ts';
import { LaunchBook } from './launchers/launch-book.ts';
import { createLrsSite, type RealLrs } from './lrs-site.ts';
import { LrsStore } from './lrs/lrs-store.ts';
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
  /** A real LRS to use instead of the preview’s own. */
  readonly lrs?: RealLrs;
}

export interface Preview {
  readonly url: string;
  readonly port: number;
  /** The preview's own LRS, on an origin of its own as LRSs are. */
  readonly lrsUrl: string;
  /** The course was built again: players that are open say so. */
  rebuilt(): void;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const portsTried = 50;
/** The LRS tries its ports from here on, so that the preview's own come first. */
const lrsOffset = 100;

type StoppableServer = Server & { closeAllConnections(): void };

/** @throws Error where no port is free. */
export async function startPreview({ port, data, packages, hangTime = 25_000, lrs }: PreviewOptions): Promise<Preview> {
  const store = new PreviewStore(data);
  const book = new LaunchBook(data);
  const statements = new LrsStore(data);
  const faults = new Map<string, PreviewFault>();
  const faultOf = (registration: string): PreviewFault => faults.get(registration) ?? 'none';
  const site = createLrsSite({ book, store: statements, faultOf, hangTime, ...(lrs === undefined ? {} : { lrs }) });
  const lrsServer = createAdaptorServer({ fetch: site.app.fetch }) as StoppableServer;
  const lrsPort = await listen(lrsServer, port === 0 ? 0 : port + lrsOffset);
  const lrsOrigin = `http://${loopback}:${String(lrsPort)}`;

  let buildNumber = 1;
  const app = createPreviewApp({
    store,
    book,
    launching: site.launching,
    faults,
    lrsOrigin,
    shelf: new PackageShelf(packages),
    scripts: await bundleClientScripts(),
    hangTime,
    buildNumber: () => buildNumber,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as StoppableServer;
  const taken = await listen(server, port);
  return {
    url: `http://${loopback}:${String(taken)}/`,
    port: taken,
    lrsUrl: `${lrsOrigin}/lrs/`,
    rebuilt: () => {
      buildNumber += 1;
    },
    close: async () => {
      await Promise.all([stop(server), stop(lrsServer)]);
      for (const kept of [store, book, statements]) kept.close();
    },
  };
}

function stop(server: StoppableServer): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
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
