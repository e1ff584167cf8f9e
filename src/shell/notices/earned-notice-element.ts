import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { bottomNoticeStyles } from './bottom-notice-styles.ts';
import { classSign } from '../licence/class-sign.ts';
import { LICENCE_PAGE } from '../navigation/route.ts';
import { shellStyles } from '../shell-styles.ts';
import { signColours } from '../../theme/tokens.ts';

/**
 * One line above the footer when classes are earned: which, and what the licence still lacks. The page's announcer tells it to a screen reader.
 *
 * @fires dismiss
 */
@customElement('aspa-earned-notice')
export class EarnedNoticeElement extends LitElement {
  static override readonly styles = [
    shellStyles,
    signColours,
    bottomNoticeStyles,
    css`
      .signs {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        gap: 8px;
        max-width: 45%;
      }
      .sign {
        width: 2.2rem;
        height: 2.2rem;
      }
      /* Where it comes from: the sign goes down into its place. */
      @media (prefers-reduced-motion: no-preference) {
        section {
          animation: come 150ms ease-out;
        }
        @keyframes come {
          from {
            transform: translateY(8px);
          }
        }
      }
      /* Several signs on a telephone: a row of their own, above the words. */
      @media (max-width: 699px) {
        .many {
          flex-wrap: wrap;
        }
        .many .signs {
          flex: 1 1 50%;
          gap: 6px;
          max-width: none;
        }
        .many .sign {
          width: 1.9rem;
          height: 1.9rem;
        }
        .many p {
          flex: 1 1 100%;
          order: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) classes: readonly string[] = [];
  /** What the licence still lacks, or that it is hers; '' where neither is new. */
  @property() then = '';
  /** The licence is in sight: no link leads to it. */
  @property({ type: Boolean }) beside = false;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  #dismiss(): void {
    this.dispatchEvent(new Event('dismiss'));
  }

  protected override render(): TemplateResult {
    const { earned } = this.text;
    return html`<section class=${this.classes.length > 1 ? 'many' : ''} aria-label=${earned.title}>
      <span class="signs">${this.classes.map((id) => classSign(id))}</span>
      <p>
        <b>${earned.classes(this.classes)}</b> ${this.then} ${this.beside ? nothing : html`<a href="#${LICENCE_PAGE}">${earned.look}</a>`}
      </p>
      <button class="close" aria-label=${earned.dismiss} @click=${this.#dismiss}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 4l12 12M16 4L4 16" /></svg>
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-earned-notice': EarnedNoticeElement;
  }
}
