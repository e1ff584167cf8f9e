/** The form of the settings: those that mean something in the package's standard. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';
import type { Standard } from '../../../build/packages.ts';
import { asksFor, type DraftFault, type DraftField, type SettingsDraft } from '../settings-draft.ts';
import type { Choice, OwnPackageText } from '../text/fi.ts';

export interface SettingsFormOptions {
  readonly draft: SettingsDraft;
  readonly standard: Standard;
  /** Of the package, the main one first. */
  readonly languages: readonly Language[];
  readonly faults: readonly DraftFault[];
  readonly words: OwnPackageText;
  readonly change: (change: Partial<SettingsDraft>) => void;
}

/** The id of the control of a field. */
export function controlId(field: DraftField): string {
  return `own-${field}`;
}

/** @param look the fields of logo and colours */
export function settingsForm(options: SettingsFormOptions, look: TemplateResult): TemplateResult {
  const { draft, words, standard, change } = options;
  const { settings: text } = words;
  return html`<div class="form">
    ${textField('organization', text.organization, text.organizationHelp, options)}
    ${textField('contact', text.contact, text.contactHelp, options)} ${textField('authority', text.authority, text.authorityHelp, options)}
    ${textField('assessed', text.assessed, text.assessedHelp, options, 'date')}
    ${textField('gaps', text.gaps, text.gapsHelp, options, 'lines')} ${look} ${languageField(options)}
    ${radios('completeWhen', text.completeWhen, text.completeWhenChoices, options)}
    ${radios('report', text.report, text.reportChoices, options)}
    ${radios('statusWhenComplete', text.statusWhenComplete, text.statusWhenCompleteChoices, options)}
    ${radios('overflow', text.overflow, text.overflowChoices, options)}
    ${
      asksFor('wipesOnCompletion', standard)
        ? html`<div class="tick">
            <input
              id="own-wipes"
              type="checkbox"
              aria-describedby="own-wipes-help"
              .checked=${draft.wipesOnCompletion}
              @change=${(event: Event) => change({ wipesOnCompletion: (event.target as HTMLInputElement).checked })}
            />
            <label for="own-wipes">${text.wipes}</label>
            <small id="own-wipes-help">${text.wipesHelp}</small>
          </div>`
        : nothing
    }
    ${asksFor('lrs', standard) ? textField('lrs', text.lrs, text.lrsHelp, options, 'lines') : nothing}
  </div>`;
}

/** Only where there is something to choose from. */
function languageField({ draft, languages, words, change }: SettingsFormOptions): TemplateResult | typeof nothing {
  if (languages.length < 2) return nothing;
  const chosen = draft.defaultLanguage === '' ? languages[0] : draft.defaultLanguage;
  return html`<div class="text-field">
    <label for="own-language">${words.settings.defaultLanguage}</label>
    <small id="own-language-help">${words.settings.defaultLanguageHelp}</small>
    <select
      id="own-language"
      aria-describedby="own-language-help"
      @change=${(event: Event) => change({ defaultLanguage: (event.target as HTMLSelectElement).value as Language })}
    >
      ${languages.map((language) => html`<option value=${language} ?selected=${language === chosen}>${words.package.languageNames[language]}</option>`)}
    </select>
  </div>`;
}

type TextField = { [Field in DraftField]: string extends SettingsDraft[Field] ? Field : never }[DraftField];
type ChoiceField = 'completeWhen' | 'report' | 'statusWhenComplete' | 'overflow';

export function textField(
  field: TextField,
  label: string,
  help: string,
  { draft, faults, words, change }: SettingsFormOptions,
  kind: 'text' | 'date' | 'lines' = 'text',
): TemplateResult {
  const id = controlId(field);
  // What is wrong with a colour is said with what is offered in its place.
  const own = faults.filter((fault) => fault.field === field && fault.what !== 'colour');
  const invalid = faults.some((fault) => fault.field === field) ? 'true' : 'false';
  const described = [`${id}-help`, ...own.map((_, index) => `${id}-fault-${index}`)].join(' ');
  const changed = (event: Event): void => change({ [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  return html`<div class="text-field">
    <label for=${id}>${label}</label>
    <small id="${id}-help">${help}</small>
    ${
      kind === 'lines'
        ? html`<textarea
            id=${id}
            rows="3"
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${draft[field]}
            @input=${changed}
          ></textarea>`
        : html`<input
            id=${id}
            type=${kind}
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${draft[field]}
            @input=${changed}
          />`
    }
    ${own.map((fault, index) => html`<p class="lack" id="${id}-fault-${index}">${faultWords(fault, words)}</p>`)}
  </div>`;
}

function faultWords(fault: DraftFault, { faults }: OwnPackageText): string {
  return fault.what === 'host' ? faults.host(fault.written) : faults.missing;
}

function radios<Field extends ChoiceField>(
  field: Field,
  legend: string,
  choices: Readonly<Record<SettingsDraft[Field], Choice>>,
  { draft, standard, change }: SettingsFormOptions,
): TemplateResult | typeof nothing {
  if (!asksFor(field, standard)) return nothing;
  return html`<fieldset>
    <legend>${legend}</legend>
    ${(Object.entries(choices) as [SettingsDraft[Field], Choice][]).map(([value, { label, help }]) => {
      const id = `${controlId(field)}-${value}`;
      return html`<div class="tick">
        <input
          type="radio"
          id=${id}
          name=${field}
          aria-describedby="${id}-help"
          .checked=${draft[field] === value}
          @change=${() => change({ [field]: value })}
        />
        <label for=${id}>${label}</label>
        <small id="${id}-help">${help}</small>
      </div>`;
    })}
  </fieldset>`;
}
