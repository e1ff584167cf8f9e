/** What axe finds wrong with a page, as a list that reads well in a failed test. */
import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/** Frames are another document's business. @param without a selector of parts that are not looked at */
export async function accessibilityFaults(page: Page | Frame, without?: string): Promise<[rule: string, places: string[]][]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (exclude) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(exclude ? { exclude: [exclude] } : document, {
      iframes: false,
      resultTypes: ['violations'],
      // It takes the soft hyphens in a visible name for letters that its label lacks.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }, without);
}
