/** The way back and the way on stand in one line, whatever their pages are called. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CourseFooter } from '../../src/shell/frame/course-footer.ts';
import { adoptTokens } from '../../src/theme/tokens.ts';

afterEach(() => document.body.replaceChildren());

test('in a narrower window the way on breaks too, and no word of the way back does', async () => {
  adoptTokens(document);
  await page.viewport(500, 666);
  const footer = Object.assign(new CourseFooter(), {
    back: { page: 'e', title: 'Palautteesta yhteiskehittämiseen' },
    forward: { page: 'b', title: 'Hyödynnä lähteitä ja hae tietoa verkosta' },
  });
  document.body.append(footer);
  await footer.updateComplete;
  const box = (selector: string): DOMRect => footer.renderRoot.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
  expect(box('.back .word').height).toBeLessThan(30);
  expect(box('.back').right).toBeLessThanOrEqual(box('.forward').left);
  expect(box('.forward').right).toBeLessThanOrEqual(500);
});

test('in Moodle’s frame two long names break within their links, and take no second row from the page', async () => {
  adoptTokens(document);
  await page.viewport(714, 666);
  const footer = Object.assign(new CourseFooter(), {
    back: { page: 'b', title: 'Make use of sources and search for information online' },
    forward: { page: 'b/b.colleague', title: 'A colleague’s strengths' },
  });
  document.body.append(footer);
  await footer.updateComplete;
  const [back, forward] = [...footer.renderRoot.querySelectorAll('a')].map((link) => link.getBoundingClientRect());
  expect(back?.right).toBeLessThanOrEqual(forward?.left ?? 0);
  expect(footer.offsetHeight).toBeLessThanOrEqual(90);
  const lines = footer.renderRoot.querySelector<HTMLElement>('.forward .title')?.offsetHeight ?? 0;
  expect(lines, 'the way on stays in one line').toBeLessThan(36);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(714);
});
