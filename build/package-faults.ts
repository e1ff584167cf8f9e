/** Everything that a package is held to before it is written, by the build or by the administrator's page. Runs in a browser too. */
import { launchFile } from '../manifests/identifiers.ts';
import { languageOfFile } from '../src/own-package/script-files.ts';
import { settingsBytes, settingsFault } from '../src/own-package/settings-block.ts';
import { launchPagesIn, textIn, type PackageFiles } from '../src/own-package/zip-package.ts';
import { checkManifest, type SchemaCheck } from './check-manifest.ts';
import { checkMarkup } from './check-markup.ts';
import type { PackageFault } from './package-error.ts';
import { limits } from './package-and-launch-limits.ts';
import type { PackageKind, Standard } from './packages.ts';

/** What opening the course costs a learner at most: her language may be a file of its own. */
export interface LaunchCost {
  /** Files that the browser asks for at most: a font is fetched only when one of its letters is shown. */
  readonly requests: number;
  /** Bytes of page and script before compression: many systems send files as they are. */
  readonly bytes: number;
}

/** A package as it is about to be zipped, and the zip. */
export interface CheckedPackage {
  readonly kind: PackageKind;
  readonly files: PackageFiles;
  /** Paths of the XSDs and DTDs, which belong to the package but not to the course in it. */
  readonly controlDocuments: ReadonlySet<string>;
  readonly zip: Uint8Array;
}

/** What is asked of a manifest and of scripts with tools that only the build has. Whoever changes neither of them needs not ask again. */
export interface DeepChecks {
  readonly schema: SchemaCheck;
  readonly script: (file: string, code: string) => PackageFault[];
}

export async function packageFaults(made: CheckedPackage, deep?: DeepChecks): Promise<PackageFault[]> {
  const { files, kind } = made;
  return [
    ...(await checkManifest(made, deep?.schema ?? (() => Promise.resolve([])))),
    ...checkNames(files),
    ...checkPages(files, deep?.script ?? (() => [])),
    ...checkLanguages(files),
    ...checkSettings(files, kind.standard),
    ...checkSizes(made),
  ];
}

/** Of the dearest page, where there are several. */
export function launchCost(files: PackageFiles): LaunchCost {
  const costs = launchPagesOf(files).map((page) => costOf(page, files));
  return { requests: Math.max(...costs.map(({ requests }) => requests)), bytes: Math.max(...costs.map(({ bytes }) => bytes)) };
}

/** So many requests a launch may cost. */
export function allowedRequests(files: PackageFiles): number {
  // Pages of parts share a font that the page of the whole has in itself.
  const fonts = launchPagesOf(files).some((page) => page !== launchFile) ? 1 : 0;
  return limits.launchRequests + fonts + Math.min(languageFilesIn(files).length, 1);
}

/** A package without a page is told what it lacks in terms of the usual one. */
function launchPagesOf(files: PackageFiles): string[] {
  const pages = launchPagesIn(files.keys());
  return pages.length > 0 ? pages : [launchFile];
}

function costOf(page: string, files: PackageFiles): LaunchCost {
  const paths = [...new Set([page, ...loadedFiles(textIn(files, page))])];
  const always = paths.filter((path) => !path.endsWith('.woff2'));
  const size = (path: string): number => files.get(path)?.byteLength ?? 0;
  const languages = languageFilesIn(files);
  return {
    requests: paths.length + Math.min(languages.length, 1),
    bytes: always.reduce((sum, path) => sum + size(path), 0) + Math.max(0, ...languages.map(size)),
  };
}

function languageFilesIn(files: PackageFiles): string[] {
  return [...files.keys()].filter((path) => languageOfFile(path) !== undefined);
}

