/** The administrator's page: takes a package, asks for the settings, and hands over the new package. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { PackageError } from '../../../build/package-error.ts';
import { packageFile } from '../../../build/packages.ts';
import type { Language } from '../../course/course.ts';
import type { CourseSettings } from '../../course/settings.ts';
import { languageChoice } from '../../records/page/language-choice.ts';
import { saveFile } from '../../shell/save-file.ts';
import { LOGO_TYPES, MOST_LOGO_LETTERS } from '../logo.ts';
import { comparePackages } from '../compare-packages.ts';
import { makePackage } from '../make-package.ts';
import { MOST_ZIP_BYTES, readPackage, UnusablePackage, type PackageInHand } from '../read-package.ts';
import { draftOf, settingsFrom, type DraftFault, type SettingsDraft } from '../settings-draft.ts';
import { updateWords } from '../update-words.ts';
import { ownPackageTextIn, type OwnPackageText } from '../text/own-package-text.ts';
import { lmsGuideSection } from './lms-guide-section.ts';
import { lookFields } from './look-fields.ts';
import { packageFacts } from './package-facts.ts';
import { controlId, settingsForm } from './settings-form.ts';

interface Read {
  readonly name: string;
  readonly read: PackageInHand;
}

/** A package that can be set up. */
interface Given extends Read {
  readonly settings: CourseSettings;
}

type Made = { readonly name: string; readonly bytes: number } | { readonly refused: readonly string[] };

export class OwnPackagePage {
  readonly #app: HTMLElement;
  #language: Language = 'fi';
  #given: Given | undefined;
  /** Of the last file that was no package to set up. */
  #problem: string | undefined;
  /** The package that is in the LMS now. */
  #older: Read | { readonly problem: string } | undefined;
  #isReading = false;
  /** Id of the LMS that was asked about. */
  #lms = '';
  /** What was written here; the package's own settings stand for the rest. */
  #written: Partial<SettingsDraft> = {};
  #faults: readonly DraftFault[] = [];
  #logoProblem: string | undefined;
  #made: Made | undefined;
  #isOver = false;

  constructor(app: HTMLElement) {
    this.#app = app;
  }

  start(): void {
    this.#takeDrops();
    this.#speak(this.#language);
  }

  get #words(): OwnPackageText {
    return ownPackageTextIn(this.#language);
  }

