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

/** The zip's one date. Its parts are local, as the format wants them, so a time zone changes nothing. */
const ZIP_DATE = new Date(2026, 0, 1);

/** The manifest first, as some systems look no further, then the rest in the order of names. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const rank = (path: string): string => (/^(imsmanifest|tincan|cmi5)\.xml$/.test(path) ? `0${path}` : `1${path}`);
  const sorted = [...files].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: ZIP_DATE });
}
