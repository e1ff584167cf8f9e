import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Course } from '../../course/course.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import type { Conflict } from '../../course/merge-answers.ts';
import { afterCompletion } from '../../session/after-completion.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { conflictStyles, renderConflicts, type Chosen } from './conflict-choice.ts';
import { COVER_PAGE, WORKBOOK_PAGE } from '../navigation/route.ts';
import { keptFiles } from '../workbook/kept-files.ts';
import { noticeStyles } from '../../theme/notice-styles.ts';
import { shellStyles } from '../shell-styles.ts';

/** What the mode that the LMS has opened the course in means for what is written; undefined where all is as usual. */
export function modeNotice({ course, mode, launch, progress }: CourseSessionView): 'browse' | 'review' | 'thisBrowserOnly' | undefined {
  if (mode === 'browse') return 'browse';
  if ((mode === 'review' || progress.complete) && launch && afterCompletion(course, launch.limits) !== 'stores') return 'review';
  return launch?.limits.thisBrowserOnly ? 'thisBrowserOnly' : undefined;
}

/** Where the LMS has stopped storing, this browser alone has what she wrote last. */
export function onlyHere(session: CourseSessionView): 'local' | 'removed' | 'uncertain' | undefined {
  const { copyHere } = session;
  if (modeNotice(session) !== 'review' || copyHere === 'nothing') return undefined;
  return copyHere === 'removed' || copyHere === 'uncertain' ? copyHere : 'local';
}

/** Each is told until she has settled it, and then not again while the page is open. */
type Notice = 'kept' | 'earlier' | 'strays' | 'lack';

/** What each of them says. */
interface NoticeWords {
  readonly title: string;
  readonly what: unknown;
  /** On the button that puts it away. */
  readonly dismiss: string;
}

/**
 * What a learner must know before she writes: that nothing is saved, or only in this browser; that an answer has two versions to choose
 * from; that something could not be read and is kept.
 *
 * @fires SayEvent where an answer has two versions, which may come to light while she writes below
 * @fires settled where the learner has settled the last of it, and its button is gone
 */
@customElement('aspa-notices')
export class Notices extends LitElement {
  static override readonly styles = [shellStyles, noticeStyles, conflictStyles];

  /** The page below. */
  @property() page = '';
  @property({ attribute: false }) session!: CourseSessionView;
  @property({ attribute: false }) course!: Course;
  /** Changes whenever the session does, so that what is read from it is drawn anew. */
  @property({ attribute: false }) moment = 0;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private said = '';
  /** What she has read, or said her word to. */
  readonly #settled = new Set<Notice>();
  /** The page at which the course was opened. */
  #openedAt: string | undefined;
  /** So many answers had two versions when it was drawn last. */
  #told = 0;

  protected override willUpdate(): void {
    this.#openedAt ??= this.page;
  }

  protected override updated(): void {
    const { length } = this.session.conflicts;
    if (length > this.#told) this.dispatchEvent(new SayEvent(this.text.saving.conflicts.title(length)));
    this.#told = length;
  }

  async #settleConflict(conflict: Conflict, keep: Chosen): Promise<void> {
    this.session.resolve(conflict, keep);
    const left = this.session.conflicts.length;
    this.said = this.text.saving.conflicts.resolved(left);
    await this.#goOn();
  }

  /** @param take what her word does; undefined where it is only put away. @param said what she is told of it */
  async #settle(what: Notice, take?: () => unknown, said = ''): Promise<void> {
    take?.();
    this.said = said;
    this.#settled.add(what);
    await this.#goOn();
  }

  /** The button that was pressed is gone, and the focus goes on to what is still to choose. */
  async #goOn(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('#conflicts');
    if (next) next.focus();
    else this.dispatchEvent(new Event('settled'));
  }

  #renderMode(): TemplateResult | typeof nothing {
    const { saving } = this.text;
    const notice = modeNotice(this.session);
    // Said once: the cover says it itself, and who comes by another way reads it where she comes.
    if (!notice || (notice === 'thisBrowserOnly' && (this.page === COVER_PAGE || this.page !== this.#openedAt))) return nothing;
    return html`<section>
      <p>${saving[notice]} ${notice === 'browse' ? nothing : this.#renderToWorkbook()}</p>
    </section>`;
  }

  /** @param more below what it says. @param buttons beside the one that puts it away */
  #renderNotice(notice: Notice, { title, what, dismiss }: NoticeWords, more: unknown, buttons: unknown): TemplateResult | typeof nothing {
    if (this.#settled.has(notice)) return nothing;
    return html`<section aria-labelledby=${notice}>
      <h2 id=${notice}>${title}</h2>
      <p>${what}</p>
      ${more}
      <p class="buttons">${buttons}<button class="quiet" @click=${() => this.#settle(notice)}>${dismiss}</button></p>
    </section>`;
  }

  #renderKept(): TemplateResult | typeof nothing {
    if (this.session.kept.length === 0) return nothing;
    return this.#renderNotice('kept', this.text.saving.kept, nothing, keptFiles(this.session, this.text));
  }

  #renderEarlier(): TemplateResult | typeof nothing {
    const { earlier: words } = this.text.saving;
    const { earlier, file } = this.session;
    if (!earlier) return nothing;
    const isHere = earlier.size > 0;
    const take = (): Promise<void> => this.#settle('earlier', () => file.importEarlier(earlier), words.taken);
    return this.#renderNotice(
      'earlier',
      words,
      html`<p>${isHere ? words.here : html`${words.file} ${this.#renderToWorkbook()}`}</p>`,
      isHere ? html`<button @click=${take}>${words.take}</button>` : nothing,
    );
  }

  #renderStrays(): TemplateResult | typeof nothing {
    const { strays } = this.text.saving;
    if (!this.session.strays) return nothing;
    const take = (): Promise<void> => this.#settle('strays', () => this.session.takeStrays(), strays.taken);
    return this.#renderNotice('strays', strays, nothing, html`<button @click=${take}>${strays.take}</button>`);
  }

  #renderLack(): TemplateResult | typeof nothing {
    const { lacksWords } = this.text.saving;
    if (!this.session.lacksWords) return nothing;
    return this.#renderNotice('lack', { ...lacksWords, what: html`${lacksWords.what} ${this.#renderToWorkbook()}` }, nothing, nothing);
  }

  #renderToWorkbook(): TemplateResult {
    return html`<a href="#${WORKBOOK_PAGE}">${this.text.saving.toWorkbook}</a>`;
  }

  protected override render(): TemplateResult {
    return html`${this.#renderMode()}${this.#renderLack()}${this.#renderEarlier()}${this.#renderStrays()}${this.#renderKept()}${renderConflicts(this, (conflict, keep) => void this.#settleConflict(conflict, keep))}
      <div role="status" class="unseen">${this.said}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-notices': Notices;
  }
}
