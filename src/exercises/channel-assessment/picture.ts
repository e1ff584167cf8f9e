import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Text } from '../../text/text.ts';
import { PICTURE_FONT } from '../shared/picture-text.ts';
import type { ChannelAssessment } from './definition.ts';
import type { ChannelRow } from './channel-rows.ts';

const SIGN = 'var(--sign, var(--accent))';
const WIDTH = 340;
const MIDDLE = WIDTH / 2;
const HEAD = 34;
const PITCH = 48;
const GAP = 4;
/** What `+` says, in a line of its own. */
const LEGEND = 24;
const LONGEST_NAME = 30;

export const profileStyles = css`
  .profile-picture {
    display: block;
    width: 100%;
    max-width: 420px;
    height: auto;
  }
  .profile-words {
    margin: 0;
    padding: 0;
    list-style: '';
  }
  .profile-words li {
    padding: 6px 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .profile-words strong {
    display: block;
  }
`;

/**
 * The learner's profile as a road with two lanes: how well she knows each channel on the left, how much she is there on the right.
 * The further out the bars reach, the stronger.
 */
export function renderProfilePicture(
  exercise: ChannelAssessment,
  rows: readonly ChannelRow[],
  text: Text['channelAssessment'],
): TemplateResult {
  const below = HEAD + rows.length * PITCH + 8;
  const isDeveloping = rows.some(({ development }) => development);
  const height = below + (isDeveloping ? LEGEND : 0);
  const { skill, presence } = exercise;
  return html`<svg
    class="profile-picture"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="profile-title"
    aria-describedby="profile-desc"
    width="420"
    font-family=${PICTURE_FONT}
    font-size="15"
    fill="var(--ink)"
    text-anchor="middle"
  >
    <title id="profile-title">${text.profileTitle(skill.label, presence.label)}</title>
    <desc id="profile-desc">${text.profileSame}</desc>
    <path d="M${MIDDLE} ${HEAD - 8}V${below}" stroke="var(--control)" stroke-width="2" stroke-dasharray="8 6" />
    <text x=${MIDDLE / 2} y="16" font-weight="600">${skill.label}</text>
    <text x=${MIDDLE * 1.5} y="16" font-weight="600">${presence.label}</text>
    ${rows.map((row, index) => renderRow(exercise, row, HEAD + index * PITCH))}
    ${isDeveloping ? svg`<text x=${MIDDLE} y=${height - 6}>+ ${text.developing}</text>` : nothing}
  </svg>`;
}

function renderRow({ skill, presence }: ChannelAssessment, row: ChannelRow, y: number): SVGTemplateResult {
  const name = row.label.length > LONGEST_NAME ? `${row.label.slice(0, LONGEST_NAME - 1).trimEnd()}…` : row.label;
  return svg`<g>
    ${renderLane(row.skill, skill.steps.length, y + 22, -1)}
    ${renderLane(row.presence, presence.steps.length, y + 22, 1)}
    <text class="name" x=${MIDDLE} y=${y + 14} paint-order="stroke" stroke="var(--paper)" stroke-width="8" stroke-linejoin="round">${name}${row.development ? ' +' : ''}</text>
  </g>`;
}

/** @param side -1 draws to the left of the middle line, 1 to the right */
function renderLane(reached: number, steps: number, y: number, side: -1 | 1): SVGTemplateResult[] {
  const width = (MIDDLE - 2 * GAP) / steps - GAP;
  return Array.from({ length: steps }, (_, step) => {
    const start = 2 * GAP + step * (width + GAP);
    const x = side === 1 ? MIDDLE + start : MIDDLE - start - width;
    return svg`<rect class=${step < reached ? 'reached' : ''} x=${x} y=${y} width=${width} height="14" rx="2"
      fill=${step < reached ? SIGN : 'none'} stroke=${step < reached ? SIGN : 'var(--control)'} />`;
  });
}

/** Both scales of a channel in a line, small, with their words for who does not see them. */
export function renderSmallScales(exercise: ChannelAssessment, row: ChannelRow, text: Text['channelAssessment']): TemplateResult {
  return html`${(['skill', 'presence'] as const).map((cell) => {
    const { label, steps } = exercise[cell];
    const reached = row[cell];
    return html`<span class="small-scale"
      >${label}
      <svg viewBox="0 0 ${steps.length * 11} 10" height="10" aria-hidden="true">
        ${steps.map(
          (_, step) =>
            svg`<rect x=${step * 11 + 1} y="1" width="8" height="8" rx="1.5" fill=${step < reached ? SIGN : 'none'} stroke=${step < reached ? SIGN : 'var(--control)'} />`,
        )}</svg
      ><span class="unseen">: ${steps[reached - 1]?.label ?? text.notAssessed}</span></span
    > `;
  })}`;
}

/** The picture in words: one line a channel. */
export function renderProfileWords(
  exercise: ChannelAssessment,
  rows: readonly ChannelRow[],
  text: Text['channelAssessment'],
): TemplateResult {
  const { skill, presence } = exercise;
  const stepText = ({ steps }: typeof skill, step: number): string => asGoingOn(steps[step - 1]?.label ?? text.notAssessed);
  return html`<ul class="profile-words">
    ${rows.map(
      (row) =>
        html`<li>
          <strong>${row.label}</strong>
          ${`${skill.label}: ${stepText(skill, row.skill)}. ${presence.label}: ${stepText(presence, row.presence)}.`}
          ${row.development ? `+\u00a0${text.developing}.` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** As it stands within a sentence: with a small letter, but for the English “I”. */
function asGoingOn(label: string): string {
  return /^I\b/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
