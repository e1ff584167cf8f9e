import { css, html, nothing, type TemplateResult } from 'lit';
import type { Programme } from '../../course/course.ts';
import { arrowDown, arrowUp } from '../../fields/shared/unfolding.ts';
import type { Text } from '../../text/text.ts';
import type { PracticeIdeas } from './definition.ts';

export const programmeContentsStyles = css`
  .contents {
    max-width: var(--measure, 66ch);
    padding: 16px;
    background: var(--paper);
  }
  .contents > :last-child {
    margin-bottom: 0;
  }
  .contents summary {
    display: flex;
    align-items: center;
    gap: 12px;
    list-style: none;
    cursor: pointer;
  }
  .contents summary::-webkit-details-marker {
    display: none;
  }
  .contents h5 {
    margin: 16px 0 4px;
    font-size: 1rem;
  }
  .contents summary h4 {
    margin: 0;
    font-size: 1.125rem;
  }
  .contents summary::after {
    flex: none;
    margin-bottom: 3px;
    ${arrowDown}
  }
  .contents[open] summary::after {
    margin-bottom: -1px;
    ${arrowUp}
  }
  .contents[open] summary {
    margin-bottom: 8px;
  }
  @media print {
    .contents::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    .contents summary::after {
      display: none;
    }
  }
  .contents ol,
  .contents ul {
    margin: 0;
    padding-left: 24px;
  }
  .contents li {
    padding: 2px 0;
  }
  .contents p {
    margin: 0 0 8px;
  }
`;

/**
 * What is trained: the chosen programme as its keeper wrote it, or ideas where a programme that may be meant has no steps yet.
 *
 * @param chosen undefined where none is chosen
 * @param opens which of them are unfolded at first; then the learner folds and unfolds them
 */
export function renderProgrammeContents(
  { programmes, chosen, ideas }: { programmes: readonly Programme[]; chosen: Programme | undefined; ideas: PracticeIdeas | undefined },
  opens: { readonly steps: boolean; readonly ideas: boolean },
  text: Text,
): TemplateResult | typeof nothing {
  if (chosen?.steps) return renderProgramme(chosen, chosen.steps, opens.steps, text);
  const mayLackSteps = chosen !== undefined || programmes.some(({ steps }) => !steps);
  if (!ideas || !mayLackSteps) return nothing;
  return html`<details class="contents" aria-labelledby="contents" ?open=${opens.ideas}>
    <summary><h4 id="contents">${ideas.label}</h4></summary>
    <p>${ideas.source}</p>
    ${renderPoints(ideas.items)}
  </details>`;
}

function renderProgramme({ title, aim, tips, links }: Programme, steps: readonly string[], isOpen: boolean, text: Text): TemplateResult {
  const words = text.trainingProgramme;
  return html`<details class="contents" aria-labelledby="contents" ?open=${isOpen}>
    <summary><h4 id="contents">${title}</h4></summary>
    ${aim ? html`<p>${aim}</p>` : nothing}
    <h5>${words.steps}</h5>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${
      tips
        ? html`<h5>${words.tips}</h5>
            ${renderPoints(tips)}`
        : nothing
    }
    ${
      links
        ? html`<h5>${words.links}</h5>
            <ul>
              ${links.map(
                (one) =>
                  html`<li>
                    <a href=${one.link} target="_blank" rel="noopener">${one.title} <span class="unseen">${words.newTab}</span></a>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </details>`;
}

function renderPoints(points: readonly string[]): TemplateResult {
  return html`<ul>
    ${points.map((point) => html`<li>${point}</li>`)}
  </ul>`;
}
