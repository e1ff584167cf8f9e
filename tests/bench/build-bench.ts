/** What the packages weigh, what a launch costs before the course runs, and how long a build into an empty folder takes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowedRequests, launchCost } from '../../build/package-faults.ts';
import { limits } from '../../build/package-and-launch-limits.ts';
import { packageFile, packageKinds } from '../../build/packages.ts';
import { readPackage } from '../../src/preview/read-package.ts';
import type { Figure } from './figure.ts';

const command = fileURLToPath(new URL('../../build/build.cli.ts', import.meta.url));
/** What a developer waits for at most, seconds. */
const BUILD_LIMIT = 10;

/**
 * Builds all packages as `npm run build` does, Node's own start included.
 * @param out a folder with nothing in it
 */
export async function timeBuild(out: string): Promise<Figure> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', command, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The build ended with ${String(code)}: ${said}`);
  return { name: 'build: all packages into an empty folder', value: (performance.now() - started) / 1000, unit: 's', limit: BUILD_LIMIT };
}

/** Limits here may be reached, not passed: they are the build's own. */
export function packageFigures(packages: string): Figure[] {
  return packageKinds.flatMap(({ name, standard }): Figure[] => {
    const path = join(packages, `${packageFile(name)}.zip`);
    const files = readPackage(path);
    const { requests, bytes } = launchCost(files);
    return [
      { name: `${name}: zip`, value: statSync(path).size, unit: 'bytes', limit: limits.zipBytes + 1 },
      { name: `${name}: launch, requests`, value: requests, unit: 'requests', limit: allowedRequests(files) + 1 },
      { name: `${name}: launch, before compression`, value: bytes, unit: 'bytes', limit: limits.launchBytes[standard] + 1 },
    ];
  });
}
