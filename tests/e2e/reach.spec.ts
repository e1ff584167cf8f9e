/** The way out, and whatever has the focus, can be seen and pressed: in a telephone, in a low window, in an LMS's frame that reaches below the screen. */
import { expect, type Frame, type Page } from '@playwright/test';
import { fi } from '../../src/text/fi.ts';
import { goesTo, opensAlone, pages, places, test } from './course-alone.ts';
import { nightlyIf } from './nightly.ts';
import type { TestLms } from './test-lms.ts';

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Where the LMS puts the course's frame; absent where the course has the window for itself. */
  readonly frame?: { readonly top: number; readonly width: number; readonly height: number };
  /** A harder screen of the same kind stands for it in `npm test`. */
  readonly nightly?: true;
}

const SCREENS: readonly Screen[] = [
  { name: 'a desk', width: 1366, height: 768, nightly: true },
  { name: 'a telephone', width: 360, height: 640, nightly: true },
  { name: 'a small telephone', width: 320, height: 568 },
  { name: 'a desk at 400 %', width: 320, height: 256 },
  // Moodle's player as seen in 4.5: 714 × 666 under the site's and the course's own heads, on a telephone 367 × 666.
  { name: 'Moodle’s frame', width: 1366, height: 768, frame: { top: 290, width: 714, height: 666 } },
  { name: 'Moodle’s frame on a telephone', width: 400, height: 740, frame: { top: 250, width: 367, height: 666 }, nightly: true },
  { name: 'a frame that is taller than the screen', width: 1366, height: 768, frame: { top: 120, width: 1000, height: 1400 } },
];

