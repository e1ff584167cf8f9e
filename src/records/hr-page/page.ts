/** HR's page: takes files, asks what they are, and shows and saves the table. Reading and reckoning are the worker's. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { stringify } from 'yaml';
import { listed } from '../counted.ts';
import { titleIn } from '../licence-course.ts';
import { ColumnMapError, parseColumnMap, type ColumnMap } from '../sources/column-map.ts';
import { hrPageTextIn, type HrPageText } from '../text/hr-page/hr-page-text.ts';
import { mapReason } from '../text/hr-page/map-reason.ts';
import type { TableFacts } from './desk.ts';
import { listenToDrops } from './drop-target.ts';
import { MAP_ENDING, type Dropped } from './dropped-files.ts';
import { fileElement, fileList, outcomeWords } from './file-list.ts';
import type { Decision, FileState } from './file-state.ts';
import { filesSection } from './files-section.ts';
import { GivenFiles } from './given-files.ts';
import { lackOf, mapOf, type MappingDraft } from './mapping-draft.ts';
import { mappingForm } from './mapping-form.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import { pageHeader } from './page-header.ts';
import { resultSection, type Stage } from './result-section.ts';
import { ResultView } from './result-view.ts';
import { saveFile } from './save-file.ts';
import { defaultsFor, forget, remember, remembered, rulesOf, type Settings } from './hr-settings.ts';
import { settingsSection } from './settings-section.ts';

const { course } = BUILT_IN;

export class HrPage {
  readonly #app: HTMLElement;
  readonly #send: (message: ToWorker) => void;
  readonly #result: ResultView;
  readonly #files = new GivenFiles();
  #settings: Settings = remembered(course) ?? defaultsFor(navigator.languages, course);
  #isRemembered = remembered(course) !== undefined;
  #cannotRemember = false;
  #notices: string[] = [];
  #facts: TableFacts | undefined;
  #stage: Stage = 'nothing';
  /** Told to who does not see it, a paragraph each; what is added is read, and not all anew. */
  #said: readonly string[] = [];
  /** What had become of each file when it was told last. */
  readonly #toldOf = new Map<number, string>();
  #fault: string | undefined;
  #isOver = false;

  constructor(app: HTMLElement, place: HTMLElement, send: (message: ToWorker) => void) {
    this.#app = app;
    this.#send = send;
    this.#result = new ResultView(place);
  }

  start(): void {
    listenToDrops({ give: (dropped) => void this.#give(dropped), setOver: (isOver) => this.#setOver(isOver) });
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
        this.#said = [this.#words.result.saved(saveFile(message.content, `${this.#words.result.fileName}.${message.as}`))];
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

  get #title(): string {
    return this.#words.title(titleIn(BUILT_IN.course, this.#settings.language));
  }

  readonly #written = (count: number): string => count.toLocaleString(this.#settings.language);

  #noteFile(state: FileState): void {
    const { id, name, outcome } = state;
    if (!this.#files.note(state) || outcome.kind === 'reading') return;
    const told = JSON.stringify(outcome);
    // It is looked at again at every change of a setting.
    if (this.#toldOf.get(id) === told) return;
    this.#toldOf.set(id, told);
    this.#said = [...this.#said, `${name}: ${outcomeWords(outcome, { words: this.#words, written: this.#written })}`];
  }

  async #give({ files, skipped, notOpened = [] }: Dropped): Promise<void> {
    const { files: words } = this.#words;
    this.#said = [];
    this.#notices = [
      ...(notOpened.length > 0 ? [words.notOpened(listed(notOpened, ', ', words.more))] : []),
      ...(skipped.length > 0 ? [words.skipped(listed(skipped, ', ', words.more))] : []),
    ];
    for (const file of files) {
      if (MAP_ENDING.test(file.name)) {
        await this.#takeMap(file);
        continue;
      }
      const id = this.#files.add(file);
      if (id === undefined) this.#notices.push(words.same(file.name));
      else this.#send({ type: 'take', given: { id, name: file.name, file } });
    }
    this.#draw();
  }

  async #takeMap(file: File): Promise<void> {
    const { files: words } = this.#words;
    try {
      this.#keepMap(parseColumnMap(await file.text(), file.name, course));
      this.#notices.push(`${file.name}: ${words.map}.`);
    } catch (error) {
      const reason = error instanceof ColumnMapError ? mapReason(error.problem, words.mapReasons) : String(error);
      this.#notices.push(`${file.name}: ${words.wrongMap(reason)}`);
    }
  }

  #keepMap(map: ColumnMap): void {
    const key = JSON.stringify(map);
    this.#change({ maps: [map, ...this.#settings.maps.filter((other) => JSON.stringify(other) !== key)] });
  }

  #change(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    if (this.#isRemembered) this.#cannotRemember = !remember(this.#settings, course);
    if (this.#settings.identify.length > 0) this.#sendRules();
    this.#draw();
  }

  #setRemembered(wanted: boolean): void {
    if (!wanted) forget();
    this.#isRemembered = wanted && remember(this.#settings, course);
    this.#cannotRemember = wanted && !this.#isRemembered;
    this.#draw();
  }

  #sendRules(): void {
    const { language } = this.#settings;
    document.documentElement.lang = language;
    this.#send({ type: 'rules', rules: rulesOf(this.#settings), language });
  }

  #decide(id: number, decision: Decision): void {
    if (!this.#files.reread(id, { forgetMap: decision.as !== undefined })) return;
    this.#toldOf.delete(id);
    this.#send({ type: 'decide', id, decision });
    this.#draw();
    // The button that had the focus is gone.
    this.#app.querySelector<HTMLElement>(`#${fileElement(id)}`)?.focus();
  }

  #remove(id: number): void {
    this.#files.remove(id);
    this.#send({ type: 'remove', id });
    this.#draw();
    // The button that had the focus is gone.
    this.#app.querySelector<HTMLElement>('#hr-choose')?.focus();
  }

  /** @param then what is done with the map that the draft makes */
  #withMap(id: number, draft: MappingDraft, then: (map: ColumnMap) => void): void {
    const lack = lackOf(draft);
    this.#files.setLack(id, lack);
    if (!lack) then(mapOf(draft, course));
    this.#draw();
  }

  #readMapped(id: number, map: ColumnMap): void {
    this.#files.setMap(id, map);
    this.#decide(id, { map });
    this.#keepMap(map);
  }

  #saveMap(map: ColumnMap): void {
    this.#said = [this.#words.result.saved(saveFile(new Blob([stringify(map)], { type: 'text/yaml' }), this.#words.mapping.file))];
    this.#draw();
  }

  #setOver(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#draw();
  }

  #draw(): void {
    document.title = this.#title;
    render(this.#page(), this.#app);
  }

  #page(): TemplateResult {
    const words = this.#words;
    return html`${pageHeader({ words, title: this.#title, current: this.#settings.language, choose: (language) => this.#change({ language }) })}
      <div class="heard" role="status" aria-atomic="false">${this.#said.map((words) => html`<p>${words}</p>`)}</div>
      ${this.#fault === undefined ? nothing : html`<p class="lack" role="alert">${words.fault(this.#fault)}</p>`}
      ${filesSection({
        words,
        isOver: this.#isOver,
        notices: this.#notices,
        list: this.#list(),
        mappings: this.#mappings(),
        give: (chosen) => void this.#give(chosen),
      })}
      ${settingsSection({
        settings: this.#settings,
        words,
        change: (change) => this.#change(change),
        isRemembered: this.#isRemembered,
        cannotRemember: this.#cannotRemember,
        setRemembered: (wanted) => this.#setRemembered(wanted),
      })}
      ${resultSection({
        words,
        stage: this.#stage,
        facts: this.#facts,
        written: this.#written,
        save: (as) => this.#send({ type: 'save', as }),
      })}`;
  }

  #list(): TemplateResult | undefined {
    const { states } = this.#files;
    if (states.length === 0) return undefined;
    return fileList(states, {
      words: this.#words,
      written: this.#written,
      namesAnybody: !this.#settings.pseudonymous,
      decide: (id, decision) => this.#decide(id, decision),
      remove: (id) => this.#remove(id),
      nameActivity: (name) => this.#change({ activityNames: [...new Set([...this.#settings.activityNames, name])] }),
      isMapped: (id) => this.#files.mapOf(id) !== undefined,
      saveMap: (id) => {
        const map = this.#files.mapOf(id);
        if (map) this.#saveMap(map);
      },
    });
  }

  #mappings(): TemplateResult[] {
    return this.#files.mappings.map(({ id, name, draft, lack }) =>
      mappingForm({
        id,
        name,
        draft,
        lack,
        course,
        words: this.#words,
        changed: () => this.#draw(),
        read: () => this.#withMap(id, draft, (map) => this.#readMapped(id, map)),
        save: () => this.#withMap(id, draft, (map) => this.#saveMap(map)),
      }),
    );
  }
}
