import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Progress } from '../../course/completion-rules.ts';
import { exercisesOf, type Course, type Language } from '../../course/course.ts';
import { licenceRuleOf } from '../../course/licence-rule.ts';
import { privateIn } from '../../course/readers.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { courseMinutes } from './course-minutes.ts';
import { shortExercises } from './short-exercises.ts';
import { coverHeadStyles } from './cover-head-styles.ts';
import { coverStyles } from './cover-styles.ts';
import { SecondDraw } from '../frame/second-draw.ts';
import '../language/language-choice.ts';
import '../licence/licence-card.ts';
import type { LicenceStanding } from '../licence/licence-standing.ts';
import { ruleWords } from '../licence/rule-words.ts';
import { coverLand, libraryBus, roadBand } from '../scenes/cover-scene.ts';
import { shellStyles } from '../shell-styles.ts';
import { LICENCE_PAGE } from '../navigation/route.ts';
import { nextExercise, wayOn, type WayOn } from '../navigation/way-on.ts';

/**
 * The first page of a launch: the card, where the learner was, how long the course takes, who reads her answers, and one button.
 *
 * @fires open-contents where she has done all and goes back to what she has written
 * @fires name-written where she writes her name for the card; `detail` is the name
 */
@customElement('aspa-cover-page')
export class CoverPage extends LitElement {
  static override readonly styles = [shellStyles, coverHeadStyles, coverStyles];

  @property({ attribute: false }) course!: Course;
  @property({ attribute: false }) progress!: Progress;
  @property({ attribute: false }) standing!: LicenceStanding;
  /** Where she was last, as a deep link; `''` at the first launch. */
  @property() place = '';
  /** Her name as she writes it, where no LMS gives one. */
  @property() name = '';
  /** The languages of the course. */
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** No LMS gives her name, and nothing leaves this browser. */
  @property({ type: Boolean, attribute: 'this-browser-only' }) thisBrowserOnly = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('.start') private readonly start!: HTMLElement;
  /** The picture, which has its room. */
  readonly #picture = new SecondDraw(this);

  /** Nobody has pressed a key on the button yet. */
  @state() private isCalm = true;

  /** Its picture is drawn too. */
  get whole(): Promise<unknown> {
    return this.#picture.done;
  }

  /** Puts the focus on the one button. */
  override focus(): void {
    this.isCalm = true;
    this.start.focus({ preventScroll: true });
  }

