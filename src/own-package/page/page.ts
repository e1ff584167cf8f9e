/** The administrator's page: takes a package, asks for the settings, and hands over the new package. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { PackageError } from '../../../build/package-error.ts';
import { packageFile } from '../../../build/packages.ts';
import type { Language } from '../../course/course.ts';
import type { CourseSettings } from '../../course/settings.ts';
import { languageChoice, languageFor } from '../../records/page/language-choice.ts';
import { saveFile } from '../../records/hr-page/save-file.ts';
import { makePackage } from '../make-package.ts';
import { namedAs, MOST_ZIP_BYTES, readPackage, UnusablePackage } from '../read-package.ts';
import { draftOf, settingsFrom, type DraftFault, type SettingsDraft } from '../settings-draft.ts';
import { ownPackageTextIn, type OwnPackageText } from '../text/own-package-text.ts';
import { fileChooser, takeDrops } from './file-chooser.ts';
import { lmsAdviceSection } from './lms-advice-section.ts';
import { readLogo } from './logo-file.ts';
import { lookFields } from './look-fields.ts';
import { makeSection, type Made } from './make-section.ts';
import { packageFacts } from './package-facts.ts';
import { controlId, settingsForm } from './settings-form.ts';
import { updateSection, type Read } from './update-section.ts';

/** A package that can be set up. */
interface Given extends Read {
  readonly settings: CourseSettings;
}

export class OwnPackagePage {
  readonly #app: HTMLElement;
  #language: Language = languageFor(navigator.languages);
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
    takeDrops({
      over: (isOver) => this.#setOver(isOver),
      give: (file, on) => void this.#give(file, on?.closest('.update') ? 'old' : 'new'),
    });
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
      const name = `${packageFile(given.read.kind.name, namedAs(given.read))}.zip`;
      saveFile(new Blob([zip.slice().buffer], { type: 'application/zip' }), name);
      this.#made = { name, bytes: zip.length };
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      const { fault } = this.#words.make;
      this.#made = { refused: error.faults.map(({ code, message }) => fault[code] ?? message) };
    }
    this.#draw();
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
      ${lmsAdviceSection({ words, language, chosen: this.#lms, choose: (id) => this.#chooseLms(id), written: this.#written, preset: (presets) => this.#change(presets) })}
      ${this.#packageSection()} ${this.#settingsSection()}
      ${makeSection({ words, language, draft: this.#draft, faults: this.#faults.length, made: this.#made, make: () => void this.#make() })}
      ${updateSection({ words, older: this.#older, newer: this.#newer, give: (file) => void this.#give(file, 'old') })}`;
  }

  #chooseLms(id: string): void {
    this.#lms = id;
    this.#draw();
  }

  /** The package with what is filled in now, as far as that is right. */
  get #newer(): Read | undefined {
    const [given, draft] = [this.#given, this.#draft];
    if (!given || !draft) return undefined;
    const { name, read, settings } = given;
    const own = settingsFrom(draft, settings, read.kind.standard);
    return { name, read: isFaults(own) ? read : { ...read, settings: own } };
  }

  #packageSection(): TemplateResult {
    const words = this.#words.package;
    return html`<section aria-labelledby="own-package">
      <h2 id="own-package">${words.head}</h2>
      <div class=${this.#isOver ? 'drop over' : 'drop'}>
        <p>${words.drop}</p>
        ${fileChooser({ id: 'own', label: words.choose, look: 'button main', give: (file) => void this.#give(file) })}
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
    const logo = await readLogo(file);
    this.#logoProblem = 'problem' in logo ? `${file.name} ${words[logo.problem]}` : undefined;
    if ('src' in logo) this.#change({ logo: logo.src });
    this.#draw();
  }
}

function isFaults(settings: CourseSettings | readonly DraftFault[]): settings is readonly DraftFault[] {
  return Array.isArray(settings);
}
