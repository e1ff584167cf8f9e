import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/**
 * The sign of a class: its letter in a shape that is its own, so that nobody needs to see its colour. A1 and A2 a circle, B a square,
 * C a triangle, D a diamond, E a hexagon, P a ring; a class that the course has not had before an octagon.
 */

/** ahead: a grey outline; begun: an outline in the class's colour; earned: filled. */
export type SignState = 'ahead' | 'begun' | 'earned';

/** The outline of a sign in a square of 100 × 100, as SVG path data. */
const OUTLINES: Readonly<Record<string, string>> = {
  A: 'M50 4A46 46 0 1 1 50 96A46 46 0 1 1 50 4Z',
  B: 'M14 8H86Q92 8 92 14V86Q92 92 86 92H14Q8 92 8 86V14Q8 8 14 8Z',
  C: 'M44.5 7Q50 -1 55.5 7L98 82Q102 91 92 92H8Q-2 91 2 82Z',
  D: 'M45 4Q50 -1 55 4L96 45Q101 50 96 55L55 96Q50 101 45 96L4 55Q-1 50 4 45Z',
  E: 'M28 7H72Q76 7 78 10L98 46Q100 50 98 54L78 90Q76 93 72 93H28Q24 93 22 90L2 54Q0 50 2 46L22 10Q24 7 28 7Z',
  P: 'M50 4A46 46 0 1 1 50 96A46 46 0 1 1 50 4Z',
};

const OTHER_OUTLINE =
  'M33 5H67Q70 5 72 7L93 28Q95 30 95 33V67Q95 70 93 72L72 93Q70 95 67 95H33Q30 95 28 93L7 72Q5 70 5 67V33Q5 30 7 28L28 7Q30 5 33 5Z';

/** The base line of the letters: a triangle has its room low. */
const BASELINES: Readonly<Record<string, number>> = { C: 79 };

export interface SignLook {
  /** Ground of an earned sign, outline and letter of one that is not. */
  readonly colour: string;
  /** Letter of an earned sign, ground of one that is not. */
  readonly ground: string;
  readonly filled: boolean;
  /** Letter of a sign that is not filled; its outline's colour where absent. */
  readonly letter?: string;
}

/** A sign in a square of 100 × 100, to be placed in a picture. */
export function drawSign(sign: string, { colour, ground, filled, letter: ink = colour }: SignLook): SVGTemplateResult {
  const letter = sign.charAt(0).toUpperCase();
  const ring = letter === 'P';
  const solid = filled && !ring;
  const size = sign.length > 1 ? 42 : letter === 'C' || letter === 'D' ? 46 : 54;
  return svg`<path
      d=${OUTLINES[letter] ?? OTHER_OUTLINE}
      fill=${solid ? colour : ground}
      stroke=${colour}
      stroke-width=${ring && filled ? 11 : 6}
      stroke-linejoin="round"
      transform="translate(50 50) scale(${ring ? 0.9 : 0.94}) translate(-50 -50)"
    />
    <text
      x="50"
      y=${BASELINES[letter] ?? 50 + size * 0.36}
      fill=${solid ? ground : ink}
      font-size=${size}
      font-weight="700"
      text-anchor="middle"
    >${sign}</text>`;
}

/** A sign as a small picture of its own; words beside it say what it means. Takes its colour from `--sign`. */
export function classSign(sign: string, state: SignState = 'earned'): TemplateResult {
  return html`<svg class="sign" data-sign=${sign.toLowerCase()} viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    ${drawSign(sign, signLook(state))}
  </svg>`;
}

/** A sign on paper, in the colours of the page. */
export function signLook(state: SignState): SignLook {
  const isAhead = state === 'ahead';
  return {
    colour: isAhead ? 'var(--control)' : 'var(--sign)',
    letter: isAhead ? 'var(--ink-soft)' : 'var(--sign)',
    ground: 'var(--paper)',
    filled: state === 'earned',
  };
}
