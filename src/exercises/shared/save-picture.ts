/** Saves a drawn picture as a file of its own: SVG, or PNG drawn from it. Needs nothing from the page it leaves, fonts included. */
import { SHEET } from '../../theme/sheet-colours.ts';
import { saveFile } from './save-file.ts';

/** What the browser did not make, for the console; the learner is told in her own language. */
export class PictureError extends Error {}

/** The look of an element that a picture of its own must carry along. */
const CARRIED = ['fill', 'stroke'] as const;

/** Most pixels of a PNG: what Safari on a telephone still draws. */
const MOST_PIXELS = 16_000_000;
const LONGEST_SIDE = 8000;
const MARGIN = 16;

/** The picture as an SVG document: its colours fixed, on the page's own paper, with the course's font inside where it can be read. */
export function standaloneSvg(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = picture.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of CARRIED) if (element.hasAttribute(name)) element.setAttribute(name, style[name]);
  });
  const { width, height } = sizeOf(picture);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width + 2 * MARGIN));
  copy.setAttribute('height', String(height + 2 * MARGIN));
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
  copy.removeAttribute('class');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('x', String(-MARGIN));
  paper.setAttribute('y', String(-MARGIN));
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(picture).getPropertyValue('--paper').trim() || SHEET.paper);
  copy.prepend(paper);
  const faces = embeddedFonts();
  if (faces) {
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = faces;
    copy.prepend(style);
  }
  // What a template leaves between its parts is of no use to whoever opens the file.
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(), last; comment; comment = last) {
    last = comments.nextNode();
    (comment as Comment).remove();
  }
  return new XMLSerializer().serializeToString(copy);
}

/**
 * The picture as PNG, in twice its size where a canvas takes that much.
 * @throws PictureError where the browser draws no picture
 */
async function pngOf(picture: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(picture);
  const [fullWidth, fullHeight] = [width + 2 * MARGIN, height + 2 * MARGIN];
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (fullWidth * fullHeight)), LONGEST_SIDE / Math.max(fullWidth, fullHeight));
  const image = new Image();
  // A data address rather than a blob's: pages with a strict policy allow it more often, and it never taints a canvas.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(picture))}`;
  try {
    await image.decode();
  } catch (cause) {
    throw new PictureError('no image', { cause });
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(fullWidth * scale));
  canvas.height = Math.max(1, Math.floor(fullHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new PictureError('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new PictureError('no PNG');
  return blob;
}

/** @throws PictureError where a PNG cannot be made */
export async function savePicture(picture: SVGSVGElement, name: string, kind: 'svg' | 'png'): Promise<void> {
  const file = kind === 'png' ? await pngOf(picture) : new Blob([standaloneSvg(picture)], { type: 'image/svg+xml' });
  saveFile(`${name}.${kind}`, file);
}

/** The size in which the picture was laid out, whatever size it is shown in. */
function sizeOf(picture: SVGSVGElement): { width: number; height: number } {
  const { width, height } = picture.viewBox.baseVal;
  return { width, height };
}

/** The page's font faces that carry their font in themselves; another file's could not be read from every page. */
function embeddedFonts(): string {
  const rules: string[] = [];
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    try {
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSFontFaceRule && rule.cssText.includes('url("data:')) rules.push(rule.cssText);
    } catch (error) {
      // A style sheet from another host hides its rules: the fonts in it are not ours.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  return rules.join('\n');
}
