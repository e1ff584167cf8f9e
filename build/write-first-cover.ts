/**
 * What the page of a package shows before the course's script has come: the cover's title, on the course's own ground, where the cover will
 * have it. It is in the page hidden, and a script of a few lines in the page shows it (`src/entry/first-cover.ts`).
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Language } from '../src/course/course.ts';
import { coverHeadStyles } from '../src/shell/cover/cover-head-styles.ts';
import { dark, light, type Palette } from '../src/theme/palette.ts';
import { minifyCss } from './minify-templates.ts';
import { smallScript } from './small-script.ts';

const SCRIPT = fileURLToPath(new URL('../src/entry/first-cover.ts', import.meta.url));

export interface FirstCover {
  readonly styles: string;
  /** Stands in the course's element, which shows it until the course is open. */
  readonly html: string;
  readonly script: string;
  /** SHA-256 of the script, in base64. */
  readonly hash: string;
}

/**
 * @param title HTML
 * @param languages of the package
 */
export async function firstCover(title: string, languages: readonly Language[]): Promise<FirstCover> {
  const script = (await smallScript(SCRIPT)).trim();
  const html = [
    `<div id="first-cover" data-languages="${languages.join(' ')}" hidden>`,
    '<div class="offerer" hidden><p></p></div>',
    `<div class="words"><div class="languages"></div><h1 class="title">${title}</h1></div>`,
    '</div>',
  ].join('');
  return { styles: stylesFor(languages.length > 1), html, script, hash: createHash('sha256').update(script).digest('base64') };
}

function stylesFor(hasLanguages: boolean): string {
  const ground = ({ paper, ink }: Palette): string => `:root{background:${paper};color:${ink}}`;
  return minifyCss(`${ground(light)}
    @media screen and (prefers-color-scheme: dark) { ${ground(dark)} }
    :root { font-size: 112.5%; }
    #first-cover { padding-top: 56px; font-family: 'Atkinson Hyperlegible Next', system-ui, sans-serif; line-height: 1.6; overflow-wrap: break-word; }
    .offerer { visibility: hidden; }
    .languages { height: ${hasLanguages ? '44px' : '0'}; }
    ${coverHeadStyles.cssText}`);
}
