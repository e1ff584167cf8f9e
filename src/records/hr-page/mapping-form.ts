/** An unknown report's columns, each with example cells and with what it can mean. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LicenceCourse } from '../licence-course.ts';
import type { HrPageText, Meaning } from '../text/hr-page/hr-page-text.ts';
import { itemColumn, MEANINGS, type ColumnMeaning, type Lack, type MappingDraft } from './mapping-draft.ts';

export interface MappingFormOptions {
  readonly id: number;
  readonly name: string;
  readonly draft: MappingDraft;
  readonly lack: Lack | undefined;
  readonly course: LicenceCourse;
  readonly words: HrPageText;
  /** The draft has changed. */
  readonly changed: () => void;
  readonly read: () => void;
  readonly save: () => void;
}

export function mappingForm(options: MappingFormOptions): TemplateResult {
  const { id, name, draft, lack, words, read, save } = options;
  const { mapping } = words;
  const submit = (event: Event): void => {
    event.preventDefault();
    read();
  };
  return html`<form class="mapping" aria-labelledby=${`hr-map-${id}`} @submit=${submit}>
    <h3 id=${`hr-map-${id}`}>${mapping.head(name)}</h3>
    <p>${mapping.help} ${mapping.load}</p>
    <ul class="columns">
      ${draft.columns.map((_column, index) => columnItem(index, options))}
    </ul>
    ${itemNames(options)} ${moreOptions(options)} ${lack ? html`<p class="lack" role="alert">${lackWords(lack, words)}</p>` : nothing}
    <div class="choices">
      <button type="submit" class="button main">${mapping.read}</button>
      <button type="button" class="button" @click=${save}>${mapping.save}</button>
    </div>
  </form>`;
}

function columnItem(index: number, { id, draft, course, words: { mapping }, changed }: MappingFormOptions): TemplateResult {
  const column = draft.columns[index];
  const field = `hr-map-${id}-${index}`;
  const chosen = draft.meanings[index] ?? 'none';
  const options: [ColumnMeaning, string][] = [
    ...MEANINGS.map((meaning): [Meaning, string] => [meaning, mapping.meanings[meaning]]),
    ...course.classes.map((one): [ColumnMeaning, string] => [`class ${one.id}`, mapping.classMeaning(one.id)]),
  ];
  const choose = (event: Event): void => {
    draft.meanings[index] = (event.target as HTMLSelectElement).value as ColumnMeaning;
    changed();
  };
  return html`<li>
    <div>
      <label for=${field}>${column?.head}</label>
      <small id=${`${field}-cells`}>${mapping.examples}: ${(column?.examples ?? []).join(' · ') || '–'}</small>
    </div>
    <select id=${field} aria-describedby=${`${field}-cells`} @change=${choose}>
      ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select>
  </li>`;
}

function itemNames({ id, draft, course, words: { mapping }, changed }: MappingFormOptions): TemplateResult | typeof nothing {
  const column = itemColumn(draft);
  if (!column) return nothing;
  if (column.values.length === 0) return html`<p class="lack">${mapping.itemsTooMany}</p>`;
  const options = [
    ['', mapping.itemNone],
    ['completed', mapping.itemCompleted],
    ...course.classes.map((one) => [one.id, `${mapping.itemClass(one.id)}: ${one.title}`]),
  ];
  return html`<fieldset>
    <legend>${mapping.items}</legend>
    <ul class="columns">
      ${column.values.map((value, index) => {
        const field = `hr-item-${id}-${index}`;
        const choose = (event: Event): void => {
          draft.items.set(value, (event.target as HTMLSelectElement).value);
          changed();
        };
        const chosen = draft.items.get(value) ?? '';
        return html`<li>
          <label for=${field}>${value}</label>
          <select id=${field} @change=${choose}>
            ${options.map(([key = '', label]) => html`<option value=${key} ?selected=${key === chosen}>${label}</option>`)}
          </select>
        </li>`;
      })}
    </ul>
  </fieldset>`;
}

function moreOptions({ id, draft, words: { mapping } }: MappingFormOptions): TemplateResult {
  const orders = [
    ['dmy', mapping.dmy],
    ['mdy', mapping.mdy],
  ] as const;
  const words = (key: 'done' | 'notDone', label: string): TemplateResult =>
    html`<div>
      <label for=${`hr-${key}-${id}`}>${label}</label>
      <input
        id=${`hr-${key}-${id}`}
        autocomplete="off"
        .value=${draft[key]}
        @input=${(event: Event) => (draft[key] = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  return html`<details>
    <summary>${mapping.more}</summary>
    <fieldset>
      <legend>${mapping.dayOrder}</legend>
      ${orders.map(
        ([value, label]) =>
          html`<label class="choice"
            ><input type="radio" name=${`hr-order-${id}`} ?checked=${draft.dayOrder === value} @change=${() => (draft.dayOrder = value)} />
            ${label}</label
          >`,
      )}
    </fieldset>
    ${words('done', mapping.done)} ${words('notDone', mapping.notDone)}
  </details>`;
}

function lackWords(lack: Lack, { mapping }: HrPageText): string {
  switch (lack.kind) {
    case 'who':
      return mapping.lacksWho;
    case 'what':
      return mapping.lacksWhat;
    case 'item':
      return mapping.lacksItem;
    case 'twice':
      return mapping.twice(
        lack.meaning.startsWith('class ') ? mapping.classMeaning(lack.meaning.slice(6)) : mapping.meanings[lack.meaning as Meaning],
      );
  }
}
