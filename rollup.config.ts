/**
 * The bundles alone, as `npm run build` makes them, without packages: rollup -c rollup.config.ts --configPlugin esbuild
 * leaves `dist/bundles/<standard>.js`.
 */
import { fileURLToPath } from 'node:url';
import type { RollupOptions } from 'rollup';
import { bundleOptions, entryOf, standardsWithEntry } from './build/bundle-course.ts';
import { readCourses } from './build/read-course.ts';

export default async function options(): Promise<RollupOptions[]> {
  const courses = await readCourses(fileURLToPath(new URL('content', import.meta.url)));
  return standardsWithEntry().map((standard) => {
    const shared = bundleOptions(courses, entryOf(standard));
    return { ...shared, output: { ...shared.output, file: `dist/bundles/${standard}.js` } };
  });
}
