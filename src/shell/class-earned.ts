import { consume } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { classSign } from './class-sign.ts';
import { LICENCE_PAGE } from './route.ts';
import { shellStyles } from './shell-styles.ts';
import { signColours } from './tokens.ts';

/**
 * One sentence of encouragement when a class is earned. The page's announcer tells it to a screen reader.
 *
 * @fires dismiss
 */
@customElement('aspa-class-earned')
export class ClassEarned extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 16px;
        align-items: center;
        margin: 0 0 32px;
        padding: 16px;
        background: var(--panel);
      }
      .signs {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .sign {
        width: 52px;
        height: 52px;
      }
      p {
        flex: 1 1 16rem;
        min-width: 0;
        margin: 0;
      }
      p.words {
        font-weight: 600;
        line-height: 1.4;
      }
      .buttons {
        flex: 0 1 auto;
      }
      .quiet {
        margin: 0 -12px;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) classes: readonly string[] = [];
  @property({ attribute: false }) words = '';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  #dismiss(): void {
    this.dispatchEvent(new Event('dismiss'));
  }

  protected override render(): TemplateResult {
    const { earned } = this.text.shell;
    return html`<section>
      <span class="signs">${this.classes.map((id) => classSign(id))}</span>
      <p class="words">${this.words}</p>
      <span class="buttons">
        <a class="button" href="#${LICENCE_PAGE}">${earned.look}</a>
        <button class="quiet" @click=${this.#dismiss}>${earned.dismiss}</button>
      </span>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-class-earned': ClassEarned;
  }
}
