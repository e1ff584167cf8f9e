/** Chromium and Firefox, driven by Playwright. */
import { chromium, firefox, type Browser, type BrowserContext, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { chromiumPath, firefoxPath } from '../browsers.ts';
import { COURSE_FRAME, type BrowserWindow, type CourseView, type Engine, type Place, type TestBrowser } from './view.ts';

export const chromiumEngine: Engine = {
  name: 'Chromium',
  missing: undefined,
  start: async (now) => {
    const executablePath = chromiumPath();
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
    const started = await playwrightBrowser(browser, 'chrome://crash');
    if (now) await started.context.clock.setSystemTime(now);
    return started;
  },
};

export const firefoxEngine: Engine = {
  name: 'Firefox',
  missing: firefoxPath() === undefined ? 'Firefox is missing: apt-get install firefox-esr' : undefined,
  start: async () => {
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath() ?? '' });
    return playwrightBrowser(browser, 'about:crashcontent');
  },
};

export interface PlaywrightBrowser extends TestBrowser {
  readonly context: BrowserContext;
}

async function playwrightBrowser(browser: Browser, crashAddress: string): Promise<PlaywrightBrowser> {
  const context = await browser.newContext({ locale: 'fi-FI', timezoneId: 'Europe/Helsinki', viewport: { width: 1280, height: 900 } });
  return {
    context,
    newWindow: async () => new PlaywrightWindow(await context.newPage(), context, crashAddress),
    quit: () => browser.close(),
  };
}

export class PlaywrightWindow implements BrowserWindow {
  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly crashAddress: string,
  ) {}

  /** The page's first frame is the course's where the address is the player's. */
  get course(): CourseView {
    return new PlaywrightView(this.page.url().includes('/attempt/') ? this.page.frameLocator(COURSE_FRAME) : this.page);
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

  async crash(): Promise<void> {
    const crashed = this.page.waitForEvent('crash');
    // The page dies before it could answer.
    this.page.goto(this.crashAddress).catch(() => undefined);
    await crashed;
  }
}

export class PlaywrightView implements CourseView {
  constructor(readonly page: Page | FrameLocator) {}

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
    const found = (within ? this.#locate(within) : this.page).locator(css);
    return text === undefined ? found : found.filter({ hasText: whole(text) });
  }
}

function whole(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