/** The page lets its own script run, the course's and one for each further language: no file of a language is missing, and none is left over. */
function checkLanguages(files: PackageFiles): PackageFault[] {
  return launchPagesOf(files).flatMap((file): PackageFault[] => {
    const page = textIn(files, file);
    const allowed = (page.match(/'sha256-/g)?.length ?? 0) - (page.match(/<script>/g)?.length ?? 0);
    const there = languageFilesIn(files);
    const isOld = allowed === 0 && there.length === 0;
    if (!isOld && allowed !== there.length + 1) {
      const message = `lets ${allowed} scripts run, and the package has one and ${there.length} of languages (${there.join(', ')}).`;
      return [{ code: 'language', file, message }];
    }
    const [tag] = /<script id="course-script"[^>]*>/.exec(page) ?? [];
    // Without this tag the course's script knows the names by itself, as in packages that were built before they had a digest.
    const unnamed = tag === undefined ? [] : there.filter((path) => !new RegExp(` data-${languageOfFile(path)}="${path}["?]`).test(tag));
    return unnamed.map((path) => ({ code: 'language', file, message: `does not name ${path}, so the course cannot load it.` }));
  });
}

/** Names that every system takes: SAP wants them in one case and plain, and servers run or hide files of the kinds below. */
const PLAIN_PATH = /^[a-z0-9][a-z0-9_.-]*(?:\/[a-z0-9][a-z0-9_.-]*)*$/;
const SERVED_AS_PROGRAM = /\.(?:php\d?|phtml|aspx?|jsp|py|rb|sh|cgi|pl|htaccess)$/i;
/** Named by the standard: a control document of SCORM 2004. */
const GIVEN_NAMES: ReadonlySet<string> = new Set(['XMLSchema.dtd']);

/** Some systems unpack all into one folder, or find files by their last name; some leave out a file that is empty. */
function checkNames(files: PackageFiles): PackageFault[] {
  const first = new Map<string, string>();
  return [...files].flatMap(([path, bytes]): PackageFault[] => [
    ...checkBaseName(path, first),
    ...((!PLAIN_PATH.test(path) && !GIVEN_NAMES.has(path)) || SERVED_AS_PROGRAM.test(path)
      ? [{ code: 'file-name' as const, file: path, message: 'may be refused, run or hidden: use a-z, 0-9, ".", "_" and "-" only.' }]
      : []),
    ...(bytes.byteLength === 0 ? [{ code: 'empty-file' as const, file: path, message: 'is empty, and some systems leave it out.' }] : []),
  ]);
}

function checkBaseName(path: string, first: Map<string, string>): PackageFault[] {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const other = first.get(name);
  first.set(name, path);
  return other === undefined ? [] : [{ code: 'base-name', file: path, message: `has the same name as ${other}: rename one of them.` }];
}

function checkPages(files: PackageFiles, checkScript: DeepChecks['script']): PackageFault[] {
  return [...files.keys()].flatMap((path): PackageFault[] => {
    const text = (): string => textIn(files, path);
    if (path.endsWith('.js')) return checkScript(path, text());
    if (path.endsWith('.css') || path.endsWith('.svg')) return checkMarkup(path, text());
    if (!path.endsWith('.html')) return [];
    const missing = loadedFiles(text()).filter((loaded) => !files.has(loaded));
    return [
      ...checkMarkup(path, text()),
      ...missing.map((loaded): PackageFault => ({
        code: 'missing-file',
        file: path,
        message: `loads ${loaded}, which is not in the package.`,
      })),
      ...(/\son(?:before)?unload\s*=/i.test(text())
        ? [{ code: 'unload-handler' as const, file: path, message: 'has an unload handler in its markup.' }]
        : []),
    ];
  });
}

function checkSettings(files: PackageFiles, standard: Standard): PackageFault[] {
  return launchPagesOf(files).flatMap((file): PackageFault[] => {
    const message = settingsFault(textIn(files, file), standard);
    return message === undefined ? [] : [{ code: 'settings', file, message }];
  });
}

function checkSizes({ kind, files, zip }: CheckedPackage): PackageFault[] {
  const { requests, bytes } = launchCost(files);
  const faults: PackageFault[] = [];
  const allowed = allowedRequests(files);
  if (requests > allowed) {
    faults.push({
      code: 'launch-requests',
      file: launchFile,
      message: `costs ${requests} requests; ${allowed} are allowed.`,
    });
  }
  // Authors read of too many bytes in their own words (package-fault-words.ts).
  const filledIn = Math.max(...launchPagesOf(files).map((page) => settingsBytes(textIn(files, page))));
  const free = filledIn > limits.settingsBytes ? 0 : filledIn;
  const most = limits.launchBytes[kind.standard];
  if (bytes - free > most) {
    faults.push({
      code: 'launch-size',
      file: launchFile,
      message: `costs ${bytes - free} bytes; ${most} are allowed.`,
    });
  }
  if (zip.byteLength - free > limits.zipBytes) {
    faults.push({ code: 'zip-size', file: '.', message: `The zip has ${zip.byteLength} bytes; ${limits.zipBytes} are allowed.` });
  }
  return faults;
}

/** Paths of the scripts, styles, pictures and fonts that a page loads from its own folder. */
function loadedFiles(page: string): string[] {
  const tags = page.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*?\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi);
  const urls = page.matchAll(/url\(\s*["']?([^"')\s]+)/gi);
  return [...tags, ...urls].map(([, path = '']) => path.replace(/\?[^]*$/, '')).filter((path) => !/^(?:[a-z]+:|\/\/)/i.test(path));
}
