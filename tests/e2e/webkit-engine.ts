/** WebKitGTK's small browser on a screen of its own, driven over W3C WebDriver. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { webKitDriverPath } from '../browser-paths.ts';
import { ScriptedView } from './scripted-view.ts';
import { COURSE_FRAME, type BrowserWindow, type CourseView, type Engine, type TestBrowser } from './view.ts';
import { WebDriverSession, type RemoteElement } from './webdriver.ts';

const XVFB = '/usr/bin/Xvfb';

export const webKitEngine: Engine = {
  name: 'WebKit',
  missing: webKitDriverPath() === undefined || !existsSync(XVFB) ? 'WebKit is missing: apt-get install webkit2gtk-driver xvfb' : undefined,
  // Its driver serves one profile only, and starts quickly.
  start: () => Promise.resolve({ newBrowser, isRunning: () => true, stop: () => Promise.resolve() }),
};

async function newBrowser(): Promise<TestBrowser> {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn(webKitDriverPath() ?? '', [`--port=${String(port)}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: screen.display, TZ: 'Europe/Helsinki', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const session = await WebDriverSession.start(`http://127.0.0.1:${String(port)}`, { browserName: 'MiniBrowser' });
  await session.setSize(1280, 900);
  return new WebKitBrowser(session, [driver, screen.process]);
}

class WebKitBrowser implements TestBrowser {
  #unused: string | undefined;

  constructor(
    private readonly session: WebDriverSession,
    private readonly processes: readonly ChildProcess[],
  ) {}

  async newWindow(): Promise<BrowserWindow> {
    // The session begins with a window; a last one that closes would end it, so another always stays.
    this.#unused ??= await this.session.window();
    await this.session.switchToWindow(this.#unused);
    return new WebKitWindow(this.session, await this.session.newWindow());
  }

  quit(): Promise<void> {
    // Its windows would be asked whether they may close, and the course never prompts: the processes are ended with their screen.
    for (const { pid } of this.processes) if (pid !== undefined) process.kill(-pid);
    return Promise.resolve();
  }
}

class WebKitWindow extends ScriptedView implements BrowserWindow {
  readonly course: CourseView = this;

  constructor(
    private readonly session: WebDriverSession,
    private readonly handle: string,
  ) {
    super();
  }

  async goTo(address: string): Promise<void> {
    await this.#switchToTop();
    await this.session.navigate(address);
  }

  async back(): Promise<void> {
    await this.#switchToTop();
    await this.session.back();
  }

  /** The driver closes a window without a word to its page, so the page is left first. */
  async close(): Promise<void> {
    await this.goTo('about:blank');
    await this.session.closeWindow();
  }

  async vanish(): Promise<void> {
    await this.#switchToTop();
    await this.session.closeWindow();
  }

  protected async evaluate<T>(expression: string): Promise<T> {
    await this.#switchToCourse();
    return this.session.execute(`return ${expression}`);
  }

  protected async clickOn(expression: string): Promise<void> {
    await this.session.click(await this.evaluate<RemoteElement>(expression));
  }

  async #switchToTop(): Promise<void> {
    await this.session.switchToWindow(this.handle);
    await this.session.switchToFrame(null);
  }

  async #switchToCourse(): Promise<void> {
    await this.#switchToTop();
    const frame = await this.session.execute<RemoteElement | null>(`return document.querySelector('${COURSE_FRAME}')`);
    if (frame) await this.session.switchToFrame(frame);
  }
}

async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  // It takes a number that is free and writes it to the third stream.
  const screen = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stream = screen.stdio[3];
  if (!stream || !('on' in stream)) throw new Error('Xvfb was started without the stream for its number.');
  const number = await new Promise<string>((resolve, reject) => {
    let said = '';
    stream.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.endsWith('\n')) resolve(said.trim());
    });
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)} before it had a screen.`)));
  });
  return { process: screen, display: `:${number}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
