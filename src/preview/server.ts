/** Starts and stops the preview on this machine only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleClientScripts } from './client-scripts.ts';
import type { PreviewFault } from './faults.ts';
import { LaunchBook } from '../simulator/launchers/launch-book.ts';
import { listen, stop } from './listen.ts';
import { createLrsSite, type LrsKey, type RealLrs } from './lrs-site.ts';
import { LrsStore } from '../simulator/lrs/lrs-store.ts';
import { LOOPBACK, ownOrigins, serverUnderOwnNames } from './own-names.ts';
import { PackageShelf } from './package-shelf.ts';
import { builtPagesIn } from './built-pages.ts';
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
  /** What opens it, in this run. */
  readonly lrsKey: LrsKey;
  /** The course was built again: players that are open say so. */
  rebuilt(): void;
  close(): Promise<void>;
}

/** The LRS tries its ports from here on, so that the preview's own come first. */
const LRS_OFFSET = 100;

/** @throws Error where no port is free. */
export async function startPreview({ port, data, packages, hangTime = 25_000, lrs }: PreviewOptions): Promise<Preview> {
  const store = new PreviewStore(data);
  const book = new LaunchBook(data);
  const statements = new LrsStore(data);
  const faults = new Map<string, PreviewFault>();
  const faultOf = (registration: string): PreviewFault => faults.get(registration) ?? 'none';
  let courseOrigins: readonly string[] = [];
  const site = createLrsSite({
    book,
    store: statements,
    faultOf,
    hangTime,
    courseOrigins: () => courseOrigins,
    ...(lrs === undefined ? {} : { lrs }),
  });
  const lrsServer = serverUnderOwnNames(site.app.fetch);
  const lrsPort = await listen(lrsServer, port === 0 ? 0 : port + LRS_OFFSET);
  const lrsOrigin = `http://${LOOPBACK}:${String(lrsPort)}`;

  let buildNumber = 1;
  const app = createPreviewApp({
    store,
    book,
    launching: site.launching,
    faults,
    lrsOrigin,
    shelf: new PackageShelf(packages),
    builtPages: () => builtPagesIn(packages),
    builtPage: (file) => textOfFile(join(packages, file)),
    scripts: await bundleClientScripts(),
    hangTime,
    buildNumber: () => buildNumber,
  });
  const server = serverUnderOwnNames(app.fetch);
  const taken = await listen(server, port);
  courseOrigins = ownOrigins(taken);
  return {
    url: `http://${LOOPBACK}:${String(taken)}/`,
    port: taken,
    lrsUrl: `${lrsOrigin}/lrs/`,
    lrsKey: site.key,
    rebuilt: () => {
      buildNumber += 1;
    },
    close: async () => {
      await Promise.all([stop(server), stop(lrsServer)]);
      for (const kept of [store, book, statements]) kept.close();
    },
  };
}

/** @returns undefined where there is no such file */
function textOfFile(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
