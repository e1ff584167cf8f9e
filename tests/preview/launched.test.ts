/** What the page beside a launched course shows of the LRS, whatever the launcher calls the learner. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launcherProfile, launcherProfiles } from '../../src/simulator/launchers/launcher-profiles.ts';
import type { LaunchedReceived } from '../../src/preview/launched-received.ts';
import type { LaunchedConfig } from '../../src/preview/player/player-config.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { parseActor } from '../../src/tracking/lrs/xapi-actor.ts';
import { writeTinyLaunchedPackages } from './tiny-au.ts';

async function withPreview(does: (preview: Preview) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aspa-launched-'));
  writeTinyLaunchedPackages(folder);
  const preview = await startPreview({ port: 0, data: ':memory:', packages: folder, hangTime: 50 });
  try {
    await does(preview);
  } finally {
    await preview.close();
    rmSync(folder, { recursive: true });
  }
}

const xapi = launcherProfiles.filter(({ standard }) => standard === 'xapi').map(({ id }) => id);

test.each(xapi)('%s: an answer in the LRS is shown beside the course', async (profile) => {
  await withPreview(async ({ url }) => {
    const body = new URLSearchParams({ learner: 'aino.kirjastonen', package: 'tiny-xapi.zip', profile });
    const started = await fetch(`${url}launch`, { method: 'POST', body, redirect: 'manual' });
    const player = new URL(started.headers.get('location') ?? '', url);
    const page = await (await fetch(player)).text();
    const config = /id="player-config">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const query = new URL((JSON.parse(config) as LaunchedConfig).address).searchParams;
    const activity = query.get('activity_id') ?? '';
    const endpoint = (query.get('endpoint') ?? '').replace(/\/?$/, '/');
    const token = query.get('auth') ?? '';
    const statement = {
      actor: parseActor(query.get('actor') ?? ''),
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
      object: { objectType: 'Activity', id: activity },
      result: { response: 'Kuuntelin.' },
      context: {
        registration: query.get('registration'),
        contextActivities: { parent: [{ objectType: 'Activity', id: activity }] },
      },
    };
    const { sentOn: isPut, version } = launcherProfile(profile).endpoint;
    // What is posted to one that sends requests on comes as a reading.
    const id = crypto.randomUUID();
    const sent = await fetch(`${endpoint}statements${isPut ? `?statementId=${id}` : ''}`, {
      method: isPut ? 'PUT' : 'POST',
      body: JSON.stringify(statement),
      headers: {
        Authorization: token.startsWith('Basic') ? token : `Basic ${token || (await tokenFrom(query.get('fetch') ?? ''))}`,
        'Content-Type': 'application/json',
        'X-Experience-API-Version': `${version}.0`,
      },
    });
    expect(sent.status).toBe(isPut ? 204 : 200);
    const { view } = (await (await fetch(new URL('received', player))).json()) as LaunchedReceived;
    expect(view.answers.map(({ response }) => response)).toEqual(['Kuuntelin.']);
  });
});

async function tokenFrom(address: string): Promise<string> {
  return ((await (await fetch(address, { method: 'POST' })).json()) as { readonly 'auth-token': string })['auth-token'];
}
