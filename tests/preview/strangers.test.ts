/** What the pages of others get from the preview, which runs in the same browser as they do. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { writeTinyLaunchedPackages } from './tiny-au.ts';
import { writeTinyPackages } from './tiny-sco.ts';

interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const VERSION = { 'X-Experience-API-Version': '1.0.3' };
let folder = '';
let preview: Preview;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-strangers-'));
  writeTinyPackages(folder);
  writeTinyLaunchedPackages(folder);
  preview = await startPreview({ port: 0, data: join(folder, 'kept.sqlite'), packages: folder, hangTime: 50 });
});

afterEach(async () => {
  await preview.close();
  rmSync(folder, { recursive: true });
});

/** Without `fetch`, which lets nobody choose Host or Origin. */
function ask(address: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(address, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** The LRS's key as a header. */
function key({ user, password } = preview.lrsKey): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

function port(address: string): string {
  return new URL(address).port;
}

/** A name of somebody else's that leads to this machine, with the origin that a page there has. */
function rebound(address: string): Record<string, string> {
  const host = `evil.example:${port(address)}`;
  return { Host: host, Origin: `http://${host}` };
}

describe('a forged Host', () => {
  test('with a matching Origin gets nothing from the preview, and changes nothing there', async () => {
    const { url } = preview;
    const body = new URLSearchParams({ name: 'Tunkeilija', language: 'fi' }).toString();
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const asked of [{}, { method: 'POST', body }]) {
      const answer = await ask(`${url}learners`, { ...asked, headers: { ...form, ...rebound(url) } });
      expect(answer.status).toBe(421);
      expect(answer.body).toBe(`The preview is at ${url} and nowhere else.`);
    }
    for (const path of ['', 'preview.css', 'attempt/1/received', 'web/unpacked/index.html']) {
      expect((await ask(`${url}${path}`, { headers: rebound(url) })).status).toBe(421);
    }
    expect((await ask(url)).body).not.toContain('Tunkeilija');
  });

  test('gets nothing from the LRS either, even with its key', async () => {
    const { lrsUrl } = preview;
    const headers = { ...VERSION, ...key(), ...rebound(lrsUrl) };
    for (const path of ['about', 'statements']) {
      const answer = await ask(`${lrsUrl}${path}`, { headers });
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([421, undefined]);
    }
  });

  test.each(['127.0.0.1', 'localhost:1', '127.0.0.1.evil.example', '[::1]', '0.0.0.0', 'localhost.'])(
    'such as %s is refused',
    async (name) => {
      const Host = name.includes(':') && !name.startsWith('[') ? name : name === '127.0.0.1' ? name : `${name}:${port(preview.url)}`;
      expect((await ask(preview.url, { headers: { Host } })).status).toBe(421);
    },
  );

  test('in the request line is refused as one in the header is', async () => {
    const { hostname, port: listening } = new URL(preview.url);
    const status = await new Promise<number>((resolve, reject) => {
      const asking = httpRequest(
        { hostname, port: listening, path: `http://evil.example:${listening}/`, headers: { Host: `127.0.0.1:${listening}` } },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      asking.on('error', reject);
      asking.end();
    });
    expect(status).toBe(421);
  });

  test('is none where the name is localhost, in any case of its letters', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LocalHost']) {
      expect((await ask(preview.url, { headers: { Host: `${name}:${port(preview.url)}` } })).status).toBe(200);
      expect((await ask(`${preview.lrsUrl}about`, { headers: { Host: `${name}:${port(preview.lrsUrl)}` } })).status).toBe(200);
    }
  });
});

describe('a page of another site', () => {
  const elsewhere = ['https://elsewhere.example', 'http://localhost:3000', 'null'];

  test('may put no page of the preview into a frame of its own, nor anything else of it', async () => {
    for (const path of ['', 'attempt/1/', 'web/unpacked/index.html']) {
      const { headers } = await ask(`${preview.url}${path}`);
      expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  test.each(elsewhere)('%s: the LRS lets it read, write and delete nothing, whatever key it knows', async (origin) => {
    const headers = { ...VERSION, ...key(), Origin: origin, 'Content-Type': 'application/json' };
    for (const method of ['OPTIONS', 'GET', 'POST', 'PUT', 'DELETE']) {
      for (const path of ['statements', 'activities/state?activityId=https://a.example&agent={"mbox":"mailto:a@example.org"}&stateId=s']) {
        const answer = await ask(`${preview.lrsUrl}${path}`, { method, headers, ...(method === 'POST' ? { body: '{}' } : {}) });
        expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined]);
      }
    }
  });

  test('the preview’s own pages, which are where courses are shown, may use the LRS, and read what it refuses', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const Origin = `http://${name}:${port(preview.url)}`;
      const preflight = await ask(`${preview.lrsUrl}activities/state`, { method: 'OPTIONS', headers: { Origin } });
      expect(preflight.status).toBe(204);
      expect(preflight.headers['access-control-allow-origin']).toBe(Origin);
      expect(preflight.headers['access-control-allow-methods']).toContain('PUT');
      expect(preflight.headers['access-control-allow-headers']).toMatch(/Authorization.*If-Match/);
      const refused = await ask(`${preview.lrsUrl}statements`, { headers: { ...VERSION, Origin, Authorization: 'Basic x' } });
      const taken = await ask(`${preview.lrsUrl}statements`, { headers: { ...VERSION, ...key(), Origin } });
      const unknown = await ask(new URL('/launcher/x/fetch', preview.lrsUrl).href, { method: 'POST', headers: { Origin } });
      expect([refused.status, taken.status, unknown.status]).toEqual([401, 200, 200]);
      for (const { headers } of [preflight, refused, taken, unknown]) {
        expect(headers['access-control-allow-origin']).toBe(Origin);
        expect(headers.vary).toBe('Origin');
      }
    }
  });
});

describe('the LRS’s password', () => {
  test('is another one in each run, too long to guess, and the old fixed one opens nothing', async () => {
    const again = await startPreview({ port: 0, data: join(folder, 'other.sqlite'), packages: folder });
    try {
      expect(again.lrsKey.password).not.toBe(preview.lrsKey.password);
      expect(preview.lrsKey.password).toMatch(/^[\w-]{22,}$/);
      for (const wrong of [again.lrsKey, { user: 'preview', password: 'preview' }]) {
        expect((await ask(`${preview.lrsUrl}statements`, { headers: { ...VERSION, ...key(wrong) } })).status).toBe(401);
      }
      expect((await ask(`${preview.lrsUrl}statements`, { headers: { ...VERSION, ...key() } })).status).toBe(200);
    } finally {
      await again.close();
    }
  });
});
