import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AnswerEvent } from '../course/answer-event.ts';
import { isAnswered, note } from '../course/answers.ts';
import { exercisesOf, type Chapter, type Course } from '../course/course.ts';
import { bringToTop } from '../exercises/bring-into-view.ts';
import type { SaveStatus } from '../session/save-status.ts';
import type { CourseSessionView } from '../session/session-view.ts';
import { fi } from '../text/fi.ts';
import { chooseText, textContext, type Text, type Texts } from '../text/text.ts';
import { Announcer } from './announcer.ts';
import type { ChapterPage } from './chapter-page.ts';
import './chapter-page.ts';
import { ClassEarnings } from './class-earnings.ts';
import './class-earned.ts';
import { courseAppStyles } from './course-app-styles.ts';
import './course-footer.ts';
import type { Neighbour } from './course-footer.ts';
import type { CourseHeader } from './course-header.ts';
import './course-header.ts';
import { HeaderRoom } from './header-room.ts';
import './licence-page.ts';
import { standingOf } from './licence-standing.ts';
import './my-workbook.ts';
import { modeNotice } from './notices.ts';
import './phase-page.ts';
import { LICENCE_PAGE, linkOf, routeOf, WORKBOOK_PAGE, type Route } from './route.ts';
import './save-problem.ts';
import { saveAnnouncement } from './save-words.ts';
import { shellStyles } from './shell-styles.ts';
import type { TableOfContents } from './table-of-contents.ts';
import './table-of-contents.ts';
import { saveCopy } from './workbook-copy.ts';

/** Classes that were earned a moment ago, and where to say so. */
interface Earned {
  readonly classes: readonly string[];
  /** The exercise that the learner was at; undefined on the shell's own pages. */
  readonly exercise: string | undefined;
  readonly words: string;
}

/**
 * The whole course on the page: shows the session, leads through the chapters by deep links within this one page, and hands what is
 * written to the session's store.
 */
@customElement('aspa-course-app')
export class CourseApp extends LitElement {
  static override readonly styles = [shellStyles, courseAppStyles];

