/** HR's page as one file that loads nothing: style, font and script are in it, and its policy allows no connection. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { hashed, pageSkin } from '../src/records/command/page-skin.ts';
import { HR_PAGE_FILE } from '../src/records/hr-page-file.ts';
import { parseLicenceCourse } from '../src/records/licence-course.ts';
import { pageHead } from '../src/records/page/page-head.ts';
import { hrPageTextIn } from '../src/records/text/hr-page/hr-page-text.ts';
import { cutFont } from './cut-font.ts';
import { licenceTexts } from './licence-texts.ts';
import { minifyCss } from './minify-templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = fileURLToPath(new URL('../src/records/', import.meta.url));

/**
 * @param content folder of the content
 * @param out folder of the packages
 * @returns its size in bytes
 */
export async function writeHrPage(content: string, out: string): Promise<number> {
  const page = await makeHrPage(join(content, 'course.yaml'));
  await writeFile(join(out, HR_PAGE_FILE), page);
  return Buffer.byteLength(page);
}

/** @param courseFile the `course.yaml` whose classes and rule the page goes by */
export async function makeHrPage(courseFile: string): Promise<string> {
  const course = parseLicenceCourse(await readFile(courseFile, 'utf8'), courseFile);
  const { code, modules } = await bundledScript({ course, skin: pageSkin() });
  const [page, own, { inPage }] = await Promise.all([
    readFile(`${rooms}page/page.css`, 'utf8'),
    readFile(`${rooms}hr-page/hr-page.css`, 'utf8'),
    cutFont(),
  ]);
  const style = `${inPage}\n${minifyCss(page + own)}`;
  const { title, noScript } = hrPageTextIn('fi');
  const head = pageHead({
    language: 'fi',
    title,
    allowed: [
      `style-src '${hashed(style).hash}'`,
      `script-src '${hashed(code).hash}'`,
      'worker-src blob:',
      'font-src data:',
      'img-src data:',
    ],
    style,
  });
  return `${head}<noscript><p>${noScript}</p></noscript>
<main>
<div id="app"></div>
<div id="result"></div>
</main>
<script>${code}</script>
<!--
${(await licenceTexts(modules)).replaceAll('--', '- -')}
-->
</body>
</html>
`;
}

/** @param builtIn what `BUILT_IN` stands for */
async function bundledScript(builtIn: object): Promise<{ code: string; modules: string[] }> {
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [`${rooms}hr-page/hr-page.ts`],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    legalComments: 'none',
    platform: 'browser',
    conditions: ['production'],
    target: 'es2022',
    format: 'iife',
    tsconfigRaw: {},
    define: { BUILT_IN: JSON.stringify(builtIn) },
    // The same functions as in Node, without its streams.
    alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
  });
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [`${root}${path}`] : [],
  );
  return { code: withoutMarkup(outputFiles[0]?.text ?? ''), modules };
}

/** What an HTML parser would take for the end of the script, or for a comment in it (HTML, 13.2.5.15). */
function withoutMarkup(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, String.raw`\x3C`);
}
