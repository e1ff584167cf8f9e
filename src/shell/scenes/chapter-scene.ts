import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { drawSign, signLook } from '../licence/class-sign.ts';
import { roadBand } from './cover-scene.ts';
import { bicycle, birch, bus, fir, gull, house, library, sun } from './scene-parts.ts';

/**
 * What stands along a chapter's road, by its sign; another sign has only trees. A telephone shows the first 574 units, with the chapter's sign on the
 * first 62, on 93 where the window is wider: what the scene tells stands between them, and wider windows have more of the road.
 */
const ALONG: Readonly<Record<string, (libraryName: string) => readonly SVGTemplateResult[]>> = {
  A: (name) => [
    sun(760, 84, 26),
    svg`<g transform="translate(90 2)">${library(name)}</g><g transform="translate(610 0)">${bicycle()}</g>`,
    birch(620, 214, 96),
    birch(720, 216, 84),
    birch(1180, 216, 104),
    fir(860, 100, 0.9),
    fir(1010, 96, 1),
  ],
  B: () => [
    sun(470, 84, 26),
    house(176, 96, 66, 'wall', 'M14 36v-30h16v30ZM20 31h4'),
    house(408, 88, 62, 'brick', 'M7 31v-20h30v20ZM7 11l15 12l15-12'),
    house(596, 112, 70, 'wall', 'M8 28v-19h28v19ZM4 33h36'),
    house(862, 88, 60, 'brick', 'M8 10h28v18h-16l-8 8v-8h-4ZM15 19h14'),
    birch(287, 216, 86),
    birch(779, 216, 96),
    birch(811, 218, 78),
    birch(1120, 216, 92),
    wires(128, 350, 545, 750, 1000, 1260, 1520),
  ],
  C: () => [
    sun(330, 84, 26),
    stall(98, 'class-c'),
    svg`<g transform="translate(236 146)">${bus()}</g>`,
    stall(440, 'class-a'),
    birch(640, 216, 92),
    stall(700, 'class-b'),
    stall(850, 'class-e'),
    birch(1030, 216, 104),
    birch(1240, 216, 88),
  ],
  D: () => [
    sun(430, 84, 26),
    house(106, 80, 62, 'brick', 'M8 10h28v18h-16l-8 8v-8h-4Z'),
    svg`<path fill="var(--road)" d="M204 216a131 22 0 0 1 262 0Z" /><path fill="var(--verge)" d="M256 216a79 12 0 0 1 158 0Z" />`,
    birch(335, 206, 96),
    house(478, 76, 66, 'wall', 'M6 30h32v-16h-32ZM6 14l4-8h24l4 8'),
    birch(640, 216, 88),
    house(720, 96, 66, 'wall', 'M14 36v-30h16v30Z'),
    house(860, 88, 62, 'brick', 'M7 31v-20h30v20ZM7 11l15 12l15-12'),
    birch(1020, 216, 92),
    birch(1160, 216, 84),
  ],
  E: () => [
    sun(300, 92, 30),
    svg`<path fill="var(--water)" d="M40 216C160 176 360 168 760 168S1420 172 1560 216Z" />
      <path stroke="var(--paper)" stroke-width="2" stroke-linecap="round" d="M180 190h60M760 186h70M900 200h50M1080 188h60" />`,
    svg`<g transform="translate(-120 0)">${ferry()}</g>`,
    gull(470, 84),
    gull(510, 70),
    gull(760, 90),
    birch(1260, 216, 100),
    fir(104, 96, 1),
    fir(134, 108, 0.8),
  ],
  P: () => [
    sun(420, 84, 26),
    ...[130, 200, 270, 340, 410, 480].map((x, index) => sapling(x, 0.3 + index * 0.09)),
    svg`<path fill="none" stroke="var(--pen)" stroke-width="2" stroke-linecap="round" d="M116 216v-34M186 216v-40M256 216v-46M90 206H530" />`,
    birch(680, 216, 92),
    birch(780, 216, 108),
    birch(900, 216, 100),
    birch(1060, 216, 112),
    birch(1200, 216, 96),
  ],
};

