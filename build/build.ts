/** The build, step by step: read, cut the font, bundle, package, check, write. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course, Courses, Language } from '../src/course/course.ts';
import { authorChecks } from './author-checks/author-checks.ts';
import { toAuthorOf } from './author-language.ts';
import { entryOf } from './bundle-course.ts';
import { checkPackages } from './check-package.ts';
import { ContentError, type ContentMistake } from './content-error.ts';
import { readIfThere } from './content-file.ts';
import { missingParticulars } from './content-warnings.ts';
import { cutFont } from './cut-font.ts';
import { completedLock, LOCK_FILE } from './identifiers-lock.ts';
import { makePackages, makePartPackages, type Making } from './make-packages.ts';
import { launchCost, type LaunchCost } from './package-faults.ts';
import { packageFile, packageKinds, type PackageName, type Standard } from './packages.ts';
import { readContent } from './read-course.ts';
import { say } from './say.ts';
import { TRANSLATIONS_FILE, translationWarnings, type TranslationFault } from './outdated-translations.ts';
import { writeWhole } from './trial.ts';
import { writePackage } from './write-package.ts';

export interface BuildOptions {
  /** Folder of the content. */
  readonly content: string;
  /** Folder that the packages are written to; made if need be. */
  readonly out: string;
  /** The packages to make, by their standards; all where none is named. */
  readonly formats?: readonly PackageName[];
  /**
   * Each part of the course is a package of its own, in place of the whole course: all of them, or those whose keys are named. In cmi5 one package
   * holds them all.
   */
  readonly split?: true | readonly string[];
  /** The one language that the packages are in; all of `languages:` where none is named. */
  readonly language?: Language;
  /** The packages go to learners: what is only warned of otherwise is not allowed. */
  readonly release?: boolean;
  /** Each organization fills in its own particulars in the packages: a release may lack them. */
  readonly particularsLater?: boolean;
  /** What an editor would ask to look at again is not allowed either. */
  readonly strict?: boolean;
  /** The module that starts the course under a standard; a test gives a small one. */
  readonly entry?: (standard: Standard) => string;
}

interface BuiltPackage {
  readonly name: PackageName;
  /** Its zip's name, without the ending. */
  readonly file: string;
  readonly zipBytes: number;
  readonly launch: LaunchCost;
  /** What is heavier than it should be. */
  readonly warnings: readonly string[];
}

export interface BuildResult {
  readonly courses: Courses;
  /** Texts that learners see in the main language instead of their own. */
  readonly translationFaults: readonly TranslationFault[];
  /** What an editor would ask the author to look at again. */
  readonly remarks: readonly ContentMistake[];
  /** No file remembered ids before: either the course is new, or the file is lost. */
  readonly isLockNew: boolean;
  readonly packages: readonly BuiltPackage[];
}

/** Thrown where the packages shall be released and translations are missing or outdated, or the particulars that the law asks for. */
export class UnfitForRelease extends Error {
  override readonly name = 'UnfitForRelease';

  constructor(reasons: readonly string[]) {
    super(`${say`Julkaistavaa pakettia ei tehty.`}\n\n${reasons.join('\n\n')}\n`);
  }
}

/**
 * Nothing is written before every package is made and checked.
 * @throws ContentError, PackageError, UnfitForRelease, or rollup's error for a broken module
 */
export function build(options: BuildOptions): Promise<BuildResult> {
  return toAuthorOf(options.content, () => buildAll(options));
}

async function buildAll(options: BuildOptions): Promise<BuildResult> {
  const { content, out, formats, language } = options;
  const [{ courses, material, marks, sources }, font] = await Promise.all([readContent(content, language), cutFont()]);
  refuseUnfit(options, courses[0], marks.faults);
  const remarks = await authorChecks(
    content,
    courses.map((course) => course.language),
    sources,
  );
  if (options.strict && remarks.length > 0) throw new ContentError(remarks);
  const kinds = packageKinds.filter(({ name }) => formats === undefined || formats.includes(name));
  const making: Making = { kinds, font, entry: options.entry ?? entryOf };
  const { split } = options;
  const packages = split
    ? await makePartPackages(material, making, split === true ? undefined : split)
    : await makePackages(courses, making);
  const warnings = await checkPackages(packages, options.strict ?? false);

  const isLockNew = await completeLock(content, courses[0]);
  if (marks.lock !== undefined) await writeIfChanged(join(content, TRANSLATIONS_FILE), marks.lock);
  await mkdir(out, { recursive: true });
  for (const made of packages) await writePackage(made, out);
  return {
    courses,
    translationFaults: marks.faults,
    remarks,
    isLockNew,
    packages: packages.map(({ course, kind, zip, files }, index) => ({
      name: kind.name,
      file: packageFile(kind.name, course),
      zipBytes: zip.byteLength,
      launch: launchCost(files),
      warnings: warnings[index] ?? [],
    })),
  };
}

/** @throws UnfitForRelease */
function refuseUnfit(
  { release = false, particularsLater = false }: BuildOptions,
  course: Course,
  faults: readonly TranslationFault[],
): void {
  if (!release) return;
  const reasons = [...translationWarnings(faults), ...(particularsLater ? [] : missingParticulars(course))];
  if (reasons.length > 0) throw new UnfitForRelease(reasons);
}

async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await textIfThere(path)) !== text) await writeWhole(path, text);
}

/** Remembers the ids of what is released: learners' answers will be found by them for ever. @returns whether it began to */
async function completeLock(content: string, course: Course): Promise<boolean> {
  const path = join(content, LOCK_FILE);
  const before = await textIfThere(path);
  const completed = completedLock(before, course);
  if (completed !== undefined) await writeWhole(path, completed);
  return before === undefined;
}

/** @throws Error where there is a file and it cannot be read: it is not to be begun anew */
async function textIfThere(path: string): Promise<string | undefined> {
  return (await readIfThere(path))?.toString('utf8');
}
