/** The course packages in a folder, and what each says of itself. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage, UnreadablePackage, type PackageFiles } from './read-package.ts';
import type { ScormStandard } from '../simulator/lms-profile.ts';

type PackageStandard = ScormStandard | 'xapi' | 'cmi5' | 'web';

export interface CoursePackage {
  /** The file's or folder's name: `aspa-ajokortti-scorm12.zip`; where it has several units (cmi5), with the page of one in brackets. */
  readonly name: string;
  readonly standard: PackageStandard;
  /** SCORM 2004: 4 for the 4th Edition; 2 where the manifest names none, as the first two did not. */
  readonly edition?: number;
  readonly title: string;
  /** Where the course starts, a path in the package. */
  readonly launch: string;
  /** xAPI and cmi5: the id that the manifest gives the root activity or the AU. */
  readonly activityId?: string;
  readonly files: PackageFiles;
}

export interface BrokenPackage {
  readonly name: string;
  readonly problem: string;
}

/** Beside its place a build writes a package first, and lays the one before (`build/write-package.ts`). */
const UNFINISHED = /\.(?:new|old)(?:\.zip)?$/;

/** Reads packages once and again when they change. */
export class PackageShelf {
  readonly #read = new Map<string, { readonly changed: number; readonly found: readonly (CoursePackage | BrokenPackage)[] }>();

  constructor(private readonly folder: string) {}

  /** Zips first, each in the order in which they are offered; of a folder beside a zip of the same name only the zip. */
  list(): (CoursePackage | BrokenPackage)[] {
    if (!existsSync(this.folder)) return [];
    const entries = readdirSync(this.folder, { withFileTypes: true }).filter(({ name }) => !UNFINISHED.test(name));
    const zips = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.zip')).map(({ name }) => name);
    const folders = entries.filter((entry) => entry.isDirectory() && !zips.includes(`${entry.name}.zip`)).map(({ name }) => name);
    return [zips, folders].flatMap((names) =>
      names
        .sort()
        .flatMap((name) => this.#find(name))
        .sort(inOrderOfOffer),
    );
  }

  find(name: string): CoursePackage | undefined {
    return this.list()
      .filter(isPackage)
      .find((found) => found.name === name);
  }

  #find(name: string): readonly (CoursePackage | BrokenPackage)[] {
    const path = join(this.folder, name);
    const known = this.#read.get(name);
    try {
      const changed = statSync(path).mtimeMs;
      if (known?.changed === changed && name.endsWith('.zip')) return known.found;
      const found = examine(name, path);
      this.#read.set(name, { changed, found });
      return found;
    } catch (error) {
      // A build is putting a new one into its place.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return known?.found ?? [];
      throw error;
    }
  }
}

export function isPackage(found: CoursePackage | BrokenPackage): found is CoursePackage {
  return 'files' in found;
}

/** What most libraries will upload comes first: SCORM 1.2, the newest SCORM 2004, the older ones, xAPI, cmi5. */
const offered: readonly PackageStandard[] = ['scorm12', 'scorm2004', 'xapi', 'cmi5', 'web'];

function inOrderOfOffer(left: CoursePackage | BrokenPackage, right: CoursePackage | BrokenPackage): number {
  if (!isPackage(left) || !isPackage(right)) return Number(isPackage(right)) - Number(isPackage(left));
  return offered.indexOf(left.standard) - offered.indexOf(right.standard) || (right.edition ?? 0) - (left.edition ?? 0);
}

function examine(name: string, path: string): readonly (CoursePackage | BrokenPackage)[] {
  try {
    return describePackage(name, readPackage(path));
  } catch (error) {
    if (error instanceof UnreadablePackage) return [{ name, problem: error.message }];
    throw error;
  }
}

/** One course; several where it is a cmi5 package of several units; none for a folder that holds no course at all. */
export function describePackage(name: string, files: PackageFiles): readonly CoursePackage[] {
  const manifest = textOf(files, 'imsmanifest.xml');
  if (manifest !== undefined) return [scormPackage(name, files, manifest)];
  const cmi5 = textOf(files, 'cmi5.xml');
  if (cmi5 !== undefined) return cmi5Units(name, files, cmi5);
  const tincan = textOf(files, 'tincan.xml');
  if (tincan !== undefined) {
    const launch = /<launch[^>]*>\s*([^<\s]+)\s*<\/launch>/.exec(tincan)?.[1];
    const activity = /<activity\b[^>]*\bid="([^"]+)"/.exec(tincan)?.[1];
    const title = /<name[^>]*>([^<]+)<\/name>/.exec(tincan)?.[1];
    return [launchedPackage({ name, standard: 'xapi', title, launch, activityId: activity, files })];
  }
  return files.has('index.html') ? [{ name, standard: 'web', title: name, launch: 'index.html', files }] : [];
}

function cmi5Units(name: string, files: PackageFiles, cmi5: string): CoursePackage[] {
  const units = cmi5.match(/<au\b[^]*?<\/au>/g) ?? [''];
  return units.map((unit) => {
    const launch = /<url>\s*([^<\s]+)\s*<\/url>/.exec(unit)?.[1];
    const activityId = /<au\b[^>]*\bid="([^"]+)"/.exec(unit)?.[1];
    const own = units.length === 1 ? name : `${name} (${launch ?? ''})`;
    return launchedPackage({ name: own, standard: 'cmi5', title: langString(unit, 'title'), launch, activityId, files });
  });
}

interface LaunchedPackage {
  readonly name: string;
  readonly standard: 'xapi' | 'cmi5';
  readonly title: string | undefined;
  readonly launch: string | undefined;
  readonly activityId: string | undefined;
  readonly files: PackageFiles;
}

function launchedPackage({ title, launch, activityId, ...found }: LaunchedPackage): CoursePackage {
  if (!launch || !activityId) throw new UnreadablePackage(`${found.name}: the manifest names no activity with a launch address.`);
  return { ...found, title: unescaped(title ?? found.name), launch: unescaped(launch), activityId: unescaped(activityId) };
}

function scormPackage(name: string, files: PackageFiles, manifest: string): CoursePackage {
  const version = /<schemaversion>\s*([^<]+?)\s*<\/schemaversion>/i.exec(manifest)?.[1] ?? '1.2';
  const launch = /<resource\b[^>]*\bhref="([^"]+)"/i.exec(manifest)?.[1];
  if (!launch) throw new UnreadablePackage(`${name}: no <resource> of imsmanifest.xml has an href, so there is nothing to launch.`);
  const edition = Number(/^2004 (\d)/.exec(version)?.[1] ?? 2);
  return {
    name,
    ...(/^1\.[012]/.test(version) ? { standard: 'scorm12' } : { standard: 'scorm2004', edition }),
    title: unescaped(/<title>\s*([^<]+?)\s*<\/title>/.exec(manifest)?.[1] ?? name),
    launch: unescaped(launch),
    files,
  };
}

function textOf(files: PackageFiles, name: string): string | undefined {
  const bytes = files.get(name);
  return bytes ? new TextDecoder().decode(bytes) : undefined;
}

function langString(xml: string, element: string): string | undefined {
  const text = new RegExp(`<${element}>\\s*<langstring[^>]*>([^<]+)<`).exec(xml)?.[1];
  return text?.trim();
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
