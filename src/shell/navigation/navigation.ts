import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bringToTop, isInSight } from '../../exercises/shared/bring-into-view.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { ChapterPage, EnteredPlace } from '../chapter/chapter-page.ts';
import { modeNotice } from '../notices/notices.ts';
import { focusOnText, textInSight } from '../frame/in-sight.ts';
import { COVER_PAGE, linkOf, PRIVACY_PAGE, routeOf, RULES_PAGE, STATEMENT_PAGE, SUPPORT_PAGE, type Route } from './route.ts';
import { VisitedPlaces, type VisitedPlace } from './visited-places.ts';

/** The shell, as far as leading through it goes. */
export interface NavigationHost extends ReactiveControllerHost, HTMLElement {
  readonly session: CourseSessionView | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** This launch is a reload of the page. */
  readonly reloaded: boolean;
  /** The page that is shown. */
  readonly page: HTMLElement | null;
}

/**
 * Where in the course the learner is, and how she gets there: by deep links within this one page, with the focus where she arrives and the
 * place remembered for the next launch.
 */
export class Navigation implements ReactiveController {
  route: Route = { page: '' };
  /** The exercise that an earlier session ended at, until another page is turned to. */
  resumed: string | undefined;
  /** The exercise that the learner is at; undefined at the top of a page and on the shell's own pages. */
  exercise: string | undefined;
  /** That exercise or the step of it, as it was remembered last. */
  #place: string | undefined;
  /** The field of that exercise in which the focus was last. */
  #field: string | undefined;

  readonly #visited = new VisitedPlaces();
  readonly #host: NavigationHost;

  constructor(host: NavigationHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#clicked);
    window.addEventListener('hashchange', this.#hashChanged);
    this.#visited.begin();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#clicked);
    window.removeEventListener('hashchange', this.#hashChanged);
    this.#visited.end();
  }

  /**
   * The first moment at which the course is open: goes to where the address says; else to the cover, and after a reload to where the learner was.
   * @param cameBack a page that asked something stood in the course's place until now, and the focus with it
   * @returns the place at which the learner goes on after a reload, where it has no address
   */
  async start(session: CourseSessionView, cameBack: boolean): Promise<Route | undefined> {
    const asked = routeOf(session.course, location.hash);
    const last = this.#host.reloaded ? routeOf(session.course, session.place) : undefined;
    this.route = asked ?? last ?? { page: COVER_PAGE };
    if (!asked) this.resumed = last?.exercise;
    this.#host.requestUpdate();
    if (asked) await this.#arrive(asked);
    else if (last) await this.#resume(session, cameBack);
    else await this.#openCover(session);
    return asked ? undefined : last;
  }

  /** The focus goes back to the field in which it was last, else to the exercise, else to what she reads, which is the title at a page's top. */
  async goBack(): Promise<void> {
    await this.#host.updateComplete;
    const { page } = this.#host;
    await updated(page);
    if (this.exercise !== undefined && isChapter(page)) await page.goBack(this.exercise, this.#field);
    else if (scrollY > 0) focusOnText(textInSight() ?? page);
    else await this.goOn();
  }

  /** The focus goes on to the page's title. */
  async goOn(): Promise<void> {
    await this.#host.updateComplete;
    const { page } = this.#host;
    await updated(page);
    if (!page) return;
    bringToTop(page, page.shadowRoot?.querySelector('h1') ?? page);
    page.focus();
  }

  /** Remembers the step that the learner works at as the place to come back to; an earlier release takes it for the exercise. */
  entered({ exercise, place, field }: EnteredPlace): void {
    if (exercise !== this.exercise || field !== undefined) this.#field = field;
    if (place === this.#place) return;
    this.exercise = exercise;
    this.#place = place;
    this.#remember(place);
  }

  /** The focus is on the one button, unless what needs the learner's word stands above it. */
  async #openCover(session: CourseSessionView): Promise<void> {
    await this.#host.updateComplete;
    const { page } = this.#host;
    await updated(page);
    if (!asksFirst(session)) page?.focus();
    else page?.shadowRoot?.querySelector('h1')?.focus({ preventScroll: true });
  }

  async #resume(session: CourseSessionView, cameBack: boolean): Promise<void> {
    await this.#host.updateComplete;
    const { page } = this.#host;
    const { exercise, field } = this.route;
    if (isChapter(page) && exercise !== undefined && field !== undefined) await page.open(exercise, field);
    if (this.resumed !== undefined && !asksFirst(session) && isChapter(page)) await page.goToResumed();
    else if (cameBack) page?.focus();
  }

  /**
   * Shows a place: a new page with the focus on its title, or an exercise or a field of it.
   * @param left where she was when she left it, where the browser goes back or forward to it
   */
  async #arrive(route: Route, left?: VisitedPlace): Promise<void> {
    const { session } = this.#host;
    if (!session) return;
    const isTurned = route.page !== this.route.page;
    this.route = route;
    if (isTurned) {
      this.resumed = undefined;
      this.exercise = undefined;
    }
    this.#place = undefined;
    this.#field = undefined;
    this.#host.requestUpdate();
    this.#remember(route.exercise);
    session.saveSoon();
    await this.#host.updateComplete;
    const { page } = this.#host;
    if (left && left.top > 0) {
      await this.#comeBack(page, left);
      return;
    }
    const place = route.exercise ?? route.field;
    if (place !== undefined && isChapter(page)) {
      await page.goTo(place, route.field);
      return;
    }
    await updated(page);
    this.#goToTop(page, isTurned);
  }

  #goToTop(page: HTMLElement | null, isTurned: boolean): void {
    window.scrollTo(0, 0);
    // A page around the course's frame is moved only where the frame's top is out of its sight.
    this.#host.renderRoot.querySelector('.top')?.scrollIntoView({ block: 'nearest' });
    // What she is asked stands above it; at a page to which she has turned she has seen that already.
    const title = page?.shadowRoot?.querySelector('h1');
    if (isTurned && page && title && !isInSight(title)) bringToTop(page, title);
    page?.focus();
  }

