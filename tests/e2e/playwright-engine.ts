/** Chromium and Firefox, driven by Playwright. */
import {
  chromium,
  firefox,
  type Browser,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Locator,
  type Page,
} from '@playwright/test';
import { firefoxPath } from '../browser-paths.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { ScriptedView } from './scripted-view.ts';
import {
  COURSE_FRAME,
  type BrowserWindow,
  type CourseView,
  type Engine,
  type Place,
  type RunningEngine,
  type TestBrowser,
} from './view.ts';

export const chromiumEngine: Engine = {
  name: 'Chromium',
  missing: undefined,
  start: async () => {
    const browser = await chromium.launch(chromiumOptions());
    return running(browser, async (now) => {
      const profile = await newProfile(browser, (page) => new PlaywrightView(frameLocatorOf(page)));
      if (now) await profile.context.clock.setSystemTime(now);
      return profile;
    });
  },
};

export const firefoxEngine: Engine = {
  name: 'Firefox',
  missing: firefoxPath() === undefined ? 'Firefox is missing: apt-get install firefox-esr' : undefined,
  start: async () => {
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath() ?? '' });
    return running(browser, () => newProfile(browser, (page) => new FirefoxView(page)));
  },
};

export interface PlaywrightBrowser extends TestBrowser {
  readonly context: BrowserContext;
}

function running(browser: Browser, newBrowser: RunningEngine['newBrowser']): RunningEngine {
  return { newBrowser, isRunning: () => browser.isConnected(), stop: () => browser.close() };
}

async function newProfile(browser: Browser, viewOf: (page: Page) => CourseView): Promise<PlaywrightBrowser> {
  const context = await browser.newContext({ locale: 'fi-FI', timezoneId: 'Europe/Helsinki', viewport: { width: 1280, height: 900 } });
  return {
    context,
    newWindow: async () => new PlaywrightWindow(await context.newPage(), viewOf),
    quit: () => context.close(),
  };
}

class PlaywrightWindow implements BrowserWindow {
  constructor(
    readonly page: Page,
    private readonly viewOf: (page: Page) => CourseView,
  ) {}

  get course(): CourseView {
    return this.viewOf(this.page);
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async back(): Promise<void> {
    await this.page.goBack();
  }

  async close(): Promise<void> {
    const closed = this.page.waitForEvent('close');
    await this.page.close({ runBeforeUnload: true });
    await closed;
  }

  async vanish(): Promise<void> {
    if (this.page.context().browser()?.browserType().name() === 'chromium') {
      const crashed = this.page.waitForEvent('crash');
      const protocol = await this.page.context().newCDPSession(this.page);
      // The page is gone before it could answer.
      protocol.send('Page.crash').catch(() => undefined);
      await crashed;
    }
    await this.page.close();
  }
}

/** An LMS's page shows the course in a frame. */
function frameLocatorOf(page: Page): Page | FrameLocator {
  return page.url().includes('/attempt/') ? page.frameLocator(COURSE_FRAME) : page;
}

export class PlaywrightView implements CourseView {
  constructor(private readonly root: Page | FrameLocator) {}

  async click(place: Place): Promise<void> {
    await this.#locate(place).first().click();
  }

  async fill(place: Place, text: string): Promise<void> {
    await this.#locate(place).first().fill(text);
  }

  read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    return this.#locate(place).evaluateAll(reading);
  }

  #locate({ css, text, within }: Place): Locator {
    const found = (within ? this.#locate(within) : this.root).locator(css);
    return text === undefined ? found : found.filter({ hasText: whole(text) });
  }
}

/** Playwright takes a second for each of its own steps in this Firefox. */
class FirefoxView extends ScriptedView {
  constructor(private readonly page: Page) {
    super();
  }

  protected evaluate<T>(expression: string): Promise<T> {
    return this.#frame.evaluate<T>(expression);
  }

  protected async clickOn(expression: string): Promise<void> {
    const { x, y } = await this.evaluate<{ x: number; y: number }>(`(${middleOf.toString()})(${expression})`);
    await this.page.mouse.click(x, y);
  }

  get #frame(): Frame {
    return this.page.frames()[1] ?? this.page.mainFrame();
  }
}

/** Runs in the page: the middle of an element, as the window's page sees it, once it rests. */
async function middleOf(element: Element): Promise<{ x: number; y: number }> {
  const { y: before } = element.getBoundingClientRect();
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const box = element.getBoundingClientRect();
  if (box.y !== before) throw new Error(`The ${element.localName} moves.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const there = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  if (!there || !(element.contains(there) || there.contains(element))) throw new Error(`Something covers the ${element.localName}.`);
  const frame = window.frameElement?.getBoundingClientRect();
  return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
}

function whole(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
