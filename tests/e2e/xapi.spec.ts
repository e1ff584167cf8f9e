/** The whole licence in xAPI and cmi5 against an LRS on another origin, and what a browser and a network may do to it. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { expect, type BrowserContext, type Page, type TestDetails } from '@playwright/test';
import type { Answers } from '../../src/course/answers.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import type { Interaction } from '../../src/tracking/tracker.ts';
import { fi } from '../../src/text/fi.ts';
import { engines, test } from './engines.ts';
import { lateDocuments } from './late-documents.ts';
import { TestLauncher } from './launched.ts';
import { nightlyIf, othersNightly } from './nightly.ts';
import { firefoxEngine, PlaywrightView } from './playwright-engine.ts';
import { chaptersToTake, LibraryWorker, type Written } from './take-licence.ts';
import type { BrowserWindow, Engine, TestBrowser } from './view.ts';
import { course } from './whole-course.ts';

const chapters = chaptersToTake(course);
const half = Math.ceil(chapters.length / 2);
const FIELD = 'p.guide.text';
const PATIENCE = { timeout: 60_000 };
const RESTED = { timeout: 45_000 };

test.describe.configure({ mode: 'parallel' });

interface Licence {
  readonly standard: 'xapi' | 'cmi5';
  readonly in: readonly Engine['name'][];
  /** Engines that run it in the nightly tests only. */
  readonly nightly: readonly Engine['name'][];
}

const licences: readonly Licence[] = [
  // One tracker takes both. What xAPI does otherwise is shown below and in preview-lrs.spec.ts; below the browser tests/launchers take it whole.
  { standard: 'xapi', in: ['Chromium'], nightly: ['Chromium'] },
  // That an engine delivers the last words and `terminated` of a closed window is shown below; the rest of a licence is in licence.spec.ts.
  { standard: 'cmi5', in: ['Chromium', 'Firefox', 'WebKit'], nightly: ['Firefox', 'WebKit'] },
];

for (const engine of engines) {
  for (const { standard, nightly } of licences.filter((licence) => licence.in.includes(engine.name))) {
    test(
      `${engine.name}: the licence in ${standard}, closed half-way and resumed in another browser, is in the LRS as it was typed`,
      nightlyIf(nightly.includes(engine.name)),
      async ({ newBrowser }) => {
        test.skip(engine.missing !== undefined, engine.missing);
        test.setTimeout(480_000);
        const launcher = await TestLauncher.start(standard);
        const written: Written = new Map();
        const inNewBrowser = async (does: (worker: LibraryWorker, window: BrowserWindow) => Promise<void>): Promise<void> => {
          const browser = await newBrowser(engine);
          try {
            const window = await browser.newWindow();
            await window.goTo((await launcher.launch(standard)).address);
            const worker = new LibraryWorker(window.course, course, written);
            await worker.arrives();
            await does(worker, window);
          } finally {
            await browser.quit();
          }
        };
        try {
          await inNewBrowser(async (worker, window) => {
            for (const chapter of chapters.slice(0, half)) {
              await worker.takes(chapter);
              // Answers are told when they have rested, or when she looks elsewhere; a robot writes more than the last request could carry.
              await worker.looksElsewhere();
              await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject(Object.fromEntries(written));
              await expect
                .poll(async () => (await launcher.responses()).size, RESTED)
                .toBe(answeredIn(await launcher.stateAnswers()).length);
              await worker.comesBack();
            }
            await expect.poll(() => worker.saveWords(), PATIENCE).toMatch(/^Tallennettu/);
            await window.close();
            // The browser delivers what a page sent in leaving, as long as it runs itself.
            await expect.poll(async () => (await launcher.verbs()).at(-1), PATIENCE).toBe('terminated');
          });
          await inNewBrowser(async (worker) => {
            await worker.findsEverythingIn(...chapters.slice(0, half));
            await worker.takes(...chapters.slice(half));
            // In cmi5 the launcher's page is shown then.
            await worker.ends(fi.shell.exit);
            await expect.poll(async () => (await launcher.verbs()).filter((verb) => verb === 'terminated').length, PATIENCE).toBe(2);
          });
          const state = await launcher.stateAnswers();
          expect(state).toMatchObject(Object.fromEntries(written));
          const asked = answeredIn(state);
          expect(asked.length).toBeGreaterThan(40);
          expect(await launcher.responses()).toEqual(new Map(asked.map(({ id, response }) => [id, response.join('[,]')])));
          const verbs = await launcher.verbs();
          expect(verbs[0]).toBe('initialized');
          expect(verbs.at(-1)).toBe('terminated');
          expect(verbs.filter((verb) => verb === 'completed')).toHaveLength(1);
          expect(verbs.filter((verb) => verb === 'earned')).toHaveLength(course.classes.length);
          expect(verbs.slice(verbs.indexOf('completed'))).not.toContain('progressed');
          const ids = (await launcher.statements()).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        } finally {
          await launcher.stop();
        }
      },
    );
  }
}

