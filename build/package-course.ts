/** Puts the files of a package together, zips them to the same bytes on every machine, and writes zip and folder. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Courses } from '../src/course/course.ts';
import { readControlDocuments } from './control-documents.ts';
import { fontFile, type Font } from './cut-font.ts';
import { indexPage, scriptFile } from './index-page.ts';
import { licencesFile } from './licence-texts.ts';
import { launchFile } from '../manifests/identifiers.ts';
import { packScript } from './pack-script.ts';
import { packageFile, type PackageKind } from './packages.ts';

/** Paths in the package and what stands under them. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

export interface CoursePackage {
  readonly kind: PackageKind;
  readonly files: PackageFiles;
  /** Paths of the XSDs and DTDs, which belong to the package but not to the course in it. */
  readonly controlDocuments: ReadonlySet<string>;
  readonly zip: Uint8Array;
}

export interface PackageParts {
  readonly courses: Courses;
  /** The course's bundle, as it is. */
  readonly script: string;
  readonly font: Font;
  readonly licences: string;
}

/** Fails where a file is there already (open(2), O_EXCL). */
const NEW_FILE = { flag: 'wx' };

/** The zip's one date. Its parts are local, as the format wants them, so a time zone changes nothing. */
const zipDate = new Date(2026, 0, 1);

export async function packageCourse(kind: PackageKind, { courses, script, font, licences }: PackageParts): Promise<CoursePackage> {
  const packed = await packScript(script);
  const page = await indexPage({ course: courses[0], standard: kind.standard, fonts: font.rules, hash: packed.hash });
  const own = new Map<string, Uint8Array>([
    [launchFile, Buffer.from(page)],
    [scriptFile, Buffer.from(packed.script)],
    [fontFile, font.file],
    [licencesFile, Buffer.from(licences)],
  ]);
  const { manifest } = kind;
  const documents =
    manifest && 'controlDocuments' in manifest.schema ? await readControlDocuments(manifest.schema.controlDocuments) : new Map();
  const written = manifest ? [[manifest.file, Buffer.from(manifest.write(courses, [...own.keys()]))] as const] : [];
  const files: PackageFiles = new Map([...own, ...written, ...documents]);
  return { kind, files, controlDocuments: new Set(documents.keys()), zip: zipFiles(files) };
}

/** The manifest first, as some systems look no further, then the rest in the order of names. */
function zipFiles(files: PackageFiles): Uint8Array {
  const rank = (path: string): string => (/^(imsmanifest|tincan|cmi5)\.xml$/.test(path) ? `0${path}` : `1${path}`);
  const sorted = [...files].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: zipDate });
}

/**
 * Writes `<out>/aspa-ajokortti-<name>.zip` and the same files in a folder of that name. Both are written beside their place first and then
 * moved there, so that what stands there is always whole. What is written first is made anew: a link in its place is never followed.
 */
export async function writePackage({ kind, files, zip }: CoursePackage, out: string): Promise<void> {
  const target = join(out, packageFile(kind.name));
  const fresh = `${target}.new`;
  await rm(fresh, { recursive: true, force: true });
  await rm(`${fresh}.zip`, { force: true });
  await mkdir(fresh);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), bytes, NEW_FILE);
  }
  await writeFile(`${fresh}.zip`, zip, NEW_FILE);
  await rename(`${fresh}.zip`, `${target}.zip`);
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
}
