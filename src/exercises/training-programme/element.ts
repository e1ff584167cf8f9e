import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hasAnswers, pickedOf, textOf } from '../../course/answers.ts';
import { minimumOf, needsOf, openClassesOf } from '../../course/completion-rules.ts';
import type { Option } from '../../course/course.ts';
import { itemFieldId, type ListItem } from '../../course/list-items.ts';
import '../../fields/choice/element.ts';
import '../../fields/date/element.ts';
import '../../fields/text/element.ts';
import { dayText, today } from '../../text/day-in-answer.ts';
import { wideWindow } from '../../theme/window-width.ts';
import { isDrawn } from '../shared/bring-into-view.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { firstWords } from '../shared/first-words.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import { isRemoved } from '../shared/removals.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step, StepRow } from '../shared/step.ts';
import { programmeContentsStyles, renderProgrammeContents } from './contents.ts';
import type { TrainingProgramme as TrainingProgrammeExercise } from './definition.ts';
import { trainingStyles } from './styles.ts';

/** A training programme to choose, a log of what was done with it, an entry at a time, and what was agreed with colleagues. */
@customElement('aspa-training-programme')
export class TrainingProgramme extends ExerciseElement<TrainingProgrammeExercise> {
  static override readonly styles = [exerciseStyles, listStyles, stepStyles, programmeContentsStyles, trainingStyles];

  readonly #log = new ItemList(this, () => this.at('log'), 'what');
  /** Nothing was written when the exercise was drawn first: what to do stands open. Who has begun unfolds it when she wants. */
  #isNew: boolean | undefined;
  /** Ideas are long: where the window has no rail beside the page, they would stand between the learner and her log. */
  readonly #hasRoom = matchMedia(wideWindow.cssText).matches;
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

