/** A picture of a place on a page, as small as it can be read. */
import type { Locator, Page } from 'playwright';
import type { Picture } from '../../build/guide-page.ts';

/** In CSS pixels. */
const TALLEST = 800;
/** Around what is shown, in CSS pixels. */
const AIR = 8;
/** Of WebP, of 100: letters stay sharp. */
const QUALITY = 80;

/** The upper part of what is higher than a screen. @param last what is shown last */
export async function taken(page: Page, place: Locator, last = place): Promise<Picture> {
  const window = page.viewportSize() ?? { width: TALLEST, height: TALLEST };
  // In a window as high as the page nothing is scrolled and nothing is left undrawn: every place stands where it is measured.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: window.width, height: Math.max(window.height, whole) });
  await page.evaluate(atTop);
  const [box, end] = [await place.boundingBox(), await last.boundingBox()];
  if (!box || !end) throw new Error('What the guide shows is not on the page.');
  const clip = {
    x: 0,
    y: Math.max(0, Math.round(box.y) - AIR),
    width: window.width,
    height: Math.min(TALLEST, Math.round(end.y + end.height - box.y) + 2 * AIR),
  };
  // Playwright itself takes no WebP.
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip: { ...clip, scale: 1 } });
  await session.detach();
  await page.setViewportSize(window);
  return { webp: Buffer.from(data, 'base64'), width: clip.width, height: clip.height };
}

/** Scrolls to the top, and waits until the page is drawn there. */
function atTop(): Promise<void> {
  scrollTo({ top: 0, behavior: 'instant' });
  return new Promise((drawn) => {
    setTimeout(() => requestAnimationFrame(() => drawn()), 150);
  });
}
