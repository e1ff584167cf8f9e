import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { hasAnswers, isAnswered, note, textOf, type Answers, type FieldId } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import type { Chapter, ChapterPart, Course, Exercise } from '../../course/course.ts';
import { tomorrowOf } from '../../course/fields.ts';
import { bringIntoSight, bringToTop } from '../../exercises/shared/bring-into-view.ts';
import { FOLDED } from '../../exercises/shared/hidden-until-found.ts';
import type { ExerciseElement } from '../../exercises/shared/exercise-element.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { chapterFacts } from './chapter-facts.ts';
import { chapterHeadStyles } from './chapter-head-styles.ts';
import { chapterStyles } from './chapter-styles.ts';
import { exerciseView, isWide } from './exercise-view.ts';
import { milestone } from './milestone.ts';
import { chapterScene } from '../scenes/chapter-scene.ts';
import { shellStyles } from '../shell-styles.ts';
import { SecondDraw } from '../frame/second-draw.ts';
import { signColours } from '../../theme/tokens.ts';
import './tomorrow-question.ts';
import type { TomorrowQuestion } from './tomorrow-question.ts';
import { foundVoice, nameVoices, pressedVoice } from './voice-fold.ts';

/** Where the focus came to. */
export interface EnteredPlace {
  readonly exercise: string;
  /** The step of it, or the exercise itself. */
  readonly place: FieldId;
  /** The field; undefined where the focus is on something else. */
  readonly field: FieldId | undefined;
}

/**
 * One chapter: its text and its exercises along a road whose centre-line fills as they are done. Of several exercises each is folded to a line
 * until it is gone to; then the chapter's text is, and before an only one once that was begun. What is folded stays in the document. The only HTML that is put in as it is comes from the
 * course's own content.
 *
 * @fires exercise-entered where the focus comes to an exercise; `detail` is its id, the step of it and the field
 */
