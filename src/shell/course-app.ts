import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AnswerEvent } from '../course/answer-event.ts';
import { note, textOf } from '../course/answers.ts';
import { exercisesOf, type Course, type Language } from '../course/course.ts';
import { isOutcome, type SaveStatus } from '../session/save-status.ts';
import type { CourseSessionView } from '../session/session-view.ts';
import { keepInPlace } from '../exercises/shared/bring-into-view.ts';
import { Announcer, SayEvent } from '../fields/shared/announcer.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { chapterStanding } from './chapter-standing.ts';
import { ClassEarnings } from './class-earnings.ts';
import './class-earned.ts';
import { courseAppStyles } from './course-app-styles.ts';
import './course-footer.ts';
import type { CourseHeader } from './course-header.ts';
import { renderCoursePage, type ShownCourse } from './course-page.ts';
import { earnedNotice, type EarnedNotice } from './earned-notice.ts';
import { HeaderRoom } from './header-room.ts';
import { elementInSight } from './in-sight.ts';
import { LanguageEvent } from './language-choice.ts';
import './language-missing.ts';
import { standingOf } from './licence-standing.ts';
import { Navigation } from './navigation.ts';
import './notices.ts';
import './phase-page.ts';
import { documentTitleOf, narrowTitleOf, neighbourOf, titleOf } from './page-titles.ts';
import { COVER_PAGE } from './route.ts';
import './save-problem.ts';
import { saveAnnouncement } from './save-words.ts';
import { shellStyles } from './shell-styles.ts';
import { SpokenLanguage, type FurtherLanguages } from './spoken-language.ts';
import type { TableOfContents } from './table-of-contents.ts';
import './table-of-contents.ts';
import { WideWindow } from './wide-window.ts';
import { saveCopy } from './workbook-copy.ts';

/** The whole course on the page: shows the session and hands what is written to the session's store. */
@customElement('aspa-course-app')
export class CourseApp extends LitElement {
  static override readonly styles = [shellStyles, courseAppStyles];

  @property({ attribute: false }) session: CourseSessionView | undefined;
  /** The languages that the package has; the main one alone where it is not given. */
  @property({ attribute: false }) further: FurtherLanguages | undefined;
  /** The page was loaded anew: the cover is not shown again. */
  @property({ attribute: false }) reloaded = false;
  @state() private earned: EarnedNotice | undefined;
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
    document.title = documentTitleOf(this.session.phase === 'open' ? this.#page : COVER_PAGE, this.#courseOf(this.session), text);
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
    if (seen && this.#page !== COVER_PAGE) await keepInPlace(seen, drawn);
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
    const course = this.#courseOf(session);
    const text = this.#text.value;
    const exercise = exercisesOf(course).find(({ id }) => id === resumed.exercise);
    this.#announcer.say(text.shell.continueFrom(exercise?.title ?? titleOf(resumed.page, course, text)));
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
    this.earned = earnedNotice(news, this.earned, session, this.#navigation.exercise);
    const copy = session.progress.awaitsCopy ? saving.wipes.what : '';
    this.#announcer.say([shell.earned.classes(news.classes), this.earned.then(this.#text.value), copy].filter(Boolean).join(' '));
  }

  /** The content in the learner's language. Ids are the same in all languages. */
  #courseOf(session: CourseSessionView): Course {
    return this.#spoken.course ?? session.course;
  }

  get #page(): string {
    return this.#navigation.route.page;
  }

  #shownCourse(session: CourseSessionView): ShownCourse {
    const { launch, progress, store } = session;
    const course = this.#courseOf(session);
    return {
      session,
      course,
      standing: standingOf(course, store.answers, progress, launch?.learner.name ?? textOf(store.answers, note.holder)),
      navigation: this.#navigation,
      languages: this.further?.offered ?? [],
      moment: this.moment,
      earned: this.earned,
    };
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

  #renderCourse(session: CourseSessionView): TemplateResult {
    const text = this.#text.value;
    const { progress, roomLeft, store } = session;
    const page = this.#page;
    const shown = this.#shownCourse(session);
    const { course, languages, standing } = shown;
    const chapter = course.chapters.find(({ id }) => id === page);
    const status = this.#shownStatus;
    const isCover = page === COVER_PAGE;
    const isRailed = this.#wide.matches && !isCover;
    return html`<div class="shell ${isCover ? 'cover' : isRailed ? 'railed' : ''}" lang=${text.language}>
      <header class="top">
        <button class="skip" @click=${() => this.#navigation.goOn()}>${text.shell.skip}</button>
        <aspa-course-header
          .sign=${chapter?.sign}
          .heading=${narrowTitleOf(page, course, text)}
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
        page=${page}
        ?as-rail=${isRailed}
        .languages=${languages}
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
        ${renderCoursePage(shown)}
      </main>
      <div class="bottom">
        ${this.#renderEarned()}<aspa-course-footer
          ?hidden=${isCover}
          .back=${neighbourOf(page, -1, course, text)}
          .forward=${neighbourOf(page, 1, course, text)}
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
