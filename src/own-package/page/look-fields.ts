/** Logo and colours of the form: each colour with what is offered in its place, the logo with its words. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { nearestPassing, readColour, themeColours, type ThemeColour } from '../../theme/own-colours.ts';
import { light } from '../../theme/palette.ts';
import { LOGO_TYPES } from '../logo-limits.ts';
import type { DraftFault } from '../settings-draft.ts';
import { controlId, textField, type SettingsFormOptions } from './settings-form.ts';

export interface LookOptions extends SettingsFormOptions {
  /** What is wrong with the picture that was chosen last. */
  readonly logoProblem: string | undefined;
  readonly giveLogo: (file: File) => void;
}

export function lookFields(options: LookOptions): TemplateResult {
  const { settings: text } = options.words;
  return html`${colourField('accent', text.accent, text.accentHelp, options)} ${colourField('band', text.band, text.bandHelp, options)}
  ${logoFields(options)}`;
}

function colourField(field: ThemeColour, label: string, help: string, options: LookOptions): TemplateResult {
  const { draft, faults, words, change } = options;
  const colour = readColour(draft[field]);
  const fault = faults.find((one): one is DraftFault & { readonly what: 'colour' } => one.field === field && one.what === 'colour');
  const nearest = colour === undefined ? undefined : nearestPassing(field, colour);
  const isBad = nearest !== undefined && nearest !== colour;
  const sample = nearest === undefined ? undefined : sampleStyle(field, nearest);
  return html`<div>
    ${textField(field, label, help, options)}
    ${fault && nearest === undefined ? html`<p class="lack">${words.faults.noColour}</p>` : nothing}
    ${
      isBad
        ? html`<p class="lack">${words.faults.contrast(nearest)}</p>
            <p>
              <button type="button" class="button" id="${controlId(field)}-nearest" @click=${() => change({ [field]: nearest })}>
                ${words.settings.takeNearest(nearest)}
              </button>
            </p>`
        : nothing
    }
    ${sample === undefined ? nothing : html`<p class="sample" .style=${sample}>${words.settings.sample}</p>`}
  </div>`;
}

/** As the course shows it by day. */
function sampleStyle(field: ThemeColour, colour: string): string {
  const { light: chosen } = themeColours({ [field]: colour });
  return field === 'band'
    ? `background: ${chosen['band'] ?? ''}; color: ${chosen['on-band'] ?? ''}`
    : `background: ${colour}; color: ${light.paper}`;
}

function logoFields(options: LookOptions): TemplateResult {
  const { draft, words, change, giveLogo, logoProblem } = options;
  const { settings: text } = words;
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) giveLogo(file);
    input.value = '';
  };
  const open = (event: Event): void => (event.currentTarget as HTMLElement).parentElement?.querySelector('input')?.click();
  return html`<fieldset>
    <legend>${text.logo}</legend>
    <small>${text.logoHelp}</small>
    ${draft.logo === '' ? nothing : html`<p><img class="logo" src=${draft.logo} alt=${draft.logoAlt} /></p>`}
    <div class="choices">
      <span>
        <button type="button" class="button" id="own-logo" @click=${open}>${text.chooseLogo}</button>
        <input id="own-logo-file" type="file" accept=${LOGO_TYPES.join(',')} hidden aria-label=${text.chooseLogo} @change=${chosen} />
      </span>
      ${
        draft.logo === ''
          ? nothing
          : html`<button type="button" class="button" @click=${() => change({ logo: '', logoAlt: '' })}>${text.removeLogo}</button>`
      }
    </div>
    <div role="status">${logoProblem === undefined ? nothing : html`<p class="lack">${logoProblem}</p>`}</div>
    ${draft.logo === '' ? nothing : textField('logoAlt', text.logoAlt, text.logoAltHelp, options)}
  </fieldset>`;
}
