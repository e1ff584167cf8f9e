import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import { note, textOf } from '../../course/answers.ts';
import { exercisesOf } from '../../course/course.ts';
import { isOutcome, type SaveStatus } from '../../session/save-status.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { Announcer, SayEvent } from '../../fields/shared/announcer.ts';
import '../../fields/shared/translated-words.ts';
import { ClearOfLms } from './clear-of-lms.ts';
import { courseAppStyles } from './course-app-styles.ts';
import './course-footer.ts';
import type { CourseHeader } from './course-header.ts';
import { CourseLanguage } from '../language/course-language.ts';
import { renderCoursePage, type ShownCourse } from './course-page.ts';
import { renderTop } from './course-top.ts';
import '../notices/earned-notice-element.ts';
import { EarnedNotices } from '../notices/earned-notices.ts';
import { HeaderRoom } from './header-room.ts';
import { focusedField } from './in-sight.ts';
import { leavesUndone } from './leaves-undone.ts';
import { standingOf } from '../licence/licence-standing.ts';
import { Navigation } from '../navigation/navigation.ts';
import { onlyHere } from '../notices/notices.ts';
import './instead-of-course.ts';
import { documentTitleOf, neighbourOf, titleOf } from '../navigation/page-titles.ts';
import { COVER_PAGE, LICENCE_PAGE } from '../navigation/route.ts';
import { saveAnnouncement } from '../notices/save-words.ts';
import { shellStyles } from '../shell-styles.ts';
import type { FurtherLanguages } from '../language/spoken-language.ts';
import { ignoreSecondPress } from './second-press.ts';
import type { TableOfContents } from './table-of-contents.ts';
import './table-of-contents.ts';
import { TurnedWindow } from './turned-window.ts';
import '../notices/was-away.ts';
import { WideWindow } from './wide-window.ts';

/** What is earned while she writes is told once she pauses, ms: the first letter of an answer is no moment for it. */
const NEWS_AFTER = 2_000;
/** While she presses something, ms. */
const PRESSED_FOR = 200;

/** Looking around saves nothing, whatever the session would say; and what is sent to an LMS that stores no more is in this browser. */
function shownStatus(session: CourseSessionView): SaveStatus {
  const { mode, status } = session;
  if (mode === 'browse') return { state: 'not-saved', reason: 'read-only', local: false };
  return status.state === 'sent' && onlyHere(session) === 'local' ? { ...status, state: 'local' } : status;
}

/** Another page of hers may save over this one's work, or this one over that, and neither is told. */
function mayBeOlderElsewhere({ launch, mode }: CourseSessionView): boolean {
  return launch?.limits.replaces === true && mode !== 'browse';
}

/**
 * The whole course on the page: shows the session and hands what is written to the session's store.
 *
 * @slot what is seen until the course is open; it is gone from then on
 */
@customElement('aspa-course-app')
export class CourseApp extends LitElement {
  static override readonly styles = [shellStyles, courseAppStyles];

  @property({ attribute: false }) session: CourseSessionView | undefined;
  /** The languages that the package has; the main one alone where it is not given. */
  @property({ attribute: false }) further: FurtherLanguages | undefined;
  /** The page was loaded anew: the cover is not shown again. */
  @property({ attribute: false }) reloaded = false;
  @state() private moment = 0;
  @query('aspa-course-header') private readonly header!: CourseHeader | null;
  @query('aspa-table-of-contents') private readonly contents!: TableOfContents | null;
  @query('aspa-cover-page, aspa-chapter-page, aspa-licence-page, aspa-my-workbook, aspa-support-page, aspa-made-page')
  readonly page!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #headerRoom = new HeaderRoom(this);
  readonly #clearOfLms = new ClearOfLms(this);
  readonly #turnedWindow = new TurnedWindow(this);
  readonly #wide = new WideWindow(this);
  readonly #navigation = new Navigation(this);
  readonly #language = new CourseLanguage(this, this.#announcer, () => this.#sessionChanged());
  readonly #earned = new EarnedNotices();
  #stopListening = (): void => {};
  #started = false;
  /** A page that asks something stands in the course's place, or did until now. */
  #wasAway = false;
  #status: SaveStatus = { state: 'unchanged' };
  #newsTimer = 0;

