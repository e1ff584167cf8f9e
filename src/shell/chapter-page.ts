import { consume } from '@lit/context';
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Answers, FieldId } from '../course/answers.ts';
import type { Progress } from '../course/completion-rules.ts';
import type { Chapter, ChapterPart, Course, Exercise } from '../course/course.ts';
import { bringToTop } from '../exercises/shared/bring-into-view.ts';
import type { ExerciseElement } from '../exercises/shared/exercise-element.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { chapterFacts } from './chapter-facts.ts';
import { chapterHeadStyles } from './chapter-head-styles.ts';
import { chapterStyles } from './chapter-styles.ts';
import { classSign } from './class-sign.ts';
import { exerciseView, isWide } from './exercise-view.ts';
import { chapterScene } from './scenes/chapter-scene.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/**
 * One chapter: its text and its exercises along a road whose centre-line fills as they are done. The only HTML that is put in as it is
 * comes from the course's own content.
 *
 * @fires exercise-entered where the focus comes to an exercise; `detail` is its id
 */
@customElement('aspa-chapter-page')
export class ChapterPage extends LitElement {
  static override readonly styles = [shellStyles, signColours, chapterStyles, chapterHeadStyles];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) chapter!: Chapter;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) progress!: Progress;
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** No LMS has the answers. */
  @property({ type: Boolean, attribute: 'this-browser-only' }) thisBrowserOnly = false;
  /** Classes that were earned a moment ago, and the exercise that the learner was at. */
  @property({ attribute: false }) earned: { readonly classes: readonly string[]; readonly exercise: string | undefined } | undefined;
  /** The exercise where the learner goes on after a reload. */
  @property() resumed: string | undefined;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('h1') private readonly heading!: HTMLElement;

  /** Puts the focus on the chapter's title. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  /** Brings an exercise to the top, or a field of it into view, with the focus on it. */
  async goTo(exerciseId: string, field?: FieldId): Promise<void> {
    await this.updateComplete;
    const element = this.renderRoot.querySelector<ExerciseElement<Exercise>>(`[data-exercise="${CSS.escape(exerciseId)}"]`);
    if (!element) return;
    if (field === undefined || !(await element.goTo(field))) await element.goToTitle();
  }

  /** Puts the focus on the words that say where the learner goes on. */
  async goToResumed(): Promise<void> {
    await this.updateComplete;
    const words = this.renderRoot.querySelector<HTMLElement>('.resumed');
    if (!words) return;
    bringToTop(words);
    words.focus({ preventScroll: true });
  }

  /** Heard here, since a focus that moves within this page's shadow is never heard outside of it. */
  #focused(event: FocusEvent): void {
    const { exercise } = (event.target as HTMLElement).dataset;
    if (exercise !== undefined) this.dispatchEvent(new CustomEvent('exercise-entered', { detail: exercise }));
  }

  /** A leg of the road is travelled when the exercise at its end is done; the last one when all are. */
  #isTravelled(index: number): boolean {
    const { parts } = this.chapter;
    const ahead = parts.slice(Math.max(index, 0)).find((part) => part.type === 'exercise');
    const ends = ahead ? [ahead] : parts.filter((part) => part.type === 'exercise');
    return ends.length > 0 && ends.every((part) => part.type === 'exercise' && this.progress.doneExercises.has(part.exercise.id));
  }

  #renderPart(part: ChapterPart, index: number): TemplateResult {
    const travelled = this.#isTravelled(index) ? 'travelled' : '';
    if (part.type === 'html') {
      return html`<div class="leg ${travelled}">
        <span class="road"></span>
        <div class="prose">${unsafeHTML(part.html)}</div>
      </div>`;
    }
    const { exercise } = part;
    return html`<div class="leg stop ${travelled}">
      <span class="road"></span>${this.#renderMilestone(exercise, travelled !== '')}
      <div class=${isWide(exercise) ? '' : 'narrow'}>
        ${exercise.id === this.resumed ? this.#renderResumed(exercise) : nothing}
        ${exerciseView(exercise, this.course, this.answers, this.readOnly)}
      </div>
    </div>`;
  }

  /** The sign of a class just earned stands in the place of the stop that the learner finished. */
  #renderMilestone({ id, classes }: Exercise, done: boolean): TemplateResult {
    const signs = this.earned?.exercise === id ? this.earned.classes.filter((one) => classes.includes(one)) : [];
    if (signs.length > 0) return html`<span class="milestone signs">${signs.map((sign) => classSign(sign))}</span>`;
    return html`<svg class="milestone" viewBox="0 0 28 28" aria-hidden="true">
      ${
        done
          ? svg`<circle cx="14" cy="14" r="13" fill="var(--sign)" /><path d="M8 14.5 12.2 18.5 20 10" fill="none" stroke="var(--paper)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />`
          : svg`<circle cx="14" cy="14" r="11" fill="var(--paper)" stroke="var(--sign)" stroke-width="3" />`
      }
    </svg>`;
  }

  #renderResumed(exercise: Exercise): TemplateResult {
    const { shell } = this.text;
    return html`<p class="resumed" tabindex="-1">
      ${shell.continueFrom(exercise.title)} <a href="#${this.chapter.id}">${shell.toChapterStart}</a>
    </p>`;
  }

  protected override render(): TemplateResult {
    const { chapter } = this;
    return html`<div class="page" lang=${this.course.language} data-sign=${chapter.sign?.toLowerCase() ?? ''} @focusin=${this.#focused}>
      ${chapter.sign ? chapterScene(chapter.sign, this.text.shell.cover.library) : nothing}
      <div class="leg head ${chapter.sign ? 'signed' : 'plain'} ${this.#isTravelled(0) ? 'travelled' : ''}">
        <span class="road"></span>
        <h1 tabindex="-1">${chapter.hyphenatedTitle ?? chapter.title}</h1>
        ${chapter.lead ? html`<p class="lead">${chapter.lead}</p>` : nothing}
        ${chapterFacts(chapter, this.course, this.progress, this.thisBrowserOnly, this.text)}
      </div>
      ${chapter.parts.map((part, index) => this.#renderPart(part, index))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-chapter-page': ChapterPage;
  }
}
