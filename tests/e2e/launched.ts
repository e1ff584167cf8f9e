/** The preview's launchers and LRS for tests in any engine: the course is opened at its launch address, on another origin than its LRS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreviewFault } from '../../src/preview/faults.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import type { LaunchedConfig } from '../../src/preview/player/player-config.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { readDocument } from '../../src/tracking/lrs/lrs-document.ts';
import type { StatementJson } from '../launchers/launcher-double.ts';
import { packagesFolder } from './test-lms.ts';

export interface CourseLaunch {
  /** What the launcher opens. */
  readonly address: string;
  /** The player page's address, below which the preview tells what it has received. */
  readonly player: string;
}

/** What the course's page is launched with, out of its address. */
interface Parameters {
  readonly activityId: string;
  readonly agent: string;
  readonly registration: string;
}

export class TestLauncher {
  readonly #folder: string;
  readonly #preview: Preview;
  readonly #profile: LauncherId;
  #launched: Parameters | undefined;

  private constructor(folder: string, preview: Preview, profile: LauncherId) {
    this.#folder = folder;
    this.#preview = preview;
    this.#profile = profile;
  }

  /** @param packages folder of the packages that it offers */
  static async start(profile: LauncherId, packages = packagesFolder): Promise<TestLauncher> {
    const folder = mkdtempSync(join(tmpdir(), 'aspa-launcher-'));
    const preview = await startPreview({ port: 0, data: join(folder, 'preview.sqlite'), packages, hangTime: 1500 });
    return new TestLauncher(folder, preview, profile);
  }

  async stop(): Promise<void> {
    await this.#preview.close();
    rmSync(this.#folder, { recursive: true });
  }

  get lrsOrigin(): string {
    return new URL(this.#preview.lrsUrl).origin;
  }

  /** A launch of the learner's latest registration. */
  async launch(standard: 'xapi' | 'cmi5'): Promise<CourseLaunch> {
    const body = new URLSearchParams({ learner: 'aino.kirjastonen', mode: 'normal', view: 'window', profile: this.#profile });
    body.set('package', `aspa-ajokortti-${standard}.zip`);
    const response = await fetch(new URL('launch', this.#preview.url), { method: 'POST', body, redirect: 'manual' });
    const player = new URL(response.headers.get('location') ?? '', this.#preview.url).href;
    const page = await (await fetch(player)).text();
    const config = /<script type="application\/json" id="player-config">([\s\S]*?)<\/script>/.exec(page)?.[1];
    if (!config) throw new Error(`Nothing was launched: ${String(response.status)} ${page.slice(0, 200)}`);
    const { address } = JSON.parse(config) as LaunchedConfig;
    const query = new URL(address).searchParams;
    this.#launched = {
      activityId: query.get('activityId') ?? query.get('activity_id') ?? '',
      agent: query.get('actor') ?? '',
      registration: query.get('registration') ?? '',
    };
    return { address, player };
  }

  async setFault({ player }: CourseLaunch, fault: PreviewFault): Promise<void> {
    await fetch(new URL('fault', player), { method: 'POST', body: JSON.stringify({ fault }) });
  }

  /** All statements in the order in which they were stored. */
  async statements(): Promise<StatementJson[]> {
    const found: StatementJson[] = [];
    let address = `${this.#preview.lrsUrl}statements?ascending=true`;
    while (address !== '') {
      const page = (await (await this.#ask(address)).json()) as { statements: StatementJson[]; more: string };
      found.push(...page.statements);
      address = page.more === '' ? '' : new URL(page.more, this.#preview.lrsUrl).href;
    }
    return found;
  }

  async verbs(): Promise<string[]> {
    return (await this.statements()).map(({ verb }) => verb.id.split('/').at(-1) ?? '');
  }

  /** The latest response to each question. */
  async responses(): Promise<Map<string, string>> {
    const answers = (await this.statements()).filter(({ verb }) => verb.id.endsWith('/answered'));
    return new Map(answers.map(({ object, result }) => [object.id.split('/question/')[1] ?? '', String(result?.['response'] ?? '')]));
  }

  /** The answers in the learner's state document. */
  async stateAnswers(): Promise<Record<string, string>> {
    const query = new URLSearchParams({ ...this.#launched, stateId: 'suspendData' });
    const response = await this.#ask(`${this.#preview.lrsUrl}activities/state?${query.toString()}`);
    if (!response.ok) return {};
    const { held } = readDocument(await response.json());
    return Object.fromEntries([...(held?.answers ?? [])].map(([id, { text }]) => [id, text]));
  }

  #ask(address: string): Promise<Response> {
    const { user, password } = this.#preview.lrsKey;
    const Authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    return fetch(address, { headers: { Authorization, 'X-Experience-API-Version': '1.0.3' } });
  }
}
