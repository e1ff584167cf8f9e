/** What may happen to a page, a network or an LMS while a learner writes: nothing is lost, and the words are true. In three engines. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type TestDetails } from '@playwright/test';
import type { PreviewFault } from '../../src/preview/faults.ts';
import { fi } from '../../src/text/fi.ts';
import { howMany } from '../how-many.ts';
import { engines, test } from './engines.ts';
import { othersNightly } from './nightly.ts';
import type { PlaywrightBrowser } from './playwright-engine.ts';
import { storedAnswers } from './reported.ts';
import { LibraryWorker } from './take-licence.ts';
import { TestLms, type LaunchChoice } from './test-lms.ts';
import type { BrowserWindow, Engine, TestBrowser } from './view.ts';
import { BrowserCrash } from './webdriver.ts';
import { course } from './whole-course.ts';

const moodle: LaunchChoice = { package: 'aspa-ajokortti-scorm12.zip', profile: 'moodle' };
const field = 'p.questions.opportunity';
const { insteadOfCourse, saving } = fi;
const safe = /^Tallennettu klo \d/;
/** After an answer that said so nothing is asked for that long, milliseconds (`src/session/saving/save-queue-state.ts`). */
const SPARED = 5_000;
/** The first retries of any other failure come within it. */
const LONGER_THAN_RETRIES = 6_000;
const patience = { timeout: 60_000 };

// Every test has an LMS and a profile of its own.
test.describe.configure({ mode: 'parallel', timeout: 240_000 });

interface Scene {
  readonly lms: TestLms;
  readonly browser: TestBrowser;
  /** Opens a player's page in a new window, on the page with the field. */
  readonly arrives: (player: string) => Promise<{ readonly window: BrowserWindow; readonly worker: LibraryWorker }>;
}

/** A test in a browser and with an LMS of its own. */
function inEngine(
  engine: Engine,
  title: string,
  play: (scene: Scene) => Promise<void>,
  details: TestDetails = othersNightly(engine),
): void {
  test(`${engine.name}: ${title}`, details, async ({ newBrowser }) => {
    test.skip(engine.missing !== undefined, engine.missing);
    try {
      await playAnew(() => newBrowser(engine), play);
    } catch (failure) {
      // WebKitGTK 2.54.3 died (a general protection fault of its network process) once in some 300 windows closed: that says nothing of the course.
      if (!(failure instanceof BrowserCrash)) throw failure;
      console.log(`${engine.name} has died, and "${title}" is played once more: ${failure.message}`);
      await playAnew(() => newBrowser(engine), play);
    }
  });
}

async function playAnew(newBrowser: () => Promise<TestBrowser>, play: (scene: Scene) => Promise<void>): Promise<void> {
  const lms = await TestLms.start();
  const browser = await newBrowser();
  try {
    await play({
      lms,
      browser,
      arrives: async (player) => {
        const window = await browser.newWindow();
        await window.goTo(player);
        const worker = new LibraryWorker(window.course, course);
        await worker.arrives();
        await opensQuestions(worker);
        return { window, worker };
      },
    });
  } finally {
    await browser.quit();
    await lms.stop();
  }
}

async function opensQuestions(worker: LibraryWorker): Promise<void> {
  await worker.opensPage('p', course.chapters.find(({ id }) => id === 'p')?.title ?? '');
}

/**
 * A request of the page could undo a login that is under way in another tab: so long the page is as good as not there.
 * @param times how often it is waited whether one comes after all
 */
async function asksNothingUntilShePresses({ course: page }: BrowserWindow, times: number): Promise<void> {
  const requests = (): Promise<number> => page.read({ css: 'html' }, () => performance.getEntriesByType('resource').length);
  await wait(SPARED);
  const before = await requests();
  await wait(times * LONGER_THAN_RETRIES);
  expect(await requests()).toBe(before);
  await page.click({ css: 'h1' });
}

function textInLms({ lms }: Scene, player: string): string | undefined {
  return storedAnswers(lms.stored(player))[field];
}

const everywhere: readonly Engine['name'][] = ['Chromium', 'Firefox', 'WebKit'];
/** What differs between engines is how they tell that there is no answer, and what a redirection is. */
const faults: readonly { fault: PreviewFault; title: string; in: readonly Engine['name'][] }[] = [
  { fault: 'offline', title: 'the network is gone', in: everywhere },
  { fault: 'unavailable', title: 'the server answers 503', in: ['Chromium'] },
  { fault: 'html', title: 'a captive portal answers', in: ['Chromium'] },
  { fault: 'hang', title: 'the server hangs', in: ['Chromium', 'WebKit'] },
  { fault: 'shut-out', title: 'a teacher has hidden the course', in: everywhere },
  { fault: 'session-expired', title: 'the session has expired', in: everywhere },
];

