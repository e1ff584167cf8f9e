/** What axe finds wrong with a page, as a list that reads well in a failed test. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** @param without a selector of parts that are another document's business */
export async function accessibilityFaults(page: Page, without?: string): Promise<[rule: string, places: string[]][]> {
  // The types of axe name another copy of playwright-core; it is the same page.
  const builder = new AxeBuilder({ page: page as never });
  const { violations } = await (without ? builder.exclude(without) : builder).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
