import { html, svg, type TemplateResult } from 'lit';
import { birch, fir, grass, gull, sun } from './scene-parts.ts';

/** The country beyond the card, where the road goes on: a lake, birches, the sun; 2,400 × 440, and 960 of it lie to the left of the card's right edge. */
export function endLand(): TemplateResult {
  return html`<svg class="land" width="2400" height="440" viewBox="-400 -140 2400 440" aria-hidden="true" focusable="false">
    ${sun(560, 66, 92)} ${gull(8, 62)} ${gull(-40, 76)}
    ${svg`<path fill="var(--far)" d="M-400 150C-200 128 60 116 260 130S700 98 900 118S1200 150 1400 120S1800 110 2000 134V300H-400Z" />`}
    ${[-120, 604, 630, 656, 860, 1030, 1190, 1330].map((x, index) => fir(x, 112 + ((index * 7) % 16), 0.9))}
    ${svg`<path fill="var(--water)" d="M-400 170C-100 160 460 168 700 160S1080 166 1290 158S1500 168 1560 176S1000 204 700 200S-100 196 -400 190Z" />
      <path stroke="var(--paper)" stroke-width="2" stroke-linecap="round" d="M-160 180h54M600 182h54M690 174h32M850 186h70M1010 180h44M1130 176h40" />
      <path fill="var(--near)" d="M-400 190C-100 180 380 184 520 192S900 202 1100 194S1500 184 2000 194V300H-400Z" />`}
    ${birch(-160, 214, 104)} ${birch(20, 214, 112)} ${birch(744, 212, 128)} ${birch(786, 214, 96)} ${birch(1100, 214, 108)}
    ${svg`<path fill="var(--verge)" d="M-400 236H2000V300H-400Z" />`} ${grass(-90, 650, 690, 1020)}
  </svg>`;
}
