/** The author's page and what it loads, made of what the files hold now: as learners see it, or as the edit mode shows it. */
import { Hono } from 'hono';
import type { Courses } from '../../src/course/course.ts';
import { languageOfFile } from '../../src/own-package/script-files.ts';
import { bundleLanguage } from '../bundle-language.ts';
import { fontFile, type Font } from '../cut-font.ts';
import { mapFile, scriptFile, type Script } from './course-script.ts';
import { CONTENT_FILE, contentScript, devPage, type PageScript } from './dev-page.ts';

export interface PageSources {
  /** As learners see them; undefined where the content has never been right since the start. */
  courses(): Courses | undefined;
  /** What the page's script gets in their place, and what else it is to know. */
  shown(): Promise<{ readonly courses: Courses; readonly globals: Readonly<Record<string, string>> } | undefined>;
  script(): Script;
  version(): string;
  readonly font: Font;
  /** Scripts beside the course's own, by their names. */
  readonly scripts: ReadonlyMap<string, string>;
  /** How the page loads them. */
  readonly tags: readonly PageScript[];
}

const FRESH = { 'Cache-Control': 'no-store' };
const JAVASCRIPT = { ...FRESH, 'Content-Type': 'text/javascript; charset=utf-8' };

export function pageRoutes({ courses, shown, script, version, font, scripts, tags }: PageSources): Hono {
  const app = new Hono()
    .get('/', async ({ html }) =>
      html(await devPage({ courses: courses(), fonts: font.rules, version: version(), scripts: tags }), 200, FRESH),
    )
    .get(`/${scriptFile}`, ({ body }) => body(codeOf(script()), 200, JAVASCRIPT))
    .get(`/${mapFile}`, ({ body }) => body(mapOf(script()), 200, { ...FRESH, 'Content-Type': 'application/json' }))
    .get(`/${CONTENT_FILE}`, async ({ body }) => {
      const content = await shown();
      return body(content ? contentScript(content.courses, content.globals) : '', 200, JAVASCRIPT);
    })
    .get('/:file{course-[a-z]{2}\\.js}', async ({ req, body, notFound }) => {
      const course = (await shown())?.courses.slice(1).find(({ language }) => language === languageOfFile(req.param('file')));
      return course ? body(await bundleLanguage(course), 200, JAVASCRIPT) : notFound();
    })
    .get(`/${fontFile}`, ({ body }) => body(Uint8Array.from(font.file), 200, { 'Content-Type': 'font/woff2' }));
  for (const [name, text] of scripts) app.get(`/${name}`, ({ body }) => body(text, 200, JAVASCRIPT));
  return app;
}

/** Code that cannot be bundled is told as news; the page has none until it is mended. */
function codeOf(script: Script): string {
  return 'code' in script ? script.code : '';
}

function mapOf(script: Script): string {
  return 'map' in script ? script.map : '';
}
