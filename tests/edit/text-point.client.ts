/** In the author's page: where a text can be clicked, as somebody who sees it would. */
import { boxesOf, textAt, textsOnPage } from '../../build/edit/page-texts.client.ts';

/** The innermost element at a point and all that it stands in, through shadow trees. */
function pathAt(x: number, y: number): Node[] {
  let inner = document.elementFromPoint(x, y);
  for (let deeper = inner; deeper; deeper = deeper === inner ? null : deeper) {
    inner = deeper;
    deeper = inner.shadowRoot?.elementFromPoint(x, y) ?? inner;
  }
  const path: Node[] = [];
  for (let node: Node | null = inner; node; node = node instanceof ShadowRoot ? node.host : (node.parentNode ?? null)) path.push(node);
  return path;
}

/** null where the page shows it only later, or something lies over it */
function pointOf(number: number): { readonly x: number; readonly y: number } | null {
  for (const { range } of textsOnPage().filter((each) => each.number === number)) {
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (const { left, top, width, height } of boxesOf(range)) {
      const [x, y] = [left + Math.min(width / 2, 20), top + height / 2];
      if (textAt(x, y, pathAt(x, y))?.number === number) return { x, y };
    }
  }
  return null;
}

/** Where what the text is folded into is unfolded, and whether a text of the content stands there; null where nothing is. */
function foldOf(number: number): { readonly x: number; readonly y: number; readonly isText: boolean } | null {
  for (const { range } of textsOnPage().filter((each) => each.number === number)) {
    const fold = foldsAround(range.startContainer).findLast((each) => !each.open);
    const summary = fold?.querySelector('summary');
    if (!summary) continue;
    summary.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = summary.getBoundingClientRect();
    if (width === 0) continue;
    const [x, y] = [left + Math.min(width / 2, 20), top + height / 2];
    return { x, y, isText: textAt(x, y, pathAt(x, y)) !== undefined };
  }
  return null;
}

/** From the innermost, through shadow trees. */
function foldsAround(start: Node): HTMLDetailsElement[] {
  const found: HTMLDetailsElement[] = [];
  for (let node: Node | null = start; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof HTMLDetailsElement) found.push(node);
  return found;
}

Object.assign(globalThis, { pointOf, foldOf });
