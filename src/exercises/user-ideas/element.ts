import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textOf } from '../../course/answers.ts';
import type { Option } from '../../course/course.ts';
import { itemFieldId, type ListItem } from '../../course/list-items.ts';
import '../../fields/choice/element.ts';
import '../../fields/text/element.ts';
import { renderEntry } from '../shared/entry.ts';
import { ExerciseElement } from '../shared/exercise-element.ts';
import { exerciseStyles } from '../shared/exercise-styles.ts';
import { firstWords } from '../shared/first-words.ts';
import { ItemList } from '../shared/item-list.ts';
import { listStyles } from '../shared/list-styles.ts';
import type { UserIdeas as UserIdeasExercise } from './definition.ts';

/** A growing list of what users said, each with what the library could do; never with a name. */
@customElement('aspa-user-ideas')
export class UserIdeas extends ExerciseElement<UserIdeasExercise> {
  static override readonly styles = [
    exerciseStyles,
    listStyles,
    css`
      .privacy {
        margin: 0;
        padding: 12px 16px;
        border: 2px solid var(--ink);
        border-radius: 4px;
        font-weight: 600;
      }
      .sort {
        color: var(--ink);
        font-weight: 600;
      }
      .sums {
        display: grid;
        gap: 16px 32px;
        margin-top: 24px;
      }
      @container (min-width: 31em) {
        .sums {
          grid-template-columns: 1fr 1fr;
        }
      }
      .sums h4 {
        margin-bottom: 4px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(96px, 1fr);
        gap: 4px 12px;
        align-items: center;
        margin: 0;
        font-size: 0.9em;
      }
      dl > div {
        display: contents;
      }
      dt {
        overflow-wrap: anywhere;
      }
      dd {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 2.5ch;
        gap: 8px;
        align-items: center;
        margin: 0;
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .bar {
        height: 12px;
        border-radius: 2px;
        background: linear-gradient(var(--sign, var(--accent)) 0 0) no-repeat 0 / var(--part) 100% var(--panel);
        box-shadow: inset 0 0 0 1px var(--line);
      }
    `,
  ];

  readonly #ideas = new ItemList(this, () => this.at('ideas'), 'who');

  #textOf(item: ListItem, local: string): string {
    return textOf(this.answers, itemFieldId(this.#ideas.id, item.id, local));
  }

  #renderCounts(options: readonly Option[], chosen: readonly string[], title: string, all: boolean): TemplateResult {
    const counts = options.map(({ id, label }) => ({ label, count: chosen.filter((one) => one === id).length }));
    const unchosen = chosen.filter((one) => !options.some(({ id }) => id === one)).length;
    const lines = [
      ...counts.filter(({ count }) => all || count > 0),
      ...(unchosen > 0 ? [{ label: this.text.userIdeas.unchosen, count: unchosen }] : []),
    ];
    return html`<div>
      <h4>${title}</h4>
      <dl>
        ${lines.map(
          ({ label, count }) =>
            html`<div>
              <dt>${label}</dt>
              <dd><span class="bar" style="--part: ${(100 * count) / chosen.length}%"></span>${count}</dd>
            </div>`,
        )}
      </dl>
    </div>`;
  }

  #renderSums(items: readonly ListItem[]): TemplateResult | typeof nothing {
    // Of one there is nothing to count.
    if (items.length < 2) return nothing;
    const { sort, channel } = this.exercise;
    const { bySort, byChannel } = this.text.userIdeas;
    const chosen = (local: string): string[] => items.map((item) => this.#textOf(item, local));
    return html`<div class="sums">
      ${this.#renderCounts(sort.options, chosen('sort'), bySort, true)}
      ${this.#renderCounts(channel.options, chosen('channel'), byChannel, false)}
    </div>`;
  }

  #renderSummary(item: ListItem, unfinished: boolean): TemplateResult {
    const { sort, channel } = this.exercise;
    const labelOf = (options: readonly Option[], local: string): string =>
      options.find(({ id }) => id === this.#textOf(item, local))?.label ?? '';
    const facts = [firstWords(this.#textOf(item, 'who')), labelOf(channel.options, 'channel')].filter(Boolean).join(' · ');
    const sortLabel = labelOf(sort.options, 'sort');
    return html`<span class="facts">
        ${sortLabel ? html`<span class="sort">${sortLabel}</span>` : nothing} ${facts ? html`<span>${facts}</span>` : nothing}
        ${unfinished ? html`<span class="unfinished">${this.text.fields.unfinished}</span>` : nothing}
      </span>
      <span class="gist">${firstWords(this.#textOf(item, 'what')) || this.text.userIdeas.unwritten}</span>`;
  }

  #renderFields(item: ListItem, number: number): TemplateResult {
    const { who } = this.exercise;
    const context = this.text.userIdeas.entry(number);
    const field = (local: 'who' | 'channel' | 'sort' | 'what' | 'response', look = {}): TemplateResult | typeof nothing =>
      this.renderField(itemFieldId(this.#ideas.id, item.id, local), this.exercise[local], { context, ...look });
    return html`${field('who', { single: true, suggestions: who.suggestions })} ${field('channel')} ${field('sort')} ${field('what')}
    ${field('response')}`;
  }

  protected override renderWork(): TemplateResult {
    const { ideasLabel, add, privacy } = this.exercise;
    const { empty, entry, remove, summary } = this.text.userIdeas;
    const { items } = this.#ideas;
    const complete = this.completeItems(this.#ideas.id);
    return html`<p class="privacy">${privacy}</p>
      <section class="list">
        <h3 id="ideas">${ideasLabel}</h3>
        <p class="hint">${items.length === 0 ? empty : summary(items.length)}</p>
        ${this.#ideas.renderRows((item, number) =>
          renderEntry(
            this.#ideas,
            item,
            {
              summary: this.#renderSummary(item, !complete.has(item.id)),
              fields: this.#renderFields(item, number),
              remove,
              called: entry(number),
              name: this.#textOf(item, 'what').trim() || entry(number),
            },
            this.readOnly,
          ),
        )}
        ${this.readOnly ? nothing : this.#ideas.renderAdd(add)} ${this.#renderSums(items)}
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-user-ideas': UserIdeas;
  }
}
