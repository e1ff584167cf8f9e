/** What marks a test that only `npm run test:nightly` runs (playwright.config.ts). */
export function nightlyIf(isNightly: boolean | undefined): { tag: string[] } {
  return { tag: isNightly ? ['@nightly'] : [] };
}
