/** The engines that the course is tested in, each started once by a worker that needs it. Those for pages from a disk: `tests/page-on-disk.ts`. */
import { test as base } from '@playwright/test';
import { chromiumEngine, firefoxEngine } from './playwright-engine.ts';
import type { Engine, RunningEngine, TestBrowser } from './view.ts';
import { webKitEngine } from './webkit-engine.ts';

export const engines: readonly Engine[] = [chromiumEngine, firefoxEngine, webKitEngine];

/** A browser with an empty profile, as on a machine where the learner has not been. @param now what its clock begins at (`RunningEngine`) */
type NewBrowser = (engine: Engine, now?: Date) => Promise<TestBrowser>;

export const test = base.extend<object, { newBrowser: NewBrowser }>({
  newBrowser: [
    // Playwright reads from the braces that no other fixture is needed.
    async ({}, use) => {
      const started = new Map<Engine, RunningEngine>();
      await use(async (engine, now) => {
        let running = started.get(engine);
        if (!running?.isRunning()) started.set(engine, (running = await engine.start()));
        return running.newBrowser(now);
      });
      await Promise.all([...started.values()].map((each) => each.stop()));
    },
    { scope: 'worker' },
  ],
});
