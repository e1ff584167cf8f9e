/** Which package for which LMS, as a question. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { packageFile } from '../../../build/packages.ts';
import type { Language } from '../../course/course.ts';
import { adviceText, type LmsAdvice } from '../lms-advice-entry.ts';
import { lmsAdvices } from '../lms-advice.ts';
import type { SettingsDraft } from '../settings-draft.ts';
import type { OwnPackageText } from '../text/own-package-text.ts';

export interface LmsAdviceOptions {
  readonly words: OwnPackageText;
  readonly language: Language;
  /** Id of the LMS that is asked about; empty for none. */
  readonly chosen: string;
  readonly choose: (id: string) => void;
  /** What is filled in. */
  readonly written: Partial<SettingsDraft>;
  /** Puts the settings that the LMS makes necessary into the form. */
  readonly preset: (presets: Partial<SettingsDraft>) => void;
}

export function lmsAdviceSection(options: LmsAdviceOptions): TemplateResult {
  const { words, language, chosen, choose } = options;
  const { lms } = words;
  const guide = lmsAdvices.find(({ id }) => id === chosen);
  return html`<section aria-labelledby="own-lms">
    <h2 id="own-lms">${lms.head}</h2>
    <div class="text-field">
      <label for="own-lms-choice">${lms.which}</label>
      <select id="own-lms-choice" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === ''}>${lms.choose}</option>
        ${lmsAdvices.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${adviceText(name, language)}</option>`)}
      </select>
    </div>
    <div role="status">${guide ? guideFacts(guide, options) : nothing}</div>
  </section>`;
}

const PRESET_FIELDS = ['completeWhen', 'wipesOnCompletion'] as const;

function guideFacts(
  { take, orTake, settings, sure, seen, presets }: LmsAdvice,
  { words: { lms }, language, written, preset }: LmsAdviceOptions,
): TemplateResult {
  const isPreset =
    presets !== undefined && PRESET_FIELDS.every((field) => presets[field] === undefined || presets[field] === written[field]);
  return html`<dl class="package guide">
      <div>
        <dt>${lms.take}</dt>
        <dd>${packageFile(take, COURSE)}.zip${orTake ? html` <small>${lms.or} ${adviceText(orTake, language)}</small>` : nothing}</dd>
      </div>
      <div>
        <dt>${lms.settings}</dt>
        <dd>${adviceText(settings, language)}</dd>
      </div>
      <div>
        <dt>${lms.sure}</dt>
        <dd>${lms.sureness[sure]}${seen ? ` (${adviceText(seen, language)})` : ''}</dd>
      </div>
    </dl>
    ${presets ? html`<p><button type="button" class="button" @click=${() => preset(presets)}>${lms.preset}</button></p>` : nothing}
    ${isPreset ? html`<p class="note done">${lms.presetDone}</p>` : nothing}
    <p>${lms.test}</p>`;
}
