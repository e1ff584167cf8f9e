import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Progress } from '../../course/completion-rules.ts';
import type { Answers } from '../../course/answers.ts';
import type { Chapter, Course, Language } from '../../course/course.ts';
import type { SaveStatus } from '../../session/save-status.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { choiceAmong, type ClassRole } from '../../course/licence-rule.ts';
import { chapterStanding, type ChapterStanding } from '../chapter/chapter-standing.ts';
import { classSign } from '../licence/class-sign.ts';
import { LanguageEvent } from '../language/language-choice.ts';
import type { ClassStanding } from '../licence/licence-standing.ts';
import { contentsStyles } from './contents-styles.ts';
import { COVER_PAGE, LICENCE_PAGE, PRIVACY_PAGE, RULES_PAGE, STATEMENT_PAGE, WORKBOOK_PAGE } from '../navigation/route.ts';
import '../notices/save-status-element.ts';
import { painted } from './second-draw.ts';
import { SeenPart } from './seen-part.ts';
import { shellStyles } from '../shell-styles.ts';
import { signColours } from '../../theme/tokens.ts';

/** Less than this, in pixels, is no use as a table of contents, whatever part of the course's frame can be seen. */
const LEAST_HEIGHT = 280;

/**
 * All chapters with what is done in each, and the learner's own pages, beside the page or in a dialog. Its links are deep links of
 * the page.
 *
 * @fires leave where the learner asks to save and end
 */
