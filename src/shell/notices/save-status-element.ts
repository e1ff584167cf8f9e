import { consume } from '@lit/context';
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SaveStatus } from '../../session/save-status.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { saveWords } from './save-words.ts';
import { shellStyles } from '../shell-styles.ts';

/** How safe the learner's work is, in a word or two for the header. What goes wrong is told in full by `<aspa-save-problem>`. */
@customElement('aspa-save-status')
export class SaveStatusElement extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      p {
        display: flex;
        gap: 6px;
        align-items: center;
        margin: 0;
        color: var(--ink-soft);
        font-size: 0.833rem;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      p.urgent {
        color: var(--error);
        font-weight: 600;
      }
      p.waiting {
        color: var(--attention);
        font-weight: 600;
      }
      .short {
        display: none;
      }
      @container (max-width: 50em) {
        .short {
          display: inline;
        }
        .label {
          display: none;
        }
      }
      svg {
        flex: none;
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
    `,
  ];

  @property({ attribute: false }) status: SaveStatus = { state: 'unchanged' };
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  #renderMark(): SVGTemplateResult {
    switch (this.status.state) {
      case 'saved':
        return svg`<path d="M3 8.5 6.5 12 13 4.5" />`;
      case 'sent':
        return svg`<path d="M3 8h9M8.5 4 12.5 8 8.5 12" />`;
      case 'local':
        return svg`<path d="M2.5 3.5h11v7h-11zM6 13.5h4" />`;
      case 'not-saved':
        return svg`<path d="M8 2 14.5 13.5h-13ZM8 7v3M8 12v.1" />`;
      default:
        return svg`<path d="M4 8h.1M8 8h.1M12 8h.1" />`;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { label, short, urgent } = saveWords(this.status, this.text);
    if (label === '') return nothing;
    const tone = this.status.state === 'not-saved' ? (urgent ? 'urgent' : 'waiting') : '';
    const words =
      short === undefined ? html`<span>${label}</span>` : html`<span class="label">${label}</span><span class="short">${short}</span>`;
    return html`<p class=${tone}><svg viewBox="0 0 16 16" aria-hidden="true">${this.#renderMark()}</svg>${words}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-save-status': SaveStatusElement;
  }
}
