/** Finds the texts of the content on the page, in every shadow tree, by the marks that they carry. */
import { marksIn } from './source-marks.ts';

export interface PageText {
  readonly number: number;
  readonly range: Range;
}

/** So far beside a text a click is meant for it. Pixels. */
const NEAR = 3;

/** All texts that stand on the page, also those that are folded, in its order. */
export function textsOnPage(root: Document | ShadowRoot = document): PageText[] {
  const texts: PageText[] = [];
  let open: { readonly number: number; readonly node: Text; readonly offset: number } | undefined;
  const end = (node: Text, offset: number): void => {
    if (open) texts.push({ number: open.number, range: rangeOf(open.node, open.offset, node, offset) });
    open = undefined;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.shadowRoot) texts.push(...textsOnPage(node.shadowRoot));
    } else if (node instanceof Text) {
      for (const { number, index } of marksIn(node.data)) {
        // A text that was cut has lost its end.
        if (open && number !== undefined) end(open.node, open.node.length);
        if (number === undefined) end(node, index);
        else open = { number, node, offset: index };
      }
    }
  }
  if (open) end(open.node, open.node.length);
  return texts;
}

/**
 * The text at a point of the window, the innermost where several are; beside a line, the only text of the element that was hit.
 * @param path from the innermost element, through shadow trees
 */
export function textAt(x: number, y: number, path: readonly EventTarget[]): PageText | undefined {
  const control = path.find(isControl);
  const texts = seenTexts().filter(({ range }) => control === undefined || control.contains(holderOf(range)));
  const atPoint = texts.findLast(({ range }) => path.includes(holderOf(range)) && boxesOf(range).some((box) => isInside(box, x, y)));
  if (atPoint) return atPoint;
  const [target] = path;
  const [only, ...others] = texts.filter(({ range }) => target instanceof Element && target.contains(holderOf(range)));
  return others.length === 0 ? only : undefined;
}

/** The texts within an element, and those that a link stands in. */
export function textsIn(holder: Node): PageText[] {
  return textsOnPage().filter(({ range }) => holder.contains(holderOf(range)) || (!isControl(holder) && holderOf(range).contains(holder)));
}

/** What is there for a screen reader alone is no text to point at. */
function seenTexts(): PageText[] {
  return textsOnPage().filter(({ range }) => !isUnseen(range));
}

function isUnseen(range: Range): boolean {
  const holder = holderOf(range);
  return holder instanceof Element && holder.closest('.unseen') !== null;
}

/** The page's own button may lie over a text, as the one does that unfolds the rest of it: its text is only what stands on it. */
function isControl(target: EventTarget): target is Element {
  return target instanceof Element && target.matches('button, summary');
}

function holderOf(range: Range): Node {
  const { commonAncestorContainer } = range;
  return commonAncestorContainer instanceof Text ? (commonAncestorContainer.parentNode ?? document) : commonAncestorContainer;
}

/** Where a text is seen; empty where it is folded, or said to a screen reader alone. */
export function boxesOf(range: Range): DOMRect[] {
  if (isUnseen(range)) return [];
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function isInside({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR;
}

function rangeOf(start: Text, startOffset: number, end: Text, endOffset: number): Range {
  const range = document.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range;
}