for (const engine of engines) {
  inEngine(engine, 'whatever fails on the way, the words say so, and what was written is saved when it is over', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const { worker, window } = await scene.arrives(player);
    let stored = 'Ennen häiriötä';
    await worker.writes(field, stored);
    await expect.poll(() => textInLms(scene, player), patience).toBe(stored);
    for (const { fault, title } of faults.filter((each) => each.in.includes(engine.name))) {
      await test.step(title, async () => {
        await scene.lms.setFault(player, fault);
        const text = `Häiriön aikana – ääkkösin: ${title}`;
        await worker.writes(field, text);
        await expect.poll(() => worker.saveProblem(), patience).toContain(saving.textIsHere);
        expect(Object.values(saving.notSaved)).toContain(await worker.saveWords());
        if (fault === 'offline') expect(await worker.saveWords()).toBe(saving.notSaved.offline);
        if (fault === 'shut-out') expect(await worker.saveProblem()).toContain(saving.why['other-page']);
        if (fault === 'session-expired') expect(await worker.saveWords()).toBe(saving.notSaved['session-ended']);
        expect(textInLms(scene, player)).toBe(stored);
        await scene.lms.setFault(player, 'none');
        if (fault === 'session-expired')
          await asksNothingUntilShePresses(window, howMany({ gate: engine.name === 'Chromium' ? 1 : 0, nightly: 1 }));
        await expect.poll(() => worker.saveWords(), patience).toMatch(safe);
        expect(textInLms(scene, player)).toBe((stored = text));
      });
    }
    await window.close();
  });

  inEngine(engine, 'closed without a network, the course has it all at the next launch', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const first = await scene.arrives(player);
    await scene.lms.setFault(player, 'offline');
    await first.worker.writes(field, 'Junassa kirjoitettua');
    await first.window.close();
    // Beacons of the page that left are still under way.
    await wait(1000);
    await scene.lms.setFault(player, 'none');
    expect(textInLms(scene, player)).not.toBe('Junassa kirjoitettua');
    const { worker } = await scene.arrives(await scene.lms.launch(moodle));
    expect(await worker.reads(field)).toBe('Junassa kirjoitettua');
    await expect.poll(() => textInLms(scene, player), patience).toBe('Junassa kirjoitettua');
  });

  inEngine(engine, 'a crash takes nothing that is older than five seconds, though the LMS had not heard of it', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const first = await scene.arrives(player);
    await scene.lms.setFault(player, 'unavailable');
    await first.worker.writes(field, 'Juuri ennen kaatumista');
    await wait(5000);
    await first.window.vanish();
    await scene.lms.setFault(player, 'none');
    const { worker } = await scene.arrives(await scene.lms.launch(moodle));
    expect(await worker.reads(field)).toBe('Juuri ennen kaatumista');
    await expect.poll(() => textInLms(scene, player), patience).toBe('Juuri ennen kaatumista');
  });

  inEngine(
    engine,
    'what is typed just before a reload is there after it',
    async (scene) => {
      const player = await scene.lms.launch(moodle, 'new');
      const { window, worker } = await scene.arrives(player);
      await worker.writes(field, 'Juuri ennen lataamista');
      await window.goTo(player);
      const again = new LibraryWorker(window.course, course);
      await again.arrives();
      await opensQuestions(again);
      expect(await again.reads(field)).toBe('Juuri ennen lataamista');
    },
    {},
  );

  inEngine(engine, 'after Exit and Back an old page does not write over newer work', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const { window, worker } = await scene.arrives(player);
    await worker.writes(field, 'Uudempi työ');
    await expect.poll(() => worker.saveWords(), patience).toMatch(safe);
    await expect.poll(() => textInLms(scene, player), patience).toBe('Uudempi työ');
    await window.goTo(scene.lms.address);
    await window.back();
    const title = (): Promise<string> => window.course.read({ css: 'h1' }, ([heading]) => heading?.textContent ?? '');
    // Out of the engine's cache the page is the closed one, anew it gets the LMS's old state; it must not be taken for the newest.
    await expect.poll(title, patience).toMatch(new RegExp(`${insteadOfCourse.stale.title}|${insteadOfCourse.closed.title}`));
    // Whatever it has left to write, it writes when it is left.
    await window.goTo(await scene.lms.launch(moodle));
    expect(textInLms(scene, player)).toBe('Uudempi työ');
    const again = new LibraryWorker(window.course, course);
    await again.arrives();
    await opensQuestions(again);
    expect(await again.reads(field)).toBe('Uudempi työ');
  });

  inEngine(engine, 'a second tab says that the course is open elsewhere, and takes over with the last keystrokes', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const first = await scene.arrives(player);
    await first.worker.writes(field, 'Ensimmäisessä välilehdessä');
    const window = await scene.browser.newWindow();
    await window.goTo(player);
    const second = new LibraryWorker(window.course, course);
    await second.seesTitle(insteadOfCourse.elsewhere.title);
    await second.presses(insteadOfCourse.elsewhere.takeOver);
    await second.arrives();
    await first.worker.seesTitle(insteadOfCourse.elsewhere.title);
    await opensQuestions(second);
    expect(await second.reads(field)).toBe('Ensimmäisessä välilehdessä');
    await second.writes(field, 'Toisessa välilehdessä');
    await expect.poll(() => textInLms(scene, player), patience).toBe('Toisessa välilehdessä');
    await first.window.close();
    await wait(1000);
    expect(textInLms(scene, player)).toBe('Toisessa välilehdessä');
  });

  inEngine(engine, 'on a shared computer nobody sees what the LMS of another learner did not take', async (scene) => {
    const player = await scene.lms.launch(moodle, 'new');
    const first = await scene.arrives(player);
    await scene.lms.setFault(player, 'offline');
    await first.worker.writes(field, 'Vain minun silmilleni');
    await first.window.close();
    const other = await scene.arrives(await scene.lms.launch({ ...moodle, learner: 'onni.lainaaja' }, 'new'));
    expect(await other.worker.reads(field)).toBe('');
    await other.worker.writes(field, 'Toisen oppijan oma');
    await other.window.close();
    await scene.lms.setFault(player, 'none');
    const again = await scene.arrives(await scene.lms.launch(moodle));
    expect(await again.worker.reads(field)).toBe('Vain minun silmilleni');
  });

  inEngine(engine, 'browse mode writes nothing, and says so before anything is typed', async (scene) => {
    const player = await scene.lms.launch({ ...moodle, mode: 'browse' }, 'new');
    const { window, worker } = await scene.arrives(player);
    expect(await window.course.read({ css: 'aspa-notices' }, ([notices]) => notices?.shadowRoot?.textContent ?? '')).toContain(
      saving.browse,
    );
    await worker.writes(field, 'Ei saa tallentua');
    await expect.poll(() => worker.saveWords(), patience).toBe(saving.notSaved['read-only']);
    // Whatever it has left to write, it writes when it is closed.
    await window.close();
    await wait(1000);
    expect(scene.lms.stored(player)).toEqual({});
  });

  inEngine(engine, 'without an LMS, a page out of the cache does not write over what another tab wrote since', async (scene) => {
    const address = new URL('web/aspa-ajokortti-web.zip/index.html', scene.lms.address).href;
    const first = await scene.arrives(address);
    await first.worker.writes(field, 'Vanhempi');
    await first.window.goTo(scene.lms.address);
    const second = await scene.arrives(address);
    expect(await second.worker.reads(field)).toBe('Vanhempi');
    await second.worker.writes(field, 'Uudempi');
    await second.window.close();
    await first.window.back();
    await wait(1000);
    const third = await scene.browser.newWindow();
    await first.window.close();
    await third.goTo(address);
    const worker = new LibraryWorker(third.course, course);
    await worker.arrives();
    await opensQuestions(worker);
    expect(await worker.reads(field)).toBe('Uudempi');
  });
}

inEngine(engines[0] as Engine, 'a machine that goes offline and comes back saves at once', async (scene) => {
  const { context } = scene.browser as PlaywrightBrowser;
  const player = await scene.lms.launch(moodle, 'new');
  const { worker } = await scene.arrives(player);
  await context.setOffline(true);
  await worker.writes(field, 'Tunnelissa');
  await expect.poll(() => worker.saveWords(), patience).toBe(saving.notSaved.offline);
  // Several retries have gone by, and the next would be far off.
  await wait(6000);
  await context.setOffline(false);
  await expect.poll(() => textInLms(scene, player), { timeout: 3000 }).toBe('Tunnelissa');
  await expect.poll(() => worker.saveWords(), patience).toMatch(safe);
});
