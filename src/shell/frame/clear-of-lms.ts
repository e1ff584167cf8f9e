import type { ReactiveController, ReactiveElement } from 'lit';

/** From one place that is looked at to the next, in pixels: less than any button. */
const STEP = 12;
/** So far from the header's corner a row of buttons reaches; what reaches further is a pane, and whoever opened it puts it away again. Pixels. */
const FARTHEST = { right: 240, down: 72 };
/** So much of the header's width its own buttons and words need beside them, in pixels. */
const NEEDED = 420;
/** An LMS's pane has come to rest so long after a press, in milliseconds: Chamilo's takes 500 (1.11.28). */
const MOVES_MS = 700;

/**
 * Keeps the header clear of buttons that the LMS's page puts over the corner of the course: Chamilo's lay on the button for the contents wherever its
 * pane was shut, on a telephone always (1.11.28, run). Beside them where there is room, else below them: `--beside-lms` and `--below-lms` on the shell, in
 * pixels; and `--lms-down` on the document, how far they reach down, for what has no room beside them, and for what is scrolled to (HeaderRoom).
 */
export class ClearOfLms implements ReactiveController {
  readonly #host: ReactiveElement;
  #shell: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.#look);
    lmsFrame()?.ownerDocument.addEventListener('click', this.#look);
  }

  hostUpdated(): void {
    const shell = this.#host.renderRoot.querySelector<HTMLElement>('.shell');
    if (shell === this.#shell) return;
    this.#shell = shell;
    // Not before the header and the page have drawn themselves: to ask what lies where lays everything out.
    requestAnimationFrame(this.#look);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.#look);
    lmsFrame()?.ownerDocument.removeEventListener('click', this.#look);
    clearTimeout(this.#timer);
    document.documentElement.style.removeProperty('--lms-down');
  }

  /** At once, and when what was pressed has come to rest: a pane that goes to the side changes nothing that the course is told. */
  readonly #look = (): void => {
    this.#measure();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#measure(), MOVES_MS);
  };

  #measure(): void {
    const frame = lmsFrame();
    if (!frame || !this.#shell) return;
    const { right, down } = covered(frame);
    const isBeside = innerWidth - right >= NEEDED;
    setPixels(this.#shell, '--beside-lms', isBeside ? right : 0);
    setPixels(document.documentElement, '--lms-down', down);
    setPixels(this.#shell, '--below-lms', isBeside ? 0 : down);
  }
}

/** Nothing where it is 0 anyway: to set a property that all inherit has the whole page styled anew. */
function setPixels({ style }: HTMLElement, name: string, pixels: number): void {
  if (pixels > 0 || style.getPropertyValue(name)) style.setProperty(name, `${String(pixels)}px`);
}

/** The frame that the course is shown in; null where there is none, or its page is of another origin. */
function lmsFrame(): Element | null {
  return window.frameElement;
}

/** How far buttons of the page above reach over the frame from its corner, in pixels; nothing where a pane lies over it. */
function covered(frame: Element): { right: number; down: number } {
  const { left, top } = frame.getBoundingClientRect();
  const isOver = (x: number, y: number): boolean => {
    const found = frame.ownerDocument.elementFromPoint(left + x, top + y);
    return found !== null && !found.contains(frame);
  };
  let right = 0;
  let down = 0;
  for (let y = STEP; y <= FARTHEST.down; y += STEP)
    for (let x = STEP; x <= FARTHEST.right; x += STEP)
      if (isOver(x, y)) {
        right = Math.max(right, x + STEP);
        down = Math.max(down, y + STEP);
      }
  return right > FARTHEST.right || down > FARTHEST.down ? { right: 0, down: 0 } : { right, down };
}
