import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CourseSessionView, SessionPhase } from '../session/session-view.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { shellStyles } from './shell-styles.ts';
import { saveCopy } from './workbook-copy.ts';

/** What stands in the course's place while it cannot be written in: what has happened, and what to do. */
@customElement('aspa-phase-page')
export class PhasePage extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      article {
        max-width: 36rem;
        margin: 0 auto;
        padding: max(48px, 14vh) 24px 48px;
      }
      h1 {
        margin: 0 0 20px;
        font-size: clamp(1.5rem, 1.2rem + 1.6vw, 1.953rem);
      }
      .buttons {
        margin: 28px 0 0;
      }
      details {
        margin: 32px 0 0;
        color: var(--ink-soft);
        font-size: 0.889rem;
        overflow-wrap: anywhere;
      }
      summary {
        cursor: pointer;
      }
      .opening {
        animation: show 0s linear 700ms both;
      }
      @keyframes show {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: CourseSessionView;
  @property() phase: Exclude<SessionPhase, 'open'> = 'opening';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('phase')) this.renderRoot.querySelector('h1')?.focus();
  }

  #renderNoLms(): TemplateResult {
    const { noLms } = this.text.shell;
    const { problem } = this.session;
    return html`<h1 tabindex="-1">${noLms.title}</h1>
      <p>${noLms.reason[problem?.code ?? 'no-lms']} ${noLms.what}</p>
      <p>${noLms.local}</p>
      <p class="buttons"><button class="primary" @click=${() => this.session.goOnWithoutLms()}>${noLms.goOn}</button></p>
      ${
        problem
          ? html`<details>
              <summary>${noLms.details}</summary>
              ${problem.message}
            </details>`
          : nothing
      }`;
  }

  #renderClosed(): TemplateResult {
    const { closed } = this.text.shell;
    const { status, mode } = this.session;
    const lost = status.state === 'not-saved' && mode !== 'browse';
    return html`<h1 tabindex="-1">${closed.title}</h1>
      <p>${lost ? closed.notSaved : status.state === 'sent' || status.state === 'saving' ? closed.sent : closed.saved}</p>
      ${
        lost
          ? html`${status.local ? html`<p>${closed.local}</p>` : nothing}
              <p class="buttons">
                <button class="primary" @click=${() => saveCopy(this.session, this.text)}>${this.text.saving.takeCopy}</button>
              </p>`
          : nothing
      }`;
  }

  #renderPhase(): TemplateResult {
    const { opening, elsewhere, stale } = this.text.shell;
    switch (this.phase) {
      case 'opening':
        return html`<p class="opening">${opening}</p>`;
      case 'no-lms':
        return this.#renderNoLms();
      case 'elsewhere':
        return html`<h1 tabindex="-1">${elsewhere.title}</h1>
          <p>${elsewhere.what}</p>
          <p class="buttons"><button class="primary" @click=${() => this.session.takeOver()}>${elsewhere.takeOver}</button></p>`;
      case 'stale':
        return html`<h1 tabindex="-1">${stale.title}</h1>
          <p>${stale.what}</p>
          <p>${stale.reload}</p>
          <p class="buttons"><button @click=${() => this.session.goOnAnyway()}>${stale.goOn}</button></p>`;
      case 'closed':
        return this.#renderClosed();
    }
  }

  protected override render(): TemplateResult {
    return html`<article>${this.#renderPhase()}</article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-phase-page': PhasePage;
  }
}
