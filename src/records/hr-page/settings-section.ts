/** The rules of the table, and whether the page may remember them. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { readValidPeriod, type ValidPeriod } from '../../course/licence-validity.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';
import type { Settings } from './hr-settings.ts';

export interface SettingsSectionOptions {
  readonly settings: Settings;
  readonly words: HrPageText;
  readonly change: (change: Partial<Settings>) => void;
  readonly isRemembered: boolean;
  /** The browser lets no page keep anything. */
  readonly cannotRemember: boolean;
  readonly setRemembered: (wanted: boolean) => void;
}

const UNITS = ['y', 'm', 'd'] as const;
/** How many years, months or days a licence is valid as long as nobody has said. */
const USUAL_COUNT = 3;

export function settingsSection(options: SettingsSectionOptions): TemplateResult {
  const { settings, words, change } = options;
  const { settings: text } = words;
  return html`<section aria-labelledby="hr-settings">
    <h2 id="hr-settings">${text.head}</h2>
    <div class="settings">
      ${validity(options)}
      <div>
        <label for="hr-as-of">${text.asOf}</label>
        <small id="hr-as-of-help">${text.asOfHelp}</small>
        <input
          id="hr-as-of"
          type="date"
          min="1990-01-01"
          max="2200-12-31"
          aria-describedby="hr-as-of-help"
          .value=${settings.asOf ?? ''}
          @change=${(event: Event) => change({ asOf: (event.target as HTMLInputElement).value || undefined })}
        />
      </div>
      ${identifying(options)}
      <div>
        ${tick('hr-pseudonymous', text.pseudonymous, text.pseudonymousHelp, settings.pseudonymous, (pseudonymous) => change({ pseudonymous }))}
        ${tick('hr-remember', text.remember, text.rememberHelp, options.isRemembered, options.setRemembered)}
        ${options.cannotRemember ? html`<p class="lack" role="alert">${text.notRemembered}</p>` : nothing}
      </div>
    </div>
  </section>`;
}

function validity({ settings: { validFor }, words: { settings: text }, change }: SettingsSectionOptions): TemplateResult {
  const read = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest('fieldset');
    const count = box?.querySelector('input')?.value ?? '';
    const unit = (box?.querySelector('select')?.value ?? '') as ValidPeriod['unit'] | '';
    change({ validFor: unit === '' ? undefined : readValidPeriod(`${count || USUAL_COUNT}${unit}`) });
  };
  const units = text.units(validFor?.count ?? USUAL_COUNT);
  return html`<fieldset>
    <legend>${text.validFor}</legend>
    <div class="choices">
      ${
        validFor
          ? html`<input type="number" min="1" max="36525" aria-label=${text.validCount} .value=${String(validFor.count)} @change=${read} />`
          : nothing
      }
      <select aria-label=${text.validFor} @change=${read}>
        <option value="" ?selected=${!validFor}>${text.forever}</option>
        ${UNITS.map((unit) => html`<option value=${unit} ?selected=${validFor?.unit === unit}>${units[unit]}</option>`)}
      </select>
    </div>
  </fieldset>`;
}

function identifying({ settings: { identify }, words: { settings: text }, change }: SettingsSectionOptions): TemplateResult {
  const turn = (identifier: Identifier, wanted: boolean): void =>
    change({ identify: IDENTIFIERS.filter((one) => (one === identifier ? wanted : identify.includes(one))) });
  return html`<fieldset>
    <legend>${text.identify}</legend>
    ${IDENTIFIERS.map((identifier) =>
      tick(`hr-by-${identifier}`, text.identifiers[identifier], '', identify.includes(identifier), (wanted) => turn(identifier, wanted)),
    )}
    ${identify.length === 0 ? html`<p class="lack" role="alert">${text.identifyNone}</p>` : nothing}
  </fieldset>`;
}

function tick(id: string, label: string, help: string, checked: boolean, turned: (wanted: boolean) => void): TemplateResult {
  const listen = (event: Event): void => turned((event.target as HTMLInputElement).checked);
  return html`<div class="tick">
    <input id=${id} type="checkbox" .checked=${checked} aria-describedby=${help === '' ? nothing : `${id}-help`} @change=${listen} />
    <label for=${id}>${label}</label>
    ${help === '' ? nothing : html`<small id=${`${id}-help`}>${help}</small>`}
  </div>`;
}
