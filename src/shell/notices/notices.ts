import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Course } from '../../course/course.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import type { Conflict } from '../../course/merge-answers.ts';
import { shortNameOf } from '../../course/course-identifiers.ts';
import { afterCompletion } from '../../session/after-completion.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { conflictStyles, renderConflicts, type Chosen } from './conflict-choice.ts';
import { COVER_PAGE, WORKBOOK_PAGE } from '../navigation/route.ts';
import { saveFile } from '../workbook/save-file.ts';
import { noticeStyles } from '../../theme/notice-styles.ts';
import { shellStyles } from '../shell-styles.ts';

/** What the mode that the LMS has opened the course in means for what is written; undefined where all is as usual. */
export function modeNotice({ course, mode, launch, progress }: CourseSessionView): 'browse' | 'review' | 'thisBrowserOnly' | undefined {
  if (mode === 'browse') return 'browse';
  if ((mode === 'review' || progress.complete) && launch && afterCompletion(course, launch.limits) !== 'stores') return 'review';
  return launch?.limits.thisBrowserOnly ? 'thisBrowserOnly' : undefined;
}

/** Where the LMS has stopped storing, this browser alone has what she wrote last. */
export function onlyHere(session: CourseSessionView): 'local' | 'removed' | undefined {
  const { copyHere } = session;
  if (modeNotice(session) !== 'review' || copyHere === 'nothing') return undefined;
  return copyHere === 'removed' ? 'removed' : 'local';
}

/** Each is told until she has settled it, and then not again while the page is open. */
type Notice = 'kept' | 'earlier' | 'strays' | 'lack';

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
    const toWorkbook = html`<a href="#${WORKBOOK_PAGE}">${saving.toWorkbook}</a>`;
    return html`<section>
      <p>${saving[notice]} ${notice === 'browse' ? nothing : toWorkbook}</p>
    </section>`;
  }

  #renderKept(): TemplateResult | typeof nothing {
    const { kept } = this.text.saving;
    if (this.#settled.has('kept') || this.session.kept.length === 0) return nothing;
    return html`<section aria-labelledby="kept">
      <h2 id="kept">${kept.title}</h2>
      <p>${kept.what}</p>
      <p class="buttons">
        ${this.session.kept.map(
          ({ name, content }) =>
            html`<button @click=${() => saveFile(`${shortNameOf(this.session.course)}-${name}.txt`, content, 'text/plain;charset=utf-8')}>
              ${kept.file[name === 'lms-state' ? 'lms' : 'browser']}
            </button>`,
        )}
        <button class="quiet" @click=${() => this.#settle('kept')}>${kept.dismiss}</button>
      </p>
    </section>`;
  }

  #renderEarlier(): TemplateResult | typeof nothing {
    const { saving } = this.text;
    const { earlier } = this.session;
    if (this.#settled.has('earlier') || !earlier) return nothing;
    const isHere = earlier.size > 0;
    const take = (): void => this.session.file.importEarlier(earlier);
    return html`<section aria-labelledby="earlier">
      <h2 id="earlier">${saving.earlier.title}</h2>
      <p>${saving.earlier.what}</p>
      <p>${isHere ? saving.earlier.here : html`${saving.earlier.file} <a href="#${WORKBOOK_PAGE}">${saving.toWorkbook}</a>`}</p>
      <p class="buttons">
        ${isHere ? html`<button @click=${() => this.#settle('earlier', take, saving.earlier.taken)}>${saving.earlier.take}</button>` : nothing}
        <button class="quiet" @click=${() => this.#settle('earlier')}>${saving.earlier.dismiss}</button>
      </p>
    </section>`;
  }

  #renderStrays(): TemplateResult | typeof nothing {
    const { strays } = this.text.saving;
    if (this.#settled.has('strays') || !this.session.strays) return nothing;
    return html`<section aria-labelledby="strays">
      <h2 id="strays">${strays.title}</h2>
      <p>${strays.what}</p>
      <p class="buttons">
        <button @click=${() => this.#settle('strays', () => this.session.takeStrays(), strays.taken)}>${strays.take}</button>
        <button class="quiet" @click=${() => this.#settle('strays')}>${strays.dismiss}</button>
      </p>
    </section>`;
  }

  #renderLack(): TemplateResult | typeof nothing {
    const { saving } = this.text;
    if (this.#settled.has('lack') || !this.session.lacksWords) return nothing;
    return html`<section aria-labelledby="lack">
      <h2 id="lack">${saving.lacksWords.title}</h2>
      <p>${saving.lacksWords.what} <a href="#${WORKBOOK_PAGE}">${saving.toWorkbook}</a></p>
      <p class="buttons"><button class="quiet" @click=${() => this.#settle('lack')}>${saving.lacksWords.dismiss}</button></p>
    </section>`;
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
