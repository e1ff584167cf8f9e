import { consume } from '@lit/context';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Progress } from '../course/completion-rules.ts';
import type { Chapter, Course } from '../course/course.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { classSign } from './class-sign.ts';
import { COVER_PAGE, LICENCE_PAGE, WORKBOOK_PAGE } from './route.ts';
import { SeenPart } from './seen-part.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/** Less than this, in pixels, is no use as a table of contents, whatever part of the course's frame can be seen. */
const LEAST_HEIGHT = 280;

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
      .window {
        position: fixed;
        inset: 0;
        visibility: hidden;
        pointer-events: none;
      }
      dialog {
        inset: var(--seen-top, 0) auto auto 0;
        width: min(28rem, 100vw);
        max-width: 100vw;
        height: var(--seen-height, 100dvh);
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        border-right: 1px solid var(--line);
        background: var(--paper);
        color: var(--ink);
        container-type: inline-size;
      }
      /* Head and foot stand still; only the links between them scroll. */
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(16 20 24 / 55%);
      }
      .head {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: center;
        justify-content: space-between;
        min-height: 56px;
        padding: 4px 8px 4px 24px;
        border-bottom: 1px solid var(--line);
      }
      nav {
        flex: 1;
        min-height: 0;
        padding-bottom: 16px;
        overflow-y: auto;
        overscroll-behavior: contain;
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
        flex: none;
        margin: 0;
        padding: 12px 24px;
        border-top: 1px solid var(--line);
      }
      /* Large letters or a narrow window: the title has the line for itself. */
      @container (max-width: 18em) {
        li a {
          grid-template-columns: 36px minmax(0, 1fr);
        }
        .state {
          grid-column: 2;
        }
      }
      /* Enlarged to 400 %, or a telephone on its side: head and foot would leave no room between them. */
      @media (max-height: 25em) {
        dialog {
          overflow-y: auto;
        }
        nav {
          flex: none;
          overflow: visible;
        }
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
  // A focus in a dialog moves no page around the course's frame: what of the dialog is below the screen's edge would be out of reach.
  readonly #seen = new SeenPart(this, (part) => {
    const { style } = this.dialog;
    if (!part) {
      style.removeProperty('--seen-top');
      style.removeProperty('--seen-height');
      return;
    }
    const height = Math.min(Math.max(part.height, LEAST_HEIGHT), innerHeight);
    style.setProperty('--seen-top', `${String(Math.min(part.top, innerHeight - height))}px`);
    style.setProperty('--seen-height', `${String(height)}px`);
  });

  constructor() {
    super();
    this.addEventListener('click', this.#clicked);
  }

  open(): void {
    this.dialog.showModal();
    this.#seen.measure();
    const list = this.renderRoot.querySelector<HTMLElement>('nav');
    const here = list?.querySelector<HTMLElement>('[aria-current]');
    if (list && here) list.scrollTo(0, here.offsetTop - list.offsetTop - list.clientHeight / 2);
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
    return html`<div class="window"></div>
      <dialog aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${shell.contents}</h2>
          <button class="quiet" @click=${this.close}>${shell.closeContents}</button>
        </div>
        <nav aria-labelledby="heading">
          <h3 id="chapters">${shell.chapters}</h3>
          <ul aria-labelledby="chapters">
            ${this.#renderLink(COVER_PAGE, shell.cover.page, stop, nothing)}${this.course.chapters.map((chapter) => this.#renderChapter(chapter))}
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
