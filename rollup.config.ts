/**
 * The bundles alone, as `npm run build` makes them, without packages, in `dist/bundles/<standard>.js`:
 * npx tsx node_modules/rollup/dist/bin/rollup -c rollup.config.ts --configPlugin esbuild
 */
import { fileURLToPath } from 'node:url';
import type { RollupOptions } from 'rollup';
import type * as BundleCourse from './build/bundle-course.ts';
import type * as Packages from './build/packages.ts';
import type * as ReadCourse from './build/read-course.ts';

export default async function options(): Promise<RollupOptions> {
  // Read by tsx, as in each build: the plugin's own target has no top-level `await`, with which the schemas of the exercise kinds are read.
  const [{ bundleOptions, entryOf }, { standards }, { readCourses }] = await Promise.all([
    import(beside('build/bundle-course.ts')) as Promise<typeof BundleCourse>,
    import(beside('build/packages.ts')) as Promise<typeof Packages>,
    import(beside('build/read-course.ts')) as Promise<typeof ReadCourse>,
  ]);
  const courses = await readCourses(fileURLToPath(beside('content')));
  return bundleOptions(courses, Object.fromEntries(standards.map((standard) => [standard, entryOf(standard)])));
}

function beside(path: string): string {
  return new URL(path, import.meta.url).href;
}
