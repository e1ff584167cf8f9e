/** The plan of the meeting at which the profiles are made together: to read in the exercise, and as a sheet to write on. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../text/text.ts';
import { renderSheetFold } from '../shared/sheet-fold.ts';
import type { CustomerProfiles } from './definition.ts';
import type { HeardIdeas } from './heard-ideas.ts';

type Meeting = NonNullable<CustomerProfiles['meeting']>;

/** Users' thoughts on the sheet; the rest are in the exercise. */
const MOST_IDEAS = 5;
/** Profiles to fill in by hand. */
const EMPTY_PROFILES = [1, 2];

export const meetingStyles = css`
  .meeting {
    margin: 0;
    padding-left: 24px;
  }
  .meeting li {
    padding: 4px 0;
  }
  .meeting small {
    display: block;
    color: var(--ink-soft);
    font-size: 0.889em;
  }
  @media print {
    .sheet::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;

export function renderMeetingPlan(exercise: CustomerProfiles, heard: HeardIdeas, text: Text): TemplateResult | typeof nothing {
  const { meeting } = exercise;
  if (!meeting) return nothing;
  const { stepMinutes } = text.shell.head;
  const steps = html`<ol class="meeting">
    ${meeting.steps.map(
      ({ title, minutes, what, who }) => html`<li><strong>${title} (${stepMinutes(minutes)}).</strong> ${what}<small>${who}</small></li>`,
    )}
  </ol>`;
  return renderSheetFold(meeting, steps, () => renderSheet(exercise, meeting, heard, text), text);
}

function renderSheet(exercise: CustomerProfiles, { steps }: Meeting, heard: HeardIdeas, text: Text): TemplateResult {
  return html`<table>
      <tbody>
        ${steps.map(
          ({ title, minutes, what, who }) =>
            html`<tr>
              <td class="short">${text.shell.head.stepMinutes(minutes)}</td>
              <td><strong>${title.endsWith('?') ? title : `${title}.`}</strong> ${what}</td>
              <td>${who}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${heard.ideas.length === 0 ? nothing : renderIdeas(heard, text)}
    <div class="beside">${EMPTY_PROFILES.map(() => renderEmptyProfile(exercise))}</div>`;
}

function renderIdeas({ part, ideas }: HeardIdeas, { customerProfiles }: Text): TemplateResult {
  const more = ideas.length - MOST_IDEAS;
  return html`<section>
    <h5>${customerProfiles.heard(part, ideas.length)}</h5>
    <ul>
      ${ideas.slice(0, MOST_IDEAS).map(
        ({ what, from }) =>
          html`<li>
            <span class="cut">${what}${from === '' ? nothing : html` <small>${from}</small>`}</span>
          </li>`,
      )}
    </ul>
    ${more > 0 ? html`<small>${customerProfiles.moreHeard(part, more)}</small>` : nothing}
  </section>`;
}

function renderEmptyProfile({ name, ways, channels, ensuring }: CustomerProfiles): TemplateResult {
  return html`<section class="boxes">
    ${[name, ways, channels, ensuring].map(
      (question, index) =>
        html`<div class="box ${index === 0 ? 'line' : ''}">
          <h5>${question.label}</h5>
          ${index > 0 && question.help ? html`<small>${question.help}</small>` : nothing}
        </div>`,
    )}
  </section>`;
}
