/** Who may edit: the page of this run alone, on this machine. */
import { request } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevSite, type DevSite } from '../../build/dev/dev-site.ts';
import { EDIT_API, READING } from '../../build/edit/page-messages.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';

let site: DevSite;
let folder = '';
let journal = '';
let token = '';
let finish = (): void => {};
let done: Promise<void>;

beforeAll(async () => {
  journal = await mkdtemp(join(tmpdir(), 'aspa-journal-'));
  await new Promise<void>((ready, failed) => {
    done = withContent(sampleContent, async (content) => {
      folder = content;
      site = await startDevSite({ content, journal, port: 0, say: () => {} });
      ready();
      await new Promise<void>((resolve) => (finish = resolve));
      await site.close();
    });
    done.catch(failed);
  });
  token = /edit\.js" data-token="([^"]+)"/.exec(await (await fetch(`${site.url}edit/`)).text())?.[1] ?? '';
});

afterAll(async () => {
  finish();
  await done;
  await rm(journal, { recursive: true, force: true });
});

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** As a page with these headers would ask; undefined leaves one out. */
function ask({ path = `${EDIT_API}/undo`, method = 'POST', headers = {}, body = {} }: Asked): Promise<{ status: number; text: string }> {
  const { host, origin, port } = new URL(site.url);
  const all = { Host: host, Origin: origin, 'X-Edit-Token': token, 'Content-Type': 'application/json', ...headers };
  const given = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: given }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(method === 'GET' ? undefined : JSON.stringify(body));
  });
}

test('the page of this run changes a text and undoes it', async () => {
  const script = await (await fetch(`${site.url}edit/content.js`)).text();
  const reading = new RegExp(`${READING} = "([^"]+)"`).exec(script)?.[1];
  const texts = JSON.parse((await ask({ path: `${EDIT_API}/texts`, body: { reading, numbers: [...Array(40).keys()] } })).text) as {
    number: number;
    text: string;
  }[];
  const number = texts.find(({ text }) => text === 'Ennen harjoitusta.')?.number;
  const opened = JSON.parse((await ask({ path: `${EDIT_API}/open`, body: { reading, number } })).text) as { hash: string };
  const body = { reading, number, hash: opened.hash, changes: [{ text: 'Uusi lause.' }], confirmed: false };
  expect(await ask({ path: `${EDIT_API}/change`, body })).toEqual({ status: 200, text: '{"done":"Ennen harjoitusta."}' });
  expect(await readFile(join(folder, 'fi/01-b.md'), 'utf8')).toContain('\nUusi lause.\n');
  expect((await ask({ path: `${EDIT_API}/undoable` })).text).toBe('{"label":"Ennen harjoitusta."}');
  expect((await ask({})).status).toBe(200);
  expect(await readFile(join(folder, 'fi/01-b.md'), 'utf8')).toBe(sampleContent['fi/01-b.md']);
  expect(await ask({})).toEqual({ status: 409, text: '{"refused":"nothing-to-undo"}' });
});

test.each([
  ['another name', { headers: { Host: 'evil.example' } }, 421],
  ['another origin', { headers: { Origin: 'https://evil.example' } }, 403],
  ['another port of this machine', { headers: { Origin: 'http://127.0.0.1:1' } }, 403],
  ['no origin', { headers: { Origin: undefined } }, 403],
  ['the origin of a file', { headers: { Origin: 'null' } }, 403],
  ['no token', { headers: { 'X-Edit-Token': undefined } }, 403],
  ['another token', { headers: { 'X-Edit-Token': '00000000-0000-4000-8000-000000000000' } }, 403],
  ['a request that changes nothing', { method: 'GET' }, 404],
  ['another form', { path: `${EDIT_API}/change`, body: { number: -1 } }, 400],
  ['a path of its own', { path: `${EDIT_API}/open`, body: { reading: '', number: 0, file: '../../etc/passwd' } }, 409],
] satisfies (readonly [string, Asked, number])[])('%s is not answered', async (_, asked, status) => {
  expect((await ask(asked)).status).toBe(status);
});

test('the token is new in each run, and stands in the edit mode’s page only', async () => {
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  for (const path of ['', 'course.js', 'content.js', 'edit/content.js', 'edit/edit.js', 'edit/course.js'])
    expect(await (await fetch(`${site.url}${path}`)).text()).not.toContain(token);
});

test('the page as learners see it has no marks and no edit mode', async () => {
  const content = await (await fetch(`${site.url}content.js`)).text();
  expect(content).toContain('Ennen harjoitusta.');
  expect(content).not.toMatch(/\u2060/);
  expect(await (await fetch(site.url)).text()).not.toContain('edit.js');
});
