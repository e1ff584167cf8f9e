import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Answers } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import type { StakeholderMap } from './definition.ts';
import { layoutMap, mapLineHeight, SIGN_ROOM, type MapLink, type MapNode } from './layout.ts';
import { PICTURE_FONT } from '../shared/picture-text.ts';

const SIGN = 'var(--sign, var(--accent))';

/** Each branch has a shape of its own, in a square of 20. */
const BRANCH_SHAPES = ['M10 1A9 9 0 1 1 10 19A9 9 0 1 1 10 1Z', 'M2 2H18V18H2Z', 'M10 1.5L19 18H1Z', 'M10 0L20 10L10 20L0 10Z'] as const;

/** How a map is shown. */
export interface MapLook {
  /** 1 is the size in which it is laid out; asked with that size in pixels. */
  readonly scale?: (width: number, height: number) => number;
  /** The node that is written to at the moment. */
  readonly current?: string;
}

/** A stakeholder map as a drawn picture. Colours come from the page's roles, and texts are real text. */
export function mapPicture(
  exercise: StakeholderMap,
  answers: Answers,
  text: Text,
  { scale = () => 1, current }: MapLook = {},
): TemplateResult {
  const { nodes, links, width, height } = layoutMap({
    tree: `${exercise.id}.map`,
    centre: exercise.centre,
    branches: exercise.branches,
    answers,
  });
  const shown = scale(width, height);
  const own = nodes.filter(({ kind }) => kind === 'node').length;
  return html`<svg
    class="map-picture"
    role="img"
    aria-label=${text.stakeholderMap.summary(exercise.centre, own)}
    width=${Math.round(width * shown)}
    height=${Math.round(height * shown)}
    viewBox="0 0 ${width} ${height}"
    font-family=${PICTURE_FONT}
  >
    ${links.map(renderLink)} ${nodes.map((node) => renderNode(node, current))}
  </svg>`;
}

function renderLink({ path, depth }: MapLink): SVGTemplateResult {
  return svg`<path d=${path} fill="none" stroke=${SIGN} stroke-width=${depth === 1 ? 5 : depth === 2 ? 2.5 : 1.5}></path>`;
}

function renderNode(node: MapNode, current: string | undefined): SVGTemplateResult {
  const { kind, x, y, width, height } = node;
  switch (kind) {
    case 'centre':
      return svg`<rect x=${x} y=${y} width=${width} height=${height} rx="14" fill=${SIGN}></rect>
        ${renderLines(node, x + width / 2, 'middle', 'var(--paper)')}`;
    case 'branch':
      return svg`<rect x=${x} y=${y} width=${width} height=${height} rx=${height / 2 > 24 ? 16 : height / 2}
          fill="var(--tint, var(--panel))" stroke=${SIGN} stroke-width="2.5"></rect>
        <path d=${BRANCH_SHAPES[node.branch % BRANCH_SHAPES.length] ?? BRANCH_SHAPES[0]} fill=${SIGN}
          transform="translate(${x + 14} ${y + height / 2 - 8}) scale(0.8)"></path>
        ${renderLines(node, x + 14 + SIGN_ROOM, 'start', 'var(--ink)')}`;
    case 'node': {
      const end = node.side === 'left';
      return svg`<g data-node=${node.id}>${
        current === node.id
          ? svg`<rect x=${x - 3} y=${y - 1} width=${width + 6} height=${height + 2} rx="4" fill="var(--tint, var(--panel))"></rect>`
          : nothing
      }<path d="M${x} ${y + height}H${x + width}" stroke=${SIGN} stroke-width=${node.depth === 2 ? 2.5 : 1.5}></path>
      ${renderLines(node, end ? x + width - 4 : x + 4, end ? 'end' : 'start', 'var(--ink)')}</g>`;
    }
  }
}

function renderLines({ lines, look, y, height }: MapNode, x: number, anchor: 'start' | 'middle' | 'end', fill: string): SVGTemplateResult {
  const step = mapLineHeight(look);
  const top = y + (height - lines.length * step) / 2;
  return svg`${lines.map(
    (line, index) =>
      svg`<text x=${x} y=${Math.round((top + index * step + look.size * 1.0) * 10) / 10} text-anchor=${anchor} font-size=${look.size}
        font-weight=${look.weight} fill=${fill}>${line}</text>`,
  )}`;
}
