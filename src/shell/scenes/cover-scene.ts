import { html, svg, type TemplateResult } from 'lit';
import { bicycle, birch, bus, fir, grass, gull, library as libraryHouse, sun } from './scene-parts.ts';

/**
 * The library by the road, with a lake behind; 2,000 × 440 from a sky of 140 down to the verge.
 * @param library the name on its roof
 */
export function coverLand(library: string): TemplateResult {
  return html`<svg class="land" width="2000" height="440" viewBox="0 -140 2000 440" aria-hidden="true" focusable="false">
    ${sun(1040, -18, 92)} ${gull(640, 66)} ${gull(668, 80)} ${gull(470, 62)}
    ${svg`<path fill="var(--far)" d="M0 150C120 118 260 112 420 132S700 96 900 118S1200 150 1400 120S1800 110 2000 134V300H0Z" />`}
    ${[20, 490, 536, 700, 1010, 1206, 1330, 1530].map((x, index) => fir(x, 92 + ((index * 7) % 16), 0.8))}
    ${[44, 512, 722, 1034, 1180, 1228, 1500].map((x, index) => fir(x, 80 + ((index * 5) % 16), 1))}
    ${svg`<path fill="var(--water)" d="M470 176C600 158 760 166 900 160S1180 166 1290 158S1500 168 1560 176S1000 204 800 200S520 196 470 176Z" />
      <path stroke="var(--paper)" stroke-width="2" stroke-linecap="round" d="M600 180h54M690 172h32M760 186h70M930 178h44M1010 190h60M1130 176h40" />
      <path fill="var(--near)" d="M0 190C200 176 380 182 520 190S900 202 1100 194S1500 184 2000 194V300H0Z" />`}
    ${birch(61, 214, 124)} ${birch(97, 216, 96)} ${libraryHouse(library)} ${bicycle()} ${birch(497, 212, 92)} ${birch(1215, 212, 104)}
    ${birch(1251, 214, 84)} ${svg`<path fill="var(--verge)" d="M0 236H2000V300H0Z" />`} ${grass(30, 210, 590, 1120)}
  </svg>`;
}

export function libraryBus(): TemplateResult {
  return html`<svg class="bus" viewBox="0 0 176 68" aria-hidden="true" focusable="false">${bus()}</svg>`;
}

/** A piece of road as wide as its room; the scene's own style says how thick it is. */
export function roadBand(): TemplateResult {
  return html`<svg class="band" aria-hidden="true" focusable="false">
    <rect width="100%" height="100%" fill="var(--road)" />
    <line x1="0" x2="100%" y1="50%" y2="50%" />
  </svg>`;
}
