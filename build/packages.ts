/** The packages that the build makes, one line each: everything else is looked up here. */
import { cmi5Manifest, cmi5PartsManifest } from '../manifests/cmi5.ts';
import { scorm12Manifest } from '../manifests/scorm12.ts';
import { scorm2004Manifest } from '../manifests/scorm2004.ts';
import { tincanManifest } from '../manifests/tincan.ts';
import type { Course, Courses } from '../src/course/course.ts';
import { shortNameOf } from '../src/course/course-identifiers.ts';
import type { ControlDocuments } from './control-documents.ts';

/** A standard is an entry in `src/entry/` and so a bundle of its own. */
export type Standard = 'scorm12' | 'scorm2004' | 'web' | 'xapi' | 'cmi5';
export const standards = ['scorm12', 'scorm2004', 'web', 'xapi', 'cmi5'] as const satisfies readonly Standard[];

export type PackageName = 'scorm12' | 'scorm2004-3rd' | 'scorm2004-4th' | 'web' | 'xapi' | 'cmi5';

export interface PackageKind {
  readonly name: PackageName;
  readonly standard: Standard;
  readonly manifest?: {
    readonly file: string;
    /** @param files what the manifest has to list */
    readonly write: (courses: Courses, files: readonly string[]) => string;
    /** The manifest of one package with a page for each part, where the standard has such packages; elsewhere each part is a package. */
    readonly writeParts?: (whole: Courses, parts: readonly Courses[]) => string;
    /** Where the schemas come from: folder of control documents that the package carries, or a schema of ours that it does not. */
    readonly schema: { readonly controlDocuments: ControlDocuments } | { readonly own: 'cmi5.xsd' | 'tincan.xsd' };
  };
}

export const packageKinds: readonly PackageKind[] = [
  {
    name: 'scorm12',
    standard: 'scorm12',
    manifest: { file: 'imsmanifest.xml', write: scorm12Manifest, schema: { controlDocuments: 'scorm12edition' } },
  },
  {
    name: 'scorm2004-3rd',
    standard: 'scorm2004',
    manifest: {
      file: 'imsmanifest.xml',
      write: (courses, files) => scorm2004Manifest(courses, files, '2004 3rd Edition'),
      schema: { controlDocuments: 'scorm20043rdedition' },
    },
  },
  {
    name: 'scorm2004-4th',
    standard: 'scorm2004',
    manifest: {
      file: 'imsmanifest.xml',
      write: (courses, files) => scorm2004Manifest(courses, files, '2004 4th Edition'),
      schema: { controlDocuments: 'scorm20044thedition' },
    },
  },
  { name: 'web', standard: 'web' },
  {
    name: 'xapi',
    standard: 'xapi',
    manifest: { file: 'tincan.xml', write: tincanManifest, schema: { own: 'tincan.xsd' } },
  },
  {
    name: 'cmi5',
    standard: 'cmi5',
    manifest: { file: 'cmi5.xml', write: cmi5Manifest, writeParts: cmi5PartsManifest, schema: { own: 'cmi5.xsd' } },
  },
];

/** The name of a package's zip and of its folder: it never changes, since some systems take an update only under the same name. */
export function packageFile(name: PackageName, course: Pick<Course, 'name'> = {}): string {
  return `${shortNameOf(course)}-${name}`;
}

/** The name of a package that holds all parts of a course. */
export function namedForAllParts(course: Pick<Course, 'name'>): { readonly name: string } {
  return { name: `${shortNameOf(course)}-osat` };
}
