import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { AnswerChanges } from '../../course/answers.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { beginTest, END_TEST, isTesting, PROMISES, verdicts, type PromiseName, type Verdict } from '../../session/storage-test.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { withLinks } from './made-page.ts';
import { SUPPORT_PAGE } from '../navigation/route.ts';
import { shellStyles } from '../shell-styles.ts';
import { supportFacts } from './support-facts.ts';

/** For whoever answers the phone: what is known of the LMS and of saving, to copy; and for an administrator the test of saving. */
@customElement('aspa-support-page')
export class SupportPage extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      article {
        max-width: 40rem;
        padding: 40px 0 72px;
      }
      .lead {
        margin: 16px 0 32px;
      }
      h2 {
        margin: 48px 0 12px;
        font-size: 1.25rem;
      }
      textarea {
        display: block;
        width: 100%;
        /* All of it in sight; where a browser does not know this, 'rows' counts. */
        field-sizing: content;
        padding: 12px;
        border: 1px solid var(--control);
        border-radius: 4px;
        background: var(--panel);
        color: inherit;
        font:
          0.833rem/1.5 ui-monospace,
          monospace;
        resize: vertical;
      }
      .buttons {
        margin: 16px 0;
      }
      ul {
        margin: 24px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 12px 0 12px 16px;
        border-top: 1px solid var(--line);
        border-left: 6px solid var(--control);
      }
      .kept {
        border-left-color: var(--ok);
      }
      .broken {
        border-left-color: var(--error);
      }
      li p {
        margin: 0;
        font-size: 0.889rem;
      }
      b {
        color: var(--ink-soft);
      }
      .kept b {
        color: var(--ok);
      }
      .broken b {
        color: var(--error);
      }
    `,
  ];

  @property({ attribute: false }) session!: CourseSessionView;
  /** Changes whenever the session does, so that what is read from it is drawn anew. */
  @property({ attribute: false }) moment = 0;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @state() private said = '';
  @query('h1') private readonly heading!: HTMLElement;
  @query('textarea') private readonly facts!: HTMLTextAreaElement;

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  #copy(): void {
    const { copied, notCopied } = this.text.support;
    this.facts.select();
    // The newer way asks for a permission that the frame of an LMS seldom has.
    this.said = document.execCommand('copy') ? copied : notCopied;
  }

  /** The button that was pressed is gone, and the focus goes on to what is to be done now. */
  async #test(notes: AnswerChanges): Promise<void> {
    this.session.takeDown(notes);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#now')?.focus();
  }

  #renderPromise(name: PromiseName, verdict: Verdict): TemplateResult {
    const { test } = this.text.support;
    const isSent = name === 'save' && verdict === 'open' && this.session.status.state === 'sent';
    const what = verdict === 'broken' ? test.broken[name] : isSent ? test.sent : '';
    return html`<li class=${verdict}><b>${test.verdict[verdict]}:</b> ${test.promise[name]}${what ? html`<p>${what}</p>` : nothing}</li>`;
  }

  #renderTest(): TemplateResult {
    const { test } = this.text.support;
    const { session } = this;
    const isBrowsing = session.mode === 'browse';
    const runs = isTesting(session);
    const found = verdicts(session, SUPPORT_PAGE);
    return html`<h2 id="test">${test.title}</h2>
      <p id="now" tabindex="-1">${isBrowsing ? test.browse : runs ? test.next : test.what}</p>
      ${
        isBrowsing
          ? nothing
          : html`<p class="buttons">
              ${
                runs
                  ? html`<button class="primary" @click=${() => session.exit()}>${this.text.shell.exit}</button>
                      <button @click=${() => this.#test(END_TEST)}>${test.end}</button>`
                  : html`<button @click=${() => this.#test(beginTest(SUPPORT_PAGE, Date.now()))}>${test.begin}</button>`
              }
            </p>`
      }
      <ul aria-labelledby="test">
        ${PROMISES.map((name) => this.#renderPromise(name, found[name]))}
      </ul>`;
  }

  #renderFacts(): TemplateResult {
    const { support } = this.text;
    return html`<textarea
      readonly
      rows="14"
      aria-label=${support.facts}
      .value=${supportFacts(this.session, this.text, window)}
    ></textarea>`;
  }

  protected override render(): TemplateResult {
    const { support } = this.text;
    return html`<article>
      <h1 tabindex="-1">${support.page}</h1>
      <p class="lead">${support.lead}</p>
      <p>${support.contact} ${withLinks(this.session.course.contact)}</p>
      ${this.session.launch?.limits.saveSooner ? html`<p>${support.saveSooner}</p>` : nothing} ${this.#renderFacts()}
      <p class="buttons"><button class="primary" @click=${this.#copy}>${support.copy}</button></p>
      <div role="status">${this.said ? html`<p>${this.said}</p>` : nothing}</div>
      ${this.#renderTest()}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-support-page': SupportPage;
  }
}
