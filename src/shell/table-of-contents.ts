import { consume } from '@lit/context';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Progress } from '../course/completion-rules.ts';
import type { Chapter, Course } from '../course/course.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { classSign } from './class-sign.ts';
import { LICENCE_PAGE, WORKBOOK_PAGE } from './route.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/**
 * All chapters with what is done in each, and the learner's own pages, in a dialog. Its links are deep links of the page.
 *
 * @fires leave where the learner asks to save and end
 */
@customElement('aspa-table-of-contents')
export class TableOfContents extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    css`
      dialog {
        width: min(28rem, 100vw);
        max-width: 100vw;
        height: 100dvh;
        max-height: 100dvh;
        margin: 0;
        padding: 0 0 24px;
        border: 0;
        border-right: 1px solid var(--line);
        background: var(--paper);
        color: var(--ink);
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      dialog::backdrop {
        background: rgb(16 20 24 / 55%);
      }
      .head {
        position: sticky;
        top: 0;
        display: flex;
        gap: 16px;
        align-items: center;
        justify-content: space-between;
        min-height: 56px;
        padding: 4px 8px 4px 24px;
        border-bottom: 1px solid var(--line);
        background: var(--paper);
        z-index: 1;
      }
      h2 {
        font-size: 1.25rem;
      }
      h3 {
        margin: 24px 24px 4px;
        color: var(--ink-soft);
        font-size: 0.889rem;
        font-weight: 600;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li a {
        display: grid;
        grid-template-columns: 36px minmax(0, 1fr) auto;
        gap: 0 12px;
        align-items: center;
        min-height: 52px;
        padding: 8px 24px 8px 20px;
        border-left: 4px solid transparent;
        color: var(--ink);
        line-height: 1.3;
        text-decoration: none;
      }
      li a:hover .title {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      li a:focus-visible {
        outline-offset: -3px;
      }
      a[aria-current] {
        border-left-color: var(--accent);
        background: var(--panel);
        font-weight: 600;
      }
      .sign {
        width: 36px;
        height: 36px;
      }
      .stop {
        justify-self: center;
        width: 10px;
        height: 10px;
        border: 2px solid var(--control);
        border-radius: 50%;
      }
      .state {
        display: flex;
        gap: 6px;
        align-items: center;
        color: var(--ink-soft);
        font-weight: 400;
        font-size: 0.833rem;
        font-variant-numeric: tabular-nums;
      }
      .state.done {
        color: var(--ok);
        font-weight: 600;
      }
      .tick {
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 2.5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .leave {
        margin: 24px 24px 0;
      }
    `,
  ];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) progress!: Progress;
  /** The page where the learner is. */
  @property() page = '';
  /** Whether there is an end to a session that the learner can choose. */
  @property({ type: Boolean, attribute: 'can-leave' }) canLeave = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  constructor() {
    super();
    this.addEventListener('click', this.#clicked);
  }

  open(): void {
    this.dialog.showModal();
    const here = this.renderRoot.querySelector<HTMLElement>('[aria-current]');
    this.dialog.scrollTo(0, (here?.offsetTop ?? 0) - this.dialog.clientHeight / 2);
  }

  close(): void {
    this.dialog.close();
  }

  /** A click on the backdrop lands on the dialog itself; one on a link lets the page go there. */
  readonly #clicked = (event: Event): void => {
    const path = event.composedPath();
    if (path[0] === this.dialog || path.some((target) => target instanceof HTMLAnchorElement)) this.close();
  };

  #leave(): void {
    this.close();
    this.dispatchEvent(new Event('leave'));
  }

  #renderChapter(chapter: Chapter): TemplateResult {
    const exercises = chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise.id] : []));
    const done = exercises.filter((id) => this.progress.doneExercises.has(id)).length;
    const { shell } = this.text;
    return this.#renderLink(
      chapter.id,
      chapter.shortTitle,
      chapter.sign ? classSign(chapter.sign, exercises.length > 0 && done === exercises.length) : html`<span class="stop"></span>`,
      exercises.length === 0
        ? nothing
        : done === exercises.length
          ? html`<span class="state done"
              ><svg class="tick" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d="M3 8.5 6.5 12 13 4.5" />`}</svg
              >${shell.chapterDone}</span
            >`
          : html`<span class="state">${shell.chapterProgress(done, exercises.length)}</span>`,
    );
  }

  #renderLink(page: string, title: string, mark: unknown, state: unknown): TemplateResult {
    return html`<li>
      <a href="#${page}" aria-current=${page === this.page ? 'page' : nothing}>${mark}<span class="title">${title}</span>${state}</a>
    </li>`;
  }

  protected override render(): TemplateResult {
    const { shell, licence, workbook } = this.text;
    const stop = html`<span class="stop"></span>`;
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${shell.contents}</h2>
        <button class="quiet" @click=${this.close}>${shell.closeContents}</button>
      </div>
      <nav aria-labelledby="heading">
        <h3 id="chapters">${shell.chapters}</h3>
        <ul aria-labelledby="chapters">
          ${this.course.chapters.map((chapter) => this.#renderChapter(chapter))}
        </ul>
        <h3 id="own">${shell.ownPages}</h3>
        <ul aria-labelledby="own">
          ${this.#renderLink(LICENCE_PAGE, licence.page, stop, nothing)}${this.#renderLink(WORKBOOK_PAGE, workbook.page, stop, nothing)}
        </ul>
      </nav>
      ${this.canLeave ? html`<p class="leave"><button @click=${this.#leave}>${shell.exit}</button></p>` : nothing}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-table-of-contents': TableOfContents;
  }
}
