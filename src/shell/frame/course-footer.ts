import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { shellStyles } from '../shell-styles.ts';

/** A page that one can turn to, or an exercise of it. */
export interface Neighbour {
  /** A deep link, without `#`. */
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
        border-radius: 8px;
        outline-offset: -3px;
      }
      a.forward:focus-visible {
        outline-offset: 2px;
      }
      /* In one row: a second one would take room from the page in Moodle's frame. The title of the way back breaks first. */
      a.back {
        flex-shrink: 1000;
        min-width: min-content;
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
      a.forward {
        margin: 8px 8px 8px auto;
        padding: 4px 16px;
        border-radius: 8px;
        background: var(--accent);
        color: var(--paper);
      }
      /* The filled button is in the page, or something is still asked there. */
      :host([quiet]) a.forward {
        background: none;
        color: var(--accent);
        text-align: right;
      }
      a.forward .word {
        font-size: 0.833rem;
        font-weight: 400;
      }
      a.forward .title {
        color: inherit;
        font-size: 1rem;
        font-weight: 700;
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
      /* On a touch screen what was pressed last would stay underlined on the next page. */
      @media (hover: hover) {
        a:hover .word {
          text-decoration: underline;
          text-underline-offset: 3px;
        }
      }
      /* Forward is the way that matters: its title breaks into lines, and the way back is an arrow whose words are only said. */
      @container (max-width: 26.6em) {
        nav {
          gap: 0 8px;
        }
        a.forward {
          margin-right: 0;
          padding: 4px 12px;
        }
        a.forward .title {
          font-size: 0.889rem;
          overflow-wrap: anywhere;
        }
        a.back {
          flex: none;
          justify-content: center;
          min-width: 44px;
        }
        a.back .words {
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
  /** One filled button is enough, and the page has it; or the way on leads past what is still asked. */
  @property({ type: Boolean, reflect: true }) quiet = false;
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
