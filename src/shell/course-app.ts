import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AnswerEvent } from '../course/answer-event.ts';
import { isAnswered, note, textOf } from '../course/answers.ts';
import { exercisesOf, type Chapter, type Course, type Language } from '../course/course.ts';
import { isOutcome, type SaveStatus } from '../session/save-status.ts';
import type { CourseSessionView } from '../session/session-view.ts';
import { keepInPlace } from '../exercises/shared/bring-into-view.ts';
import { Announcer, SayEvent } from '../fields/shared/announcer.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import type { EnteredPlace } from './chapter-page.ts';
import './chapter-page.ts';
import { chapterStanding } from './chapter-standing.ts';
import { ClassEarnings } from './class-earnings.ts';
import './class-earned.ts';
import './cover-page.ts';
import { courseAppStyles } from './course-app-styles.ts';
import './course-footer.ts';
import type { Neighbour } from './course-footer.ts';
import { SOFT_HYPHEN, type CourseHeader } from './course-header.ts';
import { HeaderRoom } from './header-room.ts';
import { elementInSight } from './in-sight.ts';
import { LanguageEvent } from './language-choice.ts';
import './language-missing.ts';
import './licence-page.ts';
import './made-page.ts';
import { standingOf, type LicenceStanding } from './licence-standing.ts';
import './my-workbook.ts';
import { Navigation } from './navigation.ts';
import './notices.ts';
import './phase-page.ts';
import { COVER_PAGE, LICENCE_PAGE, PRIVACY_PAGE, STATEMENT_PAGE, SUPPORT_PAGE, WORKBOOK_PAGE } from './route.ts';
import './save-problem.ts';
import { saveAnnouncement } from './save-words.ts';
import { shellStyles } from './shell-styles.ts';
import { SpokenLanguage, type FurtherLanguages } from './spoken-language.ts';
import './support-page.ts';
import type { TableOfContents } from './table-of-contents.ts';
import './table-of-contents.ts';
import { WideWindow } from './wide-window.ts';
import { saveCopy } from './workbook-copy.ts';

/** Classes that were earned a moment ago: told until the learner puts it away. */
interface Earned {
  readonly classes: readonly string[];
  /** The exercise that the learner was at; undefined on the shell's own pages. */
  readonly exercise: string | undefined;
  /** What the licence still lacks, or that it is hers. */
  readonly then: (text: Text) => string;
}

/** A class of the licence itself. */
function isCompulsory({ classes }: Course, classId: string): boolean {
  return classes.some(({ id, compulsory }) => id === classId && compulsory);
}

/** The whole course on the page: shows the session and hands what is written to the session's store. */
@customElement('aspa-course-app')
export class CourseApp extends LitElement {
  static override readonly styles = [shellStyles, courseAppStyles];