  #speak(language: Language): void {
    this.#language = language;
    document.documentElement.lang = language;
    document.title = this.#words.title;
    this.#draw();
  }

  /** @param as the package that is to be set up, or the one that it takes the place of */
  async #give(file: File, as: 'new' | 'old' = 'new'): Promise<void> {
    if (as === 'old') {
      const found = await this.#readFile(file);
      this.#older = typeof found === 'string' ? { problem: `${file.name} ${found}` } : found;
      this.#draw();
      return;
    }
    this.#isReading = true;
    this.#problem = this.#made = undefined;
    this.#draw();
    const found = await this.#readFile(file);
    this.#isReading = false;
    if (typeof found === 'string') this.#problem = `${file.name} ${found}`;
    else if (found.read.settings) this.#given = { ...found, settings: found.read.settings };
    else this.#problem = `${file.name} ${this.#words.package.earlier}`;
    this.#faults = [];
    this.#draw();
  }

  /** @returns what is wrong with it, to be said after its name */
  async #readFile(file: File): Promise<Read | string> {
    const { package: words } = this.#words;
    if (file.size > MOST_ZIP_BYTES) return words.problem.large;
    try {
      return { name: file.name, read: await readPackage(new Uint8Array(await file.arrayBuffer())) };
    } catch (error) {
      if (error instanceof UnusablePackage) return words.problem[error.problem];
      // The file was moved or removed after it was chosen (File API, 7).
      if (error instanceof DOMException) return words.unread;
      throw error;
    }
  }

  get #draft(): SettingsDraft | undefined {
    return this.#given && { ...draftOf(this.#given.settings), ...this.#written };
  }

  #change(change: Partial<SettingsDraft>): void {
    this.#written = { ...this.#written, ...change };
    this.#faults = this.#faults.filter(({ field }) => !(field in change));
    this.#made = undefined;
    this.#draw();
  }

  async #make(): Promise<void> {
    const [given, draft] = [this.#given, this.#draft];
    if (!given || !draft) return;
    const settings = settingsFrom(draft, given.settings, given.read.kind.standard);
    this.#faults = isFaults(settings) ? settings : [];
    this.#made = undefined;
    this.#draw();
    const [first] = this.#faults;
    if (first) this.#app.querySelector<HTMLElement>(`#${controlId(first.field)}`)?.focus();
    if (isFaults(settings)) return;
    try {
      const { zip } = await makePackage(given.read, settings);
      const name = `${packageFile(given.read.kind.name)}.zip`;
      saveFile(name, new Blob([zip.slice().buffer], { type: 'application/zip' }));
      this.#made = { name, bytes: zip.length };
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      const { fault } = this.#words.make;
      this.#made = { refused: error.faults.map(({ code, message }) => fault[code] ?? message) };
    }
    this.#draw();
  }

  #takeDrops(): void {
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.#setOver(true);
    });
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) this.#setOver(false);
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      const isOld = event.target instanceof Element && event.target.closest('.update') !== null;
      if (file) void this.#give(file, isOld ? 'old' : 'new');
    });
  }

  #setOver(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#draw();
  }

  #draw(): void {
    render(this.#page(), this.#app);
  }

  #page(): TemplateResult {
    const words = this.#words;
    const language = this.#language;
    return html`<header>
        <div class="top">
          <h1>${words.title}</h1>
          ${languageChoice(words.language, language, (chosen) => this.#speak(chosen))}
        </div>
        <p>${words.lead}</p>
        <p><b>${words.privacy}</b></p>
      </header>
      ${lmsGuideSection({ words, language, chosen: this.#lms, choose: (id) => this.#chooseLms(id), written: this.#written, preset: (presets) => this.#change(presets) })}
      ${this.#packageSection()} ${this.#settingsSection()} ${this.#makeSection()} ${this.#updateSection()}`;
  }

  #chooseLms(id: string): void {
    this.#lms = id;
    this.#draw();
  }

  /** A button that opens the browser's choice of a file. */
  #chooser(id: string, label: string, as: 'new' | 'old', look: string): TemplateResult {
    const chosen = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (file) void this.#give(file, as);
      // The same file can be chosen once more.
      input.value = '';
    };
    const open = (): void => this.#app.querySelector<HTMLInputElement>(`#${id}-file`)?.click();
    return html`<button type="button" class=${look} id="${id}-choose" @click=${open}>${label}</button>
      <input id="${id}-file" type="file" accept=".zip" hidden aria-label=${label} @change=${chosen} />`;
  }

  #updateSection(): TemplateResult {
    const { update } = this.#words;
    const [given, older] = [this.#given, this.#older];
    const isRead = older && 'read' in older;
    return html`<section aria-labelledby="own-update" class="update">
      <h2 id="own-update">${update.head}</h2>
      <p>${update.lead}</p>
      ${this.#chooser('own-old', update.choose, 'old', 'button')}
      <div role="status">
        ${older && !isRead ? html`<p class="lack">${older.problem}</p>` : nothing}
        ${isRead && !given ? html`<p class="quiet">${older.name}. ${update.before}</p>` : nothing}
        ${
          isRead && given
            ? html`<p>${update.of(older.name, given.name)}</p>
                <ul class="findings">
                  ${updateWords(comparePackages(older.read, this.#asMade(given)), this.#words).map(
                    ({ weight, words, ids }) =>
                      html`<li class=${weight}>${words}${ids === '' ? nothing : html`<small>${ids}</small>`}</li>`,
                  )}
                </ul>`
            : nothing
        }
      </div>
    </section>`;
  }

  /** The package with what is filled in now, as far as that is right. */
  #asMade({ read, settings }: Given): PackageInHand {
    const draft = this.#draft;
    const own = draft ? settingsFrom(draft, settings, read.kind.standard) : settings;
    return isFaults(own) ? read : { ...read, settings: own };
  }

  #packageSection(): TemplateResult {
    const words = this.#words.package;
    return html`<section aria-labelledby="own-package">
      <h2 id="own-package">${words.head}</h2>
      <div class=${this.#isOver ? 'drop over' : 'drop'}>
        <p>${words.drop}</p>
        ${this.#chooser('own', words.choose, 'new', 'button main')}
      </div>
      <div role="status">
        ${this.#isReading ? html`<p>${words.reading}</p>` : nothing}
        ${
          this.#problem === undefined
            ? nothing
            : html`<p class="lack">${this.#problem} ${this.#given || Object.keys(this.#written).length > 0 ? words.kept : nothing}</p>`
        }
        ${this.#given ? packageFacts(this.#given.name, this.#given.read, this.#words) : nothing}
      </div>
    </section>`;
  }

  #settingsSection(): TemplateResult {
    const { settings } = this.#words;
    const [given, draft] = [this.#given, this.#draft];
    return html`<section aria-labelledby="own-settings">
      <h2 id="own-settings">${settings.head}</h2>
      <p class="quiet">${settings.before}</p>
      ${given && draft ? this.#form(given, draft) : nothing}
    </section>`;
  }

  #form({ read }: Given, draft: SettingsDraft): TemplateResult {
    const options = {
      draft,
      standard: read.kind.standard,
      languages: read.contents.map(({ language }) => language),
      faults: this.#faults,
      words: this.#words,
      change: (change: Partial<SettingsDraft>) => this.#change(change),
    };
    const giveLogo = (file: File): void => void this.#takeLogo(file);
    return settingsForm(options, lookFields({ ...options, logoProblem: this.#logoProblem, giveLogo }));
  }

  async #takeLogo(file: File): Promise<void> {
    const { settings: words } = this.#words;
    const src = LOGO_TYPES.includes(file.type) && file.size <= MOST_LOGO_LETTERS ? await addressOf(file) : undefined;
    this.#logoProblem = undefined;
    if (!LOGO_TYPES.includes(file.type)) this.#logoProblem = `${file.name} ${words.noPicture}`;
    else if (src === undefined || src.length > MOST_LOGO_LETTERS) this.#logoProblem = `${file.name} ${words.largeLogo}`;
    else this.#change({ logo: src });
    this.#draw();
  }

  #makeSection(): TemplateResult {
    const { faults, make } = this.#words;
    return html`<section aria-labelledby="own-make">
      <h2 id="own-make">${make.head}</h2>
      ${
        this.#given
          ? html`<button type="button" class="button main" @click=${() => void this.#make()}>${make.button}</button>`
          : html`<p class="quiet">${make.before}</p>`
      }
      <div role="status">
        ${this.#faults.length > 0 ? html`<p class="lack">${faults.count(this.#faults.length)}</p>` : nothing} ${this.#madeWords()}
      </div>
    </section>`;
  }

  #madeWords(): TemplateResult | typeof nothing {
    const { make } = this.#words;
    if (!this.#made) return nothing;
    if ('refused' in this.#made) {
      return html`<p class="lack">${make.refused}</p>
        <ul>
          ${this.#made.refused.map((reason) => html`<li>${reason}</li>`)}
        </ul>`;
    }
    return html`<p class="note done">${make.made(this.#made.name, Math.round(this.#made.bytes / 1000).toLocaleString(this.#language))}</p>
      ${this.#missingWords()}
      <p>${make.next}</p>`;
  }

  /** What the accessibility statement and the privacy page will say is missing. */
  #missingWords(): TemplateResult | typeof nothing {
    const { make, settings: words } = this.#words;
    const draft = this.#draft;
    const missing = (['organization', 'authority', 'assessed'] as const).filter((field) => draft?.[field].trim() === '');
    if (missing.length === 0) return nothing;
    return html`<p class="note">${make.missing(missing.map((field) => words[field].toLowerCase()).join(', '))}</p>`;
  }
}

/** A file as a `data:` address. */
function addressOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}

function isFaults(settings: CourseSettings | readonly DraftFault[]): settings is readonly DraftFault[] {
  return Array.isArray(settings);
}
