/** What requests that outlive a page may hold together, and what counts. */
import { describe, expect, test } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { licence, optional, withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';
import { isOfState, SeparateBrowser, type PageHere } from './separate-browser.ts';

withLauncherClock();

/** The tab's cross: what does not outlive the page never leaves it. */
async function closedTab(page: PageHere): Promise<void> {
  page.session.lifecycle.leave();
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  page.session.lifecycle.end();
  page.die();
  await pass(30_000);
}

describe.each(['xapi', 'cmi5', 'mod-cmi5', 'rustici', 'tincanlaunch', 'grassblade', 'catapult', 'ilias-cmi5', 'chamilo'] as LauncherId[])(
  '%s',
  (id) => {
    test('a licence that was taken in from a file is reported complete, though the page is closed a moment later', async () => {
      const author = await LaunchedLearner.in(new LauncherDouble('xapi'));
      await author.write(licence, 1);
      const file = author.session.file.export();
      const double = new LauncherDouble(id);
      const browser = new SeparateBrowser(double);
      const page = await browser.open();
      await pass(30_000);
      page.session.file.import(file, true);
      await pass(100);
      await closedTab(page);
      expect(double.verbs()).toContain('completed');
      expect(double.verbs()).toContain('terminated');
    });
  },
);

test.each(['xapi', 'tincanlaunch', 'grassblade'] as LauncherId[])(
  '%s: a short visit is ended, though the page that was closed before had told that the course is complete',
  async (id) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(optional, 10);
    await pass(120_000);
    expect(double.verbs()).not.toContain('completed');
    learner.session.store.change(Object.fromEntries([...licence].map(([field, { text }]) => [field, text])));
    await pass(500);
    await learner.closeTab();
    expect(double.verbs()).toContain('completed');
    const browser = new SeparateBrowser(double);
    browser.before = (method, url) => (method !== 'GET' && isOfState(url) ? new Promise((go) => setTimeout(go, 2_000)) : undefined);
    const page = await browser.page();
    void page.session.start();
    await pass(1_000);
    if (page.session.phase === 'unconfirmed') void page.session.sendThere();
    await pass(500);
    expect(page.session.phase).toBe('open');
    page.session.lifecycle.leave();
    page.session.lifecycle.end();
    page.die();
    await pass(30_000);
    expect(double.verbs().filter((verb) => verb === 'initialized')).toHaveLength(2);
    expect(double.verbs().filter((verb) => verb === 'terminated')).toHaveLength(2);
  },
);
