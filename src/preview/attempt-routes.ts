/** Everything below `/attempt/<id>/`: the player page, the course's files, and the calls that the player's run-time makes. */
import { Hono } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import { faultyAnswer, type FaultSettings, type PreviewFault } from './faults.ts';
import { handOver } from '../simulator/scorm/hand-over.ts';
import { keepAttempt } from '../simulator/scorm/keep-attempt.ts';
import type { LmsHabits } from '../simulator/lms-profile.ts';
import { habitsOf, lmsProfile } from '../simulator/lms-profiles.ts';
import { packageFile } from './package-file.ts';
import type { CoursePackage, PackageShelf } from './package-shelf.ts';
import { playerPage } from './pages/player-page.ts';
import { isView } from './pages/views.ts';
import { isLearnerLanguage } from './preview-learners.ts';
import type { PreviewAttempt, PreviewStore } from './preview-store.ts';
import { scormView } from './scorm-received.ts';
import { bodyOf, faultBody, launchBody, storeBody } from './request-bodies.ts';

interface Env {
  Bindings: HttpBindings;
  Variables: { attempt: PreviewAttempt; course: CoursePackage; habits: LmsHabits };
}

export interface AttemptRoutesOptions extends FaultSettings {
  readonly store: PreviewStore;
  readonly shelf: PackageShelf;
  /** Counts up whenever the course was built again. */
  readonly buildNumber: () => number;
}

export function attemptRoutes({ store, shelf, hangTime, buildNumber }: AttemptRoutesOptions): Hono<Env> {
  const faults = new Map<number, PreviewFault>();
  const routes = new Hono<Env>();

  routes.use('/:id/*', async (context, next) => {
    const id = context.req.param('id');
    const attempt = /^\d+$/.test(id) ? store.attempt(Number(id)) : undefined;
    const course = attempt && shelf.find(attempt.package);
    if (!attempt || !course) return context.text('There is no such attempt, or its package is gone. Start from /.', 404);
    context.set('attempt', attempt);
    context.set('course', course);
    context.set('habits', habitsOf(lmsProfile(attempt.profile), attempt.standard));
    return next();
  });

  routes.get('/:id/', (context) => {
    const attempt = context.get('attempt');
    const learner = store.learner(attempt.learner);
    if (!learner) return context.text('The learner of this attempt is gone. Start from /.', 404);
    if (faults.get(attempt.id) === 'session-expired') faults.delete(attempt.id);
    const mode = context.req.query('mode');
    const view = context.req.query('view');
    const language = context.req.query('language');
    return context.html(
      playerPage({
        attempt,
        learner: isLearnerLanguage(language) ? { ...learner, language } : learner,
        course: context.get('course'),
        profile: lmsProfile(attempt.profile),
        mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
        view: isView(view) ? view : 'frame',
        buildNumber: buildNumber(),
      }),
      200,
      { 'Cache-Control': 'no-store' },
    );
  });

  routes.get('/:id/received', (context) => {
    const { id, standard, stored } = context.get('attempt');
    return context.json({
      view: scormView(standard, stored),
      requests: store.received(id),
      fault: faults.get(id) ?? 'none',
      buildNumber: buildNumber(),
    });
  });

  routes.post('/:id/fault', async (context) => {
    const { fault } = await bodyOf(context, faultBody);
    faults.set(context.get('attempt').id, fault);
    return context.json({ fault });
  });

  routes.get('/:id/content/*', async (context) => {
    const attempt = context.get('attempt');
    const faulty = await faultyAnswer(faults.get(attempt.id) ?? 'none', 'file', context.env, { hangTime });
    return faulty ?? packageFile(context, context.get('course').files, 4);
  });

  routes.post('/:id/launch', async (context) => {
    const attempt = context.get('attempt');
    const faulty = await faultyAnswer(faults.get(attempt.id) ?? 'none', 'call', context.env, { hangTime });
    if (faulty) return faulty;
    const handed = handOver(context.get('habits'), attempt.stored, await bodyOf(context, launchBody));
    store.keep(attempt.id, handed.attempt);
    return context.json({ result: 'launched', data: handed.data });
  });

  routes.post('/:id/call/*', async (context) => {
    const { id } = context.get('attempt');
    const fault = faultOfCalls(faults.get(id), context.get('habits'));
    const faulty = await faultyAnswer(fault, 'call', context.env, { hangTime });
    const transport = context.req.query('api') ?? 'synchronous';
    if (faulty) {
      store.noteReceived(id, { at: Date.now(), transport, result: resultOf(fault), values: 0 });
      return faulty;
    }
    const request = await bodyOf(context, storeBody);
    // Read again: another request may have been stored while this one's body came in.
    const stored = store.attempt(id)?.stored ?? context.get('attempt').stored;
    const kept = keepAttempt(context.get('habits'), stored, request);
    store.keep(id, kept.attempt);
    store.noteReceived(id, { at: Date.now(), transport, result: kept.answer, values: request.values.length });
    return kept.answer === 'page' ? context.html('not allowed') : context.body(...answerOf(kept.answer, context.get('habits')));
  });

  return routes;
}

/** Some LMSs ask nobody who stores to be logged in. */
function faultOfCalls(fault: PreviewFault = 'none', { sending }: LmsHabits): PreviewFault {
  return fault === 'session-expired' && !sending.needsSession ? 'none' : fault;
}

function answerOf(result: string, { sending: { answerType } }: LmsHabits): [body: string, status: 200, headers: Record<string, string>] {
  return [JSON.stringify({ result }), 200, answerType ? { 'Content-Type': answerType } : {}];
}

function resultOf(fault: PreviewFault): string {
  if (fault === 'unavailable') return 'refused';
  if (fault === 'html' || fault === 'shut-out') return 'page';
  return fault === 'session-expired' ? 'session-ended' : 'unreachable';
}
