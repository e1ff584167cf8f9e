/** The course's page as its author sees it: the one of a package without an LMS, with the content beside it and news of changes. */
import type { Courses } from '../../src/course/course.ts';
import { contentsOf } from '../../src/course/settings.ts';
import { languageScriptName } from '../../src/own-package/script-files.ts';
import { indexPage, scriptTag, type PageScripts } from '../index-page.ts';
import { CONTENTS, scriptFile } from './course-script.ts';

/** Names of the scripts, as the page asks for them. */
export const CONTENT_FILE = 'content.js';
export const NEWS_FILE = 'news.js';
export const EDIT_FILE = 'edit.js';
/** SHA-256 of nothing: this page has no packed script. */
const NO_SCRIPT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** A script of the author's page with what it is told, as `data-` attributes; letters, digits and hyphens only. */
export interface PageScript {
  readonly file: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface DevPage {
  /** undefined where the content has never been right since the start. */
  readonly courses: Courses | undefined;
  readonly fonts: string;
  /** Which state of content and code the page shows. */
  readonly version: string;
  /** Beside the course's own and its news. */
  readonly scripts: readonly PageScript[];
}

export async function devPage({ courses, fonts, version, scripts }: DevPage): Promise<string> {
  const news = tagOf({ file: NEWS_FILE, data: { version } });
  if (!courses) return `<!doctype html>\n<html lang="fi">\n<meta charset="utf-8">\n<title>Kurssi</title>\n${news}\n</html>\n`;
  const [, ...others] = courses;
  const own: PageScripts = {
    course: scriptFile,
    languages: new Map(others.map(({ language }) => [language, `${languageScriptName(language)}.js`])),
  };
  const page = await indexPage({ courses, standard: 'web', fonts, scripts: own, hashes: [NO_SCRIPT] });
  const script = scriptTag(own);
  if (!page.includes(script)) throw new Error(`src/entry/index.html does not start ${scriptFile} as the author's page expects it.`);
  const before = [news, tagOf({ file: CONTENT_FILE, data: {} }), ...scripts.map(tagOf)].join('\n');
  return page.replace(script, () => `${before}\n${script}`);
}

function tagOf({ file, data }: PageScript): string {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
  return `<script src="${file}"${attributes.join('')} defer></script>`;
}

/** The content as a script that runs before the course's own. @param globals what other scripts are to know */
export function contentScript(courses: Courses, globals: Readonly<Record<string, string>>): string {
  const all = Object.entries({ [CONTENTS]: contentsOf(courses), ...globals });
  return all.map(([name, value]) => `globalThis.${name} = ${JSON.stringify(value)};\n`).join('');
}
