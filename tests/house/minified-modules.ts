/** How many minified bytes each file of the project gives to the built packages and pages. */
import { join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { BROWSER_TARGET } from '../../build/browser-target.ts';
import { bundleOptions, entryOf } from '../../build/bundle-course.ts';
import { standards } from '../../build/packages.ts';
import { readCourses } from '../../build/read-course.ts';

/** The pages that are handed on: HR's, the administrator's, and the one of the records. */
const PAGES = ['src/records/hr-page/hr-page.ts', 'src/own-package/page/own-package-page.ts', 'src/records/page/page-script.ts'];

/** @returns bytes by the file's path in the project; a file of several packages or pages counts once, where it is largest */
export async function minifiedModules(root: string): Promise<ReadonlyMap<string, number>> {
  const bytes = new Map<string, number>();
  const add = (path: string, size: number): unknown => bytes.set(path, Math.max(size, bytes.get(path) ?? 0));
  for (const [path, code] of await modulesOfPackages(root)) {
    const { code: small } = await transform(code, { minify: true, target: BROWSER_TARGET, charset: 'utf8', legalComments: 'none' });
    add(path, Buffer.byteLength(small));
  }
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: PAGES,
    outdir: 'none',
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    legalComments: 'none',
    platform: 'browser',
    conditions: ['production'],
    target: BROWSER_TARGET,
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) add(path, bytesInOutput);
  return bytes;
}

/** What tree shaking leaves of each module, before the modules become one script. */
async function modulesOfPackages(root: string): Promise<[path: string, code: string][]> {
  const courses = await readCourses(join(root, 'content'));
  const { output, plugins, ...input } = bundleOptions(courses, Object.fromEntries(standards.map((name) => [name, entryOf(name)])));
  const separate = [plugins].flat().filter((plugin) => !(plugin && 'name' in plugin && plugin.name === 'one-script'));
  const bundle = await rollup({ ...input, plugins: separate });
  try {
    const { output: chunks } = await bundle.generate(output);
    return chunks.flatMap((chunk): [string, string][] =>
      chunk.type === 'chunk' && chunk.facadeModuleId ? [[relative(root, chunk.facadeModuleId), chunk.code]] : [],
    );
  } finally {
    await bundle.close();
  }
}
