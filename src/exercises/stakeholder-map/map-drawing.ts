import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Answers } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import { PICTURE_FONT, type TextLook } from '../shared/picture-text.ts';
import type { StakeholderMap } from './definition.ts';
import { DOT, layoutMap, mapLineHeight, ROAD, type MapLayout, type MapPlate, type MapRoad, type MapStop } from './map-layout.ts';

const SIGN = 'var(--sign, var(--accent))';

/** How a laid out map is shown. */
export interface MapLook {
  /** 1 is the size in which it is laid out. */
  readonly scale?: number;
  /** The node that is written to at the moment. */
  readonly current?: string;
}

/** Where everything of a map stands. @param room the width that it has, in pixels */
export function laidOutMap(exercise: StakeholderMap, answers: Answers, room: number): MapLayout {
  return layoutMap({ tree: `${exercise.id}.map`, centre: exercise.centre, branches: exercise.branches, answers }, room);
}

/** A stakeholder map as a drawn picture. Colours come from the page's roles, and texts are real text. */
export function drawnMap({ centre }: StakeholderMap, layout: MapLayout, text: Text, { scale = 1, current }: MapLook = {}): TemplateResult {
  const { plates, roads, stops, width, height } = layout;
  return html`<svg
    class="map-picture"
    role="img"
    aria-label=${text.stakeholderMap.summary(centre, stops.length)}
    width=${Math.round(width * scale)}
    height=${Math.round(height * scale)}
    viewBox="0 0 ${width} ${height}"
    font-family=${PICTURE_FONT}
  >
    ${roads.map(renderRoad)} ${roads.map(renderCentreLine)} ${renderRing(layout)} ${plates.map(renderPlate)}
    ${stops.map((stop) => renderStop(stop, stop.id === current))}
  </svg>`;
}

function renderRoad({ kind, path }: MapRoad): SVGTemplateResult {
  switch (kind) {
    case 'main':
      return svg`<path d=${path} fill="none" stroke="var(--road)" stroke-width=${ROAD} stroke-linecap="round" />`;
    case 'ahead':
      return svg`<path d=${path} fill="none" stroke="var(--control)" stroke-width="3" stroke-dasharray="7 7" />`;
    case 'lane':
      return svg`<path d=${path} fill="none" stroke="var(--ink-soft)" stroke-width="3" />`;
    case 'elbow':
      return svg`<path d=${path} fill="none" stroke="var(--ink-soft)" stroke-width="2" />`;
  }
}

/** Above all roads, so that none covers the line of another where they meet. */
function renderCentreLine({ kind, path }: MapRoad): SVGTemplateResult | typeof nothing {
  if (kind !== 'main') return nothing;
  return svg`<path d=${path} fill="none" stroke="var(--paint)" stroke-width="1.5" stroke-dasharray="6 6" />`;
}

function renderRing({ centre, ring: { x, y, radius } }: MapLayout): SVGTemplateResult {
  const isInside = centre.x < x;
  return svg`<circle cx=${x} cy=${y} r=${radius} fill="var(--paper)" stroke="var(--road)" stroke-width=${ROAD} />
    <circle cx=${x} cy=${y} r=${radius} fill="none" stroke="var(--paint)" stroke-width="1.5" stroke-dasharray="6 6" />
    ${renderLines(centre, isInside ? { x, anchor: 'middle' } : { x: centre.x, anchor: 'start' }, 'var(--ink)')}`;
}

function renderPlate(plate: MapPlate): SVGTemplateResult {
  const { x, y, width, height, isEmpty } = plate;
  return svg`<rect x=${x} y=${y} width=${width} height=${height} rx="4" fill=${isEmpty ? 'var(--paper)' : SIGN}
      stroke=${isEmpty ? 'var(--control)' : SIGN} stroke-width="2" />
    ${renderLines(plate, { x: x + width / 2, anchor: 'middle' }, isEmpty ? 'var(--ink)' : 'var(--paper)')}`;
}

function renderStop(stop: MapStop, isCurrent: boolean): SVGTemplateResult {
  const { id, dot, x, y, width, height } = stop;
  return svg`<g data-node=${id}>${
    isCurrent
      ? svg`<rect x=${x - 4} y=${y - 2} width=${width + 8} height=${height + 4} rx="4" fill="var(--tint, var(--panel))" />`
      : nothing
  }${
    dot ? svg`<circle cx=${dot.x} cy=${dot.y} r=${DOT} fill="var(--paper)" stroke=${SIGN} stroke-width="3.5" />` : nothing
  }${renderLines(stop, { x, anchor: 'start' }, 'var(--ink)')}</g>`;
}

function renderLines(
  { lines, look, y, height }: { readonly lines: readonly string[]; readonly look: TextLook; readonly y: number; readonly height: number },
  { x, anchor }: { readonly x: number; readonly anchor: 'start' | 'middle' },
  fill: string,
): SVGTemplateResult {
  const step = mapLineHeight(look);
  const top = y + (height - lines.length * step) / 2;
  return svg`${lines.map(
    (line, index) =>
      svg`<text x=${x} y=${Math.round((top + index * step + look.size) * 10) / 10} text-anchor=${anchor} font-size=${look.size}
        font-weight=${look.weight} fill=${fill}>${line}</text>`,
  )}`;
}