  #programmeStep(): Step {
    const { choose, newTab } = this.text.trainingProgramme;
    const { programmes } = this.course;
    const id = this.at('programme');
    const chosen = programmes.find((one) => one.id === this.textAt('programme'));
    this.#isNew ??= this.readOnly || !hasAnswers(this.answers, this.exercise.id);
    const contents = { programmes, chosen, ideas: this.exercise.ideas };
    const opens = { steps: this.#isNew, ideas: this.#isNew && (this.#hasRoom || this.readOnly) };
    return {
      id,
      title: choose,
      isDone: chosen !== undefined,
      line: chosen ? html`${chosen.title}` : nothing,
      content: html`<div>
          ${this.renderField(id, { label: this.exercise.programmeLabel })}
          <ul class="programmes">
            ${this.#links.map(
              ({ link, words }) =>
                html`<li>
                  <a href=${link} target="_blank" rel="noopener">${words} <span class="unseen">${newTab}</span></a>
                </li>`,
            )}
          </ul>
        </div>
        ${renderProgrammeContents(contents, opens, this.text)}`,
    };
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
    if (field && isDrawn(field)) window.scrollBy(0, field.getBoundingClientRect().top - top);
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

  /**
   * How often each class was touched, counted as the licence counts it: by the entries in which nothing is missing. Nothing before the first
   * entry, unless a class is earned already.
   */
  #renderTally(complete: ReadonlySet<string>): TemplateResult | typeof nothing {
    const { tally, entries } = this.text.trainingProgramme;
    const open = this.#openClasses;
    if (this.#log.items.length === 0 && open.length === this.exercise.classes.length) return nothing;
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

  /** An entry that is folded: its day, the classes that it touches, and its first words. */
  #renderLine(item: ListItem): TemplateResult {
    const { noDay, noDeed } = this.text.trainingProgramme;
    const at = (local: string): string => textOf(this.answers, itemFieldId(this.#log.id, item.id, local));
    const day = at('date');
    const touched = pickedOf(this.answers, itemFieldId(this.#log.id, item.id, 'touched'));
    const signs = this.exercise.classes.filter((id) => touched.includes(id));
    return html`<span>
      <span class="day">${day ? dayText(day, this.text.language) : noDay}</span>
      ${signs.length === 0 ? nothing : html`<span class="signs">${signs.map((id) => html`<span class="sign touched">${id}</span> `)}</span>`}
      ${firstWords(at('what')) || noDeed}
    </span>`;
  }

  #renderFields(item: ListItem, called: string): TemplateResult {
    const { log } = this.exercise;
    const at = (local: string): string => itemFieldId(this.#log.id, item.id, local);
    const touched = this.#classes.map(({ id, label }) => ({ id, label: label === id ? id : `${id} ${label}` }));
    return html`${this.renderField(at('date'), log.date, { context: called, className: 'in-line' })}
    ${this.renderField(at('what'), log.what, { context: called, rows: 2 })}
    ${this.renderField(at('touched'), log.touched, { context: called, options: touched })}
    ${this.renderField(at('noticed'), log.noticed, { context: called, rows: 2 })}`;
  }

  #entryStep(item: ListItem, number: number, isDone: boolean): Step {
    const { entry, removeEntry } = this.text.trainingProgramme;
    const called = entry(number);
    const name = textOf(this.answers, itemFieldId(this.#log.id, item.id, 'what')).trim() || called;
    const id = `${this.#log.id}.${item.id}`;
    return {
      id,
      title: called,
      isUnderHeading: true,
      isDone,
      ...(isDone ? {} : { state: this.text.exercise.steps.begun }),
      line: this.#renderLine(item),
      action:
        this.readOnly || !this.steps.isOpen(id)
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => this.#log.remove(item, name)}>
              ${removeEntry}<span class="unseen">: ${called}</span>
            </button>`,
      content: this.#renderFields(item, called),
    };
  }

  /** One more entry is asked: there are too few, or a class waits that no whole one touches. */
  #wantsEntry(areWhole: boolean): boolean {
    const needs = needsOf(this.exercise, this.course, this.answers);
    if (needs.length > 0 && this.#log.items.length < this.#minimum) return true;
    return areWhole && needs.some(({ kind }) => kind === 'touch');
  }

  /** The log's heading with what it asks, its entries, and the button that adds one. */
  #logRows(): StepRow[] {
    const { label, add } = this.exercise.log;
    const { emptyLog, entry } = this.text.trainingProgramme;
    const { rows, items, id } = this.#log;
    const complete = this.completeItems(id);
    const lead = (): void => this.#log.add({ date: today() });
    const wanted = this.#wantsEntry(items.every((item) => complete.has(item.id)));
    return [
      {
        id: 'heading',
        between: html`<div class="log">
          <h3 id="log">${label}</h3>
          ${this.#renderRule()} ${this.#renderTally(complete)} ${items.length === 0 ? html`<p class="hint">${emptyLog}</p>` : nothing}
        </div>`,
      },
      ...rows.map((row) =>
        isRemoved(row)
          ? { id: row.id, between: this.#log.renderUndo(row) }
          : this.#entryStep(row, items.findIndex((item) => item.id === row.id) + 1, complete.has(row.id)),
      ),
      {
        id,
        between: this.readOnly ? html`` : this.#log.renderAdd(add, () => ({ date: today() })),
        ...(wanted ? { asks: { title: entry(items.length + 1), lead } } : {}),
      },
    ];
  }

  #agreedStep(): Step {
    const { agreed } = this.exercise;
    const id = this.at('agreed');
    const words = this.textAt('agreed').trim();
    return {
      id,
      title: this.text.trainingProgramme.agree,
      isDone: words !== '',
      line: words === '' ? nothing : html`${firstWords(words)}`,
      content: html`${this.renderField(id, agreed)}`,
    };
  }

  protected override renderWork(): TemplateResult {
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    return html`<div class="taken">${this.steps.renderList([this.#programmeStep(), ...this.#logRows(), this.#agreedStep()], isDone)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-training-programme': TrainingProgramme;
  }
}
