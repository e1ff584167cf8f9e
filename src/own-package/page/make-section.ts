/** The last step of the page: makes the package, and says what came of it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Language } from '../../course/course.ts';
import type { OwnPackageText } from '../text/own-package-text.ts';
import type { SettingsDraft } from '../settings-draft.ts';

export type Made = { readonly name: string; readonly bytes: number } | { readonly refused: readonly string[] };

interface MakeSection {
  readonly words: OwnPackageText;
  readonly language: Language;
  /** undefined where there is no package yet. */
  readonly draft: SettingsDraft | undefined;
  /** Of the settings that are filled in. */
  readonly faults: number;
  readonly made: Made | undefined;
  make(): void;
}

export function makeSection(section: MakeSection): TemplateResult {
  const { words, draft, faults, make } = section;
  return html`<section aria-labelledby="own-make">
    <h2 id="own-make">${words.make.head}</h2>
    ${
      draft
        ? html`<button type="button" class="button main" @click=${make}>${words.make.button}</button>`
        : html`<p class="quiet">${words.make.before}</p>`
    }
    <div role="status">${faults > 0 ? html`<p class="lack">${words.faults.count(faults)}</p>` : nothing} ${madeWords(section)}</div>
  </section>`;
}

function madeWords({ words, language, draft, made }: MakeSection): TemplateResult | typeof nothing {
  if (!made) return nothing;
  if ('refused' in made) {
    return html`<p class="lack">${words.make.refused}</p>
      <ul>
        ${made.refused.map((reason) => html`<li>${reason}</li>`)}
      </ul>`;
  }
  return html`<p class="note done">${words.make.made(made.name, Math.round(made.bytes / 1000).toLocaleString(language))}</p>
    ${missingWords(words, draft)}
    <p>${words.make.next}</p>`;
}

/** What the accessibility statement and the privacy page will say is missing. */
function missingWords({ make, settings }: OwnPackageText, draft: SettingsDraft | undefined): TemplateResult | typeof nothing {
  const missing = (['organization', 'authority', 'assessed'] as const).filter((field) => draft?.[field].trim() === '');
  if (missing.length === 0) return nothing;
  return html`<p class="note">${make.missing(missing.map((field) => settings[field].toLowerCase()).join(', '))}</p>`;
}
