import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Answers } from '../../course/answers.ts';
import { exercisesOf, type Chapter, type Course, type Exercise } from '../../course/course.ts';
import type { CopyHere, CourseSessionView } from '../../session/session-view.ts';
import type { Written, WrittenNode, WrittenPart } from '../../fields/field-type.ts';
import { PictureWidth } from '../../exercises/shared/picture-width.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { chapterStanding } from '../chapter/chapter-standing.ts';
import { classSign } from '../licence/class-sign.ts';
import { answerPicture } from '../chapter/exercise-view.ts';
import '../licence/licence-card.ts';
import './remove-copy.ts';
import type { LicenceStanding } from '../licence/licence-standing.ts';
import { SUPPORT_PAGE } from '../navigation/route.ts';
import { shellStyles } from '../shell-styles.ts';
import { signColours } from '../../theme/tokens.ts';
import './workbook-file.ts';
import { workbookStyles } from './workbook-styles.ts';
import { hasTomorrow, renderTomorrow, workbookTomorrowStyles } from './workbook-tomorrow.ts';
import { isStarted, olderAnswers, writtenIn } from './written-answers.ts';

/** An option or a name, in characters: a word of it fits into a column on paper. */
const SHORT_ANSWER = 24;

/** As wide as an A4 page's text, in pixels: drawn once for the screen and the paper. */
const WIDEST_PICTURE = 640;

/** Everything the learner has written, on one page, with the drawn card, path, map and profile; to read, print and take along. */
@customElement('aspa-my-workbook')
export class MyWorkbook extends LitElement {
  static override readonly styles = [shellStyles, signColours, workbookStyles, workbookTomorrowStyles];

