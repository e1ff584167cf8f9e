/** A page as one file that loads nothing: style, font and script are in it, and its policy allows no connection. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { hashed } from '../src/records/command/page-skin.ts';
import { pageHead } from '../src/records/page/page-head.ts';
import { BROWSER_TARGET } from './browser-target.ts';
import { cutFont } from './cut-font.ts';
import { licenceTexts } from './licence-texts.ts';
import { minifyCss } from './minify-templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface PageParts {
  /** The module that starts the page. */
  readonly entry: string;
  /** Style sheets, in order. */
  readonly styles: readonly string[];
  readonly title: string;
  /** What stands in the page without JavaScript. */
  readonly noScript: string;
  /** Ids of the elements that the script fills. */
  readonly places: readonly string[];
  /** Names in the script and what they stand for. */
  readonly define?: Readonly<Record<string, string>>;
  /** The script starts a worker out of itself. */
  readonly hasWorker?: boolean;
}

/** A page in the folder of the packages. */
export interface WrittenPage {
  readonly file: string;
  readonly bytes: number;
}

/** Paths in `parts` are relative to the project's folder. */
export async function selfContainedPage({ entry, styles, title, noScript, places, define = {}, hasWorker }: PageParts): Promise<string> {
  const { code, modules } = await bundledScript(entry, define);
  const [{ inPage }, ...sheets] = await Promise.all([cutFont(), ...styles.map((path) => readFile(`${root}${path}`, 'utf8'))]);
  const style = `${inPage}\n${minifyCss(sheets.join(''))}`;
  const head = pageHead({
    language: 'fi',
    title,
    allowed: [
      `style-src '${hashed(style).hash}'`,
      `script-src '${hashed(code).hash}'`,
      ...(hasWorker ? ['worker-src blob:'] : []),
      'font-src data:',
      'img-src data:',
    ],
    style,
  });
  return `${head}<noscript><p>${noScript}</p></noscript>
<main>
${places.map((id) => `<div id="${id}"></div>`).join('\n')}
</main>
<script>${code}</script>
<!--
${(await licenceTexts(modules)).replaceAll('--', '- -')}
-->
</body>
</html>
`;
}

async function bundledScript(entry: string, define: Readonly<Record<string, string>>): Promise<{ code: string; modules: string[] }> {
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [`${root}${entry}`],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    legalComments: 'none',
    platform: 'browser',
    conditions: ['production'],
    target: BROWSER_TARGET,
    format: 'iife',
    tsconfigRaw: {},
    define,
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
