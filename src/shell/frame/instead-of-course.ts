import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CourseSessionView, SessionPhase } from '../../session/session-view.ts';
import type { SaveStatus } from '../../session/save-status.ts';
import { SayEvent } from '../../fields/shared/announcer.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import '../workbook/remove-copy.ts';
import { shellStyles } from '../shell-styles.ts';
import { insteadOfCourseStyles } from './instead-of-course-styles.ts';
import { onlyHere } from '../notices/notices.ts';
import { saveWords } from '../notices/save-words.ts';
import { saveCopy } from '../workbook/save-learner-file.ts';

type NotSaved = Extract<SaveStatus, { state: 'not-saved' }>;

/**
 * What stands in the course's place while it cannot be written in: what has happened, and what to do.
 *
 * @fires SayEvent at each news of how saving goes while the course closes, which stands on the page in the same words
 */
@customElement('aspa-instead-of-course')
export class InsteadOfCourse extends LitElement {
  static override readonly styles = [shellStyles, insteadOfCourseStyles];

  @property({ attribute: false }) session!: CourseSessionView;
  /** How the last save went, or that it is not known yet; drawn anew when it becomes known. */
  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  @property() phase: Exclude<SessionPhase, 'open'> = 'opening';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  /** What kept the course from closing, while it is tried again. */
  @state() private failed: NotSaved | undefined;
  /** The news of saving that a screen reader was told last. */
  #told = '';