  constructor() {
    super();
    ignoreSecondPress(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener(AnswerEvent.type, this.#answered);
    this.addEventListener('aspa-field-left', this.#fieldLeft);
    this.addEventListener(SayEvent.type, this.#said);
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(AnswerEvent.type, this.#answered);
    this.removeEventListener('aspa-field-left', this.#fieldLeft);
    this.removeEventListener(SayEvent.type, this.#said);
    this.#stopListening();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#listen();
    const { session } = this;
    if (!session) return;
    // What the page showed before there was a script: from now on it is said by the course itself.
    // Once: WebKit lays the page out anew each time, though nothing was there, and scrolls to its top (2.54, run).
    if (!this.#isOpening(session) && this.hasChildNodes()) this.replaceChildren();
    const { text } = this.#language;
    // There she sees it, larger; and it would lie on the buttons.
    if (this.#page === LICENCE_PAGE && this.#earned.shown?.exercise !== undefined) this.#earned.putAway();
    document.title = documentTitleOf(session.phase === 'open' ? this.#page : COVER_PAGE, this.#language.courseOf(session), text);
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
    const isSpokenAnew = this.#language.follow(session);
    if (this.#language.isAwaited) return;
    if (isSpokenAnew && this.#started) void this.#language.speakAnew(this.#page !== COVER_PAGE);
    this.#language.sayMissing();
    // While the course closes, its page says that itself.
    if (!['closing', 'closed'].includes(session.phase))
      this.#announcer.say(saveAnnouncement(this.#status, session.status, this.#language.text));
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
    clearTimeout(this.#newsTimer);
    // A text; boxes and choices have a type.
    if (focusedField()?.matches(':not([type])')) this.#newsTimer = window.setTimeout(this.#tellEarned, NEWS_AFTER);
    else this.#tellEarned();
    if (cameBack) void this.#navigation.goBack();
  }

  readonly #tellEarned = (): void => {
    const { session } = this;
    if (session?.phase !== 'open') return;
    // The bar that rises would take from under her finger what she presses, and to press it leaves a field.
    if (document.documentElement.matches(':active')) {
      this.#newsTimer = window.setTimeout(this.#tellEarned, PRESSED_FOR);
      return;
    }
    this.#announcer.say(this.#earned.follow(session, this.#navigation.exercise, this.#language.text));
    this.requestUpdate();
  };

  async #start(session: CourseSessionView, cameBack: boolean): Promise<void> {
    this.#earned.begin(session);
    const resumed = await this.#navigation.start(session, cameBack);
    if (!resumed) return;
    const course = this.#language.courseOf(session);
    const text = this.#language.text;
    const exercise = exercisesOf(course).find(({ id }) => id === resumed.exercise);
    this.#announcer.say(text.shell.continueFrom(exercise?.title ?? titleOf(resumed.page, course, text)));
  }

  readonly #answered = (event: AnswerEvent): void => {
    if (this.session?.phase === 'open') this.session.store.change(event.changes);
  };

  readonly #said = ({ words }: SayEvent): void => this.#announcer.say(words);

  readonly #fieldLeft = (): void => {
    this.session?.saveSoon();
    if (this.#started) this.#tellEarned();
  };

  #isOpening({ phase }: CourseSessionView): boolean {
    return phase === 'opening' || this.#language.isAwaited;
  }

  get #page(): string {
    return this.#navigation.route.page;
  }

  #shownCourse(session: CourseSessionView): ShownCourse {
    const { launch, progress, store } = session;
    const course = this.#language.courseOf(session);
    return {
      session,
      course,
      text: this.#language.text,
      standing: standingOf(course, store.answers, progress, launch?.learner.name ?? textOf(store.answers, note.holder)),
      navigation: this.#navigation,
      languages: this.further?.offered ?? [],
      moment: this.moment,
      earned: this.#earned.shown,
    };
  }

  #dismissEarned(): void {
    this.#earned.putAway();
    this.requestUpdate();
    void this.#navigation.goBack();
  }

  #renderEarned(): TemplateResult | typeof nothing {
    const { shown } = this.#earned;
    if (!shown) return nothing;
    return html`<aspa-earned-notice
      .classes=${shown.classes}
      then=${shown.then(this.#language.text)}
      ?beside=${this.#page === LICENCE_PAGE}
      @dismiss=${this.#dismissEarned}
    ></aspa-earned-notice>`;
  }

  #renderTop(shown: ShownCourse, isRailed: boolean): TemplateResult {
    return renderTop(shown, {
      status: shownStatus(shown.session),
      isCover: this.#page === COVER_PAGE,
      isRailed,
      focusHeader: () => this.header?.focus(),
      openContents: () => void this.contents?.open(),
      skip: () => void this.#navigation.goOn(),
    });
  }

  #renderCourse(session: CourseSessionView): TemplateResult {
    const shown = this.#shownCourse(session);
    const { course, languages, standing, text } = shown;
    const { route } = this.#navigation;
    const { page } = route;
    const isCover = page === COVER_PAGE;
    const isRailed = this.#wide.matches && !isCover;
    return html`<div class="shell ${isCover ? 'cover' : isRailed ? 'railed' : ''}" lang=${text.language}>
      ${this.#renderTop(shown, isRailed)}
      <aspa-table-of-contents
        .course=${course}
        .progress=${session.progress}
        .classes=${standing.classes}
        .answers=${session.store.answers}
        .status=${shownStatus(session)}
        page=${page}
        ?as-rail=${isRailed}
        .languages=${languages}
        can-leave
        @leave=${() => session.exit()}
      ></aspa-table-of-contents>
      <main @open-contents=${() => this.contents?.open()}>
        ${this.#language.renderMissing(() => void this.#navigation.goOn())}
        <aspa-notices
          .session=${session}
          .course=${course}
          .moment=${this.moment}
          page=${page}
          @settled=${() => this.#navigation.goOn()}
        ></aspa-notices>
        ${renderCoursePage(shown)}
      </main>
      <div class="bottom">
        ${mayBeOlderElsewhere(session) ? html`<aspa-was-away @dismiss=${() => this.#navigation.goBack()}></aspa-was-away>` : nothing}${this.#renderEarned()}<aspa-course-footer
          ?hidden=${isCover}
          .back=${neighbourOf(route, -1, course, text)}
          .forward=${neighbourOf(route, 1, course, text, session.progress.doneExercises)}
          ?quiet=${page === LICENCE_PAGE || leavesUndone(route, course, session.progress)}
        ></aspa-course-footer>
      </div>
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const isOpening = this.#isOpening(session);
    return html`${this.#announcer.render()}${
      session.phase === 'open' && !isOpening
        ? this.#renderCourse(session)
        : html`${isOpening ? html`<slot></slot>` : nothing}
            <main lang=${this.#language.text.language}>
              <aspa-instead-of-course
                .session=${session}
                .status=${session.status}
                phase=${isOpening ? 'opening' : session.phase}
              ></aspa-instead-of-course>
            </main>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-course-app': CourseApp;
  }
}
