/**
 * Atkinson Hyperlegible Next, upright, weights 400 to 700, cut to the letters that Finnish, Swedish and English texts and the names of
 * learners need. Plain Latin goes into the page itself as a `data:` address: one request less, and it works from a file, where
 * Firefox lets no page load a font. The rarer letters of names are a file beside it, which a browser fetches only when one is shown.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { digestName } from './digest-name.ts';

/** Name of the file with the rarer letters in `rules`. */
export const fontFile = 'letters.woff2';

type Ranges = readonly (readonly [number, number])[];

/**
 * Latin-1 without the signs that the three languages hardly write ({ | } ~ ® ¡ ¢ £ ¤ ¿ ² ³ ´ µ ÿ …: they are shown in a letter of the system), dashes,
 * quotation marks, bullet, ellipsis, euro, arrows, minus, check mark. First and last code points.
 */
const plain: Ranges = [
  [0x20, 0x7a],
  [0xa0, 0xa0],
  [0xad, 0xad],
  [0xb0, 0xb0],
  [0xb7, 0xb7],
  [0xbd, 0xbd],
  [0xc0, 0xcf],
  [0xd1, 0xdd],
  [0xdf, 0xef],
  [0xf1, 0xf6],
  [0xf8, 0xfd],
  [0x2010, 0x2011],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2713, 0x2713],
];

/** Signs that the course itself does not write (§ © « »), and letters of names: Latin Extended-A, those of Skolt Sami, of Romanian, and the capital sharp s. */
const rare: Ranges = [
  [0xa7, 0xa7],
  [0xa9, 0xa9],
  [0xab, 0xab],
  [0xbb, 0xbb],
  [0x100, 0x151],
  [0x154, 0x17f],
  [0x1b7, 0x1b7],
  [0x1e4, 0x1e9],
  [0x1ee, 0x1ef],
  [0x218, 0x21b],
  [0x292, 0x292],
  [0x1e9e, 0x1e9e],
];

export interface Font {
  /** `@font-face` rules for the page. */
  readonly rules: string;
  /** The rule whose letters are in the page itself, for a page of one file. */
  readonly inPage: string;
  /** The contents of `fontFile`. */
  readonly file: Uint8Array;
}

export interface PackagedFont {
  readonly rules: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** For a package of one page: the rarer letters alone are a file, under a name of its content. @param isListed as for `digestName` */
export function besidePage({ rules, file: letters }: Font, isListed: boolean): PackagedFont {
  const { file, address } = digestName('letters', '.woff2', letters, isListed);
  return { rules: rules.replace(`url(${fontFile})`, `url(${address})`), files: new Map([[file, letters]]) };
}

/** For a package of several pages: the letters that each of them would hold stand in a file beside them too. */
export function besidePages(font: Font, isListed: boolean): PackagedFont {
  const { rules, files } = besidePage(font, isListed);
  const shared = new Map(files);
  const inFiles = rules.replace(/url\(data:font\/woff2;base64,([^)]*)\)/, (_, data: string) => {
    const letters = Buffer.from(data, 'base64');
    const { file, address } = digestName('latin', '.woff2', letters, isListed);
    shared.set(file, letters);
    return `url(${address})`;
  });
  return { rules: inFiles, files: shared };
}

let made: Promise<Font> | undefined;

/** Once a process: it is the same for every package and every preview, and packing it takes most of a second. */
export function cutFont(): Promise<Font> {
  made ??= cutBoth();
  return made;
}

async function cutBoth(): Promise<Font> {
  const [letters, file] = await Promise.all([cut('latin', plain), cut('latin-ext', rare)]);
  const address = `data:font/woff2;base64,${Buffer.from(letters).toString('base64')}`;
  const own = fontFace(address, plain);
  return { rules: `${own}\n${fontFace(fontFile, rare)}`, inPage: own, file };
}

async function cut(part: 'latin' | 'latin-ext', ranges: Ranges): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  const name = `atkinson-hyperlegible-next-${part}-wght-normal.woff2`;
  const whole = await readFile(resolve(`@fontsource-variable/atkinson-hyperlegible-next/files/${name}`));
  const letters = ranges.map(([first, last]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  return subsetFont(whole, letters.join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    noHinting: true,
  });
}

function fontFace(address: string, ranges: Ranges): string {
  return (
    `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:400 700;font-display:swap;` +
    `src:url(${address}) format('woff2');` +
    `unicode-range:${ranges.map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`).join(',')}}`
  );
}

function hex(code: number): string {
  return code.toString(16).toUpperCase();
}