for (const engine of engines) {
  test(
    `${engine.name}: a window closed within a second of typing has ended its cmi5 session, with the last words`,
    othersNightly(engine),
    async ({ newBrowser }) => {
      test.skip(engine.missing !== undefined, engine.missing);
      const launcher = await TestLauncher.start('cmi5');
      const browser = await newBrowser(engine);
      try {
        // cmi5, 9.3.8: the session MUST end with it.
        await endsItsSession(engine, launcher, async () => {
          await closesWhileWriting(browser, launcher, (await launcher.launch('cmi5')).address);
        });
        expect((await launcher.responses()).get(FIELD)).toBe('Viimeiset sanat');
      } finally {
        await browser.quit();
        await launcher.stop();
      }
    },
  );
}

test(
  'Firefox: the last words of a closing window come before `terminated`, though the line is slower for documents',
  nightlyIf(true),
  async ({ newBrowser }) => {
    test.skip(firefoxEngine.missing !== undefined, firefoxEngine.missing);
    const launcher = await TestLauncher.start('cmi5');
    const line = await lateDocuments(400);
    const browser = await newBrowser(firefoxEngine);
    try {
      await endsItsSession(firefoxEngine, launcher, async () => {
        await closesWhileWriting(browser, launcher, line.through((await launcher.launch('cmi5')).address));
      });
    } finally {
      await browser.quit();
      await line.close();
      await launcher.stop();
    }
  },
);

/** Her first words are in the LRS when she writes others and closes the window in the same moment. */
async function closesWhileWriting(browser: TestBrowser, launcher: TestLauncher, address: string): Promise<void> {
  const window = await browser.newWindow();
  await window.goTo(`${address}#p/p.guide`);
  const worker = new LibraryWorker(window.course, course);
  await worker.arrives();
  await worker.writes(FIELD, 'Ensimmäiset sanat');
  await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Ensimmäiset sanat' });
  await worker.writes(FIELD, 'Viimeiset sanat');
  await window.close();
}

/**
 * A closed window has ended its session, behind its last words. Firefox may end the process of a page before its last request has left (153 ESR,
 * run: 2 windows of 64 on a computer with 12 to 16 other busy programs): the words are in the LRS then too, and the next launch tells of them.
 */
async function endsItsSession(engine: Engine, launcher: TestLauncher, closes: () => Promise<void>, mayBeLost = 2): Promise<void> {
  await closes();
  await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Viimeiset sanat' });
  const ends = expect.poll(async () => (await launcher.verbs()).at(-1), PATIENCE).toBe('terminated');
  if (engine !== firefoxEngine || mayBeLost === 0) await ends;
  else await ends.catch(() => endsItsSession(engine, launcher, closes, mayBeLost - 1));
}

/** The questions that a state has answers to, as they are reported. */
function answeredIn(state: Readonly<Record<string, string>>): Interaction[] {
  const answers: Answers = new Map(Object.entries(state).map(([id, text]) => [id, { text, at: 0 }]));
  return interactionsOf(course, answers).filter(({ response }) => response.length > 0);
}

/** A page at a launch address, where its learner is at the exercise of the tests. */
async function open(context: BrowserContext, launcher: TestLauncher, standard: 'xapi' | 'cmi5') {
  const launch = await launcher.launch(standard);
  const page = await context.newPage();
  await page.goto(`${launch.address}#p/p.guide`);
  const worker = new LibraryWorker(new PlaywrightView(page), course);
  await worker.arrives();
  return { launch, page, worker };
}

