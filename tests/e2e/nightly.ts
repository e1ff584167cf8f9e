/**
 * What marks a test that only `npm run test:nightly` runs (playwright.config.ts). In `npm test` each promise is held in Chromium, and Firefox and WebKit
 * are only seen to open the course, write, close and come back.
 */
export function nightlyIf(isNightly: boolean | undefined): { tag: string[] } {
  return { tag: isNightly ? ['@nightly'] : [] };
}

/** In Chromium each time, in the other engines each night. */
export function othersNightly({ name }: { readonly name: string }): { tag: string[] } {
  return nightlyIf(name !== 'Chromium');
}
