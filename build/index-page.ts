/** The one page of a package, made of `src/entry/index.html`. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Courses, Language } from '../src/course/course.ts';
import { connections, settingsJson } from '../src/own-package/settings-block.ts';
import { firstCover } from './write-first-cover.ts';
import { noScriptHtml } from './no-script-words.ts';
import { minifyCss } from './minify-templates.ts';
import { notLoadedHtml } from './missing-script-words.ts';
import type { Standard } from './packages.ts';
import { smallScript } from './small-script.ts';

const template = new URL('../src/entry/index.html', import.meta.url);
const MISSING_SCRIPT = fileURLToPath(new URL('../src/entry/missing-script.ts', import.meta.url));

/** Addresses of the scripts beside the page. */
export interface PageScripts {
  readonly course: string;
  /** Of each further language; the course's script finds it here (`src/entry/configured-course.ts`). */
  readonly languages: ReadonlyMap<Language, string>;
}

export interface PageParts {
  readonly courses: Courses;
  readonly standard: Standard;
  /** The key of the part that the page is about, where the package has a page for each. */
  readonly part?: string;
  /** `@font-face` rules. */
  readonly fonts: string;
  readonly scripts: PageScripts;
  /** SHA-256, in base64, of the scripts that the page's own script and the files of languages run. */
  readonly hashes: readonly string[];
}

/** @throws Error where the template asks for something that there is not */
export async function indexPage({ courses, standard, part, fonts, scripts, hashes }: PageParts): Promise<string> {
  const [course] = courses;
  const languages = courses.map(({ language }) => language);
  const first = await firstCover(escapeHtml(course.title), languages);
  const missing = (await smallScript(MISSING_SCRIPT)).trim();
  const parts: Readonly<Record<string, string>> = {
    attributes: `lang="${course.language}"${part === undefined ? '' : ` data-part="${escapeHtml(part)}"`}`,
    title: escapeHtml(course.title),
    policy: contentSecurityPolicy(standard, [...hashes, hashOf(missing), first.hash], course.lrs),
    fonts,
    settings: settingsJson(course),
    missingScript: `<script>${missing}</script>`,
    script: scriptTag(scripts),
    noscript: noScriptHtml(languages),
    notLoaded: notLoadedHtml(languages),
    firstStyles: first.styles,
    firstCover: first.html,
    firstScript: `<script>${first.script}</script>`,
  };
  const html = (await readFile(template, 'utf8')).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`src/entry/index.html asks for {{${name}}}; there are ${Object.keys(parts).join(', ')}.`);
    return part;
  });
  return html.replace(/(?<=<style>)[^]*?(?=<\/style>)/, minifyCss).replace(/\n\s+/g, '\n');
}

/** The page's tag that starts the course. */
export function scriptTag({ course, languages }: PageScripts): string {
  const files = [...languages].map(([language, file]) => ` data-${language}="${file}"`);
  return `<script id="course-script" src="${course}"${files.join('')} defer></script>`;
}

/**
 * Nothing but the page's own scripts runs. Styles may be inline because pictures of answers are drawn with them. No form may be sent: that
 * would leave the page.
 */
function contentSecurityPolicy(standard: Standard, hashes: readonly string[], lrs: readonly string[] | undefined): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes.map((hash) => `'sha256-${hash}'`)].join(' '),
    // The worker that reads the primer of the state (`src/tracking/state/prime-aside.ts`).
    ...(standard === 'scorm12' || standard === 'scorm2004' ? ['worker-src blob:'] : []),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    connections(standard, lrs),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
