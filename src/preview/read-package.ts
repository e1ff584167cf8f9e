/** The files of a course package, from a zip or a folder, with nothing reached outside of it. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';

/** A package that is no package. */
export class UnreadablePackage extends Error {}

export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** More than any course: what unpacks to more is a mistake or a trap. */
const largestPackage = 200_000_000;

/** @throws UnreadablePackage where the zip is broken, too big, or names files outside of itself. */
export function readPackage(path: string): PackageFiles {
  return statSync(path).isDirectory() ? readFolder(path) : readZip(path);
}

function readZip(path: string): PackageFiles {
  let total = 0;
  try {
    const files = unzipSync(readFileSync(path), {
      filter: ({ name, originalSize }) => {
        if (!isInside(name)) throw new UnreadablePackage(`${path}: "${name}" leads out of the package. Pack it again with relative names.`);
        total += originalSize;
        if (total > largestPackage) throw new UnreadablePackage(`${path}: unpacks to more than ${String(largestPackage)} bytes.`);
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(files));
  } catch (cause) {
    if (cause instanceof UnreadablePackage) throw cause;
    throw new UnreadablePackage(`${path}: this is no zip that can be read. Build it again.`, { cause });
  }
}

function readFolder(path: string): PackageFiles {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(path, file).split(sep).join('/'), readFileSync(file)];
    }),
  );
}

/** A name with forward slashes, no drive, no root and no way up. */
export function isInside(name: string): boolean {
  return !/^[a-z]:|^\/|\\|\0/i.test(name) && !name.split('/').includes('..');
}
