import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Course } from '../../course/course.ts';
import type { MadePart } from '../../text/fi/accessibility-and-privacy.ts';
import { fi } from '../../text/fi.ts';
import { textContext, type Text } from '../../text/text.ts';
import { PRIVACY_PAGE, RULES_PAGE, STATEMENT_PAGE } from '../navigation/route.ts';
import { rulesPage } from './rules-page.ts';
import { shellStyles } from '../shell-styles.ts';

interface MadePageKind {
  title(text: Text): string;
  parts(course: Course, text: Text): readonly MadePart[];
}

const MADE_PAGES: Readonly<Partial<Record<string, MadePageKind>>> = {
  [RULES_PAGE]: { title: ({ rules }) => rules.page, parts: (course, text) => rulesPage(course, text) },
  [STATEMENT_PAGE]: {
    title: ({ particulars }) => particulars.statementPage,
    parts: (course, { particulars }) => particulars.statement(course),
  },
  [PRIVACY_PAGE]: {
    title: ({ particulars }) => particulars.privacyPage,
    parts: (course, { particulars, rules }) => particulars.privacy(course, rules.completeWhen[course.completeWhen]),
  },
};

/** The rules of the licence, the accessibility statement or the privacy page: made from the content's rules and from `CourseSettings`. */
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
  /** Which of the pages in `MADE_PAGES`. */
  @property() page = STATEMENT_PAGE;
  @consume({ context: textContext, subscribe: true })
  @property({ attribute: false })
  text: Text = fi;
  @query('h1') private readonly heading!: HTMLElement;

  override focus(): void {
    this.heading.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<article>
      <h1 tabindex="-1">${madePageTitle(this.page, this.text)}</h1>
      ${MADE_PAGES[this.page]
        ?.parts(this.course, this.text)
        .map(
          ({ title, paragraphs }) =>
            html`${title === '' ? nothing : html`<h2>${title}</h2>`} ${paragraphs.map((words) => html`<p>${withLinks(words)}</p>`)}`,
        )}
    </article>`;
  }
}

/** The title of such a page; undefined for every other page. */
export function madePageTitle(page: string, text: Text): string | undefined {
  return MADE_PAGES[page]?.title(text);
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
