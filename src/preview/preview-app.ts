/** The preview LMS as a web application: its pages, its forms, and the attempts below `/attempt/`. */
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { BuiltPage } from './built-pages.ts';
import { attemptRoutes, type AttemptRoutesOptions } from './attempt-routes.ts';
import { launchedRoutes, type LaunchedRoutesOptions } from './launched-routes.ts';
import { launcherProfiles } from '../simulator/launchers/launcher-profiles.ts';
import type { RegistrationKey } from '../simulator/launchers/launch-book.ts';
import type { ClientScripts } from './client-scripts.ts';
import { lmsProfiles } from '../simulator/lms-profiles.ts';
import { packageFile } from './package-file.ts';
import { startPage } from './pages/start-page.ts';
import { isView } from './pages/views.ts';
import { isLearnerLanguage } from './preview-learners.ts';
import type { AttemptKey } from './preview-store.ts';

export interface PreviewAppOptions extends AttemptRoutesOptions, LaunchedRoutesOptions {
  readonly scripts: ClientScripts;
  /** The pages beside the packages, as the folder has them now. */
  readonly builtPages: () => readonly BuiltPage[];
  readonly builtPage: (file: string) => string | undefined;
}

type App = Hono<{ Bindings: HttpBindings }>;

export function createPreviewApp(options: PreviewAppOptions): App {
  const { store, shelf, scripts, book, builtPage } = options;
  const css = readFileSync(new URL('./pages/preview.css', import.meta.url), 'utf8');
  const app: App = new Hono();

  // Only pages of this server may call it: another site that is open in the same browser has no business here.
  app.use(async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== new URL(context.req.url).origin) return context.text('Only this preview may call itself.', 403);
    await next();
    if (context.res === RESPONSE_ALREADY_SENT) return undefined;
    // Nor may it show the preview in a frame, where a click would be the author's, or load a part of it.
    context.header('Content-Security-Policy', "frame-ancestors 'self'");
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    return undefined;
  });

  app.get('/', (context) => {
    const registrations = book.registrations();
    const builtPages = options.builtPages();
    return context.html(
      startPage({ learners: store.learners(), packages: shelf.list(), attempts: store.attempts(), registrations, builtPages }),
    );
  });
  app.get('/:file{[a-z0-9-]+\\.html}', (context) => {
    const asked = context.req.param('file');
    const found = options.builtPages().find(({ file }) => file === asked);
    const page = found && builtPage(found.file);
    return page === undefined ? context.text(`There is no ${asked}. npm run build makes it.`, 404) : context.html(page);
  });
  app.get('/preview.css', (context) => context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  for (const [path, script] of scripts) {
    app.get(path, (context) => context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  }

  app.post('/learners', async (context) => {
    const form = await context.req.parseBody();
    const name = text(form['name']).trim().slice(0, 80);
    const language = text(form['language']);
    if (name) store.addLearner(name, isLearnerLanguage(language) ? language : 'fi');
    return context.redirect('/', 303);
  });

  app.post('/learners/:id/reset', (context) => {
    store.resetLearner(context.req.param('id'));
    book.forget(context.req.param('id'));
    return context.redirect('/', 303);
  });

  app.post('/launch', async (context) => {
    const form = await context.req.parseBody();
    const place = launchPlace(options, form);
    if ('problem' in place) return context.text(place.problem, 400);
    const mode = text(form['mode']) || 'normal';
    const view = text(form['view']);
    const language = text(form['language']);
    const query = new URLSearchParams({ mode, view: isView(view) ? view : 'frame', ...(language ? { language } : {}) });
    return context.redirect(`${place.path}?${query.toString()}`, 303);
  });

  app.get('/web/:package/*', (context) => {
    const course = shelf.find(context.req.param('package'));
    return course ? packageFile(context, course.files, 3) : context.text('There is no such package.', 404);
  });

  app.route('/attempt', attemptRoutes(options));
  app.route('/course', launchedRoutes(options));
  return app;
}

/** Where a launch form leads to, or why that cannot be. */
function launchPlace(options: PreviewAppOptions, form: Readonly<Record<string, unknown>>): { path: string } | { problem: string } {
  const { store, shelf, book } = options;
  const learner = store.learner(text(form['learner']));
  const course = shelf.find(text(form['package']));
  const profileId = text(form['profile']);
  const lms = lmsProfiles.find(({ id }) => id === profileId);
  const launcher = launcherProfiles.find(({ id }) => id === profileId);
  if (!learner || !course || !(lms ?? launcher))
    return { problem: 'The learner, the package or the LMS is not there any more. Choose again on the first page.' };
  const { standard } = course;
  const fresh = text(form['fresh']) !== '';
  if (launcher?.standard === standard) {
    const key: RegistrationKey = { learner: learner.id, package: course.name, profile: launcher.id };
    return { path: `/course/${book.register(key, fresh).id}/` };
  }
  if (lms && (standard === 'scorm12' || standard === 'scorm2004') && standard in lms.habits) {
    const key: AttemptKey = { learner: learner.id, package: course.name, profile: lms.id, standard };
    const attempt = fresh ? store.newAttempt(key) : (store.latestAttempt(key) ?? store.newAttempt(key));
    return { path: `/attempt/${String(attempt.id)}/` };
  }
  return { problem: `${(lms ?? launcher)?.title ?? ''} refuses ${standard} packages. Choose another LMS or another package.` };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
