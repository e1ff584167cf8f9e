/** What cannot be pressed because something lies over it: looked for in the drawn page itself, through all shadow roots. */

/** A control that a pointer does not reach at its middle. */
export interface CoveredControl {
  /** Where: tags from the outermost component on, then its words. */
  readonly place: string;
  /** What a pointer reaches there. */
  readonly by: string;
}

/**
 * Every button, link and field that can be seen is brought into view, and is to be what lies at its middle: itself, something in it, or a label of it.
 * What only a screen reader hears has no place of its own. Runs in the page and stands alone; the page is where it was afterwards.
 */
export function coveredControls(): CoveredControl[] {
  const CONTROLS = 'a[href], button, input, select, summary, textarea, [role=tab], [role=button]';
  const parentOf = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const around = (element: Element | null): Element[] => (element ? [element, ...around(parentOf(element))] : []);
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  const nameOf = (element: Element): string => {
    const tags = around(element).filter((one) => one === element || one.localName.includes('-'));
    const words = element.getAttribute('aria-label') ?? element.textContent;
    return `${tags
      .map(({ localName }) => localName)
      .reverse()
      .join(' > ')}: “${words.replace(/\s+/g, ' ').trim().slice(0, 60)}”`;
  };
  const reachedAt = (x: number, y: number): Element | null => {
    let reached = document.elementFromPoint(x, y);
    for (;;) {
      const inner = reached?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === reached) return reached;
      reached = inner;
    }
  };
  const isCutAway = (element: Element): boolean =>
    around(element).some((one) => {
      const { clipPath, position } = getComputedStyle(one);
      return position === 'absolute' && clipPath !== 'none';
    });
  /** What stands in the page for a control: a label, where the control itself is drawn by nothing. */
  const shownFor = (control: Element): Element | undefined => {
    const isDrawn = !isCutAway(control) && getComputedStyle(control).opacity !== '0';
    return isDrawn ? control : [...((control as HTMLInputElement).labels ?? [])].find((label) => !isCutAway(label));
  };
  /** The middle of its widest line, where it breaks. */
  const middleOf = (element: Element): { readonly x: number; readonly y: number } => {
    const [{ left, top, width, height } = new DOMRect()] = [...element.getClientRects()].sort((a, b) => b.width - a.width);
    return { x: left + width / 2, y: top + height / 2 };
  };
  const isInWindow = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const belongsTo = (reached: Element | null, control: Element): boolean =>
    around(reached).some((one) => one === control || (one instanceof HTMLLabelElement && one.control === control));
  /** A bar may lie over the window's edge: what is under it there is in sight at the page's beginning or end. */
  const seenAt = (element: Element): { readonly x: number; readonly y: number } => {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    for (const top of [document.documentElement.scrollHeight, 0]) {
      if (isInWindow(middleOf(element))) break;
      scrollTo({ top, behavior: 'instant' });
    }
    return middleOf(element);
  };

  const was = { left: scrollX, top: scrollY };
  const dialog = all(document).find((element): element is HTMLDialogElement => element instanceof HTMLDialogElement && element.open);
  const covered = all(dialog ?? document.body)
    .filter((element) => element.matches(CONTROLS) && !element.matches(':disabled'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .flatMap((control): CoveredControl[] => {
      const shown = shownFor(control);
      if (!shown) return [];
      const { x, y } = seenAt(shown);
      const reached = reachedAt(x, y);
      if (belongsTo(reached, control)) return [];
      return [{ place: nameOf(control), by: reached ? nameOf(reached) : `nothing at ${String(Math.round(x))}, ${String(Math.round(y))}` }];
    });
  scrollTo({ ...was, behavior: 'instant' });
  return covered;
}
