/** Reads a zip that may be a package of this course, and says what it is. */
import { launchFile, manifestIdentifiers } from '../../manifests/identifiers.ts';
import { manifestElements } from '../../build/manifest-elements.ts';
import { namedForAllParts, packageKinds, type PackageKind, type PackageName } from '../../build/packages.ts';
import type { Course } from '../course/course.ts';
import type { CourseContent, CourseContents, CourseSettings } from '../course/settings.ts';
import { TooMuch } from '../records/sources/report-limits.ts';
import { unpackZip } from '../records/sources/zip-archive.ts';
import { crc32 } from '../tracking/state/crc32.ts';
import { contentsIn, scriptIn } from './script-contents.ts';
import { languageOfFile, scriptPathIn } from './script-files.ts';
import { NoSettings, SETTINGS_FORMAT, settingsBlockIn } from './settings-block.ts';
import { launchPagesIn, textIn, type PackageFiles } from './zip-package.ts';

/** Far above what a package may have (`limits.zipBytes`); what is larger is not even read. */
export const MOST_ZIP_BYTES = 8 * 2 ** 20;
const MOST_UNPACKED = { parts: 500, bytes: 32 * 2 ** 20 } as const;

export interface PackageInHand {
  readonly kind: PackageKind;
  readonly files: PackageFiles;
  /** Paths of the XSDs and DTDs. */
  readonly controlDocuments: ReadonlySet<string>;
  /** Where the package has a page for each part, what they are cut from. */
  readonly contents: CourseContents;
  /** It has a page for each part of the course. */
  readonly holdsParts?: boolean;
  /** Undefined for a package of a release that had no settings in its page: it can be compared, and not set up. */
  readonly settings: CourseSettings | undefined;
}

/**
 * large: more than any package has; no-zip: another kind of file; foreign: a zip of something else; damaged: parts are missing or changed;
 * later: made by a release whose settings this one does not know.
 */
export type PackageProblem = 'large' | 'no-zip' | 'foreign' | 'damaged' | 'later';

export class UnusablePackage extends Error {
  override readonly name = 'UnusablePackage';

  constructor(
    readonly problem: PackageProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @throws UnusablePackage */
export async function readPackage(zip: Uint8Array): Promise<PackageInHand> {
  if (zip.length > MOST_ZIP_BYTES) throw new UnusablePackage('large', `${zip.length} bytes, and at most ${MOST_ZIP_BYTES} are read`);
  const files = unzipped(zip);
  const kind = kindOf(files);
  const file = textIn(files, scriptPathIn(files.keys()) ?? '');
  if (!kind || file === '') throw new UnusablePackage('foreign', 'no manifest or script of this course');
  const script = scriptIn(file);
  const main = contentsIn(script);
  if (!main) throw new UnusablePackage('foreign', 'no content of the course in its script');
  if (!isNamedAs(main[0], files)) throw new UnusablePackage('foreign', 'the manifest is of another course');
  const pages = launchPagesIn(files.keys());
  if (pages.length === 0) throw new UnusablePackage('damaged', `${launchFile} is missing`);
  const languages = languageScriptsIn(files);
  const contents: CourseContents = [...main, ...languages.flatMap((own) => contentsIn(own) ?? [])];
  let settings: CourseSettings | undefined;
  for (const page of pages) settings = await settingsIn(textIn(files, page), [script, ...languages]);
  return { kind, files, controlDocuments: controlDocumentsIn(files), contents, holdsParts: !pages.includes(launchFile), settings };
}

/** The name of its files: of a package with all parts, not the course's own. */
export function namedAs({ contents: [course], holdsParts }: PackageInHand): Pick<Course, 'name'> {
  return holdsParts ? namedForAllParts(course) : course;
}

/** Of the languages beside the main one. */
function languageScriptsIn(files: PackageFiles): string[] {
  return [...files.keys()].filter((path) => languageOfFile(path) !== undefined).map((path) => scriptIn(textIn(files, path)));
}

function unzipped(zip: Uint8Array): PackageFiles {
  // Every zip that holds something begins with a local file header (PKWARE's APPNOTE, 4.3.7).
  const isZip = zip[0] === 0x50 && zip[1] === 0x4b && zip[2] === 3 && zip[3] === 4;
  if (!isZip) throw new UnusablePackage('no-zip', 'no zip');
  try {
    return unpackZip(
      zip,
      (name) => !name.endsWith('/'),
      MOST_UNPACKED,
      (content, { name, crc }) => {
        if (crc32(content) !== crc) throw new Error(`${name} is not what was packed`);
      },
    );
  } catch (cause) {
    // A part that is larger than the zip says was changed after it had been packed.
    const problem = cause instanceof TooMuch && cause.excess.kind !== 'part' ? 'large' : 'damaged';
    throw new UnusablePackage(problem, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Which of ours it is; undefined where it is none. */
function kindOf(files: PackageFiles): PackageKind | undefined {
  const named = (name: PackageName): PackageKind | undefined => packageKinds.find((kind) => kind.name === name);
  if (files.has('cmi5.xml')) return named('cmi5');
  if (files.has('tincan.xml')) return named('xapi');
  if (!files.has('imsmanifest.xml')) return named('web');
  const version = manifestElements(textIn(files, 'imsmanifest.xml')).find(({ name }) => name === 'schemaversion')?.text ?? '';
  if (version === '1.2') return named('scorm12');
  return version.startsWith('2004 3rd') ? named('scorm2004-3rd') : version.startsWith('2004 4th') ? named('scorm2004-4th') : undefined;
}

/** Whether a SCORM manifest, if there is one, has the course's identifier. */
function isNamedAs(course: CourseContent, files: PackageFiles): boolean {
  if (!files.has('imsmanifest.xml')) return true;
  const manifest = manifestElements(textIn(files, 'imsmanifest.xml')).find(({ name }) => name === 'manifest');
  return manifest?.attributes['identifier'] === manifestIdentifiers(course).manifest;
}

function controlDocumentsIn(files: PackageFiles): ReadonlySet<string> {
  return new Set([...files.keys()].filter((path) => /\.(xsd|dtd)$/.test(path)));
}

/** What the page says, if its policy lets these very scripts run. */
async function settingsIn(page: string, scripts: readonly string[]): Promise<CourseSettings | undefined> {
  try {
    const { format, settings } = settingsBlockIn(page);
    if (format > SETTINGS_FORMAT) throw new UnusablePackage('later', `settings of form ${format}; ${SETTINGS_FORMAT} is known`);
    for (const script of scripts)
      if (!page.includes(`'sha256-${await hashOf(script)}'`)) throw new UnusablePackage('damaged', 'the page does not let this script run');
    return settings;
  } catch (error) {
    if (error instanceof NoSettings && !page.includes('id="course-settings"')) return undefined;
    if (error instanceof NoSettings) throw new UnusablePackage('damaged', error.message, { cause: error });
    throw error;
  }
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
