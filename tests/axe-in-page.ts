/**
 * Runs axe within a page, and takes only what is wrong out of it: to hand over what is right with a table of fifty people, as AxeBuilder does,
 * takes seconds.
 */
import axe from 'axe-core';
import type { Frame, Page } from 'playwright';
import { untilStill } from './until-still.ts';

export interface AxeOptions extends Pick<axe.RunOptions, 'rules'> {
  /** A selector of parts that are not looked at. */
  readonly without?: string;
  /** Only rules with one of these; without it the rules that axe runs by itself. */
  readonly tags?: readonly string[];
}

/** @returns each broken rule with the elements that break it, in HTML. Frames are another document's business. */
export async function axeFaults(page: Page | Frame, options: AxeOptions = {}): Promise<[rule: string, places: string[]][]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await page.evaluate(untilStill);
  return page.evaluate(async ({ without, tags, rules }) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(without === undefined ? document : { exclude: [without] }, {
      iframes: false,
      resultTypes: ['violations'],
      ...(tags ? { runOnly: [...tags] } : {}),
      ...(rules ? { rules } : {}),
    });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }, options);
}