@customElement('aspa-chapter-page')
export class ChapterPage extends LitElement {
  static override readonly styles = [shellStyles, signColours, chapterStyles, chapterHeadStyles];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) chapter!: Chapter;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) progress!: Progress;
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** The exercise that was gone to; none at the chapter's beginning. */
  @property() exercise: string | undefined;
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
  @query('aspa-tomorrow-question') private readonly tomorrow!: TomorrowQuestion | null;
  /** What stands below the chapter's beginning, and exercises that are folded. */
  readonly #rest = new SecondDraw(this);
  /** The chapter's text, or exercises of it, that find in page has opened, or that the focus was in when all else was folded. */
  readonly #found = new Set<string>();
  /** Something was written in the exercise when it was gone to: what is written later folds nothing away from under her hands. */
  #wasBegun = false;
  #mightFold = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The same chapter in another language is no other place.
    const isOther = changed.has('chapter') && changed.get('chapter')?.id !== this.chapter.id;
    if (isOther || changed.has('exercise')) {
      this.#found.clear();
      this.#wasBegun = this.exercise !== undefined && hasAnswers(this.answers, this.exercise);
    }
    // Shown all until now: what is folded again, as another browser may have asked for, leaves her where she writes.
    if (this.#mayFold && !this.#mightFold && this.#focused !== undefined) this.#found.add(this.#focused);
    this.#mightFold = this.#mayFold;
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => pressedVoice(event, this.text.shell));
    this.renderRoot.addEventListener('beforematch', (event) => foundVoice(event, this.text.shell));
  }

  protected override updated(): void {
    nameVoices(this.renderRoot, this.text.shell);
  }

  /** All of the chapter is drawn. */
  get whole(): Promise<unknown> {
    return this.#rest.done;
  }

  /** Puts the focus on the chapter's title. */
  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  /** Brings an exercise to the top, or a field of it into view, with the focus on it; or what is asked at the chapter's end. */
  async goTo(exerciseId: string, field?: FieldId): Promise<void> {
    await this.#drawnUpTo(exerciseId);
    if (field !== undefined && this.tomorrow?.question.id === field) {
      this.#reveal(field);
      await this.updateComplete;
      return this.tomorrow.goTo();
    }
    const element = this.#elementOf(exerciseId);
    if (!element) return;
    if (field === undefined || !(await element.goTo(field))) await element.goToTitle();
  }

  /** Puts the focus back on a field of an exercise, which stays where it is while it is in sight; on the exercise where the field is gone. */
  async goBack(exerciseId: string, field: FieldId | undefined): Promise<void> {
    await this.#drawnUpTo(exerciseId);
    const element = this.#elementOf(exerciseId);
    if (field === undefined || !(await element?.goTo(field, bringIntoSight))) await element?.goToTitle();
  }

  /** Opens a step of an exercise, without the focus. */
  async open(exerciseId: string, step: FieldId): Promise<void> {
    await this.#drawnUpTo(exerciseId);
    await this.#elementOf(exerciseId)?.open(step);
  }

  /** Only the exercise that was gone to is drawn at once. */
  async #drawnUpTo(exerciseId: string): Promise<void> {
    await (exerciseId === this.exercise ? this.updateComplete : this.whole);
  }

  #elementOf(exerciseId: string): ExerciseElement<Exercise> | null {
    return this.renderRoot.querySelector<ExerciseElement<Exercise>>(`[data-exercise="${CSS.escape(exerciseId)}"]`);
  }

  /** Puts the focus on the words that say where the learner goes on. */
  async goToResumed(): Promise<void> {
    await this.updateComplete;
    const words = this.renderRoot.querySelector<HTMLElement>('.resumed');
    if (!words) return;
    bringToTop(words);
    words.focus({ preventScroll: true });
  }

  /** The exercise in which the focus is, or what is asked at the chapter's end. */
  get #focused(): string | undefined {
    const active = this.shadowRoot?.activeElement;
    return active === this.tomorrow ? this.tomorrow?.question.id : active?.closest<HTMLElement>('[data-exercise]')?.dataset['exercise'];
  }

  #entered(event: Event): void {
    const element = event.target as ExerciseElement<Exercise>;
    const { exercise } = element.dataset;
    if (exercise === undefined) return;
    const detail = { exercise, place: element.place, field: element.focusedField };
    this.dispatchEvent(new CustomEvent<EnteredPlace>('exercise-entered', { detail }));
  }

  /** She has not asked for all. */
  get #mayFold(): boolean {
    return !this.readOnly && !isAnswered(this.answers, note.allSteps);
  }

  /** One exercise at a time, where there are several. */
  get #folds(): boolean {
    return this.#mayFold && this.chapter.parts.filter(({ type }) => type === 'exercise').length > 1;
  }

  /** The chapter's own text gives its place to the exercise that was gone to; to the only one once it was begun. */
  get #textHidden(): typeof FOLDED | typeof nothing {
    const gives = this.#folds || (this.#mayFold && this.#wasBegun);
    return gives && this.exercise !== undefined && !this.#found.has(this.chapter.id) ? FOLDED : nothing;
  }

  /** Find in page has found something in what is folded: it stays open until another place is gone to. */
  #reveal(place: string): void {
    this.#found.add(place);
    this.requestUpdate();
  }

  /** A leg of the road is travelled when the exercise at its end is done; the last one when all are. */
  #isTravelled(index: number): boolean {
    const { parts } = this.chapter;
    const ahead = parts.slice(Math.max(index, 0)).find((part) => part.type === 'exercise');
    const ends = ahead ? [ahead] : parts.filter((part) => part.type === 'exercise');
    return ends.length > 0 && ends.every((part) => part.type === 'exercise' && this.progress.doneExercises.has(part.exercise.id));
  }

  /** It is seen as far as its first text: the rest is not drawn yet. */
  get #isBeginning(): boolean {
    return this.exercise === undefined && !this.#rest.isDue;
  }

  #renderPart(part: ChapterPart, index: number): TemplateResult {
    const travelled = this.#isTravelled(index) ? 'travelled' : '';
    if (part.type === 'html') {
      return html`<div class="leg ${travelled}" hidden=${this.#textHidden} @beforematch=${() => this.#reveal(this.chapter.id)}>
        <span class="road"></span>
        <div class="prose">${unsafeHTML(part.html)}</div>
      </div>`;
    }
    const { exercise } = part;
    const isFolded = this.#folds && exercise.id !== this.exercise && !this.#found.has(exercise.id);
    return html`<div class="leg stop ${travelled}">
      <span class="road"></span>${milestone(this.#earnedAt(exercise), travelled !== '')}
      <div class=${isWide(exercise) ? '' : 'narrow'}>
        ${exercise.id === this.resumed ? this.#renderResumed(exercise) : nothing} ${isFolded ? this.#renderLine(exercise) : nothing}
        <div hidden=${isFolded ? FOLDED : nothing} @beforematch=${() => this.#reveal(exercise.id)}>
          ${isFolded && !this.#rest.isDue ? nothing : exerciseView(exercise, this)}
        </div>
      </div>
    </div>`;
  }

  /** Classes that were earned a moment ago by finishing this very exercise. */
  #earnedAt({ id, classes }: Exercise): readonly string[] {
    return this.earned?.exercise === id ? this.earned.classes.filter((one) => classes.includes(one)) : [];
  }

  /** A folded exercise: what it is called, how long it takes or that it is done, and the way into it. */
  #renderLine({ id, title, hyphenatedTitle, minutes }: Exercise): TemplateResult {
    const { head } = this.text.shell;
    const state = this.progress.doneExercises.has(id) ? head.stepDone : minutes === undefined ? '' : head.stepMinutes(minutes);
    return html`<p class="line">
      <a href="#${this.chapter.id}/${id}" aria-label=${[title, state].filter(Boolean).join(', ')}>${hyphenatedTitle ?? title}</a
      ><span class="state" aria-hidden="true">${state}</span>
    </p>`;
  }

  /** Folded to a line, as what is not gone to is, while she is at an exercise. */
  #renderTomorrow(): TemplateResult | typeof nothing {
    const { chapter, answers, readOnly } = this;
    const field = tomorrowOf(chapter);
    if (this.#isBeginning || !field || !chapter.tomorrow || (readOnly && !isAnswered(answers, field.id))) return nothing;
    const isFolded = this.#textHidden !== nothing && !this.#found.has(field.id);
    return html`<div class="leg tomorrow ${this.#isTravelled(chapter.parts.length) ? 'travelled' : ''}">
      <span class="road"></span>
      ${isFolded ? html`<p class="line"><a href="#${chapter.id}/${field.id}">${field.label}</a></p>` : nothing}
      <aspa-tomorrow-question
        hidden=${isFolded ? FOLDED : nothing}
        .question=${{ ...chapter.tomorrow, id: field.id }}
        value=${textOf(answers, field.id)}
        ?read-only=${readOnly}
        ?this-browser-only=${this.thisBrowserOnly}
        @beforematch=${() => this.#reveal(field.id)}
      ></aspa-tomorrow-question>
    </div>`;
  }

  #renderResumed(exercise: Exercise): TemplateResult {
    const { shell } = this.text;
    return html`<p class="resumed" tabindex="-1">
      ${shell.continueFrom(exercise.title)}
      ${this.#textHidden === nothing ? html`<a href="#${this.chapter.id}">${shell.toChapterStart}</a>` : nothing}
    </p>`;
  }

  /** Of a title that begins with the short one, what follows the dash stands below in smaller letters; a step has room for the short one only. */
  #renderTitle(): TemplateResult | string {
    const { title, shortTitle, hyphenatedTitle = title } = this.chapter;
    if (!title.startsWith(`${shortTitle} – `)) return hyphenatedTitle;
    const dash = hyphenatedTitle.indexOf(' – ', shortTitle.length);
    return html`${hyphenatedTitle.slice(0, dash)} <span class="rest">${hyphenatedTitle.slice(dash + 1)}</span>`;
  }

  protected override render(): TemplateResult {
    const { chapter } = this;
    const hidden = this.#textHidden;
    return html`<div
      class="page"
      lang=${this.course.language}
      data-sign=${chapter.sign?.toLowerCase() ?? ''}
      @aspa-place-entered=${this.#entered}
    >
      ${chapter.sign && hidden === nothing ? chapterScene(chapter.sign, this.text.shell.cover.library) : nothing}
      <div
        class="leg head ${chapter.sign && hidden === nothing ? 'signed' : 'plain'} ${hidden === nothing ? '' : 'step'} ${this.#isTravelled(0) ? 'travelled' : ''}"
      >
        <span class="road"></span>
        <h1 tabindex="-1">${this.#renderTitle()}</h1>
        ${hidden === nothing ? nothing : html`<p class="back"><a href="#${chapter.id}">${this.text.shell.toChapterStart}</a></p>`}
        <div hidden=${hidden} @beforematch=${() => this.#reveal(chapter.id)}>
          ${chapter.lead ? html`<p class="lead">${chapter.lead}</p>` : nothing}
          ${chapterFacts(chapter, this.course, this.progress, this.thisBrowserOnly, this.text)}
        </div>
      </div>
      ${chapter.parts.slice(0, this.#isBeginning ? 1 : undefined).map((part, index) => this.#renderPart(part, index))}
      ${this.#renderTomorrow()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-chapter-page': ChapterPage;
  }
}
