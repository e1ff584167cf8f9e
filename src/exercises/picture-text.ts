/** Text in drawn pictures: SVG does not break lines, so a picture measures and breaks its texts itself. */

/** The size and weight in which a text of a picture is drawn; size in pixels. */
export interface TextLook {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
}

/** A text's width in pixels. */
export type Measure = (text: string, look: TextLook) => number;

export const PICTURE_FONT = "'Atkinson Hyperlegible Next', system-ui, sans-serif";

/** Room that is added to measured widths: an other font that stands in for ours is a little wider. */
const SAFETY = 1.04;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Measures in the browser; elsewhere estimates from the number of characters. */
export const measureText: Measure = (text, { size, weight }) => {
  if (typeof document === 'undefined') return text.length * size * 0.56;
  const key = `${weight} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.56;
  context.font = `${weight} ${size}px ${PICTURE_FONT}`;
  const width = context.measureText(text).width * SAFETY;
  if (widths.size > 5000) widths.clear();
  widths.set(key, width);
  return width;
};

/**
 * Tells when a font has arrived: what was measured before it was measured in another.
 * @returns a function that ends the listening
 */
export function onFontArrival(redraw: () => void): () => void {
  const arrived = (): void => {
    widths.clear();
    redraw();
  };
  document.fonts.addEventListener('loadingdone', arrived);
  return () => document.fonts.removeEventListener('loadingdone', arrived);
}

/**
 * Breaks a text into lines that are at most `width` wide. Words that are wider are broken anywhere; a new line in the text stays one.
 * @param most lines at most; what does not fit ends in "…"
 */
export function wrapText(text: string, width: number, look: TextLook, most = Infinity, measure: Measure = measureText): string[] {
  const lines: string[] = [];
  const fits = (line: string): boolean => measure(line, look) <= width;
  for (const paragraph of text.trim().split(/\r\n|\r|\n/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line === '' ? fits(word) : fits(`${line} ${word}`)) {
        line = line === '' ? word : `${line} ${word}`;
        continue;
      }
      if (line !== '') lines.push(line);
      line = fits(word) ? word : '';
      if (line !== '') continue;
      for (const character of word) {
        if (line !== '' && !fits(line + character)) {
          lines.push(line);
          line = '';
        }
        line += character;
      }
      if (lines.length > most) break;
    }
    if (line !== '' || lines.length > 0) lines.push(line);
    if (lines.length > most) break;
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('');
  kept[most - 1] = `${last.replace(/[\s.,;:]+$/, '')}…`;
  return kept;
}
