import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/chromium-options.ts';

/** Chromium for all; the tests that Firefox and WebKit take too start them themselves (tests/e2e/engines.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  // One more than there are cores of a small machine: tests wait for faults to pass. With four it took no less time.
  workers: 3,
  // For what hangs: how long something takes on a busy machine says nothing of the course. No test is run again
  // but where the browser itself has died (`nothing-lost.spec.ts`).
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // The long matrix of engines and standards runs each night (`npm run test:nightly`).
  ...(process.env['NIGHTLY'] ? {} : { grepInvert: /@nightly/ }),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: chromiumOptions(),
      },
    },
  ],
});