  /** Another heading has come into the place of the one that had the focus. */
  #isOtherHeading = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const had = this.failed !== undefined;
    if (changed.has('phase')) this.failed = undefined;
    if (this.status.state === 'not-saved') this.failed = this.status;
    this.#isOtherHeading = changed.has('phase') || (this.phase === 'closing' && had !== (this.failed !== undefined));
  }

  protected override updated(): void {
    if (this.#isOtherHeading) this.renderRoot.querySelector('h1')?.focus();
    const news = this.phase === 'closing' ? this.#closingNews() : this.phase === 'closed' ? this.#closedNews().join(' ') : '';
    if (news !== '' && news !== this.#told) this.dispatchEvent(new SayEvent(news));
    this.#told = news;
  }

  #renderNoLms(): TemplateResult {
    const { noLms } = this.text.insteadOfCourse;
    const { problem } = this.session;
    return html`<h1 tabindex="-1">${noLms.title}</h1>
      <p>${noLms.reason[problem?.code ?? 'no-lms']} ${noLms.what}</p>
      <p>${noLms.local}</p>
      <p class="buttons"><button @click=${() => this.session.goOnWithoutLms()}>${noLms.goOn}</button></p>
      ${
        problem
          ? html`<details>
              <summary>${noLms.details}</summary>
              ${problem.message}
            </details>`
          : nothing
      }`;
  }

  /** Another site than the course's own, which the launch alone names. */
  #renderUnconfirmed(): TemplateResult {
    const { unconfirmed } = this.text.insteadOfCourse;
    const { strangers } = this.session;
    return html`<h1 tabindex="-1">${unconfirmed.title}</h1>
      <p>${unconfirmed.what(strangers.length)}</p>
      <ul class="sites">
        ${strangers.map((origin) => html`<li>${hostOf(origin)}</li>`)}
      </ul>
      <p>${unconfirmed.fromLms}</p>
      <p>${unconfirmed.fromElsewhere}</p>
      <p>${unconfirmed.once}</p>
      <p class="buttons">
        <button class="primary" @click=${() => this.session.sendThere()}>${unconfirmed.goOn}</button>
        <button @click=${() => this.session.sendNothing()}>${unconfirmed.dontSend}</button>
      </p>`;
  }

  /** While her work is being saved; and where it could not be, what she can do. */
  #renderClosing(): TemplateResult {
    const { closing } = this.text.insteadOfCourse;
    const { failed } = this;
    if (!failed)
      return html`<h1 tabindex="-1">${closing.title}</h1>
        <p>${closing.saving}</p>`;
    return html`<h1 tabindex="-1">${closing.notSaved}</h1>
      <p>${saveWords(failed, this.text).detail}</p>
      ${this.#isTrying ? html`<p>${closing.trying}</p>` : nothing}
      <p class="buttons">
        ${this.#renderTakeCopy()}
        <button @click=${() => void this.session.exit()}>${closing.again}</button>
        <button @click=${() => this.session.stay()}>${closing.stay}</button>
        <button class="quiet" @click=${() => this.session.exitUnsaved()}>${closing.unsaved}</button>
      </p>`;
  }

  /** It is tried again to save what could not be saved. */
  get #isTrying(): boolean {
    return this.status.state !== 'not-saved';
  }

  /** That it saves stands under the heading, which has the focus; the end of that is news. */
  #closingNews(): string {
    const { failed } = this;
    if (!failed) return '';
    return (this.#isTrying ? this.text.insteadOfCourse.closing.trying : saveWords(failed, this.text).detail) ?? '';
  }

  /** She only looked, or has removed all that there was. */
  get #hasNothingToSave(): 'browse' | 'removed' | 'uncertain' | undefined {
    const { copyHere, launch } = this.session;
    if (launch?.limits.thisBrowserOnly && (copyHere === 'removed' || copyHere === 'uncertain')) return copyHere;
    return this.session.mode === 'browse' || this.status.state === 'unchanged' ? 'browse' : undefined;
  }

  /** The other one of two versions, which no LMS has, is kept nowhere. */
  get #lacksVersions(): boolean {
    const { conflicts, copyHere } = this.session;
    return conflicts.length > 0 && copyHere === 'nothing';
  }

  /** A paragraph each. */
  #closedNews(): string[] {
    const { insteadOfCourse, workbook } = this.text;
    const closed = { ...insteadOfCourse.closed, uncertain: workbook.here.uncertain };
    const { status } = this;
    if (this.#hasNothingToSave) return [closed[this.#hasNothingToSave]];
    switch (status.state) {
      case 'not-saved':
        return [`${closed.notSaved} ${saveWords(status, this.text).what ?? ''}`, status.local ? closed.comesAlong : closed.bringCopy];
      case 'saved':
      case 'sent':
      case 'local':
        return this.#lacksVersions ? [closed.notSaved, closed.bringCopy] : [closed[onlyHere(this.session) ?? status.state]];
      default:
        return [closed.saving];
    }
  }

  #renderClosed(): TemplateResult {
    const end = this.#renderEnd();
    const isUnsaved = this.status.state === 'not-saved' || this.#lacksVersions;
    if (this.#hasNothingToSave || !(isUnsaved || onlyHere(this.session))) return end;
    return html`${end}
      <p class="buttons">${this.#renderTakeCopy()}</p>
      ${isUnsaved ? html`<aspa-remove-copy .session=${this.session} .copyHere=${this.session.copyHere}></aspa-remove-copy>` : nothing}`;
  }

  #renderEnd(): TemplateResult {
    const { closed } = this.text.insteadOfCourse;
    const { wayBack } = this.session;
    return html`<h1 tabindex="-1">${closed.title}</h1>
      ${this.#closedNews().map((news) => html`<p>${news}</p>`)}
      ${wayBack ? html`<p><a href=${wayBack} rel="noreferrer">${closed.wayBack(hostOf(new URL(wayBack).origin))}</a></p>` : nothing}`;
  }

  #renderTakeCopy(): TemplateResult {
    return html`<button class="primary" @click=${() => saveCopy(this.session, this.text)}>${this.text.saving.takeCopy}</button>`;
  }

  #renderPhase(): TemplateResult {
    const { opening, elsewhere, stale } = this.text.insteadOfCourse;
    switch (this.phase) {
      case 'opening':
        return html`<p class="opening">${opening}</p>`;
      case 'unconfirmed':
        return this.#renderUnconfirmed();
      case 'no-lms':
        return this.#renderNoLms();
      case 'elsewhere':
        return html`<h1 tabindex="-1">${elsewhere.title}</h1>
          <p>${elsewhere.what}</p>
          <p class="buttons"><button class="primary" @click=${() => this.session.takeOver()}>${elsewhere.takeOver}</button></p>`;
      case 'stale':
        return html`<h1 tabindex="-1">${stale.title}</h1>
          <p>${stale.what}</p>
          <p>${stale.reload}</p>
          <p class="buttons"><button @click=${() => this.session.goOnAnyway()}>${stale.goOn}</button></p>`;
      case 'closing':
        return this.#renderClosing();
      case 'closed':
        return this.#renderClosed();
    }
  }

  protected override render(): TemplateResult {
    return html`<article>${this.#renderPhase()}</article>`;
  }
}

/** As people write it; without encryption it is told apart. */
function hostOf(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-instead-of-course': InsteadOfCourse;
  }
}
