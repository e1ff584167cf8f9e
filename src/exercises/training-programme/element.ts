import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hasAnswers, pickedOf, textOf } from '../../course/answers.ts';
import { minimumOf, openClassesOf } from '../../course/completion-rules.ts';
import type { Option } from '../../course/course.ts';
import { itemFieldId, type ListItem } from '../../course/list-field.ts';
import '../../fields/choice/element.ts';
import '../../fields/date/element.ts';
import '../../fields/text/element.ts';
import { dayText, today } from '../../text/day.ts';
import { renderEntry } from '../shared/entry.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import { programmeContentsStyles, renderProgrammeContents } from './contents.ts';
import type { TrainingProgramme as TrainingProgrammeExercise } from './definition.ts';
import { trainingStyles } from './styles.ts';

/** A training programme to choose, a log of what was done with it, and what was agreed with colleagues. */
@customElement('aspa-training-programme')
export class TrainingProgramme extends ExerciseElement<TrainingProgrammeExercise> {
  static override readonly styles = [exerciseStyles, listStyles, programmeContentsStyles, trainingStyles];

  readonly #log = new ItemList(this, () => this.at('log'), 'date');
  /** Nothing was written when the exercise was drawn first: what to do stands open. Who has begun unfolds it when she wants. */
  #isNew: boolean | undefined;
  /** Ideas are long: where the window has no rail beside the page, they would stand between the learner and her log. */
  readonly #hasRoom = matchMedia('(min-width: 1200px)').matches;
  /** How many classes waited when it was drawn last. */
  #shownOpen: number | undefined;

