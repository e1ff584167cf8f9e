/** Where files are given, the list of those that were, and the forms in which columns are named. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';
import { sorted, type Dropped } from './dropped-files.ts';

export interface FilesSectionOptions {
  readonly words: HrPageText;
  /** Files are held over the page. */
  readonly isOver: boolean;
  readonly notices: readonly string[];
  /** Undefined before the first file. */
  readonly list: TemplateResult | undefined;
  readonly mappings: readonly TemplateResult[];
  readonly give: (chosen: Dropped) => void;
}

export function filesSection({ words: { files: words }, isOver, notices, list, mappings, give }: FilesSectionOptions): TemplateResult {
  return html`<section aria-labelledby="hr-files">
    <h2 id="hr-files">${words.head}</h2>
    ${dropField(words, isOver, give)}
    <details ?open=${list === undefined}>
      <summary>${words.whereFrom}</summary>
      <ol>
        ${words.whereFromMoodle.map((step) => html`<li>${step}</li>`)}
      </ol>
      <p>${words.whereFromClasses}</p>
      <p>${words.whereFromOther}</p>
    </details>
    ${notices.map((notice) => html`<p class="note" role="status">${notice}</p>`)}
    ${list === undefined ? nothing : html`<h3>${words.list}</h3>`} ${list} ${mappings}
  </section>`;
}

function dropField(words: HrPageText['files'], isOver: boolean, give: (chosen: Dropped) => void): TemplateResult {
  const open = (id: string) => (): void => document.querySelector<HTMLInputElement>(`#${id}`)?.click();
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    give(input.id === 'hr-folder' ? sorted(files) : { files, skipped: [] });
    // The same file can be chosen once more.
    input.value = '';
  };
  return html`<div class=${isOver ? 'drop over' : 'drop'}>
    <p>${words.drop}</p>
    <div class="choices">
      <button type="button" id="hr-choose" class="button main" @click=${open('hr-file')}>${words.choose}</button>
      <button type="button" class="button" @click=${open('hr-folder')}>${words.chooseFolder}</button>
    </div>
    <input id="hr-file" type="file" multiple hidden aria-label=${words.choose} @change=${chosen} />
    <input id="hr-folder" type="file" webkitdirectory hidden aria-label=${words.chooseFolder} @change=${chosen} />
  </div>`;
}
