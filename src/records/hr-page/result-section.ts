/** Above the table: what has to be known about it, and in which forms it can be saved. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { listed } from '../counted.ts';
import type { HrPageText } from '../text/hr-page/hr-page-text.ts';
import type { Named, TableFacts } from './desk.ts';
import type { SavedAs } from './worker-messages.ts';

/** How far the table is: nothing is given, the list of people alone is, it is being made, it is shown. */
export type Stage = 'nothing' | 'staff' | 'making' | 'shown';

export interface ResultSectionOptions {
  readonly words: HrPageText;
  readonly stage: Stage;
  readonly facts: TableFacts | undefined;
  /** A number as it is written in the page's language. */
  readonly written: (count: number) => string;
  readonly save: (as: SavedAs) => void;
}

export function resultSection(options: ResultSectionOptions): TemplateResult {
  const { stage, facts } = options;
  const { result } = options.words;
  return html`<section aria-labelledby="hr-result">
    <h2 id="hr-result">${result.head}</h2>
    ${
      stage === 'shown' && facts
        ? // What is doubtful is known before the table is saved and passed on.
          [notices(factWords(facts, options), result.notices), saving(options, facts)]
        : html`<p class="quiet">${{ nothing: result.nothing, staff: result.staffOnly, making: result.making, shown: '' }[stage]}</p>`
    }
  </section>`;
}

function saving({ words: { result }, save }: ResultSectionOptions, { expires, units }: TableFacts): TemplateResult {
  const button = (as: SavedAs, label: string): TemplateResult =>
    html`<button type="button" class="button" @click=${() => save(as)}>${label}</button>`;
  return html`<h3 id="hr-save">${result.save}</h3>
    <div class="choices" role="group" aria-labelledby="hr-save">
      ${button('xlsx', result.saveXlsx)} ${button('csv', result.saveCsv)} ${button('html', result.saveHtml)}
      ${expires ? button('ics', result.saveIcs) : nothing} ${units > 0 ? button('zip', result.saveZip) : nothing}
    </div>
    ${units > 0 ? html`<p class="quiet">${expires ? result.zipHelp : result.zipHelpSheets}</p>` : nothing}
    ${expires ? nothing : html`<p class="quiet">${result.icsHelp}</p>`}
    <p class="quiet">${result.saveHelp}</p>`;
}

function notices(facts: readonly string[], head: string): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<h3>${head}</h3>
    <ul class="facts">
      ${facts.map((fact) => html`<li>${fact}</li>`)}
    </ul>`;
}

function factWords(facts: TableFacts, { words, written }: ResultSectionOptions): string[] {
  const { result, files } = words;
  const among = ({ count, names }: Named): [count: string, names: string] => [written(count), listed(names, ', ', files.more)];
  const {
    conflicts,
    unlikeNames,
    sameNames,
    ofSeveralUnits,
    alike,
    mayHold,
    undated,
    future,
    silent,
    withoutClasses,
    lackClasses,
    strangers,
  } = facts;
  return [
    ...(conflicts.count > 0 ? [result.conflicts(...among(conflicts))] : []),
    ...(unlikeNames.count > 0 ? [result.unlikeNames(...among(unlikeNames))] : []),
    ...(sameNames.count > 0 ? [result.sameNames(...among(sameNames))] : []),
    ...(ofSeveralUnits.count > 0 ? [result.ofSeveralUnits(...among(ofSeveralUnits))] : []),
    ...(alike > 0 ? [result.alike(written(alike))] : []),
    ...(mayHold > 0 ? [result.mayHold(written(mayHold))] : []),
    ...(undated > 0 ? [result.undated(written(undated))] : []),
    ...(future ? [result.future] : []),
    ...(silent ? [result.silent] : []),
    ...(withoutClasses > 0 ? [result.withoutClasses(written(withoutClasses), listed(lackClasses, ', ', files.more))] : []),
    ...(strangers && strangers.count > 0 ? [result.strangers(...among(strangers))] : []),
  ];
}
