import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Course } from '../../course/course.ts';
import { LARGEST_FILE, LearnerFileError } from '../../session/file/learner-file-format.ts';
import type { CourseSessionView, ImportPreview } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { rowsOf } from './rows-of-file.ts';
import { saveCopy } from './save-learner-file.ts';
import { shellStyles } from '../shell-styles.ts';
import { inWords, questionOf } from './written-answers.ts';

/** The learner's own copy: to save as a file (what is in it: `learner-file-format.ts`), and to read one back in after a look at what it would change. */
@customElement('aspa-workbook-file')
export class WorkbookFile extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      section {
        margin: 48px 0 0;
        padding: 24px;
        background: var(--panel);
      }
      h2 {
        margin: 0 0 8px;
        font-size: 1.25rem;
      }
      h3 {
        margin: 24px 0 8px;
        font-size: 1rem;
      }
      p {
        max-width: var(--measure);
      }
      .said {
        margin: 16px 0 0;
      }
      .problem {
        color: var(--error);
        font-weight: 600;
      }
      ul {
        margin: 0 0 16px;
        padding-left: 20px;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: 8px 16px;
        margin: 4px 0 0;
      }
      .change {
        margin: 0 0 24px;
      }
      .change > p {
        margin: 0;
        font-weight: 600;
      }
      dt {
        color: var(--ink-soft);
        font-size: 0.889rem;
      }
      dd {
        margin: 0;
        padding: 8px 12px;
        background: var(--paper);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: CourseSessionView;
  @property({ attribute: false }) course!: Course;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private said = '';
  @state() private problem = '';
  @state() private offered: { readonly name: string; readonly json: string; readonly preview: ImportPreview } | undefined;
  @query('input') private readonly input!: HTMLInputElement;

  #save(): void {
    this.problem = '';
    this.said = this.text.workbook.copy.saved(saveCopy(this.session, this.text));
  }

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    if (!file) return;
    this.said = '';
    this.problem = '';
    this.offered = undefined;
    try {
      if (file.size > LARGEST_FILE) throw new LearnerFileError('too-large');
      const json = await file.text();
      this.offered = { name: file.name, json, preview: this.session.file.preview(json) };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#preview')?.focus();
    } catch (error) {
      this.#refuse(error);
    } finally {
      // The same file can be picked again, after it was mended.
      this.input.value = '';
    }
  }

  #refuse(error: unknown): void {
    const { copy } = this.text.workbook;
    this.problem = error instanceof LearnerFileError ? copy.unreadable[error.code] : copy.unreadableOtherwise;
  }

  async #decide(take: 'known' | 'all' | 'nothing'): Promise<void> {
    this.problem = '';
    this.said = '';
    try {
      if (take !== 'nothing') this.#take(take === 'all');
    } catch (error) {
      // What came from another browser since she looked has made it too much.
      this.#refuse(error);
    }
    this.offered = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#read')?.focus();
  }

  #take(all: boolean): void {
    if (!this.offered) return;
    const { json, preview } = this.offered;
    this.session.file.import(json, all, preview);
    const { length } = this.session.conflicts;
    // The choice stands at the top of the page, out of her sight.
    this.said = [this.text.workbook.copy.taken, ...(length > 0 ? [this.text.saving.conflicts.title(length)] : [])].join(' ');
  }

  /** Questions only: what else is in a file, such as the order of a list's entries, is told otherwise. */
  #questions(fields: readonly string[]): number {
    return fields.filter((field) => questionOf(this.course, field)?.field).length;
  }

  #renderRows(preview: ImportPreview): (TemplateResult | typeof nothing)[] {
    const { copy } = this.text.workbook;
    const { moved, putBack } = rowsOf(this.course, preview);
    return [moved > 0 ? html`<li>${copy.moved(moved)}</li>` : nothing, putBack > 0 ? html`<li>${copy.putBack(putBack)}</li>` : nothing];
  }

  #renderPreview(name: string, preview: ImportPreview): TemplateResult {
    const { added, changed, same, unknown, unfit, earned, versions } = preview;
    const { copy } = this.text.workbook;
    const { course } = this;
    const changes = changed.flatMap((change) => {
      const question = questionOf(course, change.field);
      return question?.field ? [{ ...change, label: question.label, of: question.field }] : [];
    });
    const news = this.#questions(added);
    const unchanged = this.#questions(same);
    const nothingNew = added.length + changed.length + earned.length + versions === 0;
    const tooLong = unfit.flatMap(({ field, length, limit }) =>
      limit === undefined ? [] : [copy.tooLong(questionOf(course, field)?.label ?? field, length, limit)],
    );
    return html`<h3 id="preview" tabindex="-1">${copy.preview(name)}</h3>
      <ul>
        ${nothingNew && unknown.length === 0 ? html`<li>${copy.nothing}</li>` : nothing}
        ${earned.length > 0 ? html`<li>${copy.earned(earned)}</li>` : nothing} ${news > 0 ? html`<li>${copy.added(news)}</li>` : nothing}
        ${changes.length > 0 ? html`<li>${copy.changed(changes.length)}</li>` : nothing} ${this.#renderRows(preview)}
        ${versions > 0 ? html`<li>${this.text.saving.conflicts.title(versions)}</li>` : nothing}
        ${unchanged > 0 ? html`<li>${copy.same(unchanged)}</li>` : nothing}
        ${unknown.length > 0 ? html`<li>${copy.unknown(unknown.length)}</li>` : nothing} ${tooLong.map((words) => html`<li>${words}</li>`)}
        ${unfit.length > tooLong.length ? html`<li>${copy.unfit(unfit.length - tooLong.length)}</li>` : nothing}
      </ul>
      ${changes.map(
        ({ label, of, current, imported }) =>
          html`<div class="change">
            <p>${label}</p>
            <dl>
              <div>
                <dt>${copy.now}</dt>
                <dd>${inWords(of, current, this.text) || copy.empty}</dd>
              </div>
              <div>
                <dt>${copy.then}</dt>
                <dd>${inWords(of, imported, this.text) || copy.empty}</dd>
              </div>
            </dl>
          </div>`,
      )}
      <p class="buttons">
        ${
          nothingNew
            ? nothing
            : html`<button class="primary" @click=${() => this.#decide('known')}>
                ${unknown.length > 0 ? copy.takeKnown : copy.take}
              </button>`
        }
        ${unknown.length > 0 ? html`<button @click=${() => this.#decide('all')}>${copy.takeAll}</button>` : nothing}
        <button @click=${() => this.#decide('nothing')}>${copy.cancel}</button>
      </p>`;
  }

  protected override render(): TemplateResult {
    const { copy } = this.text.workbook;
    const { offered } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${copy.title}</h2>
      <p>${copy.what}</p>
      <p class="buttons">
        <button @click=${this.#save}>${copy.save}</button>
        <button id="read" @click=${() => this.input.click()}>${copy.read}</button>
        <input type="file" accept=".json,application/json" aria-label=${copy.read} hidden @change=${this.#read} />
      </p>
      ${offered ? this.#renderPreview(offered.name, offered.preview) : nothing}
      <div role="status">${this.said ? html`<p class="said">${this.said}</p>` : nothing}</div>
      <div role="alert">${this.problem ? html`<p class="said problem">${this.problem}</p>` : nothing}</div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-workbook-file': WorkbookFile;
  }
}
