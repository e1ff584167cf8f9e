import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { AfterPause } from '../../fields/shared/after-pause.ts';
import '../../fields/choice/element.ts';
import '../../fields/text/element.ts';
import { textOf } from '../../course/answers.ts';
import { bringToTop } from '../shared/bring-into-view.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import './guide-sheet.ts';
import { guidePages, type OrientationGuide as OrientationGuideExercise } from './definition.ts';
import type { FitEvent, SheetFit } from './guide-sheet.ts';
import { printGuide } from './print-guide.ts';

/** An induction guide of one page, written beside the very page that will be printed. */
@customElement('aspa-orientation-guide')
export class OrientationGuide extends ExerciseElement<OrientationGuideExercise> {
  static override readonly styles = [
    exerciseStyles,
    css`
      .guide {
        display: grid;
        gap: 32px;
      }
      .writing,
      .picks {
        display: flex;
        flex-direction: column;
        gap: 32px;
        min-width: 0;
      }
      .picks {
        gap: 24px;
      }
      .picks h3 {
        margin: 0;
      }
      .preview {
        min-width: 0;
      }
      .preview header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: center;
        justify-content: space-between;
        min-height: 44px;
        margin: 0 0 8px;
      }
      .preview h3 {
        margin: 0;
      }
      .preview p {
        margin: 12px 0 0;
      }
      .fit {
        padding-left: 12px;
        border-left: 3px solid var(--ok);
      }
      .fit.outgrown {
        border-left-color: var(--attention);
      }
      .preview > button {
        margin-top: 12px;
      }
      .enlarge {
        display: none;
        margin: 0 -8px;
      }
      @container (min-width: 31em) {
        .guide:not(.large) {
          grid-template-columns: minmax(0, 8fr) minmax(0, 7fr);
        }
        .guide:not(.large) .preview {
          position: sticky;
          top: 72px;
          align-self: start;
        }
        .enlarge {
          display: block;
        }
      }
      @media print {
        .guide.guide {
          display: block;
        }
        .preview {
          display: none;
        }
      }
    `,
  ];

  /** Undefined until the page was measured. */
  @state() private fit: SheetFit | undefined;
  /** The page below the writing in full width, rather than beside it. */
  @state() private large = false;

  @query('.preview') private readonly preview!: HTMLElement;

  readonly #fitSaid = new AfterPause(this);

  #laid({ fit }: FitEvent): void {
    this.fit = fit;
    const { tooLong, fits } = this.text.orientationGuide;
    if (!this.#isEmpty) this.#fitSaid.say(fit.surplus > 0 ? tooLong(fit.surplus) : fits);
    const field = guidePages(this.exercise.id);
    const pages = String(fit.pages);
    // A page that was never outgrown needs no note, so that opening the exercise writes nothing.
    if (!this.readOnly && (textOf(this.answers, field) || '1') !== pages) this.change({ [field]: pages });
  }

  /** The page moves to another place: the learner goes with it, and her focus stays on the button above it. */
  async #enlarge(): Promise<void> {
    this.large = !this.large;
    await this.updateComplete;
    bringToTop(this.preview);
  }

  /** Of an empty page there is nothing to say. */
  get #isEmpty(): boolean {
    return ['heading', 'text', 'notice', 'act'].every((local) => this.textAt(local).trim() === '');
  }

  #renderFit(): TemplateResult | typeof nothing {
    const { fit } = this;
    const words = this.text.orientationGuide;
    if (!fit || this.#isEmpty) return nothing;
    const outgrown = fit.surplus > 0;
    return html`<p class="fit ${outgrown ? 'outgrown' : ''}">
      ${outgrown ? words.tooLong(fit.surplus) : words.fits}
      ${outgrown ? words.shorten : words.used(Math.min(100, Math.round(fit.share * 20) * 5))}
    </p>`;
  }

  #renderPreview(): TemplateResult {
    const words = this.text.orientationGuide;
    return html`<section class="preview" aria-labelledby="preview">
      <header>
        <h3 id="preview">${words.previewHeading}</h3>
        <button class="quiet enlarge" type="button" @click=${this.#enlarge}>${this.large ? words.reduce : words.enlarge}</button>
      </header>
      <aspa-guide-sheet
        .exercise=${this.exercise}
        .answers=${this.answers}
        .text=${this.text}
        @aspa-sheet-fit=${this.#laid}
      ></aspa-guide-sheet>
      ${this.#renderFit()}
      <button type="button" @click=${() => void printGuide(this.exercise, this.answers, this.text)}>${words.print}</button>
    </section>`;
  }

  protected override renderWork(): TemplateResult {
    const { heading, text, summary, notice, act } = this.exercise;
    return html`<div class="guide ${this.large ? 'large' : ''}">
      <div class="writing">
        <section class="picks" aria-labelledby="summary">
          <h3 id="summary">${summary}</h3>
          ${[notice, act].map(({ id, label }) => this.renderField(this.at(id), { label }, { stacked: true }))}
        </section>
        ${this.renderField(this.at('heading'), { ...heading, maxLength: heading.maxLength ?? 120 }, { rows: 1 })}
        ${this.renderField(this.at('text'), text, { rows: 10 })}
      </div>
      ${this.#renderPreview()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-orientation-guide': OrientationGuide;
  }
}
