/** Which files a package holds, and its zip, which is the same bytes on every machine. */
import type { Course, Courses, Language } from '../src/course/course.ts';
import { languageScriptName, SCRIPT_NAME } from '../src/own-package/script-files.ts';
import { zipPackage, type PackageFiles } from '../src/own-package/zip-package.ts';
import { digestName } from './digest-name.ts';
import { readControlDocuments } from './control-documents.ts';
import { besidePage, besidePages, type Font } from './cut-font.ts';
import { indexPage, type PageScripts } from './index-page.ts';
import { licencesFile } from './licence-texts.ts';
import { launchFile, partLaunchFile } from '../manifests/identifiers.ts';
import type { PackedScript } from './pack-script.ts';
import type { CheckedPackage } from './package-faults.ts';
import { namedForAllParts, type PackageKind } from './packages.ts';

export interface PackageParts {
  /** The course; where the package holds several parts, what they are cut from. */
  readonly courses: Courses;
  /** The parts, where the package holds several, each with a page of its own. */
  readonly parts?: readonly Courses[];
  /** The course's bundle. */
  readonly script: PackedScript;
  /** The bundles of its further languages, each by `packLanguage`. */
  readonly languages: ReadonlyMap<Language, PackedScript>;
  readonly font: Font;
  readonly licences: string;
}

export interface MadePackage extends CheckedPackage {
  /** The course in its main language; where the package holds several parts, under the name of that package. */
  readonly course: Course;
}

/** Puts the files of one package together. `write-package.ts` writes them. */
export async function packageCourse(
  kind: PackageKind,
  { courses, parts, script: packed, languages, font, licences }: PackageParts,
): Promise<MadePackage> {
  const { manifest } = kind;
  const isListed = manifest !== undefined && 'controlDocuments' in manifest.schema;
  const further = [...languages].map(([language, { script, hash }]) => {
    return { language, ...digestName(languageScriptName(language), '.js', script, isListed), text: script, hash };
  });
  const script = digestName(SCRIPT_NAME, '.js', packed.script, isListed);
  const hashes = [packed.hash, ...further.map(({ hash }) => hash)];
  const scripts: PageScripts = {
    course: script.address,
    languages: new Map(further.map(({ language, address }) => [language, address])),
  };
  const fonts = parts ? besidePages(font, isListed) : besidePage(font, isListed);
  const shared = { standard: kind.standard, fonts: fonts.rules, scripts, hashes };
  const pages = parts
    ? await Promise.all(
        parts.map(async (own) => {
          const key = own[0].part?.key ?? '';
          return [partLaunchFile(key), Buffer.from(await indexPage({ courses: own, part: key, ...shared }))] as const;
        }),
      )
    : [[launchFile, Buffer.from(await indexPage({ courses, ...shared }))] as const];
  const own = new Map<string, Uint8Array>([
    ...pages,
    [script.file, Buffer.from(packed.script)],
    ...further.map(({ file, text }) => [file, Buffer.from(text)] as const),
    ...fonts.files,
    [licencesFile, Buffer.from(licences)],
  ]);
  const documents =
    manifest && 'controlDocuments' in manifest.schema ? await readControlDocuments(manifest.schema.controlDocuments) : new Map();
  const text = parts ? manifest?.writeParts?.(courses, parts) : manifest?.write(courses, [...own.keys()]);
  const written = manifest && text !== undefined ? [[manifest.file, Buffer.from(text)] as const] : [];
  const files: PackageFiles = new Map([...own, ...written, ...documents]);
  const course = parts ? { ...courses[0], ...namedForAllParts(courses[0]) } : courses[0];
  return { course, kind, files, controlDocuments: new Set(documents.keys()), zip: zipPackage(files) };
}
