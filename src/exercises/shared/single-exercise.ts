/* eslint-disable lit/binding-positions, lit/no-invalid-html -- a static value may stand for a tag, which the rules do not know */
import { ContextProvider } from '@lit/context';
import { css, html as plain, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import 'virtual:exercise-elements';
import { AnswerEvent } from '../../course/answer-event.ts';
import { AnswerStore } from '../../course/answer-store.ts';
import type { FieldId } from '../../course/answers.ts';
import { needsOf } from '../../course/completion-rules.ts';
import type { Course, Exercise, Language } from '../../course/course.ts';
import type { Readers } from '../../course/readers.ts';
import '../../fields/shared/translated-words.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { dark, light } from '../../theme/palette.ts';
import { roles } from '../../theme/tokens.ts';

/** What a `change` event carries. */
export interface ExerciseChange {
  /** Every answer by its field's id, as it is now. */
  readonly answers: Readonly<Record<FieldId, string>>;
  /** Whether the exercise asks for nothing more. */
  readonly done: boolean;
}

/** Loaded when it is asked for. */
const LANGUAGE_TEXTS: Readonly<Record<Exclude<Language, 'fi'>, () => Promise<Text>>> = {
  sv: async () => (await import('../../text/sv.ts')).sv,
  en: async () => (await import('../../text/en.ts')).en,
};

/**
 * An exercise of any kind on any web page, without a course, an LMS or a session around it. It keeps what is written, tells of it, and
 * takes it back; where it is stored is the page's own matter.
 *
 * @fires {CustomEvent<ExerciseChange>} change after each change of an answer; `detail` has all `answers` and whether the exercise is `done`
 */
@customElement('aspa-single-exercise')
export class SingleExercise extends LitElement {
  static override readonly styles = css`
    :host {
      ${roles(light)}
      --sign: var(--accent);
      --tint: var(--panel);
      --font: 'Atkinson Hyperlegible Next', system-ui, sans-serif;
      --measure: 30rem;
      display: block;
      color-scheme: light dark;
      background: var(--paper);
      color: var(--ink);
      font-family: var(--font);
      line-height: 1.6;
      overflow-wrap: break-word;
    }
    @media (prefers-color-scheme: dark) {
      :host {
        ${roles(dark)}
      }
    }
  `;

  /** What it asks, as a course holds it: `kind`, `id`, `title`, `why`, `task` (HTML of the page's own, never a learner's), and the keys of its kind. */
  @property({ attribute: false }) exercise?: Exercise;
  /** What some kinds ask of their course: programmes to choose from, names of classes. */
  @property({ attribute: false }) course: Pick<Course, 'programmes' | 'classes' | 'chapters' | 'report'> = {
    programmes: [],
    classes: [],
    chapters: [],
    report: 'answers',
  };
  /** Of the words that are not the exercise's own: fi, sv or en. */
  @property() language: Language = 'fi';
  /** Shows answers, and takes none. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** Whom the learner is told to read her answers: `reports` where the page sends them on, `this-browser` where they stay. */
  @property() readers: Readers = 'this-browser';
  @state() private text: Text = fi;

  readonly #provider = new ContextProvider(this, { context: textContext, initialValue: fi });
  #store = new AnswerStore();

  constructor() {
    super();
    this.addEventListener(AnswerEvent.type, (event) => this.#answered(event));
  }

  /** Every answer by its field's id; what is set takes the place of all that was there. */
  @property({ attribute: false })
  get answers(): Readonly<Record<FieldId, string>> {
    return Object.fromEntries([...this.#store.answers].map(([id, { text }]) => [id, text]));
  }
  set answers(answers: Readonly<Record<FieldId, string>>) {
    this.#store = new AnswerStore();
    this.#store.change(answers);
    this.requestUpdate();
  }

  /** Whether the exercise asks for nothing more. */
  get done(): boolean {
    return this.exercise !== undefined && needsOf(this.exercise, this.course, this.#store.answers).length === 0;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('language')) void this.#speak();
  }

  async #speak(): Promise<void> {
    const { language } = this;
    const text = language === 'fi' ? fi : await LANGUAGE_TEXTS[language]();
    if (language !== this.language) return;
    this.text = text;
    this.#provider.setValue(text);
  }

  #answered(event: AnswerEvent): void {
    event.stopPropagation();
    this.#store.change(event.changes);
    this.requestUpdate();
    const detail: ExerciseChange = { answers: this.answers, done: this.done };
    this.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { exercise, course, readOnly, readers, text } = this;
    if (!exercise) return nothing;
    const tag = unsafeStatic(`aspa-${exercise.kind}`);
    return plain`<div lang=${this.language}>
      ${html`<${tag}
        .exercise=${exercise}
        .course=${course}
        .answers=${this.#store.answers}
        .readers=${readers}
        .text=${text}
        ?read-only=${readOnly}
      ></${tag}>`}
    </div>`;
  }
}
