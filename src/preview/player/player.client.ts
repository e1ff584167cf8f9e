/** The SCORM player's script: opens the attempt, puts the API where a course looks for it, shows the course, and tells what happens. */
import type { LmsProfile, PageEventName } from '../../simulator/lms-profile.ts';
import { habitsOf, lmsProfile } from '../../simulator/lms-profiles.ts';
import type { LaunchData } from '../../simulator/lms-server.ts';
import { previewText } from '../preview-text.ts';
import type { ScormReceived } from '../scorm-received.ts';
import { LaunchFailed } from '../../simulator/scorm/open-attempt.ts';
import { createScormRuntime, type ScormRuntime } from '../../simulator/scorm/scorm-runtime.ts';
import { showCall } from './api-calls.ts';
import { keepLooking, say, showCourse, watchFaults } from './course-place.ts';
import { HttpLmsServer } from './http-server.ts';
import { byId, showPanel } from './draw-side-panel.ts';
import type { PlayerConfig } from './player-config.ts';
import { scormContent } from './side-panel-in-scorm.ts';

const text = previewText.player;
const config = JSON.parse(byId('player-config').textContent ?? '') as PlayerConfig;
const profile: LmsProfile = lmsProfile(config.profile);
const habits = habitsOf(profile, config.request.standard);
const stateLimit = Number.isFinite(habits.limits.state) ? habits.limits.state : undefined;
const pageEvents: readonly string[] = ['click', 'beforeunload', 'visibilitychange', 'pagehide', 'unload'] satisfies PageEventName[];

/** The window that the course runs in. */
let courseWindow: Window | undefined;
let lookNow = (): void => {};

start();

function start(): void {
  for (const name of habits.answers.globals) Object.assign(window, { [name]: {} });
  watchFaults(config.base);
  try {
    const runtime = openAttempt();
    Object.assign(window, runtime.globals);
    hearPage(runtime);
    showCourse({
      address: `${config.base}/content/${config.launch}`,
      view: config.view,
      onOpened: (course) => (courseWindow = course),
      onLoaded: (course) => {
        courseWindow = course;
        watchLeaving(course, runtime);
      },
    });
  } catch (error) {
    if (!(error instanceof LaunchFailed)) throw error;
    say(text.failed);
  }
  lookNow = keepLooking<ScormReceived>(config.base, config.buildNumber, (received) => showPanel(scormContent(received, stateLimit)));
}

function openAttempt(): ScormRuntime {
  const cached = habits.sending.cachesPlayerPage ? cachedLaunch() : undefined;
  const runtime = createScormRuntime({
    profile,
    server: new HttpLmsServer(config.base, habits.sending.path, () => lookNow()),
    launch: config.request,
    currentEvent,
    onCall: showCall,
    onLeaving: () => {
      say(text.ended);
      location.assign('/');
    },
    ...(cached ? { cachedLaunch: cached } : {}),
  });
  if (habits.sending.cachesPlayerPage) history.replaceState({ launchData: runtime.launchData }, '');
  return runtime;
}

/** The browser's Back brings a cached player page, with what its first load was handed. */
function cachedLaunch(): LaunchData | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'back_forward') return undefined;
  return (history.state as { launchData?: LaunchData } | null)?.launchData;
}

/** What the course's page is handling right now; none of it counts while the page merely comes back into sight. */
function currentEvent(): PageEventName | undefined {
  const type = courseWindow?.event?.type;
  if (type === undefined || !pageEvents.includes(type)) return undefined;
  return type === 'visibilitychange' && courseWindow?.document.visibilityState === 'visible' ? undefined : (type as PageEventName);
}

/** What the player's own page goes through; players look at it to choose between a request and a beacon. */
function hearPage(runtime: ScormRuntime): void {
  for (const type of ['beforeunload', 'pagehide', 'unload', 'pageshow'] as const) window.addEventListener(type, () => runtime.hear(type));
  document.addEventListener('visibilitychange', () =>
    runtime.hear(document.visibilityState === 'visible' ? 'visible' : 'visibilitychange'),
  );
}

/** The player has left when the course's page was told pagehide and then, as the last thing, that it is hidden. */
function watchLeaving(course: Window, runtime: ScormRuntime): void {
  let hiding = false;
  course.addEventListener('pagehide', () => (hiding = true));
  course.document.addEventListener('visibilitychange', () => {
    if (hiding) runtime.leave();
  });
}
