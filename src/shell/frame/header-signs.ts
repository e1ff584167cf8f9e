import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { drawSign, signLook } from '../licence/class-sign.ts';
import type { ClassStanding } from '../licence/licence-standing.ts';

/** A sign with the gap after it, and its size, in pixels at letters of the usual size. */
const STEP = 30;
const SIZE = 26;
const HEIGHT = 32;

/** More room between two of which the licence takes one or the other. */
const OR = 8;

/**
 * The licence's signs in a row, with a slash between those that there is a choice of: a line beneath each says how far it is, a small arrow
 * in which class one is. They stand in the order of `classes:` in content/course.yaml.
 */
export function headerSigns(classes: readonly ClassStanding[], here: string | undefined): TemplateResult {
  let choices = 0;
  const signs = classes.map((standing, index) => {
    const isOr = standing.role === 'alternative' && classes[index - 1]?.role === 'alternative';
    if (isOr) choices += 1;
    return { standing, isOr, x: index * STEP + choices * OR };
  });
  const width = Math.max(classes.length, 1) * STEP + choices * OR - (STEP - SIZE);
  const at = signs.flatMap(({ standing, x }) => (here !== undefined && standing.id.startsWith(here) ? [x] : []));
  const arrow = at.length === 0 ? undefined : ((at.at(0) ?? 0) + (at.at(-1) ?? 0) + SIZE) / 2;
  return html`<svg class="signs" viewBox="0 0 ${width} ${HEIGHT}" style="width: ${width / 18}rem" aria-hidden="true" focusable="false">
    ${signs.map(({ standing, isOr, x }) => svg`${isOr ? svg`<path d="M${x - 3} 3l-6 20" stroke="var(--ink-soft)" stroke-width="2" />` : nothing}${drawOne(standing, x)}`)}
    ${arrow === undefined ? nothing : svg`<path d="M${arrow} -4l-6-7h12Z" fill="var(--ink)" />`}
  </svg>`;
}

/** Grey: not begun; outline in the class's colour: begun; filled: earned. */
function drawOne({ id, earned, begun, share }: ClassStanding, x: number): SVGTemplateResult {
  const end = x + 1 + Math.round((earned ? 1 : share) * (SIZE - 2));
  return svg`<g data-sign=${id.toLowerCase()}>
    <svg x=${x} y="0" width=${SIZE} height=${SIZE} viewBox="0 0 100 100">${drawSign(id, signLook(earned ? 'earned' : begun ? 'begun' : 'ahead'))}</svg>
    <path d="M${x + 1} 30.5h${SIZE - 2}" stroke="var(--control)" stroke-width="3" stroke-dasharray="4 3" />
    <path d="M${x + 1} 30.5H${end}" stroke="var(--sign)" stroke-width="3" />
  </g>`;
}