  /** What she read stands where it stood, with the focus, so that Tab goes on from there. */
  async #comeBack(page: HTMLElement | null, { top, exercise, place }: VisitedPlace): Promise<void> {
    const { route } = this;
    await (isChapter(page) ? page.whole : updated(page));
    if (isChapter(page) && exercise !== undefined && place !== undefined) await page.open(exercise, place);
    await new Promise(requestAnimationFrame);
    // She has gone on meanwhile.
    if (route !== this.route) return;
    window.scrollTo(0, top);
    focusOnText(textInSight() ?? page);
  }

  readonly #hashChanged = (): void => {
    this.#goThere(this.#visited.arrive({ top: scrollY, exercise: this.exercise, place: this.#place }));
  };

  #goThere(left?: VisitedPlace): void {
    const { session } = this.#host;
    const route = session && routeOf(session.course, location.hash);
    if (route && session.phase === 'open') void this.#arrive(route, left);
  }

  /** A link to where the address already points changes no address, yet has to lead there. */
  readonly #clicked = (event: MouseEvent): void => {
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    if (!event.defaultPrevented && href?.startsWith('#') && href === location.hash) this.#goThere();
  };

  /** Looking around is no work: it leaves no mark where nothing may be written. Nor does the cover, which tells where she was, or what support wants to know. */
  #remember(exercise: string | undefined): void {
    const { session } = this.#host;
    if (
      !session ||
      session.mode === 'browse' ||
      [COVER_PAGE, SUPPORT_PAGE, RULES_PAGE, STATEMENT_PAGE, PRIVACY_PAGE].includes(this.route.page)
    )
      return;
    session.visit(linkOf({ page: this.route.page, ...(exercise === undefined ? {} : { exercise }) }));
  }
}

/** What needs the learner's word, or says that nothing is saved, stands at the top of the page, and she is not led past it. */
function asksFirst(session: CourseSessionView): boolean {
  const isUnsaved = ['browse', 'review'].includes(modeNotice(session) ?? '');
  return isUnsaved || session.conflicts.length > 0 || session.kept.length > 0;
}

function isChapter(page: HTMLElement | null): page is ChapterPage {
  return page?.localName === 'aspa-chapter-page';
}

function updated(page: HTMLElement | null): Promise<unknown> {
  return (page as (HTMLElement & Partial<ReactiveControllerHost>) | null)?.updateComplete ?? Promise.resolve();
}
