/** Everything below `/course/<registration>/`: the page of an xAPI or cmi5 course, its files, and what the LRS has of it. */
import { Hono, type Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { faultyAnswer, type FaultSettings, type PreviewFault } from './faults.ts';
import { launchedView, type HeldStatement } from './launched-received.ts';
import type { LaunchBook, LaunchSession, Registration } from '../simulator/launchers/launch-book.ts';
import { launch } from '../simulator/launchers/launch.ts';
import type { EndpointOptions } from '../simulator/launchers/forwarding.ts';
import { agentsOf } from '../simulator/launchers/learner-bounds.ts';
import { launcherProfile } from '../simulator/launchers/launcher-profiles.ts';
import { packageFile } from './package-file.ts';
import type { CoursePackage, PackageShelf } from './package-shelf.ts';
import { launchedPage } from './pages/launched-page.ts';
import { isView } from './pages/views.ts';
import { isLearnerLanguage } from './preview-learners.ts';
import type { PreviewStore } from './preview-store.ts';
import { bodyOf, faultBody } from './request-bodies.ts';

export interface LaunchedRoutesOptions extends FaultSettings {
  readonly store: PreviewStore;
  readonly shelf: PackageShelf;
  readonly book: LaunchBook;
  readonly launching: EndpointOptions;
  /** Faults by registration. */
  readonly faults: Map<string, PreviewFault>;
  /** Where the LRS site listens, without a slash at its end. */
  readonly lrsOrigin: string;
  readonly buildNumber: () => number;
}

interface Env {
  Bindings: HttpBindings;
  Variables: { registration: Registration; course: CoursePackage };
}

const xapiVersion = { 'X-Experience-API-Version': '1.0.3' };

export function launchedRoutes(options: LaunchedRoutesOptions): Hono<Env> {
  const { shelf, book, launching, faults, hangTime, buildNumber } = options;
  const routes = new Hono<Env>();

  routes.use('/:id/*', async (context, next) => {
    const registration = book.registration(context.req.param('id'));
    const course = registration && shelf.find(registration.package);
    if (!registration || !course) return context.text('There is no such registration, or its package is gone. Start from /.', 404);
    context.set('registration', registration);
    context.set('course', course);
    return next();
  });

  routes.get('/:id/', (context) => page(context, options));

  routes.get('/:id/received', async (context) => {
    const { id, standing } = context.get('registration');
    const session = book.sessionOf(id);
    const view = session
      ? launchedView(standing, await heldStatements(session, launching), await stateBytes(session, launching))
      : launchedView(standing, [], 0);
    return context.json({ view, fault: faults.get(id) ?? 'none', buildNumber: buildNumber() });
  });

  routes.post('/:id/fault', async (context) => {
    const { fault } = await bodyOf(context, faultBody);
    faults.set(context.get('registration').id, fault);
    return context.json({ fault });
  });

  routes.get('/:id/content/*', async (context) => {
    const { id, profile } = context.get('registration');
    const faulty = await faultyAnswer(faults.get(id) ?? 'none', 'file', context.env, { hangTime });
    return faulty ?? packageFile(context, context.get('course').files, 4, launcherProfile(profile).fileCaching);
  });

  return routes;
}

/** Each showing of the page is a launch: a session of its own, of the learner's latest registration. */
async function page(context: Context<Env>, options: LaunchedRoutesOptions): Promise<Response> {
  const { store, launching, faults, lrsOrigin, buildNumber } = options;
  const registration = context.get('registration');
  const course = context.get('course');
  const learner = store.learner(registration.learner);
  if (!learner) return context.text('The learner of this registration is gone. Start from /.', 404);
  if (faults.get(registration.id) === 'session-expired') faults.delete(registration.id);
  const { mode: asked, view, language } = context.req.query();
  const mode = asked === 'browse' || asked === 'review' ? asked : 'normal';
  const profile = launcherProfile(registration.profile);
  const here = new URL(context.req.url).origin;
  const { address } = await launch(
    {
      profile,
      learner: isLearnerLanguage(language) ? { ...learner, language } : learner,
      package: course.name,
      publisherId: course.activityId ?? '',
      mode,
      fresh: false,
      page: `${here}/course/${registration.id}/content/${course.launch}`,
      endpoint: `${lrsOrigin}/launcher`,
      returnUrl: `${here}/`,
    },
    launching,
  );
  const shown = {
    registration,
    learner,
    course,
    profile,
    mode,
    view: isView(view) ? view : 'frame',
    address,
    buildNumber: buildNumber(),
  } as const;
  return context.html(launchedPage(shown), 200, { 'Cache-Control': 'no-store' });
}

/** Newest first: by registration, or by the activity where the launcher gives no registration of the learner's own. */
async function heldStatements(session: LaunchSession, { lrs }: EndpointOptions): Promise<HeldStatement[]> {
  const { address } = session.profile;
  const query = new URLSearchParams({ agent: agentOf(session), limit: '500' });
  if (address.registration === 'of-attempt') query.set('registration', session.registration);
  else {
    query.set('activity', session.activityId);
    query.set('related_activities', 'true');
  }
  const answer = await lrs(`statements?${query.toString()}`, { method: 'GET', headers: xapiVersion });
  return answer.ok ? ((await answer.json()) as { statements: HeldStatement[] }).statements : [];
}

async function stateBytes(session: LaunchSession, { lrs }: EndpointOptions): Promise<number> {
  const { activityId, registration } = session;
  const query = new URLSearchParams({ activityId, agent: agentOf(session), registration, stateId: 'suspendData' });
  const answer = await lrs(`activities/state?${query.toString()}`, { method: 'GET', headers: xapiVersion });
  return answer.ok ? (await answer.arrayBuffer()).byteLength : 0;
}

/** The learner as one agent, whatever the launch address calls her. */
function agentOf({ actor }: LaunchSession): string {
  return JSON.stringify(agentsOf(actor)[0] ?? actor);
}