  @property({ attribute: false }) session: CourseSessionView | undefined;
  /** The languages of the interface that this bundle carries. */
  @property({ attribute: false }) texts: Texts = { fi };
  /** The content in the languages that this bundle carries; the session's own course where there is no other. */
  @property({ attribute: false }) courses: readonly Course[] = [];
  @state() private route: Route = { page: '' };
  @state() private resumed: string | undefined;
  @state() private earned: Earned | undefined;
  @state() private moment = 0;
  @query('aspa-course-header') private readonly header!: CourseHeader | null;
  @query('aspa-table-of-contents') private readonly contents!: TableOfContents | null;
  @query('aspa-chapter-page, aspa-licence-page, aspa-my-workbook') private readonly page!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #headerRoom = new HeaderRoom(this);
  readonly #text = new ContextProvider(this, { context: textContext, initialValue: fi as Text });
  #stopListening = (): void => {};
  #started = false;
  /** A page that asks something stands in the course's place, or did until now. */
  #wasAway = false;
  #status: SaveStatus = { state: 'unchanged' };
  #earnings: ClassEarnings | undefined;
  #exercise: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(AnswerEvent.type, this.#answered);
    this.addEventListener('aspa-field-left', this.#fieldLeft);
    this.addEventListener('click', this.#clicked);
    window.addEventListener('hashchange', this.#hashChanged);
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(AnswerEvent.type, this.#answered);
    this.removeEventListener('aspa-field-left', this.#fieldLeft);
    this.removeEventListener('click', this.#clicked);
    window.removeEventListener('hashchange', this.#hashChanged);
    this.#stopListening();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#listen();
    const { session } = this;
    if (!session) return;
    const text = chooseText(this.texts, session.launch?.language, session.course.language) ?? fi;
    if (text !== this.#text.value) this.#text.setValue(text);
    document.documentElement.lang = text.language;
    document.title = this.#documentTitle();
  }

  #listen(): void {
    this.#stopListening();
    const { session } = this;
    if (!session || !this.isConnected) return;
    const endings = [session.listen(() => this.#sessionChanged()), session.store.listen(() => this.#sessionChanged())];
    this.#stopListening = () => endings.forEach((end) => end());
    this.#sessionChanged();
  }

  #sessionChanged(): void {
    const { session } = this;
    if (!session) return;
    this.moment += 1;
    this.#announcer.say(saveAnnouncement(this.#status, session.status, this.#text.value));
    if (session.status.state !== 'saving') this.#status = session.status;
    if (session.phase !== 'open') {
      this.#wasAway ||= session.phase !== 'opening';
      return;
    }
    const cameBack = this.#wasAway;
    this.#wasAway = false;
    if (!this.#started) return this.#start(session, cameBack);
    this.#noticeEarned(session);
    if (cameBack) void this.#goOn(this.#exercise);
  }

  /** The first moment at which the course is open: goes to where the address says, else to where the learner was last. */
  #start(session: CourseSessionView, cameBack: boolean): void {
    this.#started = true;
    this.#earnings = new ClassEarnings(session.course, session.progress);
    const asked = routeOf(session.course, location.hash);
    const last = routeOf(session.course, session.place);
    const first = session.course.chapters[0]?.id ?? WORKBOOK_PAGE;
    this.route = asked ?? last ?? { page: first };
    if (asked) void this.#arrive(asked);
    else if (last && (last.page !== first || last.exercise !== undefined)) void this.#resume(session, last, cameBack);
    else if (cameBack) void this.#goOn();
  }

  async #resume(session: CourseSessionView, last: Route, cameBack: boolean): Promise<void> {
    this.resumed = last.exercise;
    const { shell } = this.#text.value;
    const exercise = exercisesOf(this.#course ?? session.course).find(({ id }) => id === last.exercise);
    const place = exercise?.title ?? this.#titleOf(last.page);
    await this.updateComplete;
    // What needs the learner's word, or says that nothing is saved, stands at the top of the page, and she is not led past it.
    const unsaved = ['browse', 'review'].includes(modeNotice(session) ?? '');
    const asked = unsaved || session.conflicts.length > 0 || session.kept.length > 0;
    if (exercise && !asked && this.page && 'goToResumed' in this.page) await (this.page as ChapterPage).goToResumed();
    else if (cameBack) this.page?.focus();
    this.#announcer.say(shell.continueFrom(place));
  }

  readonly #answered = (event: AnswerEvent): void => {
    if (this.session?.phase === 'open') this.session.store.change(event.changes);
  };

  readonly #fieldLeft = (): void => this.session?.saveSoon();

  readonly #hashChanged = (): void => {
    const { session } = this;
    const route = session && routeOf(session.course, location.hash);
    if (!route || session.phase !== 'open') return;
    void this.#arrive(route);
  };

  /** Shows a place: a new page with the focus on its title, or an exercise or a field of it. */
  async #arrive(route: Route): Promise<void> {
    const { session } = this;
    if (!session) return;
    const turned = route.page !== this.route.page;
    this.route = route;
    if (turned) {
      this.resumed = undefined;
      this.earned = undefined;
      this.#exercise = undefined;
    }
    this.#remember(route.exercise);
    session.saveSoon();
    await this.updateComplete;
    const { page } = this;
    if (route.exercise !== undefined && page && 'goTo' in page) {
      await (page as ChapterPage).goTo(route.exercise, route.field);
      return;
    }
    await (page as LitElement | null)?.updateComplete;
    window.scrollTo(0, 0);
    // A page around the course's frame is moved only where the frame's top is out of its sight.
    this.renderRoot.querySelector('.top')?.scrollIntoView({ block: 'nearest' });
    page?.focus();
  }

  /** The focus goes on to an exercise, or to the page's title. */
  async #goOn(exercise?: string): Promise<void> {
    await this.updateComplete;
    const { page } = this;
    await (page as LitElement | null)?.updateComplete;
    if (exercise !== undefined && page && 'goTo' in page) return (page as ChapterPage).goTo(exercise);
    if (!page) return;
    bringToTop(page, page.shadowRoot?.querySelector('h1') ?? page);
    page.focus();
  }

  /** A link to where the address already points changes no address, yet has to lead there. */
  readonly #clicked = (event: MouseEvent): void => {
    const link = event.composedPath().find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    if (!event.defaultPrevented && href?.startsWith('#') && href === location.hash) this.#hashChanged();
  };

  /** Remembers the exercise that the learner works at as the place to come back to. */
  #entered({ detail: exercise }: CustomEvent<string>): void {
    if (exercise === this.#exercise) return;
    this.#exercise = exercise;
    this.#remember(exercise);
  }

  /** Looking around is no work: it leaves no mark where nothing may be written. */
  #remember(exercise: string | undefined): void {
    const { session } = this;
    if (!session || session.mode === 'browse') return;
    session.visit(linkOf({ page: this.route.page, ...(exercise === undefined ? {} : { exercise }) }));
  }

  get #shownStatus(): SaveStatus {
    const { session } = this;
    if (!session) return { state: 'unchanged' };
    return session.mode === 'browse' ? { state: 'not-saved', reason: 'read-only', local: false } : session.status;
  }

  #noticeEarned(session: CourseSessionView): void {
    const news = this.#earnings?.since(session.progress);
    if (!news) return;
    const { earned } = this.#text.value.shell;
    const sentence = earned.classes(news.classes, news.licence);
    const words = news.licence && session.course.completeWhen === 'learner' ? `${sentence} ${earned.thenReady}` : sentence;
    this.earned = { classes: news.classes, exercise: this.#exercise, words };
    this.#announcer.say(words);
  }

