import { svg, type SVGTemplateResult } from 'lit';

/**
 * What the drawn scenes are made of: flat fills in the roles of the palette, one pen with round joins. A scene is 300 units high, its road's
 * upper edge lies at 214, and everything that stands on the ground has its foot near it, so that any two scenes set side by side are one
 * landscape.
 */

/** A fir with its top at `x`, `y`; `size` 1 is 46 units high. */
export function fir(x: number, y: number, size = 1): SVGTemplateResult {
  return svg`<path transform="translate(${x} ${y}) scale(${size})" fill="var(--fir)" d="M0 0l-9 20h4l-9 18h11v8h6v-8h11l-9-18h4Z" />`;
}

/** A birch with its foot at `x`, `foot`, and a trunk of `height`. */
export function birch(x: number, foot: number, height: number): SVGTemplateResult {
  const y = (share: number): number => Math.round((foot - share * height) * 10) / 10;
  return svg`<path fill="var(--leaf)" d="M${x - 29} ${y(0.62)}C${x - 45} ${y(0.95)} ${x - 19} ${y(1.28)} ${x + 3} ${y(1.26)}C${x + 35} ${y(1.24)} ${x + 47} ${y(0.9)} ${x + 33} ${y(0.62)}C${x + 25} ${y(0.46)} ${x - 21} ${y(0.44)} ${x - 29} ${y(0.62)}Z" />
    <path fill="var(--bark)" stroke="var(--pen)" stroke-width="1.5" stroke-linejoin="round" d="M${x - 3} ${foot}L${x - 1} ${y(1)}h4l3 ${height}Z" />
    <path fill="none" stroke="var(--pen)" stroke-width="2" stroke-linecap="round" d="M${x - 2} ${y(0.2)}h4M${x + 1} ${y(0.36)}h4M${x - 2} ${y(0.52)}h3M${x + 1} ${y(0.7)}h3M${x} ${y(0.6)}L${x - 13} ${y(0.8)}M${x + 2} ${y(0.72)}L${x + 16} ${y(0.92)}" />`;
}

/** A gull far away. */
export function gull(x: number, y: number): SVGTemplateResult {
  return svg`<path fill="none" stroke="var(--ink-soft)" stroke-width="2" stroke-linecap="round" d="M${x} ${y}q5-6 9 0q4-6 9 0" />`;
}

export function sun(x: number, y: number, radius: number): SVGTemplateResult {
  return svg`<circle cx=${x} cy=${y} r=${radius} fill="var(--sun)" />`;
}

/** Blades of grass on the verge. */
export function grass(...places: readonly number[]): SVGTemplateResult {
  return svg`<path fill="none" stroke="var(--fir)" stroke-width="2" stroke-linecap="round" d=${places.map((x) => `M${x} 276q3-10 0-14M${x + 6} 276q4-8 8-10`).join('')} />`;
}

/** A wall under a roof with an eave, its foot on the road's edge. `window` is drawn in a pane of 44 × 40 in its middle. */
export function house(x: number, width: number, height: number, fill: 'wall' | 'brick', window: string): SVGTemplateResult {
  const middle = x + width / 2;
  const top = 216 - height;
  return svg`<g stroke-linejoin="round" stroke="var(--pen)" stroke-width="2.5">
    <path fill="var(--${fill})" d="M${x} 216v-${height}h${width}v${height}Z" />
    <path fill="var(--road)" d="M${x - 8} ${top}l${width / 2 + 8} -${Math.round(width * 0.36)}l${width / 2 + 8} ${Math.round(width * 0.36)}Z" />
    <path fill="var(--glass)" d="M${middle - 22} ${top + 12}h44v40h-44Z" />
    <path fill="var(--field)" transform="translate(${middle - 22} ${top + 12})" d=${window} />
  </g>`;
}

