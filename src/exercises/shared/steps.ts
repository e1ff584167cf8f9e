import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import { isAnswered, note, type Answers, type FieldId } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import { bringToTop, keepInPlace } from './bring-into-view.ts';
import { FOLDED } from './hidden-until-found.ts';
import { askedIn, type Step, type StepRow } from './step.ts';

/** What the steps need of their exercise. */
type Host = LitElement & {
  readonly answers: Answers;
  readonly readOnly: boolean;
  readonly text: Text;
  renderReaders(): TemplateResult | typeof nothing;
  /** Shows an element that is folded away, or stands on a side that is not shown. */
  reveal(element: Element): Promise<void>;
};

/**
 * The steps of an exercise, each folded to a line but one; all are open where the learner asked for it once, or where she may only read. A folded
 * step stays in the document with all its fields, so that texts arrive in it and a composition in progress is not ended.
 */
export class Steps {
  readonly #host: Host;
  #open: FieldId | undefined;
  /** Opened by find in page beside the one in which she writes. */
  readonly #found = new Set<FieldId>();
  /** The learner, or a link, has opened or folded one: before that it is the first in which something is missing. */
  #isChosen = false;
  /** It was opened after the exercise was drawn first: that is shown by a transition. */
  #isFresh = false;
  #wereAllOpen = false;
  #rows: readonly StepRow[] = [];

  constructor(host: Host) {
    this.#host = host;
  }

  get areAllOpen(): boolean {
    return this.#host.readOnly || isAnswered(this.#host.answers, note.allSteps);
  }

  isOpen(id: FieldId): boolean {
    return this.areAllOpen || this.#open === id || this.#found.has(id);
  }

  /** The step in which the focus is. */
  get focused(): FieldId | undefined {
    const { activeElement } = this.#host.shadowRoot ?? {};
    return activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step'];
  }

  /** Each says at its foot who reads what is written in it; where all are open, the exercise says it once. */
  get sayReaders(): boolean {
    return this.#rows.some((row) => 'content' in row) && !this.areAllOpen;
  }

  /** The first in which something is asked; undefined where all are done or there are none. */
  get firstUndone(): Pick<Step, 'id' | 'title'> | undefined {
    const row = this.#rows.find((one) => askedIn(one) !== undefined);
    return row && { id: row.id, title: askedIn(row) ?? '' };
  }

  open(id: FieldId | undefined): void {
    this.#isChosen = true;
    this.#isFresh = true;
    this.#open = id;
    this.#found.clear();
    this.#host.requestUpdate();
  }

