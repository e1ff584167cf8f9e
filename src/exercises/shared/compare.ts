/**
 * A model answer and criteria beside what she has written. They are the author's (`compare:` in content/<language>/<chapter>.md); the words around them are
 * in `src/text/<language>/exercise.ts`.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';
import type { Comparison } from '../../course/course.ts';
import type { Text } from '../../text/text.ts';

export const compareStyles = css`
  .compare {
    max-width: var(--measure, 66ch);
  }
  .compare summary {
    ${unfoldingLink}
    min-height: 44px;
    padding: 10px 0;
    border-radius: 2px;
  }
  .compare p {
    margin: 0 0 8px;
  }
  .compare .answer {
    padding-left: 12px;
    border-left: 3px solid var(--line);
    white-space: pre-line;
  }
  .compare ul {
    margin: 0;
    padding-left: 24px;
  }
  @media print {
    .compare {
      display: none;
    }
  }
`;

/**
 * A good answer and what to look at in one's own, behind a button.
 *
 * @param answered only then it is offered: who has not written yet thinks for herself first
 * @param of the question, for a screen reader that lists the buttons
 */
export function renderCompare(
  { compare, answered, of }: { compare: Comparison | undefined; answered: boolean; of: string },
  text: Text,
): TemplateResult | typeof nothing {
  if (!compare || !answered) return nothing;
  const words = text.exercise.compare;
  return html`<details class="compare">
    <summary>${words.open}<span class="unseen">: ${of}</span></summary>
    <p>${words.answer}</p>
    <p class="answer">${compare.answer}</p>
    <p>${words.criteria}</p>
    <ul>
      ${compare.criteria.map((criterion) => html`<li>${criterion}</li>`)}
    </ul>
  </details>`;
}
