import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/browsers.ts';

const executablePath = chromiumPath();

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 2,
  timeout: 60_000,
  // The long matrix of engines and standards runs each night (`npm run test:nightly`).
  ...(process.env['NIGHTLY'] ? {} : { grepInvert: /@nightly/ }),
  forbidOnly: Boolean(process.env['CI']),
  // Three real browsers on a busy machine: what fails twice is broken, what fails once is told as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
        },
      },
    },
  ],
});