  /** Find in page looks for something while she writes: the step with the focus, or with a composition in progress, stays open. */
  #find(id: FieldId): void {
    if (this.focused === undefined || this.focused === id) return this.open(id);
    this.#found.add(id);
    this.#host.requestUpdate();
  }

  /** Opens the step that an element stands in, so that it can get the focus. */
  async reveal(element: Element): Promise<void> {
    const id = element.closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (id === undefined || this.isOpen(id)) return;
    this.open(id);
    await this.#host.updateComplete;
  }

  /** Opens a step with the focus on its title. @returns false where there is none of that id */
  async goTo(id: FieldId): Promise<boolean> {
    const step = this.#host.renderRoot.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
    const title = step?.querySelector<HTMLElement>('button, [tabindex]');
    if (!step || !title) return false;
    this.open(id);
    await this.#host.reveal(step);
    await this.#host.updateComplete;
    bringToTop(step);
    (step.querySelector<HTMLElement>('button, [tabindex]') ?? title).focus({ preventScroll: true });
    return true;
  }

  /** Opens a step where the eye has it, with the focus on its title: the button that was pressed for it may be gone. */
  async unfold(id: FieldId): Promise<void> {
    const title = (): HTMLElement | null =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"] > h3 > .head`);
    const before = title();
    if (!before) return;
    await keepInPlace(before, () => {
      this.open(id);
      return this.#host.updateComplete;
    });
    title()?.focus({ preventScroll: true });
  }

  async #toggle(event: Event, id: FieldId): Promise<void> {
    const title = event.currentTarget as HTMLElement;
    takeFocus(title);
    await keepInPlace(title, () => {
      this.open(this.isOpen(id) ? undefined : id);
      return this.#host.updateComplete;
    });
  }

  async #toggleAll(event: Event): Promise<void> {
    const button = event.currentTarget as HTMLElement;
    takeFocus(button);
    await keepInPlace(button, () => {
      this.#host.dispatchEvent(new AnswerEvent({ [note.allSteps]: this.areAllOpen ? '' : 'yes' }));
      return this.#host.updateComplete;
    });
  }

  #renderAll(): TemplateResult | typeof nothing {
    if (this.#host.readOnly) return nothing;
    const { showAll, showOne } = this.#host.text.exercise.steps;
    return html`<button class="quiet all-steps" type="button" @click=${this.#toggleAll.bind(this)}>
      ${this.areAllOpen ? showOne : showAll}
    </button>`;
  }

  /**
   * All steps in their order.
   * @param isDone nothing is missing in the exercise: none is open then before the learner has opened one
   */
  renderList(rows: readonly StepRow[], isDone: boolean): TemplateResult {
    this.#rows = rows;
    if (!this.#isChosen) {
      this.#isChosen = true;
      this.#open = isDone ? undefined : this.firstUndone?.id;
    }
    // One at a time from now on, as may have been asked for in another browser: she writes on in hers.
    if (this.#wereAllOpen && !this.areAllOpen) this.#open = this.focused ?? this.#open;
    this.#wereAllOpen = this.areAllOpen;
    return html`${this.#renderAll()}
      <div class="steps">
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => ('content' in row ? this.#render(row) : row.between),
        )}
      </div>`;
  }

  #render(step: Step): TemplateResult {
    const { id, title, isUnderHeading, isDone, state, action, line, content, isWritten } = step;
    const isOpen = this.isOpen(id);
    const words = state ?? (isDone ? this.#host.text.exercise.steps.done : '');
    const head = html`<span class="name" id="step-${id}">${title}</span>
      ${words === '' ? nothing : html`<span class="state ${state === undefined ? 'ok' : ''}">${words}</span>`}
      ${isOpen || !line ? nothing : html`<span class="line">${line}</span>`}`;
    return html`<section
      class="step ${isOpen ? 'open' : ''} ${isOpen && this.#isFresh && !this.areAllOpen ? 'unfolds' : ''}"
      data-step=${id}
      role="group"
      aria-labelledby="step-${id}"
    >
      <h3 aria-level=${isUnderHeading ? 4 : 3}>
        ${
          this.areAllOpen
            ? html`<span class="head" tabindex="-1">${head}</span>`
            : html`<button
                class="head"
                type="button"
                aria-expanded=${isOpen ? 'true' : 'false'}
                aria-controls="fields-${id}"
                @click=${(event: Event) => void this.#toggle(event, id)}
              >
                ${head}
              </button>`
        }
      </h3>
      ${action}
      <div class="fields" id="fields-${id}" hidden=${isOpen ? nothing : FOLDED} @beforematch=${() => this.#find(id)}>
        <div class="inside">
          ${content}
          <div class="foot">
            ${isOpen && this.sayReaders && isWritten !== false ? this.#host.renderReaders() : nothing} ${this.#renderNext(step)}
          </div>
        </div>
      </div>
    </section>`;
  }

  /** A button at the foot of a step that leads to the following place in which something is asked. */
  #renderNext({ id, leave }: Step): TemplateResult | typeof nothing {
    const next = this.#askedAfter(id);
    if (!next || this.areAllOpen) return nothing;
    return html`<button
      class="next"
      type="button"
      @click=${() => {
        leave?.();
        void this.#goOn(id);
      }}
    >
      ${this.#host.text.exercise.steps.next(askedIn(next) ?? '')}
    </button>`;
  }

  #askedAfter(id: FieldId): StepRow | undefined {
    return this.#rows.slice(this.#rows.findIndex((row) => row.id === id) + 1).find((row) => askedIn(row) !== undefined);
  }

  /** Once the host is drawn with what leaving the step has changed. */
  async #goOn(from: FieldId): Promise<void> {
    await new Promise(requestAnimationFrame);
    await this.#host.updateComplete;
    const next = this.#askedAfter(from);
    if (!next) return;
    if ('content' in next) await this.goTo(next.id);
    else next.asks?.lead();
  }
}

/** Safari gives a pressed button no focus, nor does a screen reader's press: the focus would stay in what is folded away. */
function takeFocus(button: HTMLElement): void {
  button.focus({ preventScroll: true });
}
