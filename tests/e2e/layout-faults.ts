/** What does not fit: looked for in the drawn page itself, through all shadow roots. Every function here runs in the page and stands alone. */

/** One thing that cannot be read or reached as it is drawn. */
export interface LayoutFault {
  readonly kind: 'scrolls sideways' | 'outside' | 'cut' | 'overlaps';
  /** Where: tags from the outermost component on, then the words. */
  readonly place: string;
  readonly detail: string;
}

/**
 * Everything in the document that scrolls sideways, lies beside the window, is cut by a box around it, or is written over other words.
 * Words that only a screen reader hears are meant to be cut and are left out, as is what scrolls in a window of its own.
 */
export function layoutFaults(): LayoutFault[] {
  const SLACK = 1.5;
  const faults: LayoutFault[] = [];
  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const placeOf = (element: Element, words: string): string => {
    const names: string[] = [];
    for (let one: Element | null = element; one; one = parentOf(one)) {
      if (one.localName.includes('-') || one === element)
        names.unshift(`${one.localName}${one === element && one.classList.length > 0 ? `.${[...one.classList].join('.')}` : ''}`);
    }
    return `${names.join(' > ')}: “${words.replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
  };
  const add = (kind: LayoutFault['kind'], element: Element, words: string, detail: string): void => {
    faults.push({ kind, place: placeOf(element, words), detail });
  };
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  /** Asked once of each element, since every text below it asks again. */
  const remembered = <Answer>(find: (element: Element) => Answer): ((element: Element) => Answer) => {
    const found = new Map<Element, Answer>();
    return (element) => {
      if (!found.has(element)) found.set(element, find(element));
      return found.get(element) as Answer;
    };
  };
  const isCutAway = remembered((element): boolean => {
    const { clipPath, position, display } = getComputedStyle(element);
    const around = parentOf(element);
    return display === 'none' || (position === 'absolute' && clipPath !== 'none') || (around !== null && isCutAway(around));
  });
  const isHidden = (element: Element): boolean =>
    isCutAway(element) || !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  /** The layer that an element is drawn in: what stays in sight while the page scrolls lies over other words on purpose. */
  const layerOf = remembered((element): Element | null => {
    const around = parentOf(element);
    return ['sticky', 'fixed'].includes(getComputedStyle(element).position) ? element : around && layerOf(around);
  });
  /** How a box around something cuts or scrolls it. */
  const edgeOf = remembered((element) => {
    const { overflowX, overflowY, position, webkitLineClamp } = getComputedStyle(element);
    return { overflowX, overflowY, position, webkitLineClamp, outer: element.getBoundingClientRect() };
  });
  const clips = (value: string): boolean => value === 'hidden' || value === 'clip';
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';

  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    add('scrolls sideways', document.documentElement, '', `${String(scrollWidth)} px in ${String(clientWidth)}`);

  /** Looks outwards from a box: whether the boxes around it cut it, or let it be scrolled to, or the window ends before it. */
  const look = (element: Element, words: string, box: DOMRect): 'whole' | 'shortened' | 'scrolled' | 'lost' => {
    for (let around: Element | null = element; around && around !== document.body; around = parentOf(around)) {
      const { overflowX, overflowY, position, webkitLineClamp, outer } = edgeOf(around);
      const isBeside = box.left < outer.left - SLACK || box.right > outer.right + SLACK;
      const isBeyond = box.top < outer.top - SLACK || box.bottom > outer.bottom + SLACK;
      if (scrolls(overflowX) || scrolls(overflowY)) return isBeside || isBeyond ? 'scrolled' : 'whole';
      if ((clips(overflowX) && isBeside) || (clips(overflowY) && isBeyond)) {
        // What a learner wrote may be shortened to its first lines: the field itself has all of it.
        if (webkitLineClamp !== 'none') return 'shortened';
        add('cut', element, words, `${boxText(box)} in ${around.localName} ${boxText(outer)}`);
        return 'lost';
      }
      if (position === 'fixed') break;
    }
    if (box.left >= -SLACK && box.right <= clientWidth + SLACK) return 'whole';
    add('outside', element, words, boxText(box));
    return 'lost';
  };
  const boxText = ({ left, right, top, bottom }: DOMRect): string =>
    `x ${[left, right].map(Math.round).join('–')}, y ${[top, bottom].map(Math.round).join('–')}`;

  /** Where spaces are kept, those at the end of a line hang over its box, and nobody sees them. */
  const isHangingSpace = (element: Element, box: DOMRect): boolean =>
    getComputedStyle(element).whiteSpace === 'pre-wrap' && box.left >= edgeOf(element).outer.right - SLACK;

  const isClamped = remembered((element): boolean => {
    const around = parentOf(element);
    return edgeOf(element).webkitLineClamp !== 'none' || (around !== null && isClamped(around));
  });

  const lines: {
    readonly element: Element;
    readonly node: Node;
    readonly words: string;
    readonly box: DOMRect;
    readonly layer: Element | null;
  }[] = [];
  const open = all(document).find((element): element is HTMLDialogElement => element instanceof HTMLDialogElement && element.open);
  for (const element of open ? [open, ...all(open)] : all(document.body)) {
    if (['style', 'script', 'title', 'desc', 'option', 'noscript', 'template'].includes(element.localName) || isHidden(element)) continue;
    const control = element.matches('button, a, input, textarea, select, summary, meter');
    if (control) look(element, element.textContent, element.getBoundingClientRect());
    if (
      element instanceof HTMLElement &&
      getComputedStyle(element).textOverflow === 'ellipsis' &&
      element.scrollWidth > element.clientWidth
    )
      add('cut', element, element.textContent, 'ends in …');
    if (element instanceof HTMLTextAreaElement && element.scrollHeight > element.clientHeight + SLACK)
      add('cut', element, element.value, `${String(element.scrollHeight)} px in ${String(element.clientHeight)}`);
    const layer = layerOf(element);
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1 || isHangingSpace(element, box)) continue;
        const isWhole = look(element, node.textContent, box) === 'whole';
        if (isWhole && !(element instanceof SVGElement)) lines.push({ element, node, words: node.textContent, box, layer });
      }
    }
  }
  /** Lines of text are taller than their letters: so much of them may meet. */
  const shared = (a: DOMRect, b: DOMRect): { readonly width: number; readonly height: number } => ({
    width: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    height: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.box.top > one.box.bottom) break;
      // A text that is shortened to some lines, itself or in a box around it, has its "…" at the place of its words that go on.
      const isShortened = one.node === other.node && isClamped(one.element);
      if (one.layer !== other.layer || isShortened) continue;
      const { width, height } = shared(one.box, other.box);
      if (width > 2 && height > Math.min(one.box.height, other.box.height) * 0.4)
        add('overlaps', one.element, one.words, `with ${placeOf(other.element, other.words)}`);
    }
  });
  return faults;
}

/** Doubles the size of all letters, as somebody does who sees badly. */
export function doubleLetters(): void {
  document.documentElement.style.fontSize = '225%';
}

/** Spaces the text as WCAG 1.4.12 asks a page to bear it. Called again after each change of the page, since each shadow root has its own styles. */
export function spaceText(): void {
  const css =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
  const roots = (root: ParentNode): ShadowRoot[] =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : []));
  for (const root of [document, ...roots(document)]) {
    if (root.adoptedStyleSheets.some((sheet) => 'spaced' in sheet)) continue;
    const sheet = Object.assign(new CSSStyleSheet(), { spaced: true });
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