for (const standard of ['xapi', 'cmi5'] as const) {
  /** What tests/tracking shows of both is shown in a browser of one, and of the other each night. */
  const inBrowserOf = (one: 'xapi' | 'cmi5'): TestDetails => nightlyIf(standard !== one);

  test.describe(standard, () => {
    let launcher: TestLauncher;

    test.beforeEach(async () => {
      launcher = await TestLauncher.start(standard);
    });
    test.afterEach(() => launcher.stop());

    test('the address bar and the history hold no secret of the launch', async ({ context }) => {
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      const { page, launch } = await open(context, launcher, standard);
      const secret = new URL(launch.address).searchParams.get(standard === 'cmi5' ? 'fetch' : 'auth') ?? '';
      expect(secret).not.toBe('');
      expect(page.url()).toBe(`${launch.address.split('?')[0] ?? ''}#p/p.guide`);
      await expect.poll(() => launcher.verbs(), PATIENCE).toContain('initialized');
      expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.referrer)).not.toContain(secret);
      const toLrs = asked.filter((url) => url.startsWith(launcher.lrsOrigin));
      expect(toLrs.length).toBeGreaterThan(2);
      if (standard === 'xapi') expect(toLrs.join()).not.toContain(encodeURIComponent(secret));
    });

    test(
      'a token that ends in mid-session is said, and nothing of what was typed after is lost',
      inBrowserOf('cmi5'),
      async ({ context }) => {
        const { launch, page, worker } = await open(context, launcher, standard);
        await expect.poll(() => launcher.verbs(), PATIENCE).toContain('initialized');
        await launcher.setFault(launch, 'session-expired');
        await worker.writes(FIELD, 'Kirjoitettu, kun lupa oli päättynyt');
        await expect.poll(() => worker.saveWords(), PATIENCE).toBe(fi.saving.notSaved['session-ended']);
        expect(await worker.saveProblem()).toContain(fi.saving.why['session-ended']);
        await page.close({ runBeforeUnload: true });
        const again = await open(context, launcher, standard);
        expect(await again.worker.reads(FIELD)).toBe('Kirjoitettu, kun lupa oli päättynyt');
        await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Kirjoitettu, kun lupa oli päättynyt' });
      },
    );

    test('an LRS that is down for a minute gets everything afterwards, in its order', inBrowserOf('xapi'), async ({ context }) => {
      await context.clock.install();
      const { launch, worker } = await open(context, launcher, standard);
      await context.clock.runFor(1000);
      await expect.poll(() => launcher.verbs(), PATIENCE).toContain('initialized');
      await launcher.setFault(launch, 'unavailable');
      await worker.writes('p.guide.heading', 'Ensin');
      await worker.writes(FIELD, 'Sitten');
      for (let second = 0; second < 60; second += 3) await context.clock.runFor(3000);
      await expect.poll(() => worker.saveWords(), PATIENCE).toBe(fi.saving.notSaved.offline);
      expect(await launcher.stateAnswers()).not.toHaveProperty([FIELD]);
      await launcher.setFault(launch, 'none');
      await expect
        .poll(async () => {
          await context.clock.runFor(10_000);
          return [...(await launcher.responses())];
        }, PATIENCE)
        .toEqual([
          ['p.guide.heading', 'Ensin'],
          [FIELD, 'Sitten'],
        ]);
      expect(await launcher.stateAnswers()).toMatchObject({ 'p.guide.heading': 'Ensin', [FIELD]: 'Sitten' });
    });

    test('duplicate delivery: what arrived though its answer was lost is there once', inBrowserOf('xapi'), async ({ context }) => {
      await context.clock.install();
      const { page, worker } = await open(context, launcher, standard);
      await context.clock.runFor(1000);
      await expect.poll(() => launcher.verbs(), PATIENCE).toContain('initialized');
      const lost = new Set<string>();
      await page.route(`${launcher.lrsOrigin}/**`, async (route) => {
        const resource = new URL(route.request().url()).pathname;
        if (route.request().method() === 'GET' || lost.has(resource)) return route.continue();
        await route.fetch();
        lost.add(resource);
        await route.abort('connectionreset');
      });
      await worker.writes(FIELD, 'Kahdesti lähetetty');
      await worker.looksElsewhere();
      const later =
        <T>(ask: () => T): (() => Promise<T>) =>
        () =>
          context.clock.runFor(3000).then(ask);
      await expect
        .poll(
          later(() => [...lost].map((path) => path.split('/').at(-1)).sort()),
          PATIENCE,
        )
        .toEqual(['state', 'statements']);
      await expect
        .poll(
          later(async () => (await launcher.responses()).get(FIELD)),
          PATIENCE,
        )
        .toBe('Kahdesti lähetetty');
      await page.close({ runBeforeUnload: true });
      await (await open(context, launcher, standard)).page.close({ runBeforeUnload: true });
      const said = (await launcher.statements()).filter(({ result }) => result?.['response'] === 'Kahdesti lähetetty');
      expect(said).toHaveLength(1);
    });

    test('clock skew: what is written last wins, whichever computer’s clock is ahead', inBrowserOf('xapi'), async ({ browser }) => {
      const ahead = await browser.newContext();
      await ahead.clock.setSystemTime(Date.now() + 3 * 3_600_000);
      const first = await open(ahead, launcher, standard);
      await first.worker.writes(FIELD, 'Kello edellä');
      await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Kello edellä' });
      await ahead.close();
      const right = await browser.newContext();
      const second = await open(right, launcher, standard);
      await second.worker.writes(FIELD, 'Kello oikeassa, kirjoitettu myöhemmin');
      await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Kello oikeassa, kirjoitettu myöhemmin' });
      await right.close();
    });

    test('the reload key goes on with the same session', inBrowserOf('cmi5'), async ({ context }) => {
      const { page, worker } = await open(context, launcher, standard);
      await worker.writes(FIELD, 'Ennen latausta');
      await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Ennen latausta' });
      await reloadByKey(page);
      await worker.arrives();
      expect(await worker.reads(FIELD)).toBe('Ennen latausta');
      await worker.writes(FIELD, 'Latauksen jälkeen');
      await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Latauksen jälkeen' });
      await page.close({ runBeforeUnload: true });
      await expect.poll(async () => (await launcher.verbs()).at(-1), PATIENCE).toBe('terminated');
      const verbs = await launcher.verbs();
      expect(verbs.filter((verb) => verb === 'initialized')).toHaveLength(1);
      expect(verbs.filter((verb) => verb === 'terminated')).toHaveLength(1);
    });
  });
}

