/** The course in the preview LMS's player. */
import type { Frame, Page } from 'playwright';

/** How long the player may take to show it on a busy machine, in milliseconds. */
const PATIENCE = 20_000;

/** @returns the course's frame, which has the whole window then. @throws Error where the player shows no course */
export async function frameOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#course', { timeout: PATIENCE });
  await element.evaluate(fillWindow);
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The player shows no course.');
  return frame;
}

/** Runs in the page and stands alone: the course's frame has the whole window, and nothing of the preview's page around it is there. */
function fillWindow(frame: SVGElement | HTMLElement): void {
  for (let one: Element | null = frame; one && one !== document.body; one = one.parentElement) {
    for (const other of one.parentElement?.children ?? []) if (other !== one && other instanceof HTMLElement) other.style.display = 'none';
  }
  Object.assign(frame.style, { position: 'fixed', inset: '0', width: '100%', height: '100%', border: '0' });
}
