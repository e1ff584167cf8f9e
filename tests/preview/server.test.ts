import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreviewStore } from '../../src/preview/preview-store.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { writeTinyLaunchedPackages } from './tiny-au.ts';
import { writeTinyPackages } from './tiny-sco.ts';

let folder = '';
let preview: Preview | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-server-'));
  writeTinyPackages(folder);
  writeTinyLaunchedPackages(folder);
  mkdirSync(join(folder, 'site'));
  for (const page of ['index.html', 'page one.html']) writeFileSync(join(folder, 'site', page), 'Sivu');
});

afterEach(async () => {
  await preview?.close();
  preview = undefined;
  rmSync(folder, { recursive: true });
});

async function start(port = 0): Promise<Preview> {
  preview = await startPreview({ port, data: join(folder, 'kept.sqlite'), packages: folder, hangTime: 50 });
  return preview;
}

async function launch({ url }: Preview): Promise<string> {
  const body = new URLSearchParams({ learner: 'aino.kirjastonen', package: 'tiny-scorm12.zip', profile: 'moodle' });
  const response = await fetch(`${url}launch`, { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '', url).href.replace(/\?.*/, '');
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', body: JSON.stringify(body) });
}

const call = 'call/mod/scorm/datamodel.php';
const request = { attempt: '1', mode: 'normal', values: [['cmi.suspend_data', 'tallessa']], finish: false };

test('where the port is taken, the preview takes the next one', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  expect((await start(port)).port).toBeGreaterThan(port);
  other.close();
});

test('the first page offers SCORM 1.2 in Moodle before anything else', async () => {
  const page = await (await fetch((await start()).url)).text();
  const firstOf = (select: string): string | undefined =>
    new RegExp(`<select id="${select}"[^>]*>\\s*<option value="([^"]+)"`).exec(page)?.[1];
  expect([firstOf('package'), firstOf('profile')]).toEqual(['tiny-scorm12.zip', 'moodle']);
});

test('an attempt survives a restart', async () => {
  const attempt = await launch(await start());
  expect(await (await post(`${attempt}${call}`, request)).json()).toEqual({ result: 'stored' });
  await preview?.close();
  const again = await launch(await start());
  expect(new URL(again).pathname).toBe(new URL(attempt).pathname);
  const launched = await (
    await post(`${again}launch`, { standard: 'scorm12', attempt: '1', learner: { id: 'a', name: 'A' }, mode: 'normal' })
  ).json();
  expect(launched).toMatchObject({ result: 'launched', data: { values: { 'cmi.suspend_data': 'tallessa' } } });
});

test('the faults are real: a cut connection, 503, a page, a redirect of the files and 403 of the calls', async () => {
  const attempt = await launch(await start());
  const fault = (name: string): Promise<Response> => post(`${attempt}fault`, { fault: name });
  await fault('offline');
  await expect(post(`${attempt}${call}`, request)).rejects.toThrow('fetch failed');
  await expect(fetch(`${attempt}content/index.html`)).rejects.toThrow('fetch failed');
  await fault('hang');
  await expect(post(`${attempt}${call}`, request)).rejects.toThrow('fetch failed');
  await fault('unavailable');
  expect((await post(`${attempt}${call}`, request)).status).toBe(503);
  await fault('html');
  expect((await post(`${attempt}${call}`, request)).headers.get('content-type')).toContain('text/html');
  const sentTo = async (): Promise<string | null> =>
    (await fetch(`${attempt}content/index.html`, { method: 'HEAD', redirect: 'manual' })).headers.get('location');
  await fault('shut-out');
  expect((await post(`${attempt}${call}`, request)).headers.get('content-type')).toContain('text/html');
  expect(await sentTo()).toBe('/');
  await fault('session-expired');
  expect((await post(`${attempt}${call}`, request)).status).toBe(403);
  expect(await sentTo()).toBe('/login');
  await fetch(attempt);
  expect((await post(`${attempt}${call}`, request)).status).toBe(200);
});

test('files of a package are served by their types, and nothing above them', async () => {
  const attempt = await launch(await start());
  const page = await fetch(`${attempt}content/index.html`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await fetch(`${attempt}content/..%2f..%2fkept.sqlite`)).status).toBe(404);
  expect((await fetch(`${attempt}content/nothing.js`)).status).toBe(404);
});

test('another site in the same browser cannot call the preview', async () => {
  const { url } = await start();
  const body = new URLSearchParams({ name: 'Tunkeilija' });
  expect((await fetch(`${url}learners`, { method: 'POST', body, headers: { Origin: 'https://elsewhere.example' } })).status).toBe(403);
});

test('a launch of something that is gone, or in an LMS that refuses it, says what to do', async () => {
  const { url } = await start();
  const refused = new URLSearchParams({ learner: 'aino.kirjastonen', package: 'tiny-scorm2004.zip', profile: 'openolat' });
  const answer = await fetch(`${url}launch`, { method: 'POST', body: refused });
  expect([answer.status, await answer.text()]).toEqual([
    400,
    'OpenOlat refuses scorm2004 packages. Choose another LMS or another package.',
  ]);
  expect((await fetch(`${url}launch`, { method: 'POST', body: new URLSearchParams() })).status).toBe(400);
  expect((await fetch(`${url}attempt/99/`)).status).toBe(404);
});