test('cmi5: the browser’s own reload ends the session, says so, and loses nothing', async ({ context }) => {
  const launcher = await TestLauncher.start('cmi5');
  try {
    const { page, worker } = await open(context, launcher, 'cmi5');
    await worker.writes(FIELD, 'Ennen latausta');
    await expect.poll(() => launcher.stateAnswers(), PATIENCE).toMatchObject({ [FIELD]: 'Ennen latausta' });
    await expect.poll(() => worker.saveWords(), PATIENCE).toMatch(/^Tallennettu/);
    await page.reload();
    await worker.seesTitle(fi.insteadOfCourse.noLms.title);
    await expect(page.getByText(fi.insteadOfCourse.noLms.reason['session-over'])).toBeVisible();
    const again = await open(context, launcher, 'cmi5');
    expect(await again.worker.reads(FIELD)).toBe('Ennen latausta');
  } finally {
    await launcher.stop();
  }
});

for (const standard of ['xapi', 'cmi5'] as const) {
  test(
    `${standard}: the browser asks the LRS once whether statements may be sent, not before each of them`,
    nightlyIf(standard !== 'xapi'),
    async ({ context }) => {
      const launcher = await TestLauncher.start(standard);
      // The preview runs in this process.
      const preflights: string[] = [];
      const count = (message: unknown): void => {
        const { method, url = '', headers } = (message as { readonly request: IncomingMessage }).request;
        const isOfLrs = headers.origin !== undefined && new URL(`http://${headers.host ?? ''}`).origin !== headers.origin;
        if (method === 'OPTIONS' && isOfLrs) preflights.push(url.split('?')[0]?.split('/').at(-1) ?? '');
      };
      subscribe('http.server.request.start', count);
      try {
        await context.clock.install();
        const page = await context.newPage();
        await page.goto(`${(await launcher.launch(standard)).address}#p/p.guide`);
        const worker = new LibraryWorker(new PlaywrightView(page), course);
        await context.clock.runFor(1000);
        await worker.arrives();
        await expect.poll(() => launcher.verbs(), PATIENCE).toContain('initialized');
        for (const text of ['Ensimmäiset sanat', 'Toiset sanat']) {
          await worker.writes(FIELD, text);
          // An answer is told when it has rested.
          await expect
            .poll(async () => {
              await context.clock.runFor(10_000);
              return (await launcher.responses()).get(FIELD);
            }, PATIENCE)
            .toBe(text);
          expect(await launcher.stateAnswers()).toMatchObject({ [FIELD]: text });
        }
        await page.close({ runBeforeUnload: true });
        const told = await launcher.verbs();
        expect(told.filter((verb) => verb === 'answered')).toHaveLength(2);
        expect(preflights.filter((resource) => resource === 'statements')).toHaveLength(1);
      } finally {
        unsubscribe('http.server.request.start', count);
        await launcher.stop();
      }
    },
  );
}

async function reloadByKey(page: Page): Promise<void> {
  // The page hears the key; the browser that tests drive does not act on it.
  await page.keyboard.press('F5');
  await page.reload();
}
