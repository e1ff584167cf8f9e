import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { AnswerEvent } from '../course/answer-event.ts';
import { pickedOf, textOf, type AnswerChanges, type Answers, type FieldId } from '../course/answers.ts';
import { needsOf, type Need } from '../course/completion-rules.ts';
import type { Course, Exercise } from '../course/course.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';

/**
 * A worksheet: title, why it matters, what to do, the work, what is still needed. Answers come in, changes go out; an exercise
 * keeps no truth of its own.
 *
 * A field that can be gone to carries `data-field="<field id>"`.
 *
 * @fires AnswerEvent at each change of an answer
 * @csspart work - the part that differs from exercise to exercise
 */
export abstract class ExerciseElement<E extends Exercise> extends LitElement {
  @property({ attribute: false }) exercise!: E;
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) course: Pick<Course, 'programmes' | 'classes'> = { programmes: [], classes: [] };
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  /** The whole id of a field, from its id within the exercise. */
  protected at(local: string): FieldId {
    return `${this.exercise.id}.${local}`;
  }

  protected textAt(local: string): string {
    return textOf(this.answers, this.at(local));
  }

  protected pickedAt(local: string): string[] {
    return pickedOf(this.answers, this.at(local));
  }

  protected change(changes: AnswerChanges): void {
    this.dispatchEvent(new AnswerEvent(changes));
  }

  /**
   * Brings a field into view and puts the focus on it.
   * @returns false where the exercise has no such field
   */
  async goTo(field: FieldId): Promise<boolean> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    if (!target) return false;
    await (target as Partial<LitElement>).updateComplete;
    target.scrollIntoView({ block: 'center' });
    target.focus();
    return true;
  }

  /** The work itself. */
  protected abstract renderWork(): TemplateResult;

  protected needText(need: Need): string {
    const words = this.text.exercise.need;
    switch (need.kind) {
      case 'items':
        return words.items(need.label, need.count ?? 1);
      case 'shorten':
        return words.shorten;
      default:
        return words[need.kind](need.label);
    }
  }

  #renderNeeds(): TemplateResult {
    const needs = needsOf(this.exercise, this.course, this.answers);
    const { stillNeeded, done } = this.text.exercise;
    if (needs.length === 0) return html`<p class="done">${done}</p>`;
    return html`<div class="needs">
      <h3 id="needs">${stillNeeded}</h3>
      <ul aria-labelledby="needs">
        ${needs.map(
          (need) =>
            html`<li>
              <a href="#${need.field}" @click=${(event: Event) => this.#follow(event, need)}>${this.needText(need)}</a>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #follow(event: Event, need: Need): void {
    event.preventDefault();
    void this.goTo(need.field);
  }

  protected override render(): TemplateResult {
    const { title, why, task } = this.exercise;
    return html`<article aria-labelledby="title">
      <h2 id="title">${title}</h2>
      <p class="why">${why}</p>
      ${task ? html`<div class="task">${unsafeHTML(task)}</div>` : nothing}
      <div class="work" part="work">${this.renderWork()}</div>
      ${this.#renderNeeds()}
    </article>`;
  }
}
