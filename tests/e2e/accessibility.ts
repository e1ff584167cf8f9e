/** What axe finds wrong with a page of the course, as a list that reads well in a failed test. */
import type { Frame, Page } from '@playwright/test';
import { axeFaults } from '../axe-in-page.ts';

/** @param without a selector of parts that are not looked at */
export function accessibilityFaults(page: Page | Frame, without?: string): Promise<[rule: string, places: string[]][]> {
  return axeFaults(page, {
    ...(without === undefined ? {} : { without }),
    // It takes the soft hyphens in a visible name for letters that its label lacks.
    rules: { 'label-content-name-mismatch': { enabled: false } },
  });
}
