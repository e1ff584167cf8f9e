/** Where the player's page shows the course, what it says when that goes wrong, and its switches. */
import type { View } from '../pages/views.ts';
import { previewText } from '../preview-text.ts';
import { byId } from './draw-side-panel.ts';

const text = previewText.player;

export interface CoursePlace {
  readonly address: string;
  readonly view: View;
  /** The course's window, once its page is there; in a frame again after each load. */
  readonly onLoaded: (course: Window) => void;
  /** The course's window at once, before its page is there. */
  readonly onOpened: (course: Window) => void;
}

export function showCourse({ address, view, onLoaded, onOpened }: CoursePlace): void {
  if (view === 'window') {
    const open = (): void => {
      const course = window.open(address, 'aspa-course', 'popup,width=1024,height=768');
      if (!course) {
        say(text.blocked);
        return;
      }
      onOpened(course);
      whenLoaded(course, onLoaded);
    };
    byId('open-window').addEventListener('click', open);
    open();
    return;
  }
  const drawn = byId('course') as HTMLIFrameElement;
  // A frame that is made here, as LMSs do: into one of the page itself Firefox's Back loads the course again before the API is there.
  const frame = drawn.cloneNode() as HTMLIFrameElement;
  drawn.replaceWith(frame);
  frame.addEventListener('load', () => {
    if (frame.contentWindow) onLoaded(frame.contentWindow);
  });
  frame.src = address;
  if (frame.contentWindow) onOpened(frame.contentWindow);
}

/** A new window first holds an empty page, whose own events say nothing about the course. */
function whenLoaded(course: Window, then: (course: Window) => void): void {
  const timer = setInterval(() => {
    if (course.closed) clearInterval(timer);
    if (course.closed || course.location.href === 'about:blank' || course.document.readyState !== 'complete') return;
    clearInterval(timer);
    then(course);
  }, 100);
}

/** Counts up with each choice of a fault, and again when the server has taken it. */
let faultChoice = 0;
/** Choices that the server has not taken yet. */
let faultsUnderWay = 0;

/** Tells the server at once which fault was switched on. */
export function watchFaults(base: string): void {
  for (const input of faultInputs()) input.addEventListener('change', () => void tellFault(base, input.value));
}

async function tellFault(base: string, fault: string): Promise<void> {
  faultChoice += 1;
  faultsUnderWay += 1;
  try {
    await fetch(`${base}/fault`, { method: 'POST', body: JSON.stringify({ fault }) });
  } catch {
    // The preview itself was stopped; the next look shows the fault that it has.
  } finally {
    faultChoice += 1;
    faultsUnderWay -= 1;
  }
}

/** Looks again and again at what was received. @returns a function that looks at once */
export function keepLooking<Received extends { readonly fault: string; readonly buildNumber: number }>(
  base: string,
  buildNumber: number,
  show: (received: Received) => void,
): () => void {
  let looking: Promise<void> | undefined;
  const look = (): void => {
    looking ??= update().finally(() => (looking = undefined));
  };
  const update = async (): Promise<void> => {
    let received: Received;
    const choice = faultChoice;
    try {
      const response = await fetch(`${base}/received`, { cache: 'no-store' });
      if (!response.ok) return;
      received = (await response.json()) as Received;
    } catch {
      // The preview itself was stopped; the next look finds it again, or not.
      return;
    }
    await idle();
    show(received);
    // What was asked before the last choice was taken knows nothing of it.
    if (choice === faultChoice && faultsUnderWay === 0) showFault(received.fault);
    if (received.buildNumber !== buildNumber) say(text.rebuilt);
  };
  look();
  setInterval(look, 3000);
  return look;
}

/** The course's page shares its processor with this one, as in an LMS, and comes first while it opens. */
function idle(): Promise<unknown> {
  // WebKit has none.
  return new Promise((ready) => ('requestIdleCallback' in window ? requestIdleCallback(ready, { timeout: 2000 }) : setTimeout(ready)));
}

export function say(words: string): void {
  const problem = byId('problem');
  problem.textContent = words;
  problem.hidden = false;
}

function showFault(fault: string): void {
  for (const input of faultInputs()) input.checked = input.value === fault;
}

function faultInputs(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll<HTMLInputElement>('input[name=fault]');
}
