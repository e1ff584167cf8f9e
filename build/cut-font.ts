/**
 * Atkinson Hyperlegible Next, upright, weights 400 to 700, cut to the letters that Finnish, Swedish and English texts and the names of
 * learners need. It goes into the page itself as `data:` addresses: one request less, and it works from a file, where Firefox lets
 * no page load a font. The package keeps plain Latin and its extension apart, and so does the page.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

export const fontFamily = 'Atkinson Hyperlegible Next';

interface Cut {
  readonly file: string;
  /** Code points, first and last. */
  readonly ranges: readonly (readonly [number, number])[];
}

const cuts: readonly Cut[] = [
  {
    file: 'atkinson-hyperlegible-next-latin-wght-normal.woff2',
    // Latin-1, œ, dashes, quotation marks, bullet, ellipsis, angle quotes, euro, trademark, minus.
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x152, 0x153],
      [0x2010, 0x2015],
      [0x2018, 0x201e],
      [0x2022, 0x2022],
      [0x2026, 0x2026],
      [0x2039, 0x203a],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
      [0x2713, 0x2713],
    ],
  },
  {
    file: 'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
    // Letters of names: Latin Extended-A, those of Skolt Sami, of Romanian, and the capital sharp s.
    ranges: [
      [0x100, 0x151],
      [0x154, 0x17f],
      [0x1b7, 0x1b7],
      [0x1e4, 0x1e9],
      [0x1ee, 0x1ef],
      [0x218, 0x21b],
      [0x292, 0x292],
      [0x1e9e, 0x1e9e],
    ],
  },
];

/** `@font-face` rules with the cut font in them. */
export async function fontFaces(): Promise<string> {
  return (await Promise.all(cuts.map(fontFace))).join('\n');
}

async function fontFace({ file, ranges }: Cut): Promise<string> {
  const whole = await readFile(createRequire(import.meta.url).resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${file}`));
  const letters = ranges.map(([first, last]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  const cut = await subsetFont(whole, letters.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    noHinting: true,
  });
  return (
    `@font-face{font-family:'${fontFamily}';font-style:normal;font-weight:400 700;font-display:swap;` +
    `src:url(data:font/woff2;base64,${Buffer.from(cut).toString('base64')}) format('woff2');` +
    `unicode-range:${ranges.map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`).join(',')}}`
  );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase();
}
