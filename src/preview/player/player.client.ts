/** The player's script: opens the attempt, puts the API where a course looks for it, shows the course, and tells what happens. */
import type { LmsProfile, PageEventName } from '../lms-profile.ts';
import { habitsOf, lmsProfile } from '../lms-profiles.ts';
import type { LaunchData } from '../lms-server.ts';
import { previewText } from '../preview-text.ts';
import { createScormRuntime, LaunchFailed, type ScormRuntime } from '../scorm-runtime.ts';
import { HttpLmsServer } from './http-server.ts';
import { byId, Panel, type Received } from './panel.ts';
import type { PlayerConfig } from './player-config.ts';

const text = previewText.player;
const config = JSON.parse(byId('player-config').textContent ?? '') as PlayerConfig;
const profile: LmsProfile = lmsProfile(config.profile);
const habits = habitsOf(profile, config.request.standard);
const panel = new Panel(Number.isFinite(habits.limits.state) ? habits.limits.state : undefined);
const pageEvents: readonly string[] = ['click', 'beforeunload', 'visibilitychange', 'pagehide', 'unload'] satisfies PageEventName[];

/** The window that the course runs in. */
let courseWindow: Window | null = null;
let refreshing: Promise<void> | undefined;

start();

function start(): void {
  for (const name of habits.answers.globals) Object.assign(window, { [name]: {} });
  watchFaults();
  try {
    const runtime = openAttempt();
    Object.assign(window, { [runtime.name]: runtime.api });
    showCourse(runtime);
  } catch (error) {
    if (!(error instanceof LaunchFailed)) throw error;
    say(text.failed);
  }
  refresh();
  setInterval(refresh, 3000);
}

function openAttempt(): ScormRuntime {
  const cached = habits.sending.cachesPlayerPage ? cachedLaunch() : undefined;
  const runtime = createScormRuntime({
    profile,
    server: new HttpLmsServer(config.base, habits.sending.path, refresh),
    launch: config.request,
    currentEvent,
    onCall: (call) => panel.addCall(call),
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

function showCourse(runtime: ScormRuntime): void {
  const address = `${config.base}/content/${config.launch}`;
  if (config.view === 'window') {
    const open = (): void => {
      courseWindow = window.open(address, 'aspa-course', 'popup,width=1024,height=768');
      if (courseWindow) watchOnceLoaded(courseWindow, runtime);
      else say(text.blocked);
    };
    byId('open-window').addEventListener('click', open);
    open();
    return;
  }
  const frame = byId('course') as HTMLIFrameElement;
  frame.addEventListener('load', () => {
    courseWindow = frame.contentWindow;
    if (courseWindow) watchLeaving(courseWindow, runtime);
  });
  frame.src = address;
  courseWindow = frame.contentWindow;
}

/** A new window first holds an empty page, and that one's leaving is none. */
function watchOnceLoaded(target: Window, runtime: ScormRuntime): void {
  const timer = setInterval(() => {
    if (target.closed) clearInterval(timer);
    if (target.closed || target.location.href === 'about:blank' || target.document.readyState !== 'complete') return;
    clearInterval(timer);
    watchLeaving(target, runtime);
  }, 100);
}

/** The player has left when the course's page was told pagehide and then, as the last thing, that it is hidden. */
function watchLeaving(target: Window, runtime: ScormRuntime): void {
  let hiding = false;
  target.addEventListener('pagehide', () => (hiding = true));
  target.document.addEventListener('visibilitychange', () => {
    if (hiding) runtime.leave();
  });
}

function watchFaults(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=fault]')) {
    input.addEventListener('change', () => {
      void fetch(`${config.base}/fault`, { method: 'POST', body: JSON.stringify({ fault: input.value }) });
    });
  }
}

function refresh(): void {
  refreshing ??= update().finally(() => (refreshing = undefined));
}

async function update(): Promise<void> {
  let received: Received;
  try {
    const response = await fetch(`${config.base}/received`, { cache: 'no-store' });
    if (!response.ok) return;
    received = (await response.json()) as Received;
  } catch {
    // The preview itself was stopped; the next look finds it again, or not.
    return;
  }
  panel.show(received);
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=fault]')) input.checked = input.value === received.fault;
  if (received.buildNumber !== config.buildNumber) say(text.rebuilt);
}

function say(words: string): void {
  const problem = byId('problem');
  problem.textContent = words;
  problem.hidden = false;
}
