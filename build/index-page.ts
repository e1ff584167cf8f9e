/** The one page of a package, made of `src/entry/index.html`. */
import { readFile } from 'node:fs/promises';
import type { Course } from '../src/course/course.ts';
import { connections, settingsJson } from '../src/own-package/settings-block.ts';
import type { Standard } from './packages.ts';

const template = new URL('../src/entry/index.html', import.meta.url);

/** Name of the bundle beside the page. */
export const scriptFile = 'course.js';

export interface PageParts {
  readonly course: Course;
  readonly standard: Standard;
  /** `@font-face` rules. */
  readonly fonts: string;
  /** SHA-256 of the script that the page's own script runs, in base64. */
  readonly hash: string;
}

/** @throws Error where the template asks for something that there is not */
export async function indexPage({ course, standard, fonts, hash }: PageParts): Promise<string> {
  const parts: Readonly<Record<string, string>> = {
    language: course.language,
    title: escapeHtml(course.title),
    policy: contentSecurityPolicy(standard, hash, course.lrs),
    fonts,
    settings: settingsJson(course),
    script: scriptFile,
  };
  const html = (await readFile(template, 'utf8')).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`src/entry/index.html asks for {{${name}}}; there are ${Object.keys(parts).join(', ')}.`);
    return part;
  });
  return html.replace(/\n\s+/g, '\n');
}

/**
 * Nothing but the page's own script runs. Styles may be inline because pictures of answers are drawn with them. No form may be sent: that
 * would leave the page.
 */
function contentSecurityPolicy(standard: Standard, hash: string, lrs: readonly string[] | undefined): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    connections(standard, lrs),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
