/** From courses to packages: bundles the scripts of every standard and puts each package together. Nothing is written or checked yet. */
import type { Courses } from '../src/course/course.ts';
import { bundleCourse } from './bundle-course.ts';
import { bundleLanguage } from './bundle-language.ts';
import type { Font } from './cut-font.ts';
import { licenceTexts } from './licence-texts.ts';
import { packageCourse, type MadePackage } from './package-contents.ts';
import { packLanguage, packScript } from './pack-script.ts';
import type { PackageKind, Standard } from './packages.ts';
import { partCourses } from './part-courses.ts';

export interface Making {
  readonly kinds: readonly PackageKind[];
  readonly font: Font;
  /** The module that starts the course under a standard. */
  readonly entry: (standard: Standard) => string;
}

/**
 * A package of each kind.
 * @param parts where each package holds several parts of the course: all of them
 */
export async function makePackages(courses: Courses, { kinds, font, entry }: Making, parts?: readonly Courses[]): Promise<MadePackage[]> {
  if (kinds.length === 0) return [];
  const entries = Object.fromEntries(kinds.map(({ standard }) => [standard, entry(standard)]));
  const bundles = await bundleCourse(courses, entries, parts);
  const [, ...others] = courses;
  const languages = new Map(
    await Promise.all(
      others.map(async (course) => [course.language, await packLanguage(course.language, await bundleLanguage(course, parts))] as const),
    ),
  );
  // Once for all kinds that hold it: packing is what takes longest.
  const scripts = new Map(await Promise.all([...bundles].map(async ([standard, { code }]) => [standard, await packScript(code)] as const)));
  return Promise.all(
    kinds.map(async (kind) => {
      const bundle = bundles.get(kind.standard);
      const script = scripts.get(kind.standard);
      if (!bundle || !script) throw new Error(`The bundle of ${kind.standard} was not made, though ${kind.name} needs it.`);
      const licences = await licenceTexts(bundle.modules);
      return packageCourse(kind, { courses, ...(parts ? { parts } : {}), font, script, languages, licences });
    }),
  );
}

/**
 * The parts of the course that are taken by themselves: a package for each, and where a standard has packages of several units, one with all.
 * @param material what the parts are cut from (`ReadContent.material`)
 * @param keys of the parts that are wanted, where not all are
 */
export async function makePartPackages(material: Courses, making: Making, keys?: readonly string[]): Promise<MadePackage[]> {
  const parts = partCourses(material);
  const unknown = keys?.find((key) => !parts.some(([{ part }]) => part?.key === key));
  if (unknown !== undefined) throw new UnknownPart(unknown, parts);
  const holdsSeveral = ({ manifest }: PackageKind): boolean => manifest?.writeParts !== undefined;
  const kindsOfOne = making.kinds.filter((kind) => !holdsSeveral(kind));
  const made: MadePackage[] = [];
  // One after the other: each bundle takes as many cores as there are.
  for (const part of parts)
    if (keys?.includes(part[0].part?.key ?? '') ?? true) made.push(...(await makePackages(part, { ...making, kinds: kindsOfOne })));
  return [...made, ...(await makePackages(material, { ...making, kinds: making.kinds.filter(holdsSeveral) }, parts))];
}

/** Somebody asks for a part that the course does not have. */
export class UnknownPart extends Error {
  override readonly name = 'UnknownPart';

  constructor(key: string, parts: readonly Courses[]) {
    super(`There is no part “${key}”. The parts are:\n${parts.map(([{ part, title }]) => `  ${part?.key ?? ''}  ${title}`).join('\n')}`);
  }
}