  #named(event: Event): void {
    this.dispatchEvent(new CustomEvent('name-written', { detail: (event.target as HTMLInputElement).value }));
  }

  #titleOf({ next, nextExercise }: WayOn): string {
    const { licence, workbook } = this.text;
    if (nextExercise) return nextExercise.title;
    const chapter = this.course.chapters.find(({ id }) => id === next?.page);
    return chapter?.shortTitle ?? (next?.page === 'tyokirja' ? workbook.page : licence.page);
  }

  #promise({ last, isLastDone, isAllDone, nextExercise }: WayOn): string {
    const { cover } = this.text.shell;
    if (isAllDone) return cover.allDone;
    if (!last) return this.course.description;
    const time = nextExercise?.minutes === undefined || nextExercise === last ? '' : cover.nextTakes(nextExercise.minutes);
    const hers = this.standing.issuedAt === undefined ? '' : `${this.text.licence.isYours}.`;
    const was = isLastDone
      ? [cover.lastDone(last.title), time]
      : [cover.last(last.title), last.minutes === undefined ? '' : cover.takes(last.minutes)];
    return [hers, ...was].filter(Boolean).join(' ');
  }

  #startWords(way: WayOn): string {
    const { cover } = this.text.shell;
    if (way.isAllDone || way.next?.page === LICENCE_PAGE) return cover.seeLicence;
    return way.next ? cover.goOn(this.#titleOf(way), way.step) : cover.begin;
  }

  #renderBegin(way: WayOn): TemplateResult {
    const { cover } = this.text.shell;
    const first = way.next ? undefined : nextExercise(this.course, this.progress);
    return html`<div class="begin">
      ${
        this.thisBrowserOnly
          ? html`<div class="name">
              <label for="name">${cover.name} <small>${cover.nameHelp}</small></label>
              <input id="name" autocomplete="name" maxlength="100" .value=${live(this.name)} @input=${this.#named} />
            </div>`
          : nothing
      }
      <a
        class="button start ${this.isCalm ? 'calm' : ''}"
        href="#${way.link}"
        aria-describedby="promise"
        @keydown=${() => (this.isCalm = false)}
        @blur=${() => (this.isCalm = false)}
        >${this.#startWords(way)}<svg class="arrow" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12M11 5l5 5-5 5" /></svg
      ></a>
      ${first && html`<a class="onward" href="#${first.chapter.id}/${first.exercise.id}">${cover.toFirst}</a>`}${
        way.isAllDone
          ? html`<button
              class="quiet onward"
              @click=${() => this.dispatchEvent(new Event('open-contents', { bubbles: true, composed: true }))}
            >
              ${cover.toExercises}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderShort(way: WayOn): TemplateResult | typeof nothing {
    const { cover } = this.text.shell;
    const short = shortExercises(this.course, this.progress, way);
    if (!way.last || short.length === 0) return nothing;
    return html`<div>
      <dt>${cover.short}</dt>
      ${short.map(
        ({ chapter, exercise }) =>
          html`<dd>
            <a href="#${chapter.id}/${exercise.id}">${cover.shortOne(chapter.sign, exercise.title, exercise.minutes ?? 0)}</a>
          </dd>`,
      )}
    </div>`;
  }

  #renderTime(): TemplateResult | typeof nothing {
    const { rules, shell } = this.text;
    const { cover } = shell;
    const { compulsory, alternative, optional, choice } = courseMinutes(this.course);
    if (compulsory.length + alternative.length + optional.length === 0) return nothing;
    return html`<div>
      <dt>${cover.time}</dt>
      ${compulsory.map(
        ({ sign, topic = '', minutes, classIds, needs }) =>
          html`<dd>
            ${cover.compulsory(`${sign} ${topic}`.trim(), minutes, classIds)}${needs === undefined ? '' : ` ${cover.alsoNeeds(needs)}`}
          </dd>`,
      )}
      ${alternative.length === 0 ? nothing : html`<dd>${cover.optional(alternative, rules.among(choice))}</dd>`}
      ${optional.length === 0 ? nothing : html`<dd>${cover.optional(optional)}</dd>`}
    </div>`;
  }

  /** To somebody new who has no licence: what it takes, and what becomes of it. Without an LMS nobody is told. */
  #renderLicence({ last, isAllDone }: WayOn): TemplateResult | typeof nothing {
    if (last || isAllDone || this.progress.licence) return nothing;
    const { rules } = this.text;
    return html`<div>
      <dt>${rules.licence}</dt>
      <dd>
        ${rules.licenceNow(ruleWords(licenceRuleOf(this.course, Date.now()), this.text))}
        ${this.thisBrowserOnly ? nothing : rules.completeWhen[this.course.completeWhen]}
      </dd>
    </div>`;
  }

  #renderReaders(): TemplateResult {
    const { saving, shell } = this.text;
    const { answers } = shell.cover;
    const { report } = this.course;
    const hasPrivate = exercisesOf(this.course).some((exercise) => privateIn(exercise, this.course) !== 'none');
    const readBy = answers.readBy[report === 'answers' && hasPrivate ? 'answersButPrivate' : report];
    return html`<div>
      <dt>${answers.title}</dt>
      <dd>${this.thisBrowserOnly ? `${saving.thisBrowserOnly} ${answers.readBy.thisBrowser}` : readBy}</dd>
    </div>`;
  }

  /** Logo or name of whoever offers the course, on the ground of its colour. */
  #renderOfferer(): TemplateResult | typeof nothing {
    const { organization, theme } = this.course;
    const { band, logo } = theme ?? {};
    if (logo === undefined && (organization === undefined || band === undefined)) return nothing;
    return html`<div class=${band === undefined ? 'offerer' : 'offerer on-band'}>
      <p>${logo ? html`<img src=${logo.src} alt=${logo.alt} />` : organization}</p>
    </div>`;
  }

  #renderPicture(): TemplateResult {
    return html`<div class="ground"></div>
      ${coverLand(this.text.shell.cover.library)}
      <div class="upper">${roadBand()}</div>
      ${roadBand()} ${libraryBus()}
      <aspa-licence-card .standing=${this.standing}></aspa-licence-card>`;
  }

  protected override render(): TemplateResult {
    const way = wayOn(this.course, this.progress, this.place);
    return html`${this.#renderOfferer()}
      <div class="words" lang=${this.course.language}>
        <aspa-language-choice class="languages" .languages=${this.languages}></aspa-language-choice>
        <h1 class="title" tabindex="-1">${this.course.title}</h1>
        <p class="promise" id="promise">${this.#promise(way)}</p>
        ${this.#renderBegin(way)}
        <dl>
          ${this.#renderShort(way)} ${way.isAllDone ? nothing : this.#renderTime()} ${this.#renderReaders()} ${this.#renderLicence(way)}
        </dl>
      </div>
      <div class="scene">${this.#picture.isDue ? this.#renderPicture() : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-cover-page': CoverPage;
  }
}