  /** The exercise's classes, by the names that the licence gives them. */
  get #classes(): Option[] {
    return this.exercise.classes.map((id) => ({ id, label: this.course.classes.find((one) => one.id === id)?.title ?? id }));
  }

  /** Where the programmes can be read: one link, where all stand on the same page. */
  get #links(): { readonly link: string; readonly words: string }[] {
    const { openProgramme, openProgrammes } = this.text.trainingProgramme;
    const { programmes } = this.course;
    const [first] = programmes;
    if (first && programmes.length > 1 && programmes.every(({ link }) => link === first.link))
      return [{ link: first.link, words: openProgrammes }];
    return programmes.map(({ title, link }) => ({ link, words: openProgramme(title) }));
  }

  #renderProgramme(): TemplateResult {
    const { newTab } = this.text.trainingProgramme;
    return html`<div>
      ${this.renderField(this.at('programme'), { label: this.exercise.programmeLabel })}
      <ul class="programmes">
        ${this.#links.map(
          ({ link, words }) =>
            html`<li>
              <a href=${link} target="_blank" rel="noopener">${words} <span class="unseen">${newTab}</span></a>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** Whole entries, of so many as the open classes need. */
  protected override get tally(): readonly [done: number, all: number] {
    const all = this.#minimum;
    return [Math.min(this.completeItems(this.#log.id).size, all), all];
  }

  /** More than entries is asked: "done" would be said of the whole. */
  protected override tallyWords(done: number, all: number): string {
    return this.text.trainingProgramme.entriesOf(done, all);
  }

  /** The rule goes away with the last word that earns the classes: the text below it in which she writes stays where it is. */
  protected override update(changed: PropertyValues): void {
    const open = this.#openClasses.length;
    // Measured only then: it has the page laid out.
    const field = open === this.#shownOpen ? undefined : this.shadowRoot?.activeElement?.closest('aspa-text-field');
    this.#shownOpen = open;
    const top = field?.getBoundingClientRect().top ?? 0;
    super.update(changed);
    if (field?.checkVisibility()) window.scrollBy(0, field.getBoundingClientRect().top - top);
  }

  get #minimum(): number {
    return minimumOf(this.exercise, { ...this.course, open: this.#openClasses }) ?? 1;
  }

  get #openClasses(): readonly string[] {
    return openClassesOf(this.exercise, this.course, this.answers);
  }

  /** How many entries are needed, and for which classes; nothing once those are earned. */
  #renderRule(): TemplateResult | typeof nothing {
    const open = this.#openClasses;
    return open.length === 0 ? nothing : html`<p class="rule">${this.text.trainingProgramme.rule(this.#minimum, open)}</p>`;
  }

  /** How often each class was touched, counted as the licence counts it: by the entries in which nothing is missing. */
  #renderTally(complete: ReadonlySet<string>): TemplateResult {
    const { tally, entries } = this.text.trainingProgramme;
    const open = this.#openClasses;
    const touched = [...complete].flatMap((item) => pickedOf(this.answers, itemFieldId(this.#log.id, item, 'touched')));
    return html`<ul class="tally" aria-label=${tally}>
      ${this.#classes.map(({ id, label }) => {
        const count = touched.filter((one) => one === id).length;
        return html`<li>
          <span class="sign ${open.includes(id) ? '' : 'earned'} ${count > 0 ? 'touched' : ''}">${id}</span>
          <span>${label === id ? nothing : label}<small>${entries(count)}</small></span>
        </li>`;
      })}
    </ul>`;
  }

  #renderSummary(item: ListItem, number: number, unfinished: boolean): TemplateResult {
    const { entry, noDay, noDeed } = this.text.trainingProgramme;
    const at = (local: string): string => textOf(this.answers, itemFieldId(this.#log.id, item.id, local));
    const day = at('date');
    const touched = pickedOf(this.answers, itemFieldId(this.#log.id, item.id, 'touched'));
    return html`<span class="facts">
        <b>${entry(number)}</b>
        <span>${day ? dayText(day, this.text.language) : noDay}</span>
        <span class="signs">
          ${this.exercise.classes.filter((id) => touched.includes(id)).map((id) => html`<span class="sign touched">${id}</span>`)}
        </span>
        ${unfinished ? html`<span class="unfinished">${this.text.fields.unfinished}</span>` : nothing}
      </span>
      <span class="gist">${at('what').trim() || noDeed}</span>`;
  }

  #renderFields(item: ListItem, number: number): TemplateResult {
    const { log } = this.exercise;
    const at = (local: string): string => itemFieldId(this.#log.id, item.id, local);
    const context = this.text.trainingProgramme.entry(number);
    const touched = this.#classes.map(({ id, label }) => ({ id, label: label === id ? id : `${id} ${label}` }));
    return html`${this.renderField(at('date'), log.date, { context })} ${this.renderField(at('what'), log.what, { context })}
    ${this.renderField(at('touched'), log.touched, { context, stacked: true, options: touched })}
    ${this.renderField(at('noticed'), log.noticed, { context })}`;
  }

  #renderLog(): TemplateResult {
    const { label, add } = this.exercise.log;
    const { emptyLog, removeEntry, entry } = this.text.trainingProgramme;
    const complete = this.completeItems(this.#log.id);
    return html`<section class="list">
      <h3 id="log">${label}</h3>
      ${this.#renderRule()} ${this.#renderTally(complete)} ${this.#log.items.length === 0 ? html`<p class="hint">${emptyLog}</p>` : nothing}
      ${this.#log.renderRows((item, number) =>
        renderEntry(
          this.#log,
          item,
          {
            summary: this.#renderSummary(item, number, !complete.has(item.id)),
            fields: this.#renderFields(item, number),
            remove: removeEntry,
            called: entry(number),
            name: textOf(this.answers, itemFieldId(this.#log.id, item.id, 'what')).trim() || entry(number),
          },
          this.readOnly,
        ),
      )}
      ${this.readOnly ? nothing : this.#log.renderAdd(add, () => ({ date: today() }))}
    </section>`;
  }

  protected override renderWork(): TemplateResult {
    const { programmes } = this.course;
    const chosen = programmes.find(({ id }) => id === this.textAt('programme'));
    this.#isNew ??= this.readOnly || !hasAnswers(this.answers, this.exercise.id);
    const contents = { programmes, chosen, ideas: this.exercise.ideas };
    const opens = { steps: this.#isNew, ideas: this.#isNew && (this.#hasRoom || this.readOnly) };
    return html`${this.#renderProgramme()} ${renderProgrammeContents(contents, opens, this.text)} ${this.#renderLog()}
    ${this.renderField(this.at('agreed'), this.exercise.agreed)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-training-programme': TrainingProgramme;
  }
}
