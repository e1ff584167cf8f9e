/** The question which of two texts of a field stays, for each field that has two. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Answer } from '../../course/answers.ts';
import type { Course } from '../../course/course.ts';
import { NEVER_WRITTEN, type Conflict } from '../../course/merge-answers.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';
import { inWords, questionOf } from '../workbook/written-answers.ts';

/** Which text stays: the one that stands in the answers, or the one that gave way to it. */
export type Chosen = 'current' | 'other';

/** What the question is asked with. */
export interface ConflictChoice {
  readonly session: Pick<CourseSessionView, 'conflicts'>;
  readonly course: Course;
  readonly text: Text;
}

export const conflictStyles = css`
  .conflict {
    margin: 20px 0 0;
    padding: 16px 0 0;
    border-top: 1px solid var(--line);
  }
  h3 {
    font-size: 1rem;
  }
  .versions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 16px;
    margin: 12px 0 0;
  }
  .version {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .when {
    color: var(--ink-soft);
    font-size: 0.889rem;
  }
  blockquote {
    flex: 1;
    max-height: 16rem;
    margin: 0;
    padding: 12px;
    border: 1px solid var(--line);
    /* A shadow at the edge below which there is more. */
    background:
      linear-gradient(to top, var(--paper) 24px, transparent) bottom / 100% 48px no-repeat local,
      linear-gradient(to top, var(--line), transparent) bottom / 100% 20px no-repeat var(--paper);
    white-space: pre-wrap;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .version button {
    align-self: flex-start;
  }
`;

/** @param settle the learner has chosen */
export function renderConflicts(
  choice: ConflictChoice,
  settle: (conflict: Conflict, keep: Chosen) => void,
): TemplateResult | typeof nothing {
  const { conflicts } = choice.session;
  const text = choice.text.saving.conflicts;
  if (conflicts.length === 0) return nothing;
  return html`<section aria-labelledby="conflicts">
    <h2 id="conflicts" tabindex="-1">${text.title(conflicts.length)}</h2>
    <p>${text.what}</p>
    ${conflicts.map((conflict) => {
      const version = (keep: Chosen): TemplateResult => renderVersion(conflict, keep, choice, () => settle(conflict, keep));
      // Each with elements of its own: in those of the one before, what follows it would be scrolled as far, and take the second press of a double click.
      return keyed(
        `${conflict.field} ${conflict.other.text}`,
        html`<div class="conflict">
          <h3>${renderField(conflict, choice.course)}</h3>
          <div class="versions">${version('current')}${version('other')}</div>
        </div>`,
      );
    })}
  </section>`;
}

function renderVersion(conflict: Conflict, keep: Chosen, { course, text }: ConflictChoice, settle: () => void): TemplateResult {
  const { conflicts, when } = text.saving;
  const question = questionOf(course, conflict.field);
  const { text: written, at }: Answer = conflict[keep];
  const words = inWords(question?.field, written, text) || conflicts.empty;
  const label = keep === 'current' ? conflicts.keepCurrent : conflicts.takeOther;
  return html`<div class="version">
    <p class="when">${conflict[keep] === NEVER_WRITTEN ? conflicts.neverWritten : conflicts[keep](when(at))}</p>
    <blockquote tabindex="0">${words}</blockquote>
    <button aria-label="${label} ${conflicts.for(question?.label ?? conflict.field)}" @click=${settle}>${label}</button>
  </div>`;
}

/** The question, as the way to its field; the field's id where it is not asked any more. */
function renderField({ field }: Conflict, course: Course): TemplateResult | string {
  const question = questionOf(course, field);
  return question ? html`<a href="#${field}">${question.label}</a>` : field;
}
