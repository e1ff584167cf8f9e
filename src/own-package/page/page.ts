/** The administrator's page: takes a package, asks for the settings, and hands over the new package. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { PackageError } from '../../../build/package-error.ts';
import { packageFile } from '../../../build/packages.ts';
import type { CourseSettings } from '../../course/settings.ts';
import { saveFile } from '../../shell/save-file.ts';
import { makePackage } from '../make-package.ts';
import { MOST_ZIP_BYTES, readPackage, UnusablePackage, type PackageInHand } from '../read-package.ts';
import { draftOf, settingsFrom, type DraftFault, type SettingsDraft } from '../settings-draft.ts';
import { ownPackageTextIn, type OwnPackageText } from '../text/own-package-text.ts';
import { packageFacts } from './package-facts.ts';
import { controlId, settingsForm } from './settings-form.ts';

/** A package that can be set up. */
interface Given {
  readonly name: string;
  readonly read: PackageInHand;
  readonly settings: CourseSettings;
}

type Made = { readonly name: string; readonly bytes: number } | { readonly refused: readonly string[] };

export class OwnPackagePage {
  readonly #app: HTMLElement;
  readonly #words: OwnPackageText = ownPackageTextIn('fi');
  #given: Given | undefined;
  /** Of the last file that was no package to set up. */
  #problem: string | undefined;
  #isReading = false;
  /** What was written here; the package's own settings stand for the rest. */
  #written: Partial<SettingsDraft> = {};
  #faults: readonly DraftFault[] = [];
  #made: Made | undefined;
  #isOver = false;

  constructor(app: HTMLElement) {
    this.#app = app;
  }

  start(): void {
    this.#takeDrops();
    this.#draw();
  }

  async #give(file: File): Promise<void> {
    this.#isReading = true;
    this.#problem = this.#made = undefined;
    this.#draw();
    const found = await this.#readFile(file);
    this.#isReading = false;
    if (typeof found === 'string') this.#problem = `${file.name} ${found}`;
    else this.#given = found;
    this.#faults = [];
    this.#draw();
  }

  /** @returns what is wrong with it, to be said after its name */
  async #readFile(file: File): Promise<Given | string> {
    const { package: words } = this.#words;
    if (file.size > MOST_ZIP_BYTES) return words.problem.large;
    try {
      const read = await readPackage(new Uint8Array(await file.arrayBuffer()));
      return read.settings ? { name: file.name, read, settings: read.settings } : words.earlier;
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
      if (file) void this.#give(file);
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
    return html`<header>
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <p><b>${words.privacy}</b></p>
      </header>
      ${this.#packageSection()} ${this.#settingsSection()} ${this.#makeSection()}`;
  }

  #packageSection(): TemplateResult {
    const words = this.#words.package;
    const chosen = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const [file] = input.files ?? [];
      if (file) void this.#give(file);
      // The same file can be chosen once more.
      input.value = '';
    };
    return html`<section aria-labelledby="own-package">
      <h2 id="own-package">${words.head}</h2>
      <div class=${this.#isOver ? 'drop over' : 'drop'}>
        <p>${words.drop}</p>
        <button
          type="button"
          class="button main"
          id="own-choose"
          @click=${() => this.#app.querySelector<HTMLInputElement>('#own-file')?.click()}
        >
          ${words.choose}
        </button>
        <input id="own-file" type="file" accept=".zip" hidden aria-label=${words.choose} @change=${chosen} />
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
      ${
        given && draft
          ? settingsForm({
              draft,
              standard: given.read.kind.standard,
              faults: this.#faults,
              words: this.#words,
              change: (change) => this.#change(change),
            })
          : nothing
      }
    </section>`;
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
    return html`<p class="note done">${make.made(this.#made.name, Math.round(this.#made.bytes / 1000).toLocaleString('fi'))}</p>
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

function isFaults(settings: CourseSettings | readonly DraftFault[]): settings is readonly DraftFault[] {
  return Array.isArray(settings);
}
