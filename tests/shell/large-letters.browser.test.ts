/** Words in letters of twice the size, where one of them fills a telephone's line. */
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { FakeSession } from './fake-session.ts';
import { drawn, inside, showCourse } from './shown-course.ts';

afterEach(() => {
  document.documentElement.style.fontSize = '';
  document.body.replaceChildren();
});

/** How words of the first element that is drawn break, by the selector that finds it. */
async function hyphensOf(...selectors: readonly string[]): Promise<Record<string, string | undefined>> {
  const { app } = await showCourse(new FakeSession(), 'b/b.second');
  await drawn(app);
  const all = inside(app).filter((element) => element.checkVisibility());
  const found = (selector: string): Element | undefined => all.find((element) => element.matches(selector));
  return Object.fromEntries(
    selectors.map((selector) => {
      const element = found(selector);
      return [selector, element && getComputedStyle(element).hyphens];
    }),
  );
}

describe('on a telephone', () => {
  test('with letters of twice the size the browser hyphenates the course’s words, and her own stand as she writes them', async () => {
    await page.viewport(360, 740);
    document.documentElement.style.fontSize = '225%';
    expect(await hyphensOf('h1', 'h2', '.brief p', 'label', 'textarea')).toEqual({
      h1: 'auto',
      h2: 'auto',
      '.brief p': 'auto',
      label: 'auto',
      textarea: 'manual',
    });
  });

  test.each([320, 360])('at %i pixels, with letters as they are, no word is hyphenated but where the content says so', async (width) => {
    await page.viewport(width, 740);
    expect(await hyphensOf('h1', '.brief p', 'textarea')).toEqual({ h1: 'manual', '.brief p': 'manual', textarea: 'manual' });
  });
});
