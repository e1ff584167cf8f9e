/** The course's page as its author sees it: the one of a package without an LMS, with the content beside it and news of changes. */
import type { Courses } from '../../src/course/course.ts';
import { contentsOf } from '../../src/course/settings.ts';
import { indexPage, scriptFile } from '../index-page.ts';
import { CONTENTS } from './course-script.ts';

/** Names of the scripts, as the page asks for them. */
export const CONTENT_FILE = 'content.js';
export const NEWS_FILE = 'news.js';
/** SHA-256 of nothing: this page has no packed script. */
const NO_SCRIPT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

export interface DevPage {
  /** undefined where the content has never been right since the start. */
  readonly courses: Courses | undefined;
  readonly fonts: string;
  /** Which state of content and code the page shows. */
  readonly version: string;
}

export async function devPage({ courses, fonts, version }: DevPage): Promise<string> {
  const news = `<script src="${NEWS_FILE}" data-version="${version}" defer></script>`;
  if (!courses) return `<!doctype html>\n<html lang="fi">\n<meta charset="utf-8">\n<title>Kurssi</title>\n${news}\n</html>\n`;
  const page = await indexPage({ courses, standard: 'web', fonts, hashes: [NO_SCRIPT] });
  const script = `<script src="${scriptFile}" defer></script>`;
  if (!page.includes(script)) throw new Error(`src/entry/index.html does not start ${scriptFile} as the author's page expects it.`);
  return page.replace(script, () => `${news}\n<script src="${CONTENT_FILE}" defer></script>\n${script}`);
}

/** The content as a script that runs before the course's own. */
export function contentScript(courses: Courses): string {
  return `globalThis.${CONTENTS} = ${JSON.stringify(contentsOf(courses))};\n`;
}