test('learners with one name get ids of their own, of plain letters', () => {
  const store = new PreviewStore(':memory:');
  const ids = [1, 2].map(() => store.addLearner('Äyräpää, Väinö', 'sv').id);
  expect(ids).toEqual(['vaino.ayrapaa', 'vaino.ayrapaa2']);
  expect(store.addLearner('李', 'en').id).toBe('oppija');
  store.close();
});

test('a reset takes away one learner’s attempts and nobody else’s', () => {
  const store = new PreviewStore(':memory:');
  const key = { package: 'x.zip', profile: 'moodle', standard: 'scorm12' } as const;
  store.newAttempt({ ...key, learner: 'aino.kirjastonen' });
  const second = store.newAttempt({ ...key, learner: 'aino.kirjastonen' });
  store.newAttempt({ ...key, learner: 'onni.lainaaja' });
  expect(second.number).toBe(2);
  store.resetLearner('aino.kirjastonen');
  expect(store.attempts().map(({ learner }) => learner)).toEqual(['onni.lainaaja']);
  store.close();
});

test('an address with a malformed percent sign names no file, wherever it stands', async () => {
  const preview = await start();
  const attempt = await launch(preview);
  const xapi = new URLSearchParams({ learner: 'aino.kirjastonen', package: 'tiny-xapi.zip', profile: 'xapi' });
  const started = await fetch(`${preview.url}launch`, { method: 'POST', body: xapi, redirect: 'manual' });
  const course = new URL(started.headers.get('location') ?? '', preview.url).href.replace(/\?.*/, '');
  expect(course).toContain('/course/');
  for (const base of [`${attempt}content/`, `${course}content/`, `${preview.url}web/site/`]) {
    for (const path of [
      '%',
      '%E4',
      'index.html%',
      '%E0%A4%A/index.html',
      '%zz',
      '%00',
      '..%2f..%2fkept.sqlite',
      '__proto__',
      'constructor',
    ]) {
      const answer = await fetch(`${base}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await fetch(`${base}${base.includes('web') ? 'page%20one.html' : 'index%2ehtml'}`)).status).toBe(200);
  }
  for (const path of [
    'web/%E4/index.html',
    'attempt/%E4/',
    'course/%E4/',
    'attempt/1e0/',
    'attempt/Infinity/',
    'attempt/99999999999999999999/',
    'learners/%E4',
    '%E4',
  ]) {
    const answer = await fetch(`${preview.url}${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('a package whose name holds signs of an address is found by its link', async () => {
  const name = '100% #varma? & "kurssi"';
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), 'Sivu');
  const { url } = await start();
  const page = await (await fetch(url)).text();
  const link = [...page.matchAll(/href="(\/web\/[^"]+)"/g)].map(([, href]) => href ?? '').find((href) => href.includes('varma'));
  expect((await fetch(new URL(link ?? '', url))).status).toBe(200);
});

test('a body that nobody can read is a mistake of its sender’s, and the preview goes on', async () => {
  const preview = await start();
  const attempt = await launch(preview);
  const wrong = [
    '',
    '{',
    'null',
    '5',
    '[]',
    '"x"',
    '{"values":5}',
    '{"values":[5]}',
    '{"values":[["cmi.suspend_data",7]],"mode":"normal"}',
  ];
  for (const body of wrong) {
    for (const path of ['launch', 'fault', call]) {
      const answer = await fetch(`${attempt}${path}`, { method: 'POST', body });
      expect([path, body, answer.status]).toEqual([path, body, 400]);
    }
  }
  for (const query of ['view=%', 'mode=%E4', 'language=__proto__']) expect((await fetch(`${attempt}?${query}`)).status).toBe(200);
  for (const name of ['__proto__', 'x', '%E4']) {
    const form = new URLSearchParams({ learner: name, package: name, profile: name });
    expect((await fetch(`${preview.url}launch`, { method: 'POST', body: form })).status).toBe(400);
  }
  expect(await (await post(`${attempt}${call}`, request)).json()).toEqual({ result: 'stored' });
});

test.each(['aspa-ajokortti-suoritukset.html', 'aspa-ajokortti-paketti.html', 'welcome-desk-suoritukset.html'])(
  'the first page leads to %s where the build has made it, and does not where it has not',
  async (file) => {
    const { url } = await start();
    expect(await (await fetch(url)).text()).not.toContain(file);
    expect((await fetch(`${url}${file}`)).status).toBe(404);
    writeFileSync(join(folder, file), '<!doctype html><title>Suoritukset</title>');
    expect(await (await fetch(url)).text()).toContain(`href="/${file}"`);
    const page = await fetch(`${url}${file}`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('Suoritukset');
  },
);
