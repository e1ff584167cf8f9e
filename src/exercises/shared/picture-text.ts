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

/** In this size the reader's own spacing is looked at: about that of a picture's texts, pixels. */
const PROBE_SIZE = 16;

const widths = new Map<string, number>();
const redraws = new Set<() => void>();
let context: CanvasRenderingContext2D | null | undefined;
let probe: HTMLElement | undefined;
/** How a reader's own styles space letters and words (WCAG 1.4.12), in parts of the size; those styles reach a picture's texts too. */
let spacing = { letter: 0, word: 0 };

/** Measures in the browser; elsewhere estimates from the number of characters. */
export const measureText: Measure = (text, { size, weight }) => {
  if (typeof document === 'undefined') return text.length * size * 0.56;
  const key = `${weight} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size * 0.56;
  context.font = `${weight} ${size}px ${PICTURE_FONT}`;
  const spaced = text.length * spacing.letter + (text.split(' ').length - 1) * spacing.word;
  const width = context.measureText(text).width * SAFETY + spaced * size;
  if (widths.size > 5000) widths.clear();
  widths.set(key, width);
  return width;
};

/**
 * Tells when texts have become wider or narrower than they were measured: a font has arrived, or the reader spaces her text.
 * @returns a function that ends the listening
 */
export function onTextChange(redraw: () => void): () => void {
  if (redraws.size === 0) document.fonts.addEventListener('loadingdone', changed);
  redraws.add(redraw);
  watchSpacing();
  return () => {
    redraws.delete(redraw);
    if (redraws.size === 0) document.fonts.removeEventListener('loadingdone', changed);
  };
}

function changed(): void {
  widths.clear();
  for (const redraw of redraws) redraw();
}

/** No event tells of styles that come in from outside; an unseen word on the page that changes its width does. */
function watchSpacing(): void {
  if (probe?.isConnected) return;
  probe = document.createElement('span');
  probe.textContent = 'a a';
  probe.ariaHidden = 'true';
  probe.style.cssText = `position: absolute; top: 0; left: 0; visibility: hidden; white-space: pre; font-size: ${String(PROBE_SIZE)}px`;
  document.body.append(probe);
  new ResizeObserver(([entry]) => {
    if (!entry?.target.isConnected) return;
    const { letterSpacing, wordSpacing } = getComputedStyle(entry.target);
    const [letter, word] = [letterSpacing, wordSpacing].map((length) => (Number.parseFloat(length) || 0) / PROBE_SIZE) as [number, number];
    if (letter === spacing.letter && word === spacing.word) return;
    spacing = { letter, word };
    changed();
  }).observe(probe);
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
