import { hidesFirst } from '../tracking/hides-first.ts';
import { navigationType } from '../tracking/navigation-type.ts';
import type { CourseSession } from './course-session.ts';

/** A window that closes is hidden so soon after `beforeunload` (seen: 40 ms), and one that stays, after a download say, is not. */
const GOING_MS = 500;

/**
 * Tells a session what its page goes through. There is no `unload` handler and no prompt on leaving: `beforeunload` is what ILIAS hears
 * last, `pagehide` what the others do, and a page hidden on a phone may hear nothing more at all. A page that the browser's cache brings back
 * after that finds its session closed and writes nothing.
 */
export function followPage(session: CourseSession, page: Window): void {
  const { lifecycle } = session;
  const { document } = page;
  let leftAt = -Infinity;
  const isGoing = (): boolean => hidesFirst(page) && page.performance.now() - leftAt < GOING_MS;
  const noteLeft = (): void => void (leftAt = page.performance.now());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') lifecycle.resume();
    else if (isGoing()) lifecycle.end();
    else lifecycle.hide();
  });
  document.addEventListener('focusout', () => session.saveSoon());
  page.addEventListener('online', () => lifecycle.reconnect());
  page.addEventListener('focus', () => lifecycle.learnerIsHere());
  for (const sign of ['pointerdown', 'keydown'])
    document.addEventListener(sign, () => lifecycle.learnerIsHere(), { capture: true, passive: true });
  page.addEventListener('beforeunload', () => {
    lifecycle.leave();
    noteLeft();
    setTimeout(() => {
      lifecycle.linger();
      // What the page is held for goes on behind this event (`tracking/lrs/held-page.ts`).
      noteLeft();
    });
  });
  page.addEventListener('pagehide', () => lifecycle.end());
}

/** True where the LMS's own page was reached by the Back button; false where another origin hides it. */
export function cameBack(page: Window): boolean {
  return navigationType(page) === 'back_forward';
}

/** An id that lasts as long as this tab. */
export function tabId(page: Window): string {
  const fresh = `tab-${Math.random().toString(36).slice(2)}`;
  try {
    const known = page.sessionStorage.getItem('aspa:tab') ?? fresh;
    page.sessionStorage.setItem('aspa:tab', known);
    return known;
  } catch {
    return fresh;
  }
}
