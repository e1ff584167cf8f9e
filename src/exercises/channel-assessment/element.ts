import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AnswerEvent } from '../../course/answer-event.ts';
import { isAnswered, pickedOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import { needsOf, type Need } from '../../course/completion-rules.ts';
import { itemFieldId, type ListItem } from '../../course/list-items.ts';
import '../../fields/choice/element.ts';
import '../../fields/scale/element.ts';
import '../../fields/text/element.ts';
import './channel-talk.ts';
import type { Text } from '../../text/text.ts';
import type { Bring } from '../shared/bring-into-view.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import { besideStyles, renderPictureBeside } from '../shared/picture-beside.ts';
import { isRemoved } from '../shared/removals.ts';
import { stepStyles } from '../shared/step-styles.ts';
import type { Step } from '../shared/step.ts';
import { channelsBegunWith, channelState, chosenChannels, isMarked, nameNeeds, rowNeeds, type ChannelState } from './channel-rule.ts';
import type { Channel, ChannelAssessment as ChannelAssessmentExercise } from './definition.ts';
import { doneBefore, mineField, NOT_MINE_OPTION, NOTE, notMineField } from './ids.ts';
import { profileStyles, renderProfilePicture, renderProfileWords, renderSmallScales } from './picture.ts';
import { cellQuestions, type CellQuestions } from './questions.ts';
import { channelRows, isUnassessed, ownRows, type ChannelRow } from './channel-rows.ts';
import { channelStyles } from './styles.ts';

/** So many missing cells are still named one by one. */
const NAMED_NEEDS = 4;

/** A picture of so many rows fits a window, and stays in sight beside the steps where there is room. */
const FOLLOWING_ROWS = 9;

/** In which channels one serves; each of them with one's skill, presence and development; one's profile drawn of it; and what would help. */
@customElement('aspa-channel-assessment')
export class ChannelAssessment extends ExerciseElement<ChannelAssessmentExercise> {
  static override readonly styles = [exerciseStyles, listStyles, stepStyles, besideStyles, channelStyles, profileStyles];
  static override readonly answerPicture = (exercise: ChannelAssessmentExercise, answers: Answers, text: Text): TemplateResult =>
    renderProfilePicture(exercise, ownRows(exercise, answers, text.channelAssessment.unnamed), text.channelAssessment);

  /** On a telephone the profile is folded until it is asked for. */
  @state() private profileOpen = false;
  readonly #lists = new Map<string, ItemList>();
  /** Notes that were opened or written; one stays while the page does, emptied too, so that the focus is not taken out of it. */
  readonly #openNotes = new Set<FieldId>();
  #questions: CellQuestions = cellQuestions();

  constructor() {
    super();
    this.addEventListener(AnswerEvent.type, (event) => this.#begun(event));
  }

  override async goTo(field: FieldId, bring?: Bring): Promise<boolean> {
    if (field.endsWith(NOTE)) {
      this.#openNotes.add(field);
      this.requestUpdate();
    }
    return super.goTo(field, bring);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('exercise')) this.#questions = cellQuestions(this.exercise);
    for (const [field, { text }] of this.answers) if (text !== '' && field.endsWith(NOTE)) this.#openNotes.add(field);
  }

  /** Channels of her own. */
  protected override get tally(): readonly [done: number, all: number] {
    const states = this.exercise.channels.map((channel) => this.#stateOf(channel));
    return [states.filter((one) => one === 'done').length, states.filter((one) => one !== 'not-mine').length];
  }

  protected override renderNeedList(needs: readonly Need[]): TemplateResult {
    const [first] = needs;
    const help = this.at('help');
    const { assessMore, orHelp } = this.text.channelAssessment;
    const marked = isMarked(this.exercise, this.answers);
    const named = !first || needs.length <= NAMED_NEEDS;
    return html`${named ? super.renderNeedList(needs) : html`<li>${this.renderLink(first.field, assessMore(needs.length))}</li>`}
    ${marked || !first || isAnswered(this.answers, help) ? nothing : html`<li>${this.renderLink(help, orHelp)}</li>`}`;
  }

  #list(channel: string): ItemList {
    const known = this.#lists.get(channel) ?? new ItemList(this, () => this.at(channel), 'name');
    this.#lists.set(channel, known);
    return known;
  }

  #stateOf(channel: Channel): ChannelState {
    return channelState(this.exercise, channel, this.answers);
  }

  /** What was done by the earlier rule stays done, whatever is said of single channels now. */
  #mark(changes: AnswerChanges): void {
    const isFirst = !isMarked(this.exercise, this.answers);
    const isDone = isFirst && needsOf(this.exercise, this.course, this.answers).length === 0;
    this.change(isDone ? { ...changes, [doneBefore(this.exercise)]: 'yes' } : changes);
  }

  /** A channel with which she begins is said to be hers together with its first answer. */
  #begun(event: AnswerEvent): void {
    const hers = channelsBegunWith(this.exercise, this.answers, event.changes);
    if (hers.length === 0 || mineField(this.exercise) in event.changes) return;
    event.stopImmediatePropagation();
    this.change({ ...event.changes, [mineField(this.exercise)]: hers.join(' ') });
  }

  /** A channel that is picked is hers again; one with answers that is unpicked is none of her work, and its answers stay. */
  #picked(event: AnswerEvent): void {
    const mine = mineField(this.exercise);
    const picked = (event.changes[mine] ?? '').split(' ').filter(Boolean);
    event.stopPropagation();
    const changes = this.exercise.channels.flatMap((channel): [FieldId, string][] => {
      const field = notMineField(this.exercise, channel.id);
      if (picked.includes(channel.id)) return isAnswered(this.answers, field) ? [[field, '']] : [];
      return ['begun', 'done'].includes(this.#stateOf(channel)) ? [[field, NOT_MINE_OPTION]] : [];
    });
    this.#mark({ [mine]: picked.join(' '), ...Object.fromEntries(changes) });
  }

  /** Once she goes on, the channels that she has not picked are said to be none of hers. */
  #settleOthers(): void {
    if (chosenChannels(this.exercise, this.answers).length === 0) return;
    const open = this.exercise.channels.filter((channel) => this.#stateOf(channel) === 'open');
    if (open.length > 0) this.#mark(Object.fromEntries(open.map(({ id }) => [notMineField(this.exercise, id), NOT_MINE_OPTION])));
  }

  #toggleMine({ id, label }: Channel): void {
    const field = notMineField(this.exercise, id);
    const mine = mineField(this.exercise);
    const others = pickedOf(this.answers, mine).filter((one) => one !== id);
    const isBack = isAnswered(this.answers, field);
    const { mineAgain } = this.text.channelAssessment;
    this.say(`${label}: ${isBack ? mineAgain : this.exercise.notMine}`);
    this.#mark({ [field]: isBack ? '' : NOT_MINE_OPTION, [mine]: (isBack ? [...others, id] : others).join(' ') });
    // Not before: the button that has the focus stands beside a folded row only where the row is none of her work.
    requestAnimationFrame(() => void (isBack ? this.steps.unfold(this.at(id)) : this.steps.open(undefined)));
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
    return html`<div class="scales">${this.#renderScale('skill', prefix, context)} ${this.#renderScale('presence', prefix, context)}</div>
      ${this.renderField(`${prefix}.development`, this.#questions.development, { context, rows: 2 })}`;
  }

  #renderToggle(channel: Channel, channelIs: ChannelState): TemplateResult | typeof nothing {
    const isAway = channelIs === 'not-mine';
    if (this.readOnly || (!isAway && !this.steps.isOpen(this.at(channel.id)))) return nothing;
    return html`<button class="quiet" type="button" @click=${() => this.#toggleMine(channel)}>
      ${isAway ? this.text.channelAssessment.mineAgain : this.exercise.notMine}<span class="unseen"> ${channel.label}</span>
    </button>`;
  }

  /** What is said of a channel at the right of its line. */
  #stateWords(channelIs: ChannelState): { readonly state?: string } {
    if (channelIs === 'done') return {};
    return { state: { 'not-mine': this.exercise.notMine, begun: this.text.exercise.steps.begun, chosen: '', open: '' }[channelIs] };
  }

  #mineStep(): Step {
    const { mine, channels } = this.exercise;
    const id = mineField(this.exercise);
    const chosen = chosenChannels(this.exercise, this.answers);
    const names = channels.filter(({ id: channel }) => chosen.includes(channel)).map(({ label }) => label);
    return {
      id,
      title: mine.label,
      isDone: channels.every((channel) => this.#stateOf(channel) !== 'open'),
      line: names.length > 0 ? html`${names.join(' · ')}` : nothing,
      content: html`<div class="mine" @aspa-answer=${(event: AnswerEvent) => this.#picked(event)}>
        ${this.renderField(id, mine, { value: chosen.join(' '), chips: true, className: 'asked-above' })}
        <p class="hint">${this.text.channelAssessment.othersAway(this.exercise.notMine)}</p>
      </div>`,
      leave: () => this.#settleOthers(),
    };
  }

  #channelStep(channel: Channel, row: ChannelRow | undefined): Step {
    const id = this.at(channel.id);
    const channelIs = this.#stateOf(channel);
    const line = row && !isUnassessed(row) ? renderSmallScales(this.exercise, row, this.text.channelAssessment) : nothing;
    return {
      id,
      title: channel.label,
      isDone: channelIs === 'done' || channelIs === 'not-mine',
      ...this.#stateWords(channelIs),
      line,
      action: this.#renderToggle(channel, channelIs),
      content: html`${channel.help ? html`<p class="hint">${channel.help}</p>` : nothing}
      ${channel.several ? this.#renderSeveral(channel, channel.several.add) : this.#renderCells(id, channel.label)}`,
    };
  }

  #renderSeveral({ id }: Channel, add: string): TemplateResult {
    const list = this.#list(id);
    return html`${list.items.length === 0 ? html`<p class="hint">${this.text.channelAssessment.noneNamed}</p>` : nothing}
    ${list.rows.filter(isRemoved).map((row) => list.renderUndo(row))} ${this.readOnly ? nothing : list.renderAdd(add)}`;
  }

  #namedStep(list: ItemList, item: ListItem, nameLabel: string, row: ChannelRow): Step {
    const nameField = itemFieldId(list.id, item.id, 'name');
    const id = row.prefix;
    const { removeChannel } = this.text.channelAssessment;
    const isDone = isAnswered(this.answers, nameField) && rowNeeds(this.exercise, id, row.label, this.answers).length === 0;
    return {
      id,
      title: row.label,
      isDone,
      ...(isDone ? {} : { state: this.text.exercise.steps.begun }),
      line: isUnassessed(row) ? nothing : renderSmallScales(this.exercise, row, this.text.channelAssessment),
      action:
        this.readOnly || !this.steps.isOpen(id)
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => this.#remove(list, item, row.label)}>
              ${removeChannel}<span class="unseen"> ${row.label}</span>
            </button>`,
      content: html`${this.renderField(nameField, { label: nameLabel, maxLength: 100 }, { single: true, className: 'in-line' })}
      ${this.#renderCells(id, row.label)}`,
    };
  }

  /** "Undo" stands in the step of the list. */
  #remove(list: ItemList, item: ListItem, name: string): void {
    this.steps.open(list.id);
    list.remove(item, name);
  }

  #helpStep(rows: readonly ChannelRow[]): Step {
    const id = this.at('help');
    return {
      id,
      title: this.text.channelAssessment.stillEmpty,
      isDone: isAnswered(this.answers, id) || (withGaps(rows).length === 0 && nameNeeds(this.exercise, this.answers).length === 0),
      content: html`${this.#renderEmpty(rows)} ${this.renderField(id, this.exercise.help)}`,
    };
  }

  /** @param rows all, and `own` those of her work */
  #steps(rows: readonly ChannelRow[], own: readonly ChannelRow[]): Step[] {
    const channels = this.exercise.channels.flatMap((channel): Step[] => {
      const at = this.at(channel.id);
      const first = this.#channelStep(
        channel,
        rows.find(({ prefix }) => prefix === at),
      );
      const { several } = channel;
      if (!several) return [first];
      const list = this.#list(channel.id);
      const named = list.items.flatMap((item) => {
        const row = rows.find(({ prefix }) => prefix === `${list.id}.${item.id}`);
        if (!row) return [];
        const step = this.#namedStep(list, item, several.name, row);
        return [first.state === this.exercise.notMine ? { ...step, isDone: true } : step];
      });
      return [first, ...named];
    });
    return [this.#mineStep(), ...channels, this.#helpStep(own)];
  }

  #renderPicture(rows: readonly ChannelRow[]): TemplateResult {
    const { profile, emptyProfile, inWords } = this.text.channelAssessment;
    const assessed = rows.filter((row) => !isUnassessed(row));
    return renderPictureBeside({
      title: profile,
      isOpen: this.profileOpen,
      toggle: () => (this.profileOpen = !this.profileOpen),
      follows: rows.length <= FOLLOWING_ROWS,
      readOnly: this.readOnly,
      content: html`${assessed.length === 0 ? html`<p class="hint">${emptyProfile}</p>` : nothing}
      ${renderProfilePicture(this.exercise, rows, this.text.channelAssessment)}
      ${
        assessed.length === 0
          ? nothing
          : html`<h4 class="words">${inWords}</h4>
              ${renderProfileWords(this.exercise, assessed, this.text.channelAssessment)}`
      }`,
    });
  }

  #renderEmpty(rows: readonly ChannelRow[]): TemplateResult {
    const { nothingEmpty, allOf } = this.text.channelAssessment;
    const waiting = withGaps(rows);
    const unnamed = nameNeeds(this.exercise, this.answers);
    if (waiting.length === 0 && unnamed.length === 0) return html`<p class="hint">${nothingEmpty}</p>`;
    const links = ({ prefix, label, empty }: ChannelRow): TemplateResult =>
      html`${label}:
      ${empty.map(
        (cell, index) => html`${index > 0 ? ', ' : ''}${this.renderLink(`${prefix}.${cell}`, this.exercise[cell].label.toLowerCase())}`,
      )}`;
    return html`<ul class="waiting">
      ${waiting.map(
        (row) => html`<li>${row.empty.length === 3 ? this.renderLink(`${row.prefix}.skill`, allOf(row.label)) : links(row)}</li>`,
      )}
      ${unnamed.map((need) => html`<li>${this.renderLink(need.field, this.needText(need))}</li>`)}
    </ul>`;
  }

  #renderTalk(): TemplateResult | typeof nothing {
    const { exercise, answers, text } = this;
    if (!exercise.talk) return nothing;
    return html`<aspa-channel-talk .exercise=${exercise} .answers=${answers} .text=${text}></aspa-channel-talk>`;
  }

  protected override renderWork(): TemplateResult {
    const { unnamed } = this.text.channelAssessment;
    const rows = channelRows(this.exercise, this.answers, unnamed);
    const own = ownRows(this.exercise, this.answers, unnamed);
    const isDone = needsOf(this.exercise, this.course, this.answers).length === 0;
    return html`<div class="beside">
      <div class="asked">${this.steps.renderList(this.#steps(rows, own), isDone)} ${this.#renderTalk()}</div>
      ${this.#renderPicture(own)}
    </div>`;
  }
}

/** Rows with cells that wait. */
function withGaps(rows: readonly ChannelRow[]): ChannelRow[] {
  return rows.filter(({ empty }) => empty.length > 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-channel-assessment': ChannelAssessment;
  }
}
