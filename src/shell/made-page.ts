import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Course } from '../course/course.ts';
import { fi } from '../text/fi.ts';
import { textContext, type Text } from '../text/text.ts';
import { shellStyles } from './shell-styles.ts';

/** The accessibility statement or the privacy page: made from what whoever offers the course has filled in (`CourseSettings`). */
@customElement('aspa-made-page')
export class MadePage extends LitElement {
  static override readonly styles = [
    shellStyles,
    css`
      article {
        max-width: var(--measure);
        padding: 40px 0 72px;
      }
      h1 {
        margin-bottom: 16px;
      }
      h2 {
        margin: 32px 0 8px;
        font-size: 1.25rem;
      }
      p {
        margin: 0 0 12px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) course!: Course;
  @property() kind: 'statement' | 'privacy' = 'statement';
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('h1') private readonly heading!: HTMLElement;

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { particulars } = this.text;
    return html`<article>
      <h1 tabindex="-1">${this.kind === 'statement' ? particulars.statementPage : particulars.privacyPage}</h1>
      ${particulars[this.kind](this.course).map(
        ({ title, paragraphs }) =>
          html`${title === '' ? nothing : html`<h2>${title}</h2>`} ${paragraphs.map((words) => html`<p>${withLinks(words)}</p>`)}`,
      )}
    </article>`;
  }
}

/** Web and e-mail addresses in somebody's words become links. */
export function withLinks(words: string): readonly (string | TemplateResult)[] {
  return words.split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)]|[^\s@:?<>(),;]+@[^\s@:?<>(),;]+\.[^\s@:?<>(),;.]+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    return part.startsWith('http')
      ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part.replace(/^https?:\/\//, '')}</a>`
      : html`<a href="mailto:${part}">${part}</a>`;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'aspa-made-page': MadePage;
  }
}
