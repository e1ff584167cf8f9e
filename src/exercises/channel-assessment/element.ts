import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { isAnswered, textOf, type Answers, type FieldId } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import { itemFieldId, type ListItem } from '../../course/list-field.ts';
import '../../fields/scale/element.ts';
import '../../fields/text/element.ts';
import { NOTE, type Channel, type ChannelAssessment as ChannelAssessmentExercise } from './definition.ts';
import { cellQuestions, type CellQuestions } from './questions.ts';
import { channelRows, isUnassessed, type ChannelRow } from './rows.ts';
import { channelStyles } from './styles.ts';
import type { Text } from '../../text/text.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import { profileStyles, renderProfilePicture, renderProfileWords } from './picture.ts';

/** So many missing cells are still named one by one. */
const NAMED_NEEDS = 4;

/** A picture of so many rows fits a window, and stays in sight beside the table where there is room. */
const FOLLOWING_ROWS = 9;

/** Each channel with one's skill, presence and development; one's profile drawn of it; and what would help with what stays empty. */
@customElement('aspa-channel-assessment')
export class ChannelAssessment extends ExerciseElement<ChannelAssessmentExercise> {
  static override readonly styles = [exerciseStyles, listStyles, channelStyles, profileStyles];
  static override readonly answerPicture = (exercise: ChannelAssessmentExercise, answers: Answers, text: Text): TemplateResult =>
    renderProfilePicture(exercise, channelRows(exercise, answers, text.channelAssessment.unnamed), text.channelAssessment);

  readonly #lists = new Map<string, ItemList>();
  /** Notes that were opened or written; one stays while the page does, emptied too, so that the focus is not taken out of it. */
  readonly #openNotes = new Set<FieldId>();
  #questions: CellQuestions = cellQuestions();

