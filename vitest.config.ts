import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumOptions } from './tests/chromium-options.ts';
import { heldAnswers } from './tests/held-answers.ts';
import { LongFilesFirst } from './tests/long-files-first.ts';
import { wholeModels } from './tests/whole-models.ts';

/**
 * What `npm test` leaves to the nightly run: each holds again, at length, what shorter tests of the same promise hold each time
 * (tests/PROMISES.md), or takes whole copies of the project through its commands.
 */
const NIGHTLY_ONLY = [
  'tests/added-kind/**',
  'tests/build/full-disk.test.ts',
  'tests/guide/commands.test.ts',
  'tests/guide/run-programs.test.ts',
  'tests/records/crash.test.ts',
  'tests/records/page-fonts.test.ts',
  'tests/records/patience.test.ts',
  'tests/second-course/**',
  'tests/session/asleep-in-a-save.test.ts',
  'tests/session/left-open-without-receipts.test.ts',
  'tests/tracking/scorm/bridge-between-origins.test.ts',
  'tests/tracking/scorm/names-give-way.test.ts',
  'tests/tracking/scorm/scorm-pages-safety.test.ts',
];

/** For what hangs, in milliseconds; how long something takes on a busy machine says nothing of the course. */
const LIMITS = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    // One more than there are cores: some tests wait for seconds on end, for a server that is down or a browser that starts.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        plugins: [wholeModels()],
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**', ...(process.env['NIGHTLY'] ? [] : NIGHTLY_ONLY)],
          // One process for all files of a worker: each loads the course's modules once, and clears away what it has changed for all.
          isolate: false,
          // Much is made that is soon of no use, and with room for more of it less time goes into clearing it away.
          execArgv: ['--max-semi-space-size=64'],
          ...LIMITS,
        },
      },
      {
        plugins: [heldAnswers()],
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          setupFiles: ['tests/course-font.ts'],
          ...LIMITS,
          // One page for all files of a worker: they load the course's modules once, and each clears away what it has shown.
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: chromiumOptions(),
              // A button that is not there is told sooner than by the test's own limit.
              actionTimeout: 60_000,
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