  @property({ attribute: false }) session: CourseSessionView | undefined;
  /** The languages that the package has; the main one alone where it is not given. */
  @property({ attribute: false }) further: FurtherLanguages | undefined;
  /** The page was loaded anew: the cover is not shown again. */
  @property({ attribute: false }) reloaded = false;
  @state() private earned: Earned | undefined;
  /** The learner has been told that this language did not come. */
  @state() private missingSeen: Language | undefined;
  @state() private moment = 0;
  @query('aspa-course-header') private readonly header!: CourseHeader | null;
  @query('aspa-table-of-contents') private readonly contents!: TableOfContents | null;
  @query('aspa-cover-page, aspa-chapter-page, aspa-licence-page, aspa-my-workbook, aspa-support-page, aspa-made-page')
  readonly page!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #headerRoom = new HeaderRoom(this);
  readonly #wide = new WideWindow(this);
  readonly #navigation = new Navigation(this);
  readonly #spoken = new SpokenLanguage(() => this.#sessionChanged());
  readonly #text = new ContextProvider(this, { context: textContext, initialValue: fi as Text });
  #stopListening = (): void => {};
  #started = false;
  #missingSaid: Language | undefined;
  /** A page that asks something stands in the course's place, or did until now. */
  #wasAway = false;
  #status: SaveStatus = { state: 'unchanged' };
  #earnings: ClassEarnings | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(AnswerEvent.type, this.#answered);
    this.addEventListener('aspa-field-left', this.#fieldLeft);
    this.addEventListener(SayEvent.type, this.#said);
    this.addEventListener(LanguageEvent.type, this.#languageChosen);
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(AnswerEvent.type, this.#answered);
    this.removeEventListener('aspa-field-left', this.#fieldLeft);
    this.removeEventListener(SayEvent.type, this.#said);
    this.removeEventListener(LanguageEvent.type, this.#languageChosen);
    this.#stopListening();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#listen();
    if (!this.session) return;
    const { text } = this.#spoken;
    if (text !== this.#text.value) this.#text.setValue(text);
    // Said again, the same language would have every style of the page worked out anew, at each key.
    if (document.documentElement.lang !== text.language) document.documentElement.lang = text.language;
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
    const isSpokenAnew = this.#spoken.follow(session, this.further);
    if (this.#spoken.isAwaited) return;
    if (isSpokenAnew && this.#started) void this.#speakAnew();
    this.#sayMissing();
    this.#announcer.say(saveAnnouncement(this.#status, session.status, this.#text.value));
    if (isOutcome(session.status)) this.#status = session.status;
    if (session.phase !== 'open') {
      this.#wasAway ||= session.phase !== 'opening';
      return;
    }
    const cameBack = this.#wasAway;
    this.#wasAway = false;
    if (!this.#started) {
      this.#started = true;
      void this.#start(session, cameBack);
      return;
    }
    this.#noticeEarned(session);
    if (cameBack) void this.#navigation.goOn(this.#navigation.exercise);
  }

  /** What she reads stays where her eye has it, though it is longer or shorter in the other language. */
  async #speakAnew(): Promise<void> {
    const drawn = async (): Promise<void> => {
      await this.updateComplete;
      this.#announcer.say(this.#text.value.languages.now);
      await new Promise(requestAnimationFrame);
    };
    const seen = elementInSight();
    if (seen && this.#navigation.route.page !== COVER_PAGE) await keepInPlace(seen, drawn);
    else await drawn();
  }

  #sayMissing(): void {
    const { missing, text } = this.#spoken;
    if (missing !== undefined && missing !== this.#missingSaid) this.#announcer.say(text.languages.missing.title(missing));
    this.#missingSaid = missing;
  }

  readonly #languageChosen = ({ language }: LanguageEvent): void => {
    this.missingSeen = undefined;
    if (language === this.#spoken.missing) this.#spoken.again();
    this.session?.takeDown({ [note.language]: language });
  };

  async #start(session: CourseSessionView, cameBack: boolean): Promise<void> {
    this.#earnings = new ClassEarnings(session.course, session.progress);
    const resumed = await this.#navigation.start(session, cameBack);
    if (!resumed) return;
    const exercise = exercisesOf(this.#course ?? session.course).find(({ id }) => id === resumed.exercise);
    this.#announcer.say(this.#text.value.shell.continueFrom(exercise?.title ?? this.#titleOf(resumed.page)));
  }

  readonly #answered = (event: AnswerEvent): void => {
    if (this.session?.phase === 'open') this.session.store.change(event.changes);
  };

  readonly #said = ({ words }: SayEvent): void => this.#announcer.say(words);

  readonly #fieldLeft = (): void => this.session?.saveSoon();

  get #shownStatus(): SaveStatus {
    const { session } = this;
    if (!session) return { state: 'unchanged' };
    return session.mode === 'browse' ? { state: 'not-saved', reason: 'read-only', local: false } : session.status;
  }

  #noticeEarned(session: CourseSessionView): void {
    const news = this.#earnings?.since(session.progress);
    if (!news) return;
    const { saving, shell } = this.#text.value;
    const { course, progress } = session;
    const missing = course.classes.filter(({ id, compulsory }) => compulsory && !progress.earnedClasses.has(id)).map(({ id }) => id);
    const isNews = [...(this.earned?.classes ?? []), ...news.classes].some((id) => isCompulsory(course, id));
    const then = (text: Text): string => {
      const words = text.shell.earned;
      const ready = news.licence && course.completeWhen === 'learner' ? words.thenReady : '';
      return [!isNews ? '' : missing.length > 0 ? words.lacks(missing) : words.licence, ready].filter(Boolean).join(' ');
    };
    // In the licence's order, those that she has not put away yet too.
    const classes = course.classes.map(({ id }) => id).filter((id) => news.classes.includes(id) || this.earned?.classes.includes(id));
    this.earned = { classes, exercise: this.#navigation.exercise, then };
    const copy = progress.awaitsCopy ? saving.wipes.what : '';
    this.#announcer.say([shell.earned.classes(news.classes), then(this.#text.value), copy].filter(Boolean).join(' '));
  }

  /** The content in the learner's language. Ids are the same in all languages. */
  get #course(): Course | undefined {
    return this.#spoken.course ?? this.session?.course;
  }

  get #chapter(): Chapter | undefined {
    return this.#course?.chapters.find(({ id }) => id === this.#navigation.route.page);
  }

  #standing({ launch, progress, store }: CourseSessionView, course: Course): LicenceStanding {
    return standingOf(course, store.answers, progress, launch?.learner.name ?? textOf(store.answers, note.holder));
  }

  #titleOf(page: string): string {
    const { licence, particulars, shell, support, workbook } = this.#text.value;
    if (page === COVER_PAGE) return shell.cover.page;
    if (page === LICENCE_PAGE) return licence.page;
    if (page === WORKBOOK_PAGE) return workbook.page;
    if (page === SUPPORT_PAGE) return support.page;
    if (page === STATEMENT_PAGE) return particulars.statementPage;
    if (page === PRIVACY_PAGE) return particulars.privacyPage;
    return this.#course?.chapters.find(({ id }) => id === page)?.shortTitle ?? '';
  }

  /** The same for a narrow place, in which long words break between their parts. */
  #narrowTitleOf(page: string): string {
    const chapter = this.#course?.chapters.find(({ id }) => id === page);
    return (chapter?.shortTitle === chapter?.title ? chapter?.hyphenatedTitle : undefined) ?? this.#titleOf(page);
  }

  #documentTitle(): string {
    const course = this.#course?.title ?? '';
    const isTitled = this.session?.phase === 'open' && this.#navigation.route.page !== COVER_PAGE;
    const page = isTitled ? this.#titleOf(this.#navigation.route.page) : '';
    return [page, course].filter(Boolean).join(' – ').replaceAll(SOFT_HYPHEN, '');
  }

  #neighbour(step: -1 | 1): Neighbour | undefined {
    const pages = [COVER_PAGE, ...(this.session?.course.chapters ?? []).map(({ id }) => id), LICENCE_PAGE, WORKBOOK_PAGE];
    const at = pages.indexOf(this.#navigation.route.page);
    const page = at >= 0 ? pages[at + step] : step < 0 ? WORKBOOK_PAGE : undefined;
    return page === undefined ? undefined : { page, title: this.#titleOf(page) };
  }

  /** Only now may an LMS be told that wipes the answers then. */
  #settleCopy(session: CourseSessionView, choice: 'file' | 'none'): void {
    if (choice === 'file') saveCopy(session, this.#text.value);
    session.takeDown({ [note.copy]: choice });
  }

  #dismissEarned(): void {
    this.earned = undefined;
    void this.#navigation.goOn(this.#navigation.exercise);
  }

  #renderEarned(): TemplateResult | typeof nothing {
    const { earned } = this;
    if (!earned) return nothing;
    return html`<aspa-class-earned
      .classes=${earned.classes}
      then=${earned.then(this.#text.value)}
      @dismiss=${this.#dismissEarned}
    ></aspa-class-earned>`;
  }

