/** Both views of the course that the author has: as learners see it, and the edit mode with what it asks for. */
import { createHash, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { editRoutes } from '../edit/edit-routes.ts';
import { EditSession } from '../edit/edit-session.ts';
import { EDIT_API, EDIT_PATH, READING } from '../edit/page-messages.ts';
import { clientScript } from './client-script.ts';
import { EDIT_FILE, NEWS_FILE } from './dev-page.ts';
import { pageRoutes, type PageSources } from './page-routes.ts';

interface SiteSources extends Pick<PageSources, 'courses' | 'script' | 'version' | 'font'> {
  /** Folder of the content. */
  readonly content: string;
  /** Folder for what undoes edits; one in the project's `.cache` where none is given. */
  readonly journal: string | undefined;
  /** Under which the site is shown. */
  origins(): readonly string[];
}

const JOURNALS = fileURLToPath(new URL('../../.cache/edits', import.meta.url));

export async function sitePages({ content, journal, origins, ...shared }: SiteSources): Promise<Hono> {
  const [news, edit] = await Promise.all([clientScript('news.client.ts'), clientScript('../edit/edit.client.ts')]);
  const edits = new EditSession(content, journal ?? journalOf(content));
  const token = randomUUID();
  const asLearnersSee = pageRoutes({
    ...shared,
    shown: () => {
      const courses = shared.courses();
      return Promise.resolve(courses && { courses, globals: {} });
    },
    scripts: new Map([[NEWS_FILE, news]]),
    tags: [],
  });
  const inEditMode = pageRoutes({
    ...shared,
    shown: async () => {
      const reading = await edits.readOnce(shared.version());
      return reading && { courses: reading.courses, globals: { [READING]: reading.id } };
    },
    scripts: new Map([
      [NEWS_FILE, news],
      [EDIT_FILE, edit],
    ]),
    tags: [{ file: EDIT_FILE, data: { token } }],
  });
  return new Hono()
    .route(EDIT_API, editRoutes(edits, token, origins))
    .route(EDIT_PATH, inEditMode)
    .route('/', asLearnersSee);
}

/** Apart for each content: no other is changed by what undoes its edits. */
function journalOf(content: string): string {
  return join(JOURNALS, createHash('sha256').update(resolve(content)).digest('hex').slice(0, 16));
}
