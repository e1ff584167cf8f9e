/**
 * The bundles alone, as `npm run build` makes them, without packages, in `dist/bundles/<standard>.js`:
 * npx tsx node_modules/rollup/dist/bin/rollup -c rollup.config.ts --configPlugin esbuild
 */
import { fileURLToPath } from 'node:url';
import type { RollupOptions } from 'rollup';
import { bundleOptions, entryOf } from './build/bundle-course.ts';
import { standards } from './build/packages.ts';
import { readCourses } from './build/read-course.ts';

export default async function options(): Promise<RollupOptions> {
  const courses = await readCourses(fileURLToPath(new URL('content', import.meta.url)));
  return bundleOptions(courses, Object.fromEntries(standards.map((standard) => [standard, entryOf(standard)])));
}