  #renderMissing(): TemplateResult | typeof nothing {
    const { missing } = this.#spoken;
    if (missing === undefined || missing === this.missingSeen) return nothing;
    return html`<aspa-language-missing
      language=${missing}
      @again=${() => this.#spoken.again()}
      @dismiss=${() => {
        this.missingSeen = missing;
        void this.#navigation.goOn();
      }}
    ></aspa-language-missing>`;
  }

  #renderPage(session: CourseSessionView): TemplateResult {
    const { progress, store } = session;
    const course = this.#course ?? session.course;
    const { answers } = store;
    const standing = this.#standing(session, course);
    switch (this.#navigation.route.page) {
      case COVER_PAGE:
        return html`<aspa-cover-page
          .course=${course}
          .progress=${progress}
          .standing=${standing}
          place=${session.place}
          name=${textOf(answers, note.holder)}
          .languages=${this.further?.offered ?? []}
          ?this-browser-only=${session.launch?.limits.thisBrowserOnly === true}
          @name-written=${({ detail }: CustomEvent<string>) => store.change({ [note.holder]: detail })}
        ></aspa-cover-page>`;
      case LICENCE_PAGE: {
        const asks = course.completeWhen === 'learner' && progress.licence && session.mode !== 'browse';
        const said = progress.awaitsCopy ? 'waits' : 'said';
        const readiness = !asks ? 'none' : isAnswered(answers, note.ready) ? said : 'asked';
        return html`<aspa-licence-page
          .standing=${standing}
          readiness=${readiness}
          @ready=${() => session.sayReady()}
          @leave=${() => session.exit()}
        ></aspa-licence-page>`;
      }
      case WORKBOOK_PAGE:
        return html`<aspa-my-workbook
          .session=${session}
          .course=${course}
          .answers=${answers}
          .standing=${standing}
          .copyHere=${session.copyHere}
        ></aspa-my-workbook>`;
      case STATEMENT_PAGE:
      case PRIVACY_PAGE:
        return html`<aspa-made-page
          .course=${course}
          kind=${this.#navigation.route.page === PRIVACY_PAGE ? 'privacy' : 'statement'}
        ></aspa-made-page>`;
      case SUPPORT_PAGE:
        return html`<aspa-support-page .session=${session} .moment=${this.moment}></aspa-support-page>`;
      default:
        return html`<aspa-chapter-page
          .course=${course}
          .chapter=${this.#chapter}
          .answers=${answers}
          .progress=${progress}
          .exercise=${this.#navigation.route.exercise}
          .resumed=${this.#navigation.resumed}
          ?this-browser-only=${session.launch?.limits.thisBrowserOnly === true}
          .earned=${this.earned}
          @exercise-entered=${({ detail }: CustomEvent<EnteredPlace>) => this.#navigation.entered(detail)}
        ></aspa-chapter-page>`;
    }
  }

  #renderCourse(session: CourseSessionView): TemplateResult {
    const text = this.#text.value;
    const { progress, roomLeft, store } = session;
    const course = this.#course ?? session.course;
    const chapter = this.#chapter;
    const standing = this.#standing(session, course);
    const status = this.#shownStatus;
    const isCover = this.#navigation.route.page === COVER_PAGE;
    const isRailed = this.#wide.matches && !isCover;
    return html`<div class="shell ${isCover ? 'cover' : isRailed ? 'railed' : ''}" lang=${text.language}>
      <header class="top">
        <button class="skip" @click=${() => this.#navigation.goOn()}>${text.shell.skip}</button>
        <aspa-course-header
          .sign=${chapter?.sign}
          .heading=${this.#narrowTitleOf(this.#navigation.route.page)}
          sign-state=${chapter ? chapterStanding(chapter, standing.classes, progress, store.answers).state : nothing}
          .classes=${standing.classes}
          ?no-menu=${isRailed}
          .status=${status}
          ?on-cover=${isCover}
          @open-contents=${() => this.contents?.open()}
        ></aspa-course-header>
        <aspa-save-problem
          .status=${status}
          .roomLeft=${roomLeft}
          .asksCopy=${progress.awaitsCopy && session.mode === 'normal'}
          @take-copy=${() => saveCopy(session, text)}
          @copy-settled=${({ detail }: CustomEvent<'file' | 'none'>) => this.#settleCopy(session, detail)}
          @put-away=${() => this.header?.focus()}
        ></aspa-save-problem>
      </header>
      <aspa-table-of-contents
        .course=${course}
        .progress=${progress}
        .classes=${standing.classes}
        .answers=${store.answers}
        .status=${status}
        page=${this.#navigation.route.page}
        ?as-rail=${isRailed}
        .languages=${this.further?.offered ?? []}
        can-leave
        @leave=${() => session.exit()}
      ></aspa-table-of-contents>
      <main>
        ${this.#renderMissing()}
        <aspa-notices
          .session=${session}
          .course=${course}
          .moment=${this.moment}
          ?on-cover=${isCover}
          @settled=${() => this.#navigation.goOn()}
        ></aspa-notices>
        ${this.#renderPage(session)}
      </main>
      <div class="bottom">
        ${this.#renderEarned()}<aspa-course-footer
          ?hidden=${isCover}
          .back=${this.#neighbour(-1)}
          .forward=${this.#neighbour(1)}
        ></aspa-course-footer>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const isAwaited = this.#spoken.isAwaited;
    const open = session?.phase === 'open' && !isAwaited;
    return html`${this.#announcer.render()}${
      !session
        ? nothing
        : open
          ? this.#renderCourse(session)
          : html`<main lang=${this.#text.value.language}>
              <aspa-phase-page
                .session=${session}
                .status=${session.status}
                phase=${isAwaited ? 'opening' : session.phase}
              ></aspa-phase-page>
            </main>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-course-app': CourseApp;
  }
}