@customElement('aspa-table-of-contents')
export class TableOfContents extends LitElement {
  static override readonly styles = [shellStyles, signColours, contentsStyles];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) progress!: Progress;
  @property({ attribute: false }) classes: readonly ClassStanding[] = [];
  @property({ attribute: false }) answers: Answers = new Map();
  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  /** The page where the learner is. */
  @property() page = '';
  /** Whether there is an end to a session that the learner can choose. */
  @property({ type: Boolean, attribute: 'can-leave' }) canLeave = false;
  /** The languages of the course. */
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** Beside the page, where the window is wide; else a dialog. */
  @property({ type: Boolean, attribute: 'as-rail' }) asRail = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private isOpen = false;
  /** Beside the page the list is drawn once the page has been painted; in the dialog, while that is open. */
  @state() private isBeside = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  // A focus in a dialog moves no page around the course's frame: what of the dialog is below the screen's edge would be out of reach.
  readonly #seen = new SeenPart(this, (part) => {
    const { style } = this;
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
    // What she wants to read is below it.
    this.addEventListener(LanguageEvent.type, () => this.close());
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.dialog.showModal();
    this.#seen.measure();
    await this.updateComplete;
    this.#showHere();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.asRail && !this.isBeside && changed.has('asRail')) void painted().then(() => this.#showBeside());
  }

  protected override updated(changed: PropertyValues<this>): void {
    // By the browser's own way back: a link has closed it already.
    if (changed.has('page')) this.close();
    if (this.asRail && (changed.has('page') || changed.has('asRail'))) this.#showHere();
  }

  async #showBeside(): Promise<void> {
    this.isBeside = true;
    await this.updateComplete;
    this.#showHere();
  }

  /** Where she is stands in the middle of the list, unless all of it is in sight. */
  #showHere(): void {
    const list = this.renderRoot.querySelector('nav');
    const here = list?.querySelector<HTMLElement>('[aria-current]');
    if (!list || !here) return;
    list.scrollBy(0, here.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2);
    // The window has become wide, and the dialog empty.
    if (!this.asRail || !this.isOpen) return;
    this.close();
    here.focus();
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

  /** Pages before the first chapter with exercises, the compulsory ones, those to choose from, the others. */
  #renderChapters(): TemplateResult {
    const { rules, shell } = this.text;
    const all = this.course.chapters.map((chapter) => ({
      chapter,
      standing: chapterStanding(chapter, this.classes, this.progress, this.answers),
    }));
    const first = all.findIndex(({ standing }) => standing.exercises.length > 0);
    const withRole = (role: ClassRole): typeof all => all.filter(({ standing }) => standing.exercises.length > 0 && standing.role === role);
    const lists = {
      begin: all.slice(0, Math.max(first, 0)),
      compulsory: withRole('compulsory'),
      alternative: withRole('alternative'),
      optional: withRole('optional'),
      about: all.slice(Math.max(first, 0)).filter(({ standing }) => standing.exercises.length === 0),
    };
    const list = (name: keyof typeof lists, before: unknown = nothing, after: unknown = nothing): TemplateResult =>
      html`<ul aria-labelledby=${name} class="on-road">
        ${before}${lists[name].map(({ chapter, standing }) => this.#renderChapter(chapter, standing))}${after}
      </ul>`;
    const titled = (name: ClassRole, heading: string): TemplateResult | typeof nothing =>
      lists[name].length === 0
        ? nothing
        : html`<h3 id=${name}>${heading}</h3>
            ${list(name)}`;
    const groups = lists.alternative.map(({ standing }) => standing.classes.map(({ id }) => id));
    const among = rules.among(choiceAmong(this.progress.licenceRule, groups));
    return html`<h3 id="begin" class="unseen">${shell.groups.begin}</h3>
      ${list('begin', this.#renderLink(COVER_PAGE, shell.cover.page, this.#stop, nothing))}${titled('compulsory', shell.groups.compulsory)}${titled('alternative', among)}${titled('optional', shell.groups.optional)}
      ${this.#renderOwn()}
      <h3 id="about">${shell.groups.about}</h3>
      ${list('about', nothing, this.#renderMade())}`;
  }

  /** The pages that are made from the rules, and from the particulars of whoever offers the course. */
  #renderMade(): TemplateResult {
    const { particulars, rules } = this.text;
    return html`${this.#renderLink(RULES_PAGE, rules.page, this.#stop, nothing)}${this.#renderLink(STATEMENT_PAGE, particulars.statementPage, this.#stop, nothing)}${this.#renderLink(PRIVACY_PAGE, particulars.privacyPage, this.#stop, nothing)}`;
  }

  #renderOwn(): TemplateResult {
    const { shell, licence, workbook } = this.text;
    return html`<h3 id="own">${shell.ownPages}</h3>
      <ul aria-labelledby="own">
        ${this.#renderLink(LICENCE_PAGE, licence.page, this.#stop, nothing)}${this.#renderLink(WORKBOOK_PAGE, workbook.page, this.#stop, nothing)}
      </ul>`;
  }

  get #stop(): TemplateResult {
    return html`<span class="stop"></span>`;
  }

  #renderChapter(chapter: Chapter, { classes, exercises, state, minutesLeft }: ChapterStanding): TemplateResult {
    const { shell } = this.text;
    const earned = classes.filter((one) => one.earned).map(({ id }) => id);
    const words = shell.chapterState(state, earned, classes.length, minutesLeft);
    return this.#renderLink(
      chapter.id,
      chapter.shortTitle,
      chapter.sign ? classSign(chapter.sign, state) : this.#stop,
      exercises.length === 0 || words === '' ? nothing : html`<span class="state ${state === 'earned' ? 'done' : ''}">${words}</span>`,
    );
  }

  #renderLink(page: string, title: string, mark: unknown, state: unknown): TemplateResult {
    return html`<li>
      <a href="#${page}" aria-current=${page === this.page ? 'page' : nothing}
        >${mark}<span class="line"
          ><span class="title">${title}</span>${state === nothing ? nothing : html`<span class="unseen">, </span>${state}`}</span
        ></a
      >
    </li>`;
  }

  protected override render(): TemplateResult {
    const { shell } = this.text;
    const leave = this.canLeave ? html`<button @click=${this.#leave}>${shell.exit}</button>` : nothing;
    // The cover has the same choice of its own.
    const isAlone = this.page !== COVER_PAGE || this.asRail;
    const list = () =>
      html`<nav aria-label=${shell.contents}>${this.#renderChapters()}</nav>
        ${isAlone ? html`<aspa-language-choice .languages=${this.languages}></aspa-language-choice>` : nothing}`;
    return html`<div class="window"></div>
      ${
        this.asRail
          ? html`<div class="rail">
              ${this.isBeside ? list() : nothing}
              <p class="leave">${leave}</p>
            </div>`
          : nothing
      }
      <dialog aria-labelledby="heading" @close=${() => (this.isOpen = false)}>
        <div class="head">
          <h2 id="heading">${shell.contents}</h2>
          <button class="quiet" @click=${this.close}>${shell.closeContents}</button>
        </div>
        ${
          this.asRail || !this.isOpen
            ? nothing
            : html`${list()}
                <p class="leave"><aspa-save-status .status=${this.status}></aspa-save-status>${leave}</p>`
        }
      </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-table-of-contents': TableOfContents;
  }
}
