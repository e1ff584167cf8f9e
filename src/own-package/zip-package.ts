/** Zips a package to the same bytes on every machine, in Node and in a browser. */
import { zipSync } from 'fflate';

/** Paths in the package and what stands under them. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** The text of a file; empty where it is not there. */
export function textIn(files: PackageFiles, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** The pages that an LMS opens: one, or one for each part of the course. */
export function launchPagesIn(paths: Iterable<string>): string[] {
  return [...paths].filter((path) => /^[^/]+\.html$/.test(path));
}

/** In each day of 2025 from eight to eight: no time zone leaves one of those hours out. Zips count in steps of two seconds. */
const [DAYS, STEPS] = [365, 21_600];

/**
 * A file's date says what it holds, and is the same wherever it is zipped: its parts are local, as the format wants them. LMSs and administrators
 * unpack files with their dates, and servers tell by date and length alone whether what a browser has kept is still right (Apache 2.4, run: with one
 * date for all, F5 after an update opened the release before).
 */
function dateOf(content: Uint8Array): Date {
  const digest = content.reduce((sum, byte) => (31 * sum + byte) % (DAYS * STEPS), 0);
  return new Date(2025, 0, 1 + Math.floor(digest / STEPS), 8, 0, 2 * (digest % STEPS));
}

/** The manifest first, as some systems look no further, then the rest in the order of names. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const rank = (path: string): string => (/^(imsmanifest|tincan|cmi5)\.xml$/.test(path) ? `0${path}` : `1${path}`);
  const sorted = [...files].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(([path, content]) => [path, [content, { mtime: dateOf(content) }]])), { level: 9 });
}