  override async goTo(field: FieldId): Promise<boolean> {
    if (field.endsWith(NOTE)) {
      this.#openNotes.add(field);
      this.requestUpdate();
    }
    return super.goTo(field);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('exercise')) this.#questions = cellQuestions(this.exercise);
    for (const [field, { text }] of this.answers) if (text !== '' && field.endsWith(NOTE)) this.#openNotes.add(field);
  }

  protected override renderNeedList(needs: readonly Need[]): TemplateResult {
    const [first] = needs;
    const help = this.at('help');
    if (!first || isAnswered(this.answers, help)) return super.renderNeedList(needs);
    const { assessMore, orHelp } = this.text.channelAssessment;
    return html`${
        needs.length <= NAMED_NEEDS ? super.renderNeedList(needs) : html`<li>${this.renderLink(first.field, assessMore(needs.length))}</li>`
      }
      <li>${this.renderLink(help, orHelp)}</li>`;
  }

  #list(channel: string): ItemList {
    const known = this.#lists.get(channel) ?? new ItemList(this, () => this.at(channel), 'name');
    this.#lists.set(channel, known);
    return known;
  }

  #renderScale(cell: 'skill' | 'presence', prefix: FieldId, context: string): TemplateResult {
    const { label } = this.exercise[cell];
    const field = `${prefix}.${cell}`;
    const noteField = `${field}${NOTE}`;
    return html`<div class="cell">
      ${this.renderField(field, this.#questions[cell], { context })}
      ${
        this.#openNotes.has(noteField)
          ? this.renderField(noteField, this.#questions[`${cell}${NOTE}`], { className: 'note', rows: 1, context: `${context}, ${label}` })
          : this.readOnly
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => void this.goTo(noteField)}>
                ${this.text.channelAssessment.addNote}<span class="unseen"> ${context}, ${label}</span>
              </button>`
      }
    </div>`;
  }

  #renderCells(prefix: FieldId, context: string): TemplateResult {
    return html`${this.#renderScale('skill', prefix, context)} ${this.#renderScale('presence', prefix, context)}
      <div class="cell">${this.renderField(`${prefix}.development`, this.#questions.development, { context })}</div>`;
  }

  #renderChannel({ id, label, help }: Channel): TemplateResult {
    return html`<section class="channel" role="group" aria-labelledby="channel-${id}">
      <div class="head">
        <h3 id="channel-${id}">${label}</h3>
        ${help ? html`<p class="hint">${help}</p>` : nothing}
      </div>
      ${this.#renderCells(this.at(id), label)}
    </section>`;
  }

  #renderNamed(list: ItemList, item: ListItem, nameLabel: string): TemplateResult {
    const nameField = itemFieldId(list.id, item.id, 'name');
    const { unnamed, removeChannel } = this.text.channelAssessment;
    const name = textOf(this.answers, nameField).trim() || unnamed;
    return html`<div class="channel" role="group" aria-label=${name}>
      <div class="head">
        ${this.renderField(nameField, { label: nameLabel, maxLength: 100 }, { single: true })}
        ${
          this.readOnly
            ? nothing
            : html`<button class="quiet" type="button" @click=${() => list.remove(item, name)}>
                ${removeChannel}<span class="unseen"> ${name}</span>
              </button>`
        }
      </div>
      ${this.#renderCells(`${list.id}.${item.id}`, name)}
    </div>`;
  }

  #renderSeveral(channel: Channel & Required<Pick<Channel, 'several'>>): TemplateResult {
    const { id, label, help, several } = channel;
    const list = this.#list(id);
    return html`<section class="several" role="group" aria-labelledby="channel-${id}">
      <h3 id="channel-${id}">${label}</h3>
      ${help ? html`<p class="hint">${help}</p>` : nothing}
      ${list.items.length === 0 ? html`<p class="hint">${this.text.channelAssessment.noneNamed}</p>` : nothing}
      ${list.renderRows((item) => this.#renderNamed(list, item, several.name))} ${this.readOnly ? nothing : list.renderAdd(several.add)}
    </section>`;
  }

  /** What would be said in every cell is said once, above them. */
  #renderGuide(): TemplateResult {
    const { skill, presence, development } = this.exercise;
    const helps = [skill, presence, development].flatMap(({ label, help }) =>
      help ? [html`<p><strong>${label}:</strong> ${help}</p>`] : [],
    );
    return html`${
      helps.length > 0 || development.example
        ? html`<div class="guide">
            ${helps}${
              development.example
                ? html`<details>
                    <summary>${this.text.fields.showExample}<span class="unseen"> ${development.label}</span></summary>
                    <p class="example">${development.example}</p>
                  </details>`
                : nothing
            }
          </div>`
        : nothing
    }`;
  }

  #renderPicture(rows: readonly ChannelRow[]): TemplateResult {
    const { profile, emptyProfile } = this.text.channelAssessment;
    return html`<section class="picture" ?data-follows=${rows.length <= FOLLOWING_ROWS}>
      <h3 id="profile">${profile}</h3>
      ${rows.every(isUnassessed) ? html`<p class="hint">${emptyProfile}</p>` : nothing}
      ${renderProfilePicture(this.exercise, rows, this.text.channelAssessment)}
    </section>`;
  }

  #renderWords(rows: readonly ChannelRow[]): TemplateResult | typeof nothing {
    const assessed = rows.filter((row) => !isUnassessed(row));
    if (assessed.length === 0) return nothing;
    return html`<section class="words">
      <h3 id="words">${this.text.channelAssessment.inWords}</h3>
      ${renderProfileWords(this.exercise, assessed, this.text.channelAssessment)}
    </section>`;
  }

  #renderEmpty(rows: readonly ChannelRow[]): TemplateResult {
    const { stillEmpty, nothingEmpty, allOf } = this.text.channelAssessment;
    const waiting = rows.filter(({ empty }) => empty.length > 0);
    const help = this.at('help');
    return html`<section>
      <h3 id="empty">${stillEmpty}</h3>
      ${
        waiting.length === 0
          ? html`<p class="hint">${nothingEmpty}</p>`
          : html`<ul class="waiting">
              ${waiting.map(
                ({ prefix, label, empty }) =>
                  html`<li>
                    ${
                      empty.length === 3
                        ? this.renderLink(`${prefix}.skill`, allOf(label))
                        : html`${label}:
                          ${empty.map(
                            (cell, index) =>
                              html`${index > 0 ? ', ' : ''}${this.renderLink(`${prefix}.${cell}`, this.exercise[cell].label.toLowerCase())}`,
                          )}`
                    }
                  </li>`,
              )}
            </ul>`
      }
      ${this.renderField(help, this.exercise.help)}
    </section>`;
  }

  protected override renderWork(): TemplateResult {
    const rows = channelRows(this.exercise, this.answers, this.text.channelAssessment.unnamed);
    return html`<div class="assessment">
        <div class="table">
          ${this.#renderGuide()}
          ${this.exercise.channels.map((channel) =>
            channel.several ? this.#renderSeveral({ ...channel, several: channel.several }) : this.#renderChannel(channel),
          )}
        </div>
        ${this.#renderPicture(rows)} ${this.#renderWords(rows)}
      </div>
      ${this.#renderEmpty(rows)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-channel-assessment': ChannelAssessment;
  }
}
