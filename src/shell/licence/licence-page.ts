import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Answers } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import type { Course } from '../../course/course.ts';
import { PictureError } from '../../exercises/shared/save-picture.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import type { LicenceCard } from './licence-card.ts';
import './licence-card.ts';
import { licenceClasses } from './licence-classes.ts';
import { licencePageStyles } from './licence-page-styles.ts';
import type { LicenceStanding } from './licence-standing.ts';
import { WORKBOOK_PAGE } from '../navigation/route.ts';
import { libraryBus, roadBand } from '../scenes/cover-scene.ts';
import { endLand } from '../scenes/end-scene.ts';
import { shellStyles } from '../shell-styles.ts';
import { nextExercise } from '../navigation/way-on.ts';
import { renderTomorrow, workbookTomorrowStyles } from '../workbook/workbook-tomorrow.ts';
import { signColours } from '../../theme/tokens.ts';

/** What she will do tomorrow beside the classes, where there is room; on paper it is in the workbook, not with the card. */
const besideClasses = css`
  @container (min-width: 50rem) {
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 30rem) minmax(0, 1fr);
      gap: 0 48px;
    }
  }
  @media print {
    .tomorrow {
      display: none;
    }
  }
`;

/**
 * The licence and the end of the course: the card on its road, what to do with it, the classes in words, and where the course asks for it,
 * "I am ready".
 *
 * @fires ready where the learner says that she is
 * @fires leave where she asks to save and end, which is offered once the licence is hers
 */
@customElement('aspa-licence-page')
export class LicencePage extends LitElement {
  static override readonly styles = [shellStyles, signColours, licencePageStyles, workbookTomorrowStyles, besideClasses];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) progress!: Progress;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) standing!: LicenceStanding;
  /** No LMS has the answers, and there are no reports. */
  @property({ type: Boolean, attribute: 'this-browser-only' }) thisBrowserOnly = false;
  /** asked: the licence is earned and the course waits for her word; said: she has given it; waits: likewise, and completion waits for her answers as a file. */
  @property() readiness: 'none' | 'asked' | 'said' | 'waits' = 'none';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private notDrawn = false;
  @query('h1') private readonly heading!: HTMLElement;
  @query('aspa-licence-card') private readonly card!: LicenceCard;

  /** Her word takes the button away with which she gave it. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('readiness') === 'asked') this.renderRoot.querySelector<HTMLElement>('.ready')?.focus();
  }

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  #ready(): void {
    this.dispatchEvent(new Event('ready'));
  }

  #leave(): void {
    this.dispatchEvent(new Event('leave'));
  }

  async #save(kind: 'svg' | 'png'): Promise<void> {
    this.notDrawn = false;
    try {
      await this.card.save(kind);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      this.notDrawn = true;
    }
  }

  #renderReadiness(): TemplateResult | typeof nothing {
    const { saving, shell } = this.text;
    const { ready } = shell;
    if (this.readiness === 'none') return nothing;
    if (this.readiness !== 'asked')
      return html`<div class="ready" tabindex="-1"><p>${this.readiness === 'said' ? ready.said : saving.wipes.what}</p></div>`;
    return html`<div class="ready">
      <h2>${ready.title}</h2>
      <p>${ready.what}</p>
      <p>${ready.after}</p>
      <button class="primary" @click=${this.#ready}>${ready.button}</button>
    </div>`;
  }

  /** Until the licence is hers: the way to what it still asks for. */
  #renderGoOn(): TemplateResult | typeof nothing {
    const next = this.standing.issuedAt === undefined ? nextExercise(this.course, this.progress) : undefined;
    if (!next) return nothing;
    const { chapter, exercise } = next;
    const { cover } = this.text.shell;
    const isBegun = this.standing.classes.some(({ begun, earned }) => begun || earned);
    return html`<a class="button primary" href="#${chapter.id}/${exercise.id}">${isBegun ? cover.goOn(exercise.title) : cover.begin}</a>`;
  }

  #renderButtons(): TemplateResult {
    const { licence, shell, workbook } = this.text;
    const isEnd = this.standing.issuedAt !== undefined && this.readiness !== 'asked';
    return html`<p class="buttons">
        ${isEnd ? html`<button class="primary" @click=${this.#leave}>${shell.exit}</button>` : this.#renderGoOn()}
        <button class="quiet" @click=${() => window.print()}>${licence.print}</button>
        <a href="#${WORKBOOK_PAGE}">${workbook.page}</a>
        <button class="quiet" @click=${() => this.#save('png')}>${licence.savePng}</button>
        <button class="quiet" @click=${() => this.#save('svg')}>${licence.saveSvg}</button>
      </p>
      <div role="alert">${this.notDrawn ? html`<p>${licence.notDrawn}</p>` : nothing}</div>`;
  }

  protected override render(): TemplateResult {
    const { licence } = this.text;
    const { classes, issuedAt } = this.standing;
    const isHers = issuedAt !== undefined;
    const needed = classes
      .filter(({ earnedAt, role }) => isHers && earnedAt !== undefined && earnedAt <= issuedAt && role !== 'optional')
      .map(({ id }) => id);
    const hasAll = classes.length > needed.length && classes.every(({ earnedAt }) => earnedAt !== undefined);
    return html`<article>
      <div class="scene">
        ${endLand()} ${roadBand()} ${libraryBus()}
        <aspa-licence-card .standing=${this.standing}></aspa-licence-card>
      </div>
      <h1 tabindex="-1">${isHers ? licence.isYours : licence.page}</h1>
      <p class="lead">${isHers ? (hasAll ? licence.allYours : licence.yours(needed)) : licence.lead}</p>
      ${this.#renderReadiness()} ${this.#renderButtons()}
      <div class="columns">
        <div>${licenceClasses(this)}</div>
        ${renderTomorrow(this)}
      </div>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-licence-page': LicencePage;
  }
}
