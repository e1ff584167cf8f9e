import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AnswerEvent } from '../../course/answer-event.ts';
import type { Answers, FieldId } from '../../course/answers.ts';
import '../../fields/choice/element.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { renderSheetFold, sheetFoldStyles } from '../shared/sheet-fold.ts';
import { channelState } from './channel-rule.ts';
import type { ChannelAssessment } from './definition.ts';
import { channelRows, isUnassessed, type ChannelRow } from './channel-rows.ts';

/** What is chosen for the sheet is no answer, and no field of the exercise. */
const ON_PAPER = 'on-paper';

/**
 * The sheet for a talk with a colleague or a manager: the channels that the learner wants on paper, with what she has written of them, and
 * questions to talk about. What she leaves out is remembered while the page stays open, and told to nobody.
 */
@customElement('aspa-channel-talk')
export class ChannelTalk extends LitElement {
  static override readonly styles = [
    exerciseStyles,
    sheetFoldStyles,
    css`
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) exercise!: ChannelAssessment;
  @property({ attribute: false }) answers: Answers = new Map();
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  /** The rows that she has taken off the paper. */
  @state() private leftOut: ReadonlySet<FieldId> = new Set();

  /** Her own channels; all that there are before she has said which are hers. */
  get #rows(): ChannelRow[] {
    const { exercise, answers, text } = this;
    const rows = channelRows(exercise, answers, text.channelAssessment.unnamed);
    const own = rows.filter((row) => {
      const channel = exercise.channels.find(({ id }) => `${row.prefix}.`.startsWith(`${exercise.id}.${id}.`));
      return channel && !['open', 'not-mine'].includes(channelState(exercise, channel, answers));
    });
    return own.length > 0 ? own : rows.filter(isUnassessed);
  }

  #pick(event: AnswerEvent, rows: readonly ChannelRow[]): void {
    event.stopPropagation();
    const picked = (event.changes[ON_PAPER] ?? '').split(' ');
    this.leftOut = new Set(rows.map(({ prefix }) => prefix).filter((prefix) => !picked.includes(prefix)));
  }

  #renderChoice(rows: readonly ChannelRow[], shown: readonly ChannelRow[]): TemplateResult {
    const label = this.text.exercise.onPaper;
    return html`<aspa-choice-field
      .field=${ON_PAPER}
      .question=${{ label, optional: true }}
      .options=${rows.map((row) => ({ id: row.prefix, label: row.label }))}
      .value=${shown.map(({ prefix }) => prefix).join(' ')}
      several
      chips
      @aspa-answer=${(event: AnswerEvent) => this.#pick(event, rows)}
    ></aspa-choice-field>`;
  }

  #renderSheet(rows: readonly ChannelRow[], questions: readonly string[]): TemplateResult {
    const { channelLabel, skill, presence, development } = this.exercise;
    return html`<table>
        <thead>
          <tr>
            <th>${channelLabel}</th>
            <th>${skill.label}</th>
            <th>${presence.label}</th>
            <th class="long">${development.label}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.label}</th>
                <td>${skill.steps[row.skill - 1]?.label}</td>
                <td>${presence.steps[row.presence - 1]?.label}</td>
                <td>${row.development}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <div class="boxes">${questions.map((question) => html`<div class="box"><h5>${question}</h5></div>`)}</div>`;
  }

  protected override render(): TemplateResult {
    const { talk } = this.exercise;
    if (!talk) return html``;
    const rows = this.#rows;
    const shown = rows.filter(({ prefix }) => !this.leftOut.has(prefix));
    return renderSheetFold(talk, this.#renderChoice(rows, shown), () => this.#renderSheet(shown, talk.questions), this.text);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-channel-talk': ChannelTalk;
  }
}
