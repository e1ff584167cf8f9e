/** As much of a W3C WebDriver client as the tests need (https://www.w3.org/TR/webdriver2/). */
import { setTimeout as wait } from 'node:timers/promises';

/** What stands for an element in JSON (section 12.1, web element identifier). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface RemoteElement {
  readonly [ELEMENT]: string;
}

class WebDriverError extends Error {
  constructor(
    /** The standard's error code, such as "no such element". */
    readonly code: string,
    command: string,
    message: string,
  ) {
    super(`${command}: ${code}: ${message}`);
  }
}

/** The browser itself has died, and the session with it: "invalid session id" for one that nobody has ended. */
export class BrowserCrash extends WebDriverError {}

export class WebDriverSession {
  readonly #base: string;

  private constructor(
    driver: string,
    readonly id: string,
    readonly capabilities: Readonly<Record<string, unknown>>,
  ) {
    this.#base = `${driver}/session/${id}`;
  }

  /** @param driver the address of a driver that may still be starting */
  static async start(driver: string, capabilities: Readonly<Record<string, unknown>>): Promise<WebDriverSession> {
    await ready(driver);
    const { sessionId, capabilities: given } = await command<{ sessionId: string; capabilities: Record<string, unknown> }>(
      'POST',
      `${driver}/session`,
      { capabilities: { alwaysMatch: capabilities } },
    );
    return new WebDriverSession(driver, sessionId, given);
  }

  end(): Promise<void> {
    return command('DELETE', this.#base);
  }

  navigate(url: string): Promise<void> {
    return command('POST', `${this.#base}/url`, { url });
  }

  back(): Promise<void> {
    return command('POST', `${this.#base}/back`, {});
  }

  /** The handle of the window that commands go to. */
  window(): Promise<string> {
    return command('GET', `${this.#base}/window`);
  }

  windows(): Promise<string[]> {
    return command('GET', `${this.#base}/window/handles`);
  }

  async newWindow(): Promise<string> {
    return (await command<{ handle: string }>('POST', `${this.#base}/window/new`, { type: 'tab' })).handle;
  }

  switchToWindow(handle: string): Promise<void> {
    return command('POST', `${this.#base}/window`, { handle });
  }

  closeWindow(): Promise<string[]> {
    return command('DELETE', `${this.#base}/window`);
  }

  setSize(width: number, height: number): Promise<unknown> {
    return command('POST', `${this.#base}/window/rect`, { width, height });
  }

  switchToFrame(frame: RemoteElement | null): Promise<void> {
    return command('POST', `${this.#base}/frame`, { id: frame });
  }

  /** @param script a function's body; elements go in and come out as `RemoteElement` */
  execute<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    return command('POST', `${this.#base}/execute/sync`, { script, args });
  }

  click(element: RemoteElement): Promise<void> {
    return command('POST', `${this.#base}/element/${element[ELEMENT]}/click`, {});
  }

  /** Types with real keys, at the end of what is there. */
  type(element: RemoteElement, text: string): Promise<void> {
    return command('POST', `${this.#base}/element/${element[ELEMENT]}/value`, { text });
  }
}

async function command<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(address, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (response.ok) return value;
  const name = `${method} ${new URL(address).pathname.replace(/^\/session\/[^/]*/, '')}`;
  const Failure = value.error === 'invalid session id' ? BrowserCrash : WebDriverError;
  throw new Failure(value.error ?? String(response.status), name, value.message ?? '');
}

async function ready(driver: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await command('GET', `${driver}/status`);
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`No WebDriver answers at ${driver}. Is it installed, and the port free?`, { cause });
    }
    await wait(100);
  }
}