/** Two shelves of books seen through a window; `turn` changes their order. */
function shelves(x: number, turn: boolean): SVGTemplateResult {
  const one = svg`<path fill="var(--class-c)" d="M2 30v-20h4v20Z" /><path fill="var(--class-a)" d="M7 30v-24h3v24Z" /><path fill="var(--sun)" d="M11 30v-18h5v18Z" /><path fill="var(--class-b)" d="M17 30v-22h4v22Z" /><path fill="var(--class-e)" d="M22 30v-16h4v16Z" />`;
  const other = svg`<path fill="var(--class-b)" d="M2 30v-18h5v18Z" /><path fill="var(--brick)" d="M8 30v-23h4v23Z" /><path fill="var(--class-d)" d="M13 30v-20h3v20Z" /><path fill="var(--class-a)" d="M17 30v-24h5v24Z" /><path fill="var(--sun)" d="M23 30v-18h3v18Z" />`;
  return svg`<g transform="translate(${x} 142)">
    <path fill="var(--glass)" d="M0 58V0h30v58Z" />
    ${turn ? other : one}<g transform="translate(0 27)">${turn ? one : other}</g>
    <path fill="none" stroke="var(--pen)" stroke-width="2" d="M0 58V0h30v58ZM0 31h30" />
  </g>`;
}

/** The library with its door and the ramp beside it. The only words on a scene. */
export function library(name: string): SVGTemplateResult {
  return svg`<g stroke-linejoin="round">
    <path fill="var(--wall)" stroke="var(--pen)" stroke-width="2.5" d="M128 214V126H384V214Z" />
    ${[142, 180, 218, 256, 294].map((x, index) => shelves(x, index % 2 === 1))}
    <path fill="var(--brick)" stroke="var(--pen)" stroke-width="2.5" d="M340 214V142h86v72Z" />
    <path fill="var(--glass)" stroke="var(--pen)" stroke-width="2.5" d="M366 214V166h34v48M383 166v48" />
    <path stroke="var(--pen)" stroke-width="5" stroke-linecap="round" d="M352 158h62" />
    <path fill="var(--road)" d="M118 126v-9H394v9Z" />
    <text x="146" y="111" fill="var(--ink)" font-size="22" font-weight="700" letter-spacing="5">${name}</text>
    <path fill="none" stroke="var(--pen)" stroke-width="2" stroke-linecap="round" d="M426 206l42 8M426 194l38 8v12M444 198v12" />
  </g>`;
}

export function bicycle(): SVGTemplateResult {
  return svg`<g fill="none" stroke="var(--pen)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
    <circle cx="14" cy="207" r="10" /><circle cx="42" cy="207" r="10" />
    <path d="M14 207l8-13h13l7 13M35 194L26 207L22 194M26 207H14M19 191h7M42 207L34 187h6" />
  </g>`;
}

/** The library bus, 176 × 68, its wheels on the lower edge. */
export function bus(): SVGTemplateResult {
  return svg`<g stroke-linejoin="round">
    <path fill="var(--wall)" stroke="var(--pen)" stroke-width="2.5" d="M4 56V14Q4 6 12 6H148Q160 6 164 16L172 38V56Z" />
    <path fill="var(--class-p)" d="M5 42H172V55H5Z" />
    <path fill="var(--glass)" stroke="var(--pen)" stroke-width="2" d="M16 15h20v18H16ZM42 15h20v18H42ZM68 15h20v18H68ZM94 15h20v18H94Z" />
    <path fill="var(--paper)" stroke="var(--pen)" stroke-width="2" d="M122 54V14h16v40" />
    <path fill="var(--glass)" stroke="var(--pen)" stroke-width="2" d="M144 14h8q4 0 6 5l6 16H144Z" />
    <path fill="var(--class-c)" d="M18 33v-9h4v9M23 33v-12h3v12M27 33v-8h5v8M70 33v-11h4v11M75 33v-8h4v8M80 33v-13h4v13" />
    <path fill="var(--class-d)" d="M46 33q6-14 12 0Z" /><circle cx="52" cy="22" r="4" fill="var(--brick)" />
    <g fill="var(--pen)" stroke="var(--paint)" stroke-width="2"><circle cx="40" cy="56" r="10" /><circle cx="136" cy="56" r="10" /></g>
  </g>`;
}
