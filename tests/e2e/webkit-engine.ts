/** WebKitGTK's small browser on a screen of its own, driven over W3C WebDriver. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { webKitDriverPath } from '../browsers.ts';
import { COURSE_FRAME, type BrowserWindow, type CourseView, type Engine, type Place, type TestBrowser } from './view.ts';
import { WebDriverError, WebDriverSession, type RemoteElement } from './webdriver.ts';

const XVFB = '/usr/bin/Xvfb';
const ACTIONABLE_WITHIN_MS = 10_000;

export const webKitEngine: Engine = {
  name: 'WebKit',
  missing:
    webKitDriverPath() === undefined || !existsSync(XVFB) ? 'WebKit is missing: apt-get install webkit2gtk-driver xvfb' : undefined,
  start: async () => {
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
  },
};

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

  async quit(): Promise<void> {
    // A browser that has crashed has ended the session itself.
    await this.session.end().catch(() => undefined);
    for (const { pid } of this.processes) if (pid !== undefined) process.kill(-pid);
  }
}

class WebKitWindow implements BrowserWindow, CourseView {
  #inFrame = false;

  constructor(
    private readonly session: WebDriverSession,
    private readonly handle: string,
  ) {}

  get course(): CourseView {
    return this;
  }

  async goTo(address: string): Promise<void> {
    await this.#switchHere();
    await this.session.switchToFrame(null);
    await this.session.navigate(address);
  }

  async back(): Promise<void> {
    await this.#switchHere();
    await this.session.switchToFrame(null);
    await this.session.back();
  }

  async close(): Promise<void> {
    await this.#switchHere();
    await this.session.closeWindow();
  }

  async crash(): Promise<void> {
    await this.#switchHere();
  }

  async click(place: Place): Promise<void> {
    await this.#act(place, (element) => this.session.click(element));
  }

  /** Typed in one piece, since the driver's keys know no letters beyond the basic plane. */
  async fill(place: Place, text: string): Promise<void> {
    await this.#act(place, (element) => this.session.execute(`(${fillIn.toString()})(...arguments)`, element, text));
  }

  async read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    await this.#switchToCourse();
    return this.session.execute(`return (${reading.toString()})((${findAll.toString()})(arguments[0]))`, place);
  }

  /** Tries until the element is there and takes what is done to it. */
  async #act(place: Place, action: (element: RemoteElement) => Promise<void>): Promise<void> {
    const deadline = Date.now() + ACTIONABLE_WITHIN_MS;
    for (;;) {
      try {
        await this.#switchToCourse();
        const element = await this.session.execute<RemoteElement | null>(
          `const [element] = (${findAll.toString()})(arguments[0]); element?.scrollIntoView({ block: 'center' }); return element ?? null`,
          place,
        );
        if (!element) throw new WebDriverError('no such element', 'find', JSON.stringify(place));
        await action(element);
        return;
      } catch (error) {
        if (!(error instanceof WebDriverError) || Date.now() > deadline) throw error;
      }
    }
  }

  async #switchHere(): Promise<void> {
    if ((await this.session.window().catch(() => '')) === this.handle) return;
    await this.session.switchToWindow(this.handle);
  }

  async #switchToCourse(): Promise<void> {
    await this.#switchHere();
    await this.session.switchToFrame(null);
    const frame = await this.session.execute<RemoteElement | null>(`return document.querySelector('${COURSE_FRAME}')`);
    this.#inFrame = frame !== null;
    if (this.#inFrame) await this.session.switchToFrame(frame);
  }
}

/** Runs in the page. */
function findAll(place: Place): Element[] {
  const words = (node: Node): string =>
    node instanceof Element && node.shadowRoot ? words(node.shadowRoot) : node.nodeType === 3 ? (node.textContent ?? '') : [...node.childNodes].map(words).join('');
  const below = (root: ParentNode, css: string): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(css) ? [element] : []),
      ...(element.shadowRoot ? below(element.shadowRoot, css) : []),
    ]);
  const find = ({ css, text, within }: Place): Element[] => {
    const roots: ParentNode[] = within
      ? find(within).flatMap((element) => [...(element.shadowRoot ? [element.shadowRoot] : []), element])
      : [document];
    const found = [...new Set(roots.flatMap((root) => below(root, css)))];
    return text === undefined ? found : found.filter((element) => words(element).replace(/\s+/g, ' ').trim() === text);
  };
  return find(place);
}

/** Runs in the page. */
function fillIn(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  if (field.type === 'date') {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  field.select();
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
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
