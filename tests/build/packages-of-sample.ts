/** The packages of the sample course around a script of a few words: quick to make, for tests of what a package holds. */
import type { Courses } from '../../src/course/course.ts';
import { packScript } from '../../build/pack-script.ts';
import { packageCourse, type MadePackage } from '../../build/package-contents.ts';
import type { CheckedPackage } from '../../build/package-faults.ts';
import { packageKinds, type PackageName } from '../../build/packages.ts';
import { readCourses } from '../../build/read-course.ts';
import { sampleContent, withContent } from './sample-content.ts';

async function sampleCourses(): Promise<Courses> {
  return withContent(sampleContent, readCourses);
}

export async function samplePackage(name: PackageName, script = 'document.title = "Kurssi";'): Promise<MadePackage> {
  const kind = packageKinds.find((each) => each.name === name);
  if (!kind) throw new Error(`There is no package ${name}.`);
  return packageCourse(kind, {
    courses: await sampleCourses(),
    script: await packScript(script),
    languages: new Map(),
    font: { rules: '', inPage: '', file: new Uint8Array([1]) },
    licences: 'MIT',
  });
}

/** The path of a file whose name may have a digest of its content: `course.js` is `course-0123456789.js`. */
export function pathOf(paths: Iterable<string>, name: string): string {
  const [, stem = '', ending = ''] = /^(.*)(\.\w+)$/.exec(name) ?? [];
  const isNamedSo = (path: string): boolean => path.length === name.length + 11 && path.startsWith(`${stem}-`) && path.endsWith(ending);
  const found = [...paths].filter((path) => path === name || isNamedSo(path));
  if (found.length !== 1) throw new Error(`There are ${found.length} files of the name ${name}.`);
  return found[0] ?? '';
}

/** The package with one file changed; removed where `change` gives nothing. */
export function withFile<Made extends CheckedPackage>(made: Made, path: string, change: (text: string) => string | undefined): Made {
  const files = new Map(made.files);
  const text = change(Buffer.from(files.get(path) ?? []).toString('utf8'));
  if (text === undefined) files.delete(path);
  else files.set(path, Buffer.from(text));
  return { ...made, files };
}