/** Opens the course, within a page such as an LMS's where the screen has one. @returns the course's own frame */
async function opens(page: Page, lms: TestLms, { width, height, frame }: Screen): Promise<Frame> {
  await page.setViewportSize({ width, height });
  if (!frame) {
    await opensAlone(page, lms);
    return page.mainFrame();
  }
  const player = new URL('around/player.html', lms.address).href;
  const course = new URL('web/aspa-ajokortti-web.zip/index.html', lms.address).href;
  await page.route(player, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>LMS</title><body style="margin: 0">
        <div style="height: ${String(frame.top)}px">LMS</div>
        <iframe name="course" src="${course}" style="border: 0; width: ${String(frame.width)}px; height: ${String(frame.height)}px"></iframe>
        <div style="height: 400px">LMS</div>`,
    }),
  );
  await page.goto(player);
  await expect(page.frameLocator('iframe').locator('aspa-course-header')).toBeVisible();
  const inner = page.frame('course');
  if (!inner) throw new Error('The LMS’s page has no frame');
  return inner;
}

/** Runs in the course: what has the focus, and how much of it is seen between header and footer, of a height that an eye needs. */
function focusedHere(): {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly above: number;
  readonly below: number;
} {
  const inside = (root: ParentNode, selector: string): Element | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(selector)) return element;
      const found = element.shadowRoot && inside(element.shadowRoot, selector);
      if (found) return found;
    }
    return null;
  };
  let element = document.activeElement;
  let isInBar = false;
  const isInDialog = inside(document, 'dialog[open]') !== null;
  for (; element?.shadowRoot?.activeElement; element = element.shadowRoot.activeElement)
    isInBar ||= element.matches('aspa-course-header, aspa-save-problem, aspa-earned-notice, aspa-course-footer');
  isInBar ||= element?.matches('.skip') ?? false;
  const box = (element?.closest('label') ?? element)?.getBoundingClientRect() ?? new DOMRect();
  const bar = (selector: string): DOMRect | undefined => {
    const found = inside(document, selector);
    return found && !isInBar && !isInDialog && getComputedStyle(found).position === 'sticky' ? found.getBoundingClientRect() : undefined;
  };
  return {
    name: `${element?.localName ?? ''} ${(element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}`,
    top: box.top,
    bottom: box.bottom,
    above: bar('.top')?.bottom ?? 0,
    below: bar('.bottom')?.top ?? innerHeight,
  };
}

/** The same in the coordinates of the whole screen. */
async function focused(
  page: Page,
  course: Frame,
  screen: Screen,
): Promise<{ readonly name: string; readonly seen: number; readonly height: number }> {
  const { name, top, bottom, above, below } = await course.evaluate(focusedHere);
  const shift = screen.frame ? screen.frame.top - (await page.evaluate(() => scrollY)) : 0;
  const seen = Math.min(bottom + shift, below + shift, screen.height) - Math.max(top + shift, above + shift, 0);
  return { name, seen, height: bottom - top };
}

/** So much of what has the focus that an eye finds it. */
function isSeen({ seen, height }: { readonly seen: number; readonly height: number }): boolean {
  return seen >= Math.min(height, 20) - 1;
}

for (const screen of SCREENS) {
  test(
    `${screen.name}: by the keyboard, each line of the contents is in sight, and the way out leads out`,
    nightlyIf(screen.nightly),
    async ({ page, lms }) => {
      const course = await opens(page, lms, screen);
      await course.locator('body').press('Tab');
      while (!(await focused(page, course, screen)).name.startsWith(`button ${fi.shell.contents}`)) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(course.getByRole('dialog')).toBeVisible();
      const reached: string[] = [];
      for (let presses = 0; presses < pages.length + 8; presses += 1) {
        await page.keyboard.press('Tab');
        // The frame of the next drawing: a focus scrolls smoothly nowhere, yet not before it.
        await page.waitForTimeout(50);
        const { name, seen, height } = await focused(page, course, screen);
        expect(seen, `${name} is in sight whole`).toBeGreaterThanOrEqual(Math.min(height, 60) - 1);
        reached.push(name);
        if (name.startsWith(`button ${fi.shell.exit}`)) break;
      }
      expect(reached).toContain(`button ${fi.shell.exit}`);
      expect(reached.filter((name) => name.startsWith('a '))).toHaveLength(pages.length);
      await page.keyboard.press('Enter');
      await expect(course.getByRole('heading', { name: fi.insteadOfCourse.closed.title })).toBeVisible();
    },
  );

  test(
    `${screen.name}: by the mouse, the contents are wheeled through, and the way out leads out`,
    nightlyIf(screen.nightly),
    async ({ page, lms }) => {
      const course = await opens(page, lms, screen);
      await course.getByRole('button', { name: new RegExp(`^${fi.shell.contents}`) }).click();
      const out = course.getByRole('button', { name: fi.shell.exit });
      const at = async (name: string): Promise<{ x: number; y: number; width: number; height: number }> => {
        const box = await course.getByRole('link', { name, exact: true }).boundingBox();
        if (!box) throw new Error(`${name} is not drawn`);
        return box;
      };
      const first = await at(fi.workbook.page);
      await page.mouse.move(first.x + 20, (screen.frame?.top ?? 0) + 100);
      for (let turns = 0; turns < 8; turns += 1) {
        await page.mouse.wheel(0, 200);
        await page.waitForTimeout(50);
      }
      const last = await at(pages.at(-3)?.title ?? '');
      expect(last.y + last.height, 'the last line is above the screen’s edge').toBeLessThanOrEqual(screen.height);
      const box = await out.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= screen.height, 'the way out is on the screen').toBe(true);
      // A press at its place on the screen, without the scrolling that a click of the test's own would do.
      await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await expect(course.getByRole('heading', { name: fi.insteadOfCourse.closed.title })).toBeVisible();
    },
  );
}

for (const screen of SCREENS.filter(({ name }) => ['Moodle’s frame', 'a small telephone'].includes(name))) {
  test(
    `${screen.name}: on every page, what gets the focus by Tab is not hidden by the bars or the screen’s edge`,
    nightlyIf(screen.frame !== undefined),
    async ({ page, lms }) => {
      test.setTimeout(360_000);
      const course = await opens(page, lms, screen);
      for (const each of places) {
        if (screen.frame) await course.evaluate((hash) => (location.hash = hash), each.id);
        else await goesTo(page, each);
        const first = each.id === 'kansi' ? 'a.start' : each.id.includes('/') ? 'h2#title' : 'h1';
        await expect(course.locator(first).and(course.locator(':focus'))).toHaveCount(1);
        for (let presses = 0; presses < 400; presses += 1) {
          await page.keyboard.press('Tab');
          const now = await focused(page, course, screen);
          if (now.name.startsWith(`button ${fi.shell.skip}`)) break;
          if (/^(body|iframe|html) /.test(now.name) || isSeen(now)) continue;
          await expect.soft.poll(async () => isSeen(await focused(page, course, screen)), `${each.id}: ${now.name}`).toBe(true);
        }
      }
    },
  );
}