  @property({ attribute: false }) session!: CourseSessionView;
  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) standing!: LicenceStanding;
  @property({ attribute: false }) copyHere: CopyHere = 'nothing';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('h1') private readonly heading!: HTMLElement;

  readonly #width = new PictureWidth(this, () => this.renderRoot.querySelector('.exercise'));

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  get #isEmpty(): boolean {
    const { course, answers } = this;
    return !hasTomorrow(course, answers) && !exercisesOf(course).some((exercise) => isStarted(exercise, course, answers));
  }

  /** No LMS has the answers, and there are no reports. */
  get #thisBrowserOnly(): boolean {
    return this.session.launch?.limits.thisBrowserOnly === true;
  }

  #renderLabel(label: string, secret: boolean): TemplateResult {
    return html`${label}${secret && !this.#thisBrowserOnly ? html` <small>(${this.text.workbook.onlyForYou})</small>` : nothing}`;
  }

  /** On paper entries are the rows of a table, whose heads these are. */
  #renderHeads([first]: readonly (readonly Written[])[]): TemplateResult | typeof nothing {
    if (!first) return nothing;
    return html`<div class="heads" aria-hidden="true">
      <div>${first.map(({ label, private: secret }) => html`<span>${this.#renderLabel(label, secret)}</span>`)}</div>
    </div>`;
  }

  #renderWritten({ label, answer, private: secret }: Written): TemplateResult {
    const length = answer === '' ? 'none' : answer.length <= SHORT_ANSWER ? 'short' : 'long';
    // Its spaces are kept: none may stand around the words.
    const words = answer === '' ? this.text.workbook.nothingYet : answer;
    return html`<div>
      <dt>${this.#renderLabel(label, secret)}</dt>
      <dd class=${length}>${words}</dd>
    </div>`;
  }

  #renderNodes(nodes: readonly WrittenNode[]): TemplateResult | typeof nothing {
    if (nodes.length === 0) return nothing;
    return html`<ul class="tree">
      ${nodes.map((node) => html`<li>${node.text}${this.#renderNodes(node.nodes)}</li>`)}
    </ul>`;
  }

  #renderPart(part: WrittenPart): TemplateResult {
    const { workbook } = this.text;
    switch (part.type) {
      case 'answer':
        return html`<dl>${this.#renderWritten(part)}</dl>`;
      case 'entries':
        return html`${part.label === '' ? nothing : html`<h4>${part.label}</h4>`}
          ${part.entries.length === 0 ? html`<p class="none">${workbook.nothingYet}</p>` : nothing}
          <div class="entries">
            ${this.#renderHeads(part.entries)}
            ${part.entries.map(
              (entry) =>
                html`<div class="entry">
                  <dl>${entry.map((written) => this.#renderWritten(written))}</dl>
                </div>`,
            )}
          </div>`;
      case 'tree':
        return html`${part.branches.map(
          ({ label, nodes }) =>
            html`<h4>${label}</h4>
              ${nodes.length === 0 ? html`<p class="none">${workbook.nothingYet}</p>` : this.#renderNodes(nodes)}`,
        )}`;
    }
  }

  #renderExercise(exercise: Exercise, chapter: Chapter): TemplateResult {
    const { workbook } = this.text;
    const started = isStarted(exercise, this.course, this.answers);
    const picture = started ? answerPicture(exercise, this.answers, this.text, Math.min(this.#width.value, WIDEST_PICTURE)) : undefined;
    return html`<section class="exercise">
      <header>
        <h3>${exercise.hyphenatedTitle ?? exercise.title}</h3>
        <a href="#${chapter.id}/${exercise.id}" aria-label="${workbook.toExercise}: ${exercise.title}">${workbook.toExercise}</a>
      </header>
      ${picture ? html`<div class="picture">${picture}</div>` : nothing}
      ${
        started
          ? writtenIn(exercise, this.course, this.answers, this.text).map((part) => this.#renderPart(part))
          : html`<p class="none">${workbook.exerciseEmpty}</p>`
      }
    </section>`;
  }

  #renderChapter(chapter: Chapter): TemplateResult | typeof nothing {
    const exercises = chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
    if (exercises.length === 0) return nothing;
    return html`<section class="chapter" data-sign=${chapter.sign?.toLowerCase() ?? ''}>
      <header>
        ${chapter.sign ? classSign(chapter.sign, chapterStanding(chapter, this.standing.classes, this.session.progress, this.answers).state) : nothing}
        <h2>${chapter.hyphenatedTitle ?? chapter.title}</h2>
      </header>
      ${exercises.map((exercise) => this.#renderExercise(exercise, chapter))}
    </section>`;
  }

  #renderOlder(): TemplateResult | typeof nothing {
    const older = olderAnswers(this.course, this.answers);
    const { workbook } = this.text;
    if (older.length === 0) return nothing;
    return html`<section class="chapter">
      <h2>${workbook.older}</h2>
      <p>${workbook.olderWhat}</p>
      <dl>
        ${older.map(
          ({ field, answer }) =>
            html`<div>
              <dt>${field}</dt>
              <dd>${answer}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  #renderTomorrow(): TemplateResult | typeof nothing {
    const { course, answers, standing, text } = this;
    return renderTomorrow({ course, answers, standing, text, progress: this.session.progress, thisBrowserOnly: this.#thisBrowserOnly });
  }

  protected override render(): TemplateResult {
    const { workbook, licence } = this.text;
    const { holder } = this.standing;
    return html`<article>
      <h1 tabindex="-1">${workbook.page}</h1>
      <p class="lead">${workbook.lead}</p>
      <p class="owner">
        ${this.course.title}<br />${holder ? html`${workbook.of(holder)}<br />` : nothing}${workbook.printed(licence.day(Date.now()))}
      </p>
      <p class="buttons"><button class="primary" @click=${() => window.print()}>${workbook.print}</button></p>
      <aspa-licence-card .standing=${this.standing}></aspa-licence-card>
      ${this.#renderTomorrow()} ${this.#isEmpty ? html`<p class="empty">${workbook.empty}</p>` : nothing}
      ${this.course.chapters.map((chapter) => this.#renderChapter(chapter))} ${this.#renderOlder()}
      <aspa-workbook-file .session=${this.session} .course=${this.course}></aspa-workbook-file>
      <aspa-remove-copy .session=${this.session} .copyHere=${this.copyHere}></aspa-remove-copy>
      <p class="support screen-only"><a href="#${SUPPORT_PAGE}">${this.text.support.link}</a></p>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-my-workbook': MyWorkbook;
  }
}
