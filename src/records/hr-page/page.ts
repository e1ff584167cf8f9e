/** HR's page: takes files, asks what they are, and shows and saves the table. Reading and reckoning are the worker's. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { stringify } from 'yaml';
import type { Language } from '../../course/course.ts';
import { listed } from '../counted.ts';
import { RecordsError } from '../records-error.ts';
import { parseColumnMap, type ColumnMap } from '../sources/column-map.ts';
import { hrPageTextIn, type HrPageText } from '../text/hr-page/hr-page-text.ts';
import type { TableFacts } from './desk.ts';
import { droppedFiles, MAP_ENDING, sorted, type Dropped } from './dropped-files.ts';
import { fileList } from './file-list.ts';
import type { Decision, FileState } from './file-state.ts';
import { draftOf, lackOf, mapOf, type Lack, type MappingDraft } from './mapping-draft.ts';
import { mappingForm } from './mapping-form.ts';
import type { FromWorker, SavedAs, ToWorker } from './messages.ts';
import { ResultView } from './result-view.ts';
import { DEFAULTS, forget, remember, remembered, type Settings } from './saved-settings.ts';
import { settingsForm } from './settings-form.ts';

const LANGUAGES: readonly [Language, string][] = [
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['en', 'English'],
];
const { course } = BUILT_IN;

export class HrPage {
  readonly #app: HTMLElement;
  readonly #send: (message: ToWorker) => void;
  readonly #result: ResultView;
  readonly #files = new Map<number, FileState>();
  /** Of the files themselves, to notice one that is given twice. */
  readonly #marks = new Map<number, string>();
  readonly #drafts = new Map<number, MappingDraft>();
  readonly #lacks = new Map<number, Lack>();
  readonly #mapsOf = new Map<number, ColumnMap>();
  #settings: Settings = remembered() ?? { ...DEFAULTS };
  #isRemembered = remembered() !== undefined;
  #cannotRemember = false;
  #notices: string[] = [];
  #facts: TableFacts | undefined;
  #stage: 'nothing' | 'staff' | 'making' | 'shown' = 'nothing';
  #said = '';
  #fault: string | undefined;
  #isOver = false;
  #nextId = 1;

  constructor(app: HTMLElement, place: HTMLElement, send: (message: ToWorker) => void) {
    this.#app = app;
    this.#send = send;
    this.#result = new ResultView(place);
  }

  start(): void {
    this.#takeDrops();
    this.#sendRules();
    this.#draw();
  }

  receive(message: FromWorker): void {
    switch (message.type) {
      case 'file':
        this.#noteFile(message.state);
        break;
      case 'making':
        this.#stage = this.#stage === 'shown' ? 'shown' : 'making';
        break;
      case 'table':
        [this.#stage, this.#facts] = ['shown', message.facts];
        this.#draw();
        this.#result.show(message);
        return;
      case 'rows':
        this.#result.append(message.number, message.rows);
        return;
      case 'nothing':
        this.#stage = message.staffOnly ? 'staff' : 'nothing';
        this.#facts = undefined;
        this.#result.clear();
        break;
      case 'saved':
        this.#said = this.#words.result.saved(saveFile(message.content, `${this.#words.result.fileName}.${message.as}`));
        break;
      case 'fault':
        this.fail(message.reason);
        return;
    }
    this.#draw();
  }

  /** Nothing more can be done. */
  fail(reason: string): void {
    this.#fault = reason;
    this.#draw();
  }

  get #words(): HrPageText {
    return hrPageTextIn(this.#settings.language);
  }

  readonly #written = (count: number): string => count.toLocaleString(this.#settings.language);

  #noteFile(state: FileState): void {
    // It may have been taken away meanwhile.
    if (!this.#files.has(state.id)) return;
    this.#files.set(state.id, state);
    const { outcome } = state;
    if (outcome.kind === 'to-map') this.#drafts.set(state.id, draftOf(outcome));
    else {
      this.#drafts.delete(state.id);
      this.#lacks.delete(state.id);
    }
    if (outcome.kind === 'report') this.#said = `${state.name}: ${this.#words.files.rows(outcome.rows, this.#written(outcome.rows))}`;
  }

  async #give({ files, skipped }: Dropped): Promise<void> {
    const { files: words } = this.#words;
    this.#notices = skipped.length > 0 ? [words.skipped(listed(skipped))] : [];
    for (const file of files) {
      const mark = `${file.name} ${file.size} ${file.lastModified}`;
      if (MAP_ENDING.test(file.name)) await this.#takeMap(file);
      else if ([...this.#marks.values()].includes(mark)) this.#notices.push(words.same(file.name));
      else {
        const id = this.#nextId++;
        this.#marks.set(id, mark);
        this.#files.set(id, { id, name: file.name, outcome: { kind: 'reading', rows: 0 } });
        this.#send({ type: 'take', given: { id, name: file.name, file } });
      }
    }
    this.#draw();
  }

  async #takeMap(file: File): Promise<void> {
    const { files: words } = this.#words;
    try {
      this.#keepMap(parseColumnMap(await file.text(), file.name, course));
      this.#notices.push(`${file.name}: ${words.map}.`);
    } catch (error) {
      const reason = error instanceof RecordsError ? error.message : String(error);
      this.#notices.push(`${file.name}: ${words.wrongMap(reason)}`);
    }
  }

  #keepMap(map: ColumnMap): void {
    const key = JSON.stringify(map);
    this.#change({ maps: [map, ...this.#settings.maps.filter((other) => JSON.stringify(other) !== key)] });
  }

  #change(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    if (this.#isRemembered) this.#cannotRemember = !remember(this.#settings);
    if (this.#settings.identify.length > 0) this.#sendRules();
    this.#draw();
  }

  #setRemembered(wanted: boolean): void {
    if (!wanted) forget();
    this.#isRemembered = wanted && remember(this.#settings);
    this.#cannotRemember = wanted && !this.#isRemembered;
    this.#draw();
  }

  #sendRules(): void {
    const { language, validFor, asOf, identify, pseudonymous, activityNames, maps } = this.#settings;
    document.documentElement.lang = language;
    const rules = {
      identify,
      pseudonymous,
      activityNames,
      maps,
      ...(validFor ? { validFor } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    };
    this.#send({ type: 'rules', rules, language });
  }

  #decide(id: number, decision: Decision): void {
    const state = this.#files.get(id);
    if (!state) return;
    this.#files.set(id, { ...state, outcome: { kind: 'reading', rows: 0 } });
    if (decision.as) this.#mapsOf.delete(id);
    this.#send({ type: 'decide', id, decision });
    this.#draw();
  }

  #remove(id: number): void {
    for (const known of [this.#files, this.#marks, this.#drafts, this.#lacks, this.#mapsOf]) known.delete(id);
    this.#send({ type: 'remove', id });
    this.#draw();
    // The button that had the focus is gone.
    this.#app.querySelector<HTMLElement>('#hr-choose')?.focus();
  }

  /** @param then what is done with the map that the draft makes */
  #withMap(id: number, draft: MappingDraft, then: (map: ColumnMap) => void): void {
    const lack = lackOf(draft);
    if (lack) this.#lacks.set(id, lack);
    else {
      this.#lacks.delete(id);
      then(mapOf(draft, course));
    }
    this.#draw();
  }

  #readMapped(id: number, map: ColumnMap): void {
    this.#mapsOf.set(id, map);
    this.#decide(id, { map });
    this.#keepMap(map);
  }

  #saveMap(map: ColumnMap): void {
    this.#said = this.#words.result.saved(saveFile(new Blob([stringify(map)], { type: 'text/yaml' }), this.#words.mapping.file));
    this.#draw();
  }

  #takeDrops(): void {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      this.#setOver(true);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) this.#setOver(false);
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#setOver(false);
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then((dropped) => this.#give(dropped));
    });
  }

  #setOver(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#draw();
  }

  #draw(): void {
    document.title = this.#words.title;
    render(this.#page(), this.#app);
  }

  #page(): TemplateResult {
    const words = this.#words;
    return html`<header>
        <div class="top">
          <h1>${words.title}</h1>
          ${this.#languages()}
        </div>
        <p>${words.lead}</p>
        <p><b>${words.privacy}</b></p>
      </header>
      <p class="heard" role="status">${this.#said}</p>
      ${this.#fault === undefined ? nothing : html`<p class="lack" role="alert">${words.fault(this.#fault)}</p>`} ${this.#filesSection()}
      <section aria-labelledby="hr-settings">
        <h2 id="hr-settings">${words.settings.head}</h2>
        ${settingsForm({
          settings: this.#settings,
          words,
          change: (change) => this.#change(change),
          isRemembered: this.#isRemembered,
          cannotRemember: this.#cannotRemember,
          setRemembered: (wanted) => this.#setRemembered(wanted),
        })}
      </section>
      ${this.#resultSection()}`;
  }

  #languages(): TemplateResult {
    return html`<div class="languages" role="group" aria-label=${this.#words.language}>
      ${LANGUAGES.map(
        ([language, name]) =>
          html`<button
            type="button"
            class="plain"
            lang=${language}
            aria-pressed=${this.#settings.language === language}
            @click=${() => this.#change({ language })}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }

  #filesSection(): TemplateResult {
    const { files: words } = this.#words;
    const open = (id: string) => (): void => this.#app.querySelector<HTMLInputElement>(`#${id}`)?.click();
    const chosen = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      void this.#give(input.id === 'hr-folder' ? sorted(files) : { files, skipped: [] });
      // The same file can be chosen once more.
      input.value = '';
    };
    const states = [...this.#files.values()];
    return html`<section aria-labelledby="hr-files">
      <h2 id="hr-files">${words.head}</h2>
      <div class=${this.#isOver ? 'drop over' : 'drop'}>
        <p>${words.drop}</p>
        <div class="choices">
          <button type="button" id="hr-choose" class="button main" @click=${open('hr-file')}>${words.choose}</button>
          <button type="button" class="button" @click=${open('hr-folder')}>${words.chooseFolder}</button>
        </div>
        <input id="hr-file" type="file" multiple hidden aria-label=${words.choose} @change=${chosen} />
        <input id="hr-folder" type="file" webkitdirectory hidden aria-label=${words.chooseFolder} @change=${chosen} />
      </div>
      <details ?open=${states.length === 0}>
        <summary>${words.whereFrom}</summary>
        <ol>
          ${words.whereFromMoodle.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p>${words.whereFromClasses}</p>
        <p>${words.whereFromOther}</p>
      </details>
      ${this.#notices.map((notice) => html`<p class="note" role="status">${notice}</p>`)}
      ${states.length === 0 ? nothing : html`<h3>${words.list}</h3>`} ${this.#list(states)} ${this.#mappings()}
    </section>`;
  }

  #list(states: readonly FileState[]): TemplateResult | typeof nothing {
    if (states.length === 0) return nothing;
    return fileList(states, {
      words: this.#words,
      written: this.#written,
      decide: (id, decision) => this.#decide(id, decision),
      remove: (id) => this.#remove(id),
      nameActivity: (name) => this.#change({ activityNames: [...new Set([...this.#settings.activityNames, name])] }),
      isMapped: (id) => this.#mapsOf.has(id),
      saveMap: (id) => {
        const map = this.#mapsOf.get(id);
        if (map) this.#saveMap(map);
      },
    });
  }

  #mappings(): TemplateResult[] {
    return [...this.#drafts].map(([id, draft]) =>
      mappingForm({
        id,
        name: this.#files.get(id)?.name ?? '',
        draft,
        lack: this.#lacks.get(id),
        course,
        words: this.#words,
        changed: () => this.#draw(),
        read: () => this.#withMap(id, draft, (map) => this.#readMapped(id, map)),
        save: () => this.#withMap(id, draft, (map) => this.#saveMap(map)),
      }),
    );
  }

  #resultSection(): TemplateResult {
    const { result } = this.#words;
    const save = (as: SavedAs, label: string): TemplateResult =>
      html`<button type="button" class="button" @click=${() => this.#send({ type: 'save', as })}>${label}</button>`;
    const facts = this.#factWords();
    return html`<section aria-labelledby="hr-result">
      <h2 id="hr-result">${result.head}</h2>
      ${
        this.#stage === 'shown'
          ? html`<div class="choices" role="group" aria-label=${result.save}>
                <span class="saving">${result.save}</span>
                ${save('xlsx', result.saveXlsx)} ${save('csv', result.saveCsv)} ${save('html', result.saveHtml)}
              </div>
              <p class="quiet">${result.saveHelp}</p>
              ${
                facts.length === 0
                  ? nothing
                  : html`<h3>${result.notices}</h3>
                      <ul class="facts">
                        ${facts.map((fact) => html`<li>${fact}</li>`)}
                      </ul>`
              }`
          : html`<p class="quiet">${{ nothing: result.nothing, staff: result.staffOnly, making: result.making }[this.#stage]}</p>`
      }
    </section>`;
  }

  #factWords(): string[] {
    if (!this.#facts) return [];
    const { result } = this.#words;
    const { conflicts, undated, future, silent, licenceOnly, strangers = 0 } = this.#facts;
    return [
      ...(conflicts > 0 ? [result.conflicts(this.#written(conflicts))] : []),
      ...(undated > 0 ? [result.undated(this.#written(undated))] : []),
      ...(future ? [result.future] : []),
      ...(silent ? [result.silent] : []),
      ...(licenceOnly ? [result.licenceOnly] : []),
      ...(strangers > 0 ? [result.strangers(this.#written(strangers))] : []),
    ];
  }
}

/** @returns the name that the browser is asked to give it */
function saveFile(content: Blob, name: string): string {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to open it first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