/** The landscape at a chapter's head: what it is about stands along the road, and its sign where the road turns off. */
export function chapterScene(sign: string, libraryName: string): TemplateResult {
  const along = ALONG[sign.charAt(0).toUpperCase()];
  return html`<div class="opening">
    <svg class="land" viewBox="0 24 1680 236" aria-hidden="true" focusable="false">
      ${svg`<path fill="var(--far)" d="M0 170C140 140 300 138 440 156S760 124 960 146S1300 150 1680 140V260H0Z" />`}
      ${[70, 400, 712, 900, 1090, 1330, 1540].map((x, index) => fir(x, 116 + ((index * 7) % 16), 0.8 + (index % 3) * 0.12))}
      ${svg`<path fill="var(--near)" d="M0 200C200 188 420 196 640 202S1100 196 1680 200V260H0Z" />`}
      ${along ? along(libraryName) : nothing} ${birch(1400, 216, 96)} ${birch(1560, 216, 84)}
      ${svg`<path fill="var(--verge)" d="M0 222H1680V260H0Z" />`}
    </svg>
    ${roadBand()}
    <svg class="post" viewBox="0 0 100 150" aria-hidden="true" focusable="false" data-sign=${sign.toLowerCase()}>
      ${svg`<path stroke="var(--pen)" stroke-width="7" d="M50 90V150" />`}${drawSign(sign, signLook('earned'))}
    </svg>
  </div>`;
}

/** A young birch, as tall as its share of a grown one. */
function sapling(x: number, share: number): SVGTemplateResult {
  return svg`<g transform="translate(${x} 216) scale(${share})">${birch(0, 0, 100)}</g>`;
}

/** Telephone poles, and the wires that join them. */
function wires(...poles: readonly number[]): SVGTemplateResult {
  const joined = [-140, ...poles, 1800];
  const spans = joined.slice(1).flatMap((to, index) => {
    const from = joined[index] ?? 0;
    const middle = (from + to) / 2;
    return [-20, 20].map((arm) => `M${from + arm} 78Q${middle + arm} 108 ${to + arm} 78`);
  });
  return svg`<path fill="none" stroke="var(--pen)" stroke-width="4" stroke-linecap="round" d=${poles.map((x) => `M${x} 214V72M${x - 20} 84h40M${x - 20} 84v-6M${x + 20} 84v-6`).join('')} />
    <path fill="none" stroke="var(--pen)" stroke-width="1.5" d=${spans.join('')} />`;
}

/** A market stall with books on its table. */
function stall(x: number, colour: string): SVGTemplateResult {
  return svg`<g transform="translate(${x} 0)" stroke-linejoin="round">
    <path fill="none" stroke="var(--pen)" stroke-width="2.5" d="M8 216V140M104 216V140" />
    <path fill="var(--wall)" stroke="var(--pen)" stroke-width="2.5" d="M10 216v-30h92v30Z" />
    <path fill="var(--sun)" d="M18 184v-16h6v16ZM58 184v-20h5v20Z" /><path fill="var(--class-d)" d="M26 184v-20h5v20ZM80 184v-16h6v16Z" />
    <path fill="var(--class-a)" d="M33 184v-14h7v14ZM66 184v-14h6v14Z" />
    <path fill="var(--${colour})" stroke="var(--pen)" stroke-width="2.5" d="M0 150L14 124H98L112 150q-9 12-18.5 0q-9 12-18.5 0q-9 12-18.5 0q-9 12-18.5 0q-9 12-18.5 0q-9 12-19.5 0Z" />
  </g>`;
}

/** A ferry with its crew on deck. */
function ferry(): SVGTemplateResult {
  const people = [392, 428, 464].map(
    (x, index) =>
      svg`<path fill="var(--class-${['d', 'a', 'c'][index] ?? 'a'})" d="M${x - 9} 158q9-24 18 0Z" /><circle cx=${x} cy="136" r="6" fill="var(--brick)" />`,
  );
  return svg`<g stroke-linejoin="round">
    ${people}
    <path fill="var(--wall)" stroke="var(--pen)" stroke-width="2.5" d="M500 158v-44h84v44Z" />
    <path fill="var(--glass)" stroke="var(--pen)" stroke-width="2" d="M510 124h26v16h-26ZM546 124h26v16h-26Z" />
    <path fill="var(--brick)" stroke="var(--pen)" stroke-width="2.5" d="M528 114v-28h24v28Z" />
    <path fill="var(--class-e)" stroke="var(--pen)" stroke-width="2.5" d="M340 158H640L612 198H372Z" />
    <path fill="none" stroke="var(--pen)" stroke-width="2" d="M352 158v-14h144M376 144v14M410 144v14M446 144v14M480 144v14" />
  </g>`;
}
