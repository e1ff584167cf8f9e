/** Style sheet and script of the page that `--html` writes, made by a compiler that other outputs do without. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Hashed, PageSkin } from '../outputs/write-html.ts';

/** The same bytes wherever the project lies and the command is started. */
export function pageSkin(): PageSkin {
  const entry = fileURLToPath(new URL('../page/page-script.ts', import.meta.url));
  const { outputFiles } = buildSync({
    absWorkingDir: dirname(entry),
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    // The project's settings for its own programs say nothing of this one.
    tsconfigRaw: {},
  });
  return {
    style: hashed(readFileSync(new URL('../page/page.css', import.meta.url), 'utf8')),
    script: hashed(outputFiles[0]?.text ?? ''),
  };
}

export function hashed(code: string): Hashed {
  return { code, hash: `sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}` };
}
