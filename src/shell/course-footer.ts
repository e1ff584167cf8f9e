import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { shellStyles } from './shell-styles.ts';

/** A page that one can turn to. */
export interface Neighbour {
  readonly page: string;
  readonly title: string;
}

/** The one line below: back and forward, with where they lead. */
@customElement('aspa-course-footer')
export class CourseFooter extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      :host {
        container-type: inline-size;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
        justify-content: space-between;
        align-items: stretch;
        min-height: 56px;
        padding: 0 8px;
        border-top: 1px solid var(--line);
        background: var(--paper);
      }
      a {
        display: flex;
        flex: 0 1 auto;
        gap: 12px;
        align-items: center;
        min-width: 0;
        min-height: 44px;
        padding: 4px 8px;
        color: var(--accent);
        line-height: 1.2;
        text-decoration: none;
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      a.forward {
        margin-left: auto;
        text-align: right;
      }
      svg {
        flex: none;
        width: 20px;
        height: 20px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .words {
        min-width: 0;
      }
      .word {
        display: block;
        font-weight: 600;
      }
      .title {
        display: block;
        color: var(--ink-soft);
        font-size: 0.833rem;
      }
      a:hover .word {
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      /* Forward is the way that matters: its title breaks into lines, and the one of the way back is only said. */
      @container (max-width: 26.6em) {
        nav {
          gap: 0 8px;
        }
        a.forward {
          flex: 1 1 8rem;
          justify-content: flex-end;
        }
        a.back .title {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) back: Neighbour | undefined;
  @property({ attribute: false }) forward: Neighbour | undefined;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;

  protected override render(): TemplateResult {
    const { shell } = this.text;
    const { back, forward } = this;
    const words = (word: string, title: string): TemplateResult =>
      html`<span class="words"><span class="word">${word}</span><span class="unseen">: </span><span class="title">${title}</span></span>`;
    return html`<nav aria-label=${shell.turnPages}>
      ${
        back
          ? html`<a class="back" href="#${back.page}"
              ><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M17 10H3M9 4 3 10l6 6" /></svg>${words(shell.back, back.title)}</a
            >`
          : nothing
      }
      ${
        forward
          ? html`<a class="forward" href="#${forward.page}"
              >${words(shell.forward, forward.title)}<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 10h14M11 4l6 6-6 6" /></svg
            ></a>`
          : nothing
      }
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-course-footer': CourseFooter;
  }
}
