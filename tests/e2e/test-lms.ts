/** The preview LMS for tests in any engine: started anew with an empty database, restarted, looked into, broken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PreviewFault } from '../../src/preview/faults.ts';
import type { ProfileId } from '../../src/simulator/lms-profiles.ts';
import { PreviewStore } from '../../src/preview/preview-store.ts';
import type { ScormView } from '../../src/preview/scorm-received.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';

/** The built packages; `PACKAGES` names another build's folder. */
export const packagesFolder = process.env['PACKAGES'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

export interface LaunchChoice {
  readonly package: string;
  readonly profile: ProfileId;
  readonly learner?: 'aino.kirjastonen' | 'onni.lainaaja' | 'tyyne.neuvoja' | 'ake.bokman';
  readonly mode?: 'normal' | 'browse' | 'review';
}

/** The time that the fault "no answer" takes, milliseconds. */
const HANG_TIME = 1500;

export class TestLms {
  readonly #folder: string;
  #preview: Preview;

  private constructor(
    folder: string,
    preview: Preview,
    private readonly packages: string,
  ) {
    this.#folder = folder;
    this.#preview = preview;
  }

  /** @param packages folder of the packages that it offers */
  static async start(packages = packagesFolder): Promise<TestLms> {
    const folder = mkdtempSync(join(tmpdir(), 'aspa-lms-'));
    return new TestLms(folder, await run(folder, 0, packages), packages);
  }

  /** Stopped and started again at the same address, as on another day. */
  async restart(): Promise<void> {
    const { port } = this.#preview;
    await this.#preview.close();
    this.#preview = await run(this.#folder, port, this.packages);
  }

  async stop(): Promise<void> {
    await this.#preview.close();
    rmSync(this.#folder, { recursive: true });
  }

  get address(): string {
    return this.#preview.url;
  }

  /**
   * Launches the newest attempt of a learner, as the form on the first page does.
   * @returns the address of the player
   */
  async launch(
    { learner = 'aino.kirjastonen', mode = 'normal', ...choice }: LaunchChoice,
    attempt: 'newest' | 'new' = 'newest',
  ): Promise<string> {
    const body = new URLSearchParams({ learner, mode, view: 'full', ...choice, ...(attempt === 'new' ? { fresh: 'yes' } : {}) });
    const response = await ask(new URL('launch', this.address), { method: 'POST', body, redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`The LMS did not launch ${choice.package}: ${String(response.status)} ${await response.text()}`);
    return new URL(location, this.address).href;
  }

  /** What an attempt has received, as the player's panel shows it. */
  async received(player: string): Promise<ScormView> {
    const response = await ask(new URL('received', player));
    return ((await response.json()) as { view: ScormView }).view;
  }

  /** All that an attempt holds, by element of the data model. */
  stored(player: string): Readonly<Record<string, string>> {
    const store = new PreviewStore(join(this.#folder, DATA));
    try {
      return store.attempt(Number(/\/attempt\/(\d+)\//.exec(player)?.[1]))?.stored.values ?? {};
    } finally {
      store.close();
    }
  }

  async setFault(player: string, fault: PreviewFault): Promise<void> {
    await ask(new URL('fault', player), { method: 'POST', body: JSON.stringify({ fault }) });
  }
}

const DATA = 'preview.sqlite';

function run(folder: string, port: number, packages: string): Promise<Preview> {
  return startPreview({ port, data: join(folder, DATA), packages, hangTime: HANG_TIME });
}

/** Once more where the server has just closed a connection that was kept for the next request. */
async function ask(address: URL, request?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    return fetch(address, request);
  }
}