  /** The content in the interface's language where it is there. Ids are the same in all languages. */
  get #course(): Course | undefined {
    return this.courses.find(({ language }) => language === this.#text.value.language) ?? this.session?.course;
  }

  get #chapter(): Chapter | undefined {
    return this.#course?.chapters.find(({ id }) => id === this.route.page);
  }

  #titleOf(page: string): string {
    const { licence, workbook } = this.#text.value;
    if (page === LICENCE_PAGE) return licence.page;
    if (page === WORKBOOK_PAGE) return workbook.page;
    return this.#course?.chapters.find(({ id }) => id === page)?.shortTitle ?? '';
  }

  #documentTitle(): string {
    const course = this.#course?.title ?? '';
    const page = this.session?.phase === 'open' ? this.#titleOf(this.route.page) : '';
    return [page, course].filter(Boolean).join(' – ');
  }

  #neighbour(step: -1 | 1): Neighbour | undefined {
    const pages = [...(this.session?.course.chapters ?? []).map(({ id }) => id), LICENCE_PAGE, WORKBOOK_PAGE];
    const page = pages[pages.indexOf(this.route.page) + step];
    return page === undefined ? undefined : { page, title: this.#titleOf(page) };
  }

  #dismissEarned(): void {
    const { exercise } = this.earned ?? {};
    this.earned = undefined;
    void this.#goOn(exercise);
  }

  #renderEarned(): TemplateResult | typeof nothing {
    const { earned } = this;
    if (!earned) return nothing;
    const { exercise } = earned;
    return html`<aspa-class-earned
      slot=${exercise === undefined ? nothing : `after-${exercise}`}
      ?data-alone=${exercise === undefined}
      .classes=${earned.classes}
      .words=${earned.words}
      @dismiss=${this.#dismissEarned}
    ></aspa-class-earned>`;
  }

  #renderPage(session: CourseSessionView): TemplateResult {
    const { progress, store } = session;
    const course = this.#course ?? session.course;
    const { answers } = store;
    const standing = standingOf(course, answers, progress, session.launch?.learner.name);
    switch (this.route.page) {
      case LICENCE_PAGE: {
        const asks = course.completeWhen === 'learner' && progress.licence && session.mode !== 'browse';
        const readiness = !asks ? 'none' : isAnswered(answers, note.ready) ? 'said' : 'asked';
        return html`<aspa-licence-page
          .standing=${standing}
          readiness=${readiness}
          @ready=${() => session.sayReady()}
        ></aspa-licence-page>`;
      }
      case WORKBOOK_PAGE:
        return html`<aspa-my-workbook .session=${session} .course=${course} .answers=${answers} .standing=${standing}></aspa-my-workbook>`;
      default:
        return html`<aspa-chapter-page
          .course=${course}
          .chapter=${this.#chapter}
          .answers=${answers}
          .progress=${progress}
          .resumed=${this.resumed}
          @exercise-entered=${this.#entered}
          >${this.earned?.exercise === undefined ? nothing : this.#renderEarned()}</aspa-chapter-page
        >`;
    }
  }

  #renderCourse(session: CourseSessionView): TemplateResult {
    const text = this.#text.value;
    const { progress, roomLeft } = session;
    const course = this.#course ?? session.course;
    const status = this.#shownStatus;
    return html`<div class="shell" lang=${text.language}>
      <button class="skip" @click=${() => this.#goOn()}>${text.shell.skip}</button>
      <div class="top">
        <aspa-course-header
          .sign=${this.#chapter?.sign}
          .heading=${this.#titleOf(this.route.page)}
          done=${progress.doneExercises.size}
          all=${exercisesOf(course).length}
          .status=${status}
          @open-contents=${() => this.contents?.open()}
        ></aspa-course-header>
        <aspa-save-problem
          .status=${status}
          .roomLeft=${roomLeft}
          @take-copy=${() => saveCopy(session, text)}
          @put-away=${() => this.header?.focus()}
        ></aspa-save-problem>
      </div>
      <aspa-table-of-contents
        .course=${course}
        .progress=${progress}
        page=${this.route.page}
        can-leave
        @leave=${() => session.exit()}
      ></aspa-table-of-contents>
      <main>
        <aspa-notices .session=${session} .course=${course} .moment=${this.moment} @settled=${() => this.#goOn()}></aspa-notices>
        ${this.earned?.exercise === undefined ? this.#renderEarned() : nothing} ${this.#renderPage(session)}
      </main>
      <aspa-course-footer .back=${this.#neighbour(-1)} .forward=${this.#neighbour(1)}></aspa-course-footer>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const open = session?.phase === 'open';
    return html`${this.#announcer.render()}${
      !session
        ? nothing
        : open
          ? this.#renderCourse(session)
          : html`<main lang=${this.#text.value.language}>
              <aspa-phase-page .session=${session} phase=${session.phase}></aspa-phase-page>
            </main>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-course-app': CourseApp;
  }
}
